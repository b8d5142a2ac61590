# Spaces, threads and posts: reading, writing, drafts, home.

flash-published = 公開しました。
flash-held = 送信しました。モデレーターの承認待ちで、それまでは自分だけに見えます。
flash-edited = 新しい文面に変わりました。
flash-edit-held = 新しい文面は承認待ちです。それまでは元の文面が表示されます。
flash-deleted = 取り下げました。
flash-accepted = これが採用された回答になりました。
flash-unaccepted = この質問に採用された回答はなくなりました。
flash-marked = 「役に立った」を付けました。
flash-unmarked = 「役に立った」を外しました。
flash-draft-saved = 下書きに保存しました。
flash-draft-deleted = 下書きを削除しました。
flash-read = ここまで既読にしました。
flash-read-all = すべて既読にしました。
flash-followed = 通知の範囲を設定しました。

# Kinds of threads
threads-kind-question = 質問
threads-kind-question-hint = 質問して、役に立った回答を選びます。
threads-kind-experience = 経験
threads-kind-experience-hint = 行ったこと、かかった費用、うまくいかなかったこと。
threads-kind-need = 求めること
threads-kind-need-hint = 資料、助言、パートナーなど、都市が探しているもの。
threads-kind-offer = 提供できること
threads-kind-offer-hint = ほかの都市が使えるもの。
threads-kind-announcement = お知らせ
threads-kind-announcement-hint = 都市が知っておくとよいニュース。
threads-kind-dialogue-followup = 対話の続き
threads-kind-dialogue-followup-hint = ライブの対話のあとに残った問い。
threads-begin = スレッドを始める
threads-begin-more = ほかの始め方
threads-begin-question = 都市に質問する
threads-begin-experience = 経験を伝える
threads-begin-need = 求めることを書く
threads-begin-offer = 提供できることを書く
threads-begin-announcement = お知らせを書く
threads-opened-question = 質問を投稿
threads-opened-experience = 経験を投稿
threads-opened-need = 求めることを投稿
threads-opened-offer = 提供できることを投稿
threads-opened-announcement = お知らせを投稿
threads-opened-dialogue-followup = 続きを投稿
threads-answered = 採用された回答

# People
threads-person-former = 元メンバー
threads-person-former-number = 元メンバー{ $number }
threads-title-erased = 作成者が取り下げた題名
threads-role-moderator = モデレーター

# Waiting for a moderator
threads-held-newcomer = 新しいメンバーの最初の2件の文章は、ほかの人に見える前にモデレーターが読みます。
threads-held-space = このスペースでは、ほかの人に見える前に、モデレーターがすべての文章を読みます。
threads-wait-no-hours = このあと人が読みます。それまでは自分とモデレーターだけに見えます。
threads-wait-here = 今、モデレーターがいます（{ $time }まで）。読み終えるまでは自分とモデレーターだけに見えます。
threads-wait-next = 次にモデレーターがいるのは{ $time }です。それまでは自分とモデレーターだけに見えます。
threads-wait-reads = { $language }を読めるモデレーターが次にいるのは{ $time }です。それまでは自分とモデレーターだけに見えます。
threads-declined = 公開は見送られました。理由は下書きにあります。
threads-removed = 公開後にモデレーターが削除しました。
threads-edit-waits = 新しい文面が承認待ちです

# A thread
threads-page = { $n }ページ目
threads-position = { $pages }ページ中{ $page }ページ目
threads-title-gone = 削除されたスレッド
threads-replies = { $n ->
    [0] まだ返信はありません
   *[other] { $n }件の返信
}
threads-go-answer = 採用された回答へ
threads-go-unread = 最初の未読の投稿へ
threads-in-reply-to = { $name }さんへの返信
threads-rail = この場所
threads-all-spaces = すべてのスペース
threads-themes = テーマ
threads-kept = 保存したもの
threads-beside = 関連情報
threads-conversation = 会話
threads-cities = { $n }都市が参加
threads-this = このスレッド
threads-mark-read = ここまで既読にする
threads-way-thread = スレッドの先頭へ
threads-way-space = スペースへ

# How closely something is followed
threads-level = 通知の範囲
threads-level-set = 設定
threads-level-muted = なし
threads-level-muted-hint = メンションされたときだけ通知します。
threads-level-normal = 自分に関わるもの
threads-level-normal-hint = メンションされたときと、返信があったときに通知します。
threads-level-tracking = 新着の件数
threads-level-tracking-hint = 新着の件数をここに表示し、メールは送りません。
threads-level-watching = すべて
threads-level-watching-hint = すべての投稿を通知します。
threads-follow-space = このスペースをフォロー
threads-follow-person = この人をフォロー
threads-follow-city = この都市をフォロー
threads-tab-following = フォロー
threads-following = フォローしているもの
threads-following-lede = あなたに関わること以上のお知らせが届く、または何も届かないスレッド、スペース、テーマ、都市、人です。テーマと都市については新しく始まったこと、人についてはすべての投稿が届きます。
threads-following-none = まだ何もフォローしていません。スレッド、スペース、都市、人のそれぞれのページで設定できます。
threads-following-a-theme = テーマをフォローする
threads-following-thread = スレッド
threads-following-space = スペース
threads-following-theme = テーマ
threads-following-city = 都市
threads-following-person = 人

# Writing a reply
threads-reply = 返信
threads-reply-as = { $city }として返信
threads-reply-text = 返信の内容
threads-post-reply = 返信を投稿
threads-replying-to = { $name }さんへの返信
threads-reply-to-all = スレッド全体への返信に変える
threads-reply-at-end = スレッドの最後に返信
threads-save-draft = 下書きとして保存
threads-language-found = 自動で判別
threads-closed = このスレッドは返信の受け付けを終了しています。
threads-closed-guest = 返信するにはサインインが必要です。
threads-closed-held = スレッドが公開されると返信できます。
threads-closed-declined = 公開は見送られました。文章と理由は投稿者の下書きにあります。
threads-closed-moderators = このスペースに書けるのはモデレーターだけです。
threads-closed-meanwhile = 書いている間に、スレッドの返信の受け付けが終了しました。文章は下書きに保存されています。

# Opening a thread
threads-new-heading = スレッドを始める
threads-new-lede = 知りたいことや提供できることをタイトルに書きます。読む人は、タイトルを見て力になれるかどうかを判断します。
threads-new-space = スペース
threads-new-space-choose = スペースを選択
threads-new-kind = 種類
threads-new-title = タイトル
threads-new-title-hint = ほかの都市の同僚に尋ねるつもりで、1行で。
threads-new-themes = テーマ
threads-new-themes-hint = 5つまで。グループを開くと中のテーマが見えます。
threads-new-body = 本文
threads-new-send = スレッドを投稿

# What cannot be taken
threads-title-missing = タイトルが必要です。読む人は、タイトルを見て力になれるかどうかを判断します。
threads-title-long = タイトルが255文字を超えています。一部を本文に移すと収まります。
threads-body-missing = まだ文章がありません。
threads-body-long = 文章が64 KiBを超えています。2つの投稿に分けると送れます。
threads-kind-unknown = 種類を選ぶ必要があります。
threads-space-missing = スペースを選ぶ必要があります。
threads-theme-unknown = そのようなテーマはありません。
threads-themes-many = テーマは5つまでです。
threads-language-unknown = この言語はここでは扱っていません。
threads-affiliation-unknown = 代表して発言できるのは自分の都市だけです。
threads-reply-to-unknown = 返信先の投稿はこのスレッドにありません。
threads-answer-elsewhere = 採用できるのは、このスレッドの返信だけです。
threads-answer-no-question = 回答を採用できるのは、公開された質問だけです。
threads-post-gone = この投稿はもうないため、変更できません。
threads-post-moved-on = その間に、この投稿についての決定がありました。
threads-thread-gone = このスレッドはもうありません。
threads-level-unknown = そのような通知の範囲はありません。
threads-draft-long = 下書きが長すぎて保存できません。
threads-draft-slot-bad = そのような下書きはありません。
threads-city-unknown = そのような都市はありません。
threads-direction-unknown = 方向に使える値は、mission、worldwide、neitherです。
threads-if-match = 編集した版の番号をIf-Matchヘッダーで送る必要があります。
threads-stale = 編集を始めたあとに、ほかの人が変更しました。
threads-space-slug-bad = アドレスに使えるのは、英小文字、数字、ハイフンだけです。
threads-space-slug-taken = このアドレスは別のスペースが使っています。
threads-space-name-missing = スペースの名前が必要です。
threads-space-name-long = 名前が長すぎます。
threads-space-summary-long = 説明が長すぎます。
threads-space-languages-many = 言語の数が多すぎます。

# Changing and taking back
threads-edit-heading = 投稿の変更
threads-edit-body = 新しい文面
threads-edit-send = 保存
threads-edit-back = 投稿に戻る
threads-edit-stale = 書いている間に投稿が変更されました
threads-edit-stale-text = 何も失われていません。現在の文面と自分の文面の両方がこのページにあります。もう一度保存すると、自分の文面に置き換わります。
threads-edit-there = 現在の文面
threads-edit-yours = 自分の文面
threads-delete-heading = この投稿を削除しますか
threads-delete-text = 文章は誰からも見えなくなります。代わりに、投稿者が削除したことを示す1行が残ります。
threads-delete-opening = 文章は誰からも見えなくなります。ほかの人の返信がなければ、スレッドもなくなります。
threads-delete-send = 削除する
threads-withdraw-heading = この文章を取り下げますか
threads-withdraw-text = モデレーターの承認待ち一覧から外れます。ほかの人は見ていません。
threads-withdraw-send = 取り下げる
threads-history = 変更の履歴
threads-history-lede = この投稿のすべての文面です。新しい順に並びます。削られた言葉には取り消し線、加えられた言葉には下線が付いています。
threads-history-now = 第{ $n }版（現在）
threads-history-version = 第{ $n }版
threads-history-waits = 承認待ちの新しい文面
threads-history-declined = 公開が見送られた新しい文面
threads-history-gone = 削除：
threads-history-new = 追加：

# Drafts
threads-drafts = 下書き
threads-drafts-lede = まだ送っていない文章です。ほかの人には見えません。
threads-drafts-returned = 戻ってきた文章
threads-drafts-waiting = 承認待ち
threads-drafts-kept = 未送信
threads-drafts-none = ここには何もありません。書いている文章は、書きながら保存されます。
threads-drafts-go-on = 続きを書く
threads-drafts-delete = 破棄
threads-drafts-statement = この決定の詳細
threads-draft-new = スレッド
threads-draft-reply = 返信
threads-draft-edit = 新しい文面

# Spaces
threads-spaces-lede = スペースは話の種類ごとに分かれています。テーマはスレッドに付けるラベルで、すべてのスペースに共通です。
threads-count = { $n }件のスレッド
threads-last = 最終投稿
threads-members-only = メンバー限定
threads-join-to-write = 参加登録してここに書く
threads-filter = スレッドの絞り込み
threads-filter-status = 状態
threads-filter-all = すべてのスレッド
threads-filter-open = 採用された回答なし
threads-filter-answered = 回答あり
threads-filter-unread = 未読
threads-filter-kind = 種類
threads-filter-exchange = 交流
threads-filter-both = 両方向
threads-filter-mission = ミッション都市が始めたもの
threads-filter-worldwide = 世界の都市が始めたもの
threads-order = 並び順
threads-order-latest = 返信の新しい順
threads-order-newest = スレッドの新しい順
threads-filter-space = スペース
threads-filter-spaces = すべてのスペース
threads-filter-kinds = すべての種類
threads-filter-theme = テーマ
threads-filter-themes = すべてのテーマ
threads-filter-languages = すべての言語
threads-filter-apply = 表示
threads-filter-drop = すべてのスレッドを表示
threads-all-read = すべて既読にする
threads-waiting = 承認待ち
threads-list = スレッド
threads-none = ここにはまだ投稿がありません。最初のスレッドは、このスペースをフォローしている全員に見えます。
threads-none-match = 選んだ条件に合うスレッドはありません。
threads-pager-first = 最新に戻る
threads-pager-older = 以前のスレッド
threads-strokes = 線の読み方
threads-strokes-text = 1本の線が1件の返信で、古い順に並びます。すき間は、返信のなかった1日です。上に横棒の付いた線は採用された回答、濃い線は未読の返信です。
threads-strokes-example = 例：7件の返信。ミッション都市から4件、その他から3件、うち1件が採用された回答
threads-carers = このスペースの担当者

# Home
threads-home-guest = ある都市の学びは、ほかの都市でも生かせます
threads-home-lede = Stoaは、都市のために働く人たちが互いに質問し、うまくいったこともいかなかったことも伝え合い、パートナーを見つける場です。ミッション都市と世界の都市が対等に話します。
threads-home-join = 自分の都市で参加登録
threads-home-look = まず見て回る
threads-home-how = 使い方
threads-home-how-text = ここにあるものはすべて、アカウントがなくても読めます。書くには、メールアドレスと都市で参加登録します。最初の2件の文章は、ほかの人に見える前にモデレーターが読みます。広告も追跡もありません。
threads-home-city = { $city }の今日
threads-home-across = 各都市の今日
threads-home-first = { $city }からの参加はあなたが最初です。この都市のスレッドはまだありません。質問が1つあれば、ほかの都市に伝わります。
threads-home-you = あなた宛て
threads-home-nothing = 対応が必要なものはありません。
threads-home-waiting = 待機中
threads-home-returned = あなたの文章が理由とともに戻ってきました
threads-home-waits = あなたの文章は承認待ちです
threads-home-mentioned = { $name }さんがあなたをメンションしました
threads-home-quoted = { $name }さんがあなたの投稿を引用しました
threads-home-replied = { $name }さんがあなたに返信しました
threads-home-your-thread = { $name }さんがあなたのスレッドに投稿しました
threads-home-accepted = { $name }さんがあなたの回答を採用しました
threads-home-approved = あなたの文章が公開されました
threads-home-revise = モデレーターからあなたに修正の依頼があります
threads-home-follows = 続きを読むスレッド
threads-why-yours = 自分で始めたスレッド
threads-why-follow = フォロー中
threads-why-read = 以前に読んだスレッド
threads-why-unanswered = まだ回答なし
threads-home-facing = 求めることと提供できること
threads-home-needs = 求めること
threads-home-offers = 提供できること
threads-home-no-needs = 求めることを書いた都市はまだありません。
threads-home-no-offers = 提供できることを書いた都市はまだありません。
threads-home-all = 求めることと提供できることをすべて見る
threads-home-open = 返信のない質問
threads-home-newest = 新しいスレッド
threads-home-empty = まだ誰も書いていません。最初のスレッドは、ここで全員に見えます。

# Keys
threads-key-j = 次の投稿またはスレッド
threads-key-k = 前の投稿またはスレッド
threads-key-n = 最初の未読の投稿
threads-key-a = 採用された回答
threads-key-r = 返信
threads-key-q = 投稿または選択した部分を引用
threads-key-u = 役に立った
threads-key-send = 送信

# Keeping threads in order
flash-closed = 返信の受け付けを終了しました。これから返信できるのはモデレーターだけです。
flash-reopened = 返信の受け付けを再開しました。
flash-pinned = スペースの先頭に固定しました。
flash-unpinned = 先頭への固定を解除しました。スレッドは元の位置に戻っています。
flash-moved = このスペースに移動しました。
flash-merged = 投稿をこのスレッドに統合しました。元のアドレスはここにつながります。
flash-split = 返信を分割し、独立したスレッドにしました。
threads-tend = このスレッドの整理
threads-tend-close = 返信の受け付けを終了
threads-tend-reopen = 返信の受け付けを再開
threads-tend-pin = 先頭に固定
threads-tend-unpin = 固定を解除
threads-tend-space = スペース
threads-tend-move = 選んだスペースに移動
threads-tend-into = 別のスレッドに統合
threads-tend-into-hint = 統合先のスレッドのアドレス。ここの投稿は、そのスレッドの最後に移ります。
threads-tend-merge = 統合
threads-split = 一部の返信を新しいスレッドに分割
threads-split-lede = 選んだ返信は、順番を保ったまま独立したスレッドに移ります。元のアドレスは新しいスレッドにつながります。
threads-split-title = 新しいスレッドのタイトル
threads-split-posts = 返信
threads-split-look = 返信{ $n }を元の位置で見る
threads-split-do = スレッドを作成
threads-split-nothing = このページに、新しいスレッドにできる返信はありません。
threads-split-none = 返信を1件以上選ぶ必要があります
threads-split-many = 一度に選べる返信は200件までです
threads-split-elsewhere = 選べるのは、このスレッドの返信だけです
threads-merge-itself = スレッドをそれ自体に統合することはできません。別のスレッドのアドレスが必要です
threads-merge-unknown = スレッドのアドレスではありません。アドレスは、/t/のあとに英数字26文字が続く形です
threads-move-author-outside = スレッドを始めた人はそのスペースに入れないため、移動するとこのスレッドを見られなくなります。先にその人に許可を与えるか、別のスペースを選ぶ必要があります。
threads-pins-many = このスペースでは、すでに20件のスレッドを先頭に固定しています。先にどれか1件の固定を解除する必要があります
threads-similar = すでに質問されているかもしれません
threads-moved = 別のスレッドに移った投稿
threads-moved-post = 投稿{ $n }

# Texts in other languages
threads-translate-page = { $n }件の投稿を{ $language }に翻訳する
threads-key-t = 投稿を翻訳する、または原文を表示する
threads-translation-same = この文章はすでにその言語で書かれています。
threads-translation-adds = 翻訳に含められるのは、原文にあるリンク、引用、名前だけです。追加した部分を取り除いてください。
threads-translation-stale = その間に別の人が直したか、投稿の内容が変わりました。あなたの文章は下にあります。今の内容と比べてください。
threads-translation-title = { $language }への翻訳を直す
threads-translation-lede = 書いた文章は、あなたの名前とともに原文の横に表示されます。名前(@…)、リンク、引用はそのままにしてください。
threads-translation-original = 原文
threads-translation-now = 今の翻訳
threads-translation-heading = 題名
threads-translation-text = 翻訳
threads-translation-send = 翻訳を公開する
threads-translation-history = { $language }への翻訳の版
threads-translation-edition = 第{ $n }版
threads-translation-by-machine = 機械翻訳
threads-translation-use = この版をもう一度使う
threads-readers = { $n ->
   *[other] { $n }人がこれを翻訳で読みます: { $languages }
}
flash-translation-asked = 翻訳しています。まもなくここに表示されます。
flash-translation-made = 翻訳が表示されています。
flash-translation-improved = あなたの翻訳が原文の横に表示されています。
flash-reads = この言語の文章は、これから書かれたまま表示されます。
threads-translation-withdraw = この版を取り下げる
flash-translation-withdrawn = この版を取り下げました。ひとつ前の版が表示されます。
