# What was refused, why, and the way on. Titles by status, sentences by reason.

core-error-400 = このリクエストは読み取れませんでした
core-error-401 = 続けるにはサインインが必要です
core-error-403 = ここを利用する権限がありません
core-error-404 = このアドレスには何もありません
core-error-409 = ほかの人が先に操作しました
core-error-410 = もうここにはありません
core-error-413 = 大きすぎて受け取れませんでした
core-error-415 = この種類の内容は受け付けていません
core-error-429 = 短い時間に操作が続きました
core-error-500 = こちら側で問題が起きました
core-error-503 = まもなく再び使えるようになります

core-refused-not-found = 移動したか、もともとなかったページです。スペースの一覧やホームから続けられます。
core-refused-invalid = 一部は、このままでは受け取れません。
core-refused-malformed = アドレスかフォームが完全な形で届きませんでした。前のページに戻ると、もう一度試せます。
core-refused-json = JSONの形が、APIの文書にあるものと違います。
core-refused-utf8 = 文章が有効なUTF-8ではなく、一部が失われてしまいます。UTF-8での再送信が必要です。
core-refused-too-large = このサーバーが1回のリクエストで受け取れる大きさを超えています。
core-refused-media-type = コンテンツタイプをapplication/jsonにして、JSONで送る必要があります。
core-refused-method = このアドレスではそのメソッドを使えません。
core-refused-cross-site = フォームが別のウェブサイトから届いたため、何も実行していません。このサイトのページを開くと、もう一度送れます。
core-refused-too-soon = 短い時間に同じ操作が何度もありました。
core-refused-unavailable = データベースなどの一部が、停止しているか、いっぱいになっています。何も変更されていません。送信した内容があれば、下に残っています。
core-refused-broken = うまく動きませんでした。あなたの操作が原因ではありません。下の番号があると、運営者が原因を調べやすくなります。
core-refused-sign-in = この操作にはサインインが必要です。サインインのあと、ここに戻ります。
core-refused-suspended = 今は書き込めません。閲覧、データの書き出し、決定への異議申し立てはできます。
core-refused-moderators-only = このスペースでは、スレッドの開始や投稿はモデレーターだけが行います。
core-refused-closed = このスレッドは返信の受け付けを終了しています。
core-refused-not-yours = この操作は投稿者だけが行えます。
core-refused-own = 自分のものなので、ほかの人が決める必要があります。
core-refused-newcomer = 最初の投稿が承認されたメンバー向けの機能です。
core-refused-holds-all = このスペースではモデレーターがすべての文章を先に確認するため、翻訳を直せるのはモデレーターだけです。
core-refused-no-translation = このスペースの文章は翻訳サービスに渡されません。
core-refused-role = この操作に必要な役割がありません。

core-again-at = { $time }以降にもう一度試せます。
core-way-home = ホームへ
core-way-spaces = すべてのスペースを見る
core-way-sign-in = サインイン

core-cursor-bad = この一覧にその位置はありません。最初のページから始められます。
core-limit-bad = 1ページは1件から100件までです。
core-once-bad = キーは、空白を含まない印字可能な文字で、1文字から200文字までです。
core-once-reused = このキーは1日以内に別の用途で使われています。新しいキーが必要です。
core-role-unknown = 使える役割は、member、moderator、curator、administrator、participantです。
