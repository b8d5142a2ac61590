# Joining, signing in, settings, people's pages, members for administrators.

flash-joined = リンクを記したメールを送りました。受信箱で確認できます。
flash-confirmed = アドレスを確認しました。ようこそ。
flash-signed-in = サインインしました。
flash-signed-out = サインアウトしました。
flash-saved = 保存しました。
flash-session-ended = そのセッションを終了しました。
flash-sessions-ended = ほかのセッションをすべて終了しました。
flash-password-changed = パスワードを変更しました。ほかの場所ではすべてサインアウトしています。
flash-link-sent = リンクを記したメールを送りました。受信箱で確認できます。

## Fields

accounts-email = メールアドレス
accounts-email-hint = ここからのメールだけが届きます。ほかの人には見えません。
accounts-email-empty = メールアドレスが必要です
accounts-email-bad = メールアドレスを1つ、name@city.exampleのような形で入力します
accounts-email-taken = このアドレスのメンバーがすでにいます。
accounts-name = 表示名
accounts-name-hint = 書いたものの横に出る名前です。ここではほとんどの人が氏名を使っています。
accounts-name-empty = ほかの人に見える名前が必要です
accounts-name-long = 60文字までです
accounts-name-link = 名前にはアドレスやアットマークを使えません。メールソフトがリンクに変えてしまうためです
accounts-handle = メンション用の名前
accounts-password = パスワード
accounts-password-new = 新しいパスワード
accounts-password-current = 現在のパスワード
accounts-password-hint = 10文字以上。互いに関係のない単語を3つか4つ並べると、強くて覚えやすくなります。
accounts-password-empty = パスワードが必要です
accounts-password-short = 10文字以上が必要です。短いものは総当たりで見つかります
accounts-password-long = 200文字までです
accounts-password-common = 別のパスワードが必要です。これは最初に試されるものの1つです
accounts-password-own = 別のパスワードが必要です。これは名前かアドレスそのものです
accounts-password-wrong = 現在のパスワードと一致しません
accounts-bio = 自己紹介
accounts-bio-hint = 取り組んでいることや、ほかの人から質問を受けられること。書式なしの文章で、誰でも読めます。
accounts-bio-long = 2,000文字までです
accounts-note = モデレーターへの一言
accounts-note-hint = 参加のきっかけなど。任意です。管理者だけが読みます。
accounts-note-long = 1,000文字までです
accounts-languages = 読み書きする言語
accounts-languages-empty = 言語を1つ以上選ぶ必要があります
accounts-languages-many = 言語は10個までです
accounts-language-bad = 言語はjaやpt-BRのようなコードで入力します
accounts-locale = ページとメールの言語
accounts-locale-hint = 投稿以外の画面の文言と、届くメールの言語です。
accounts-locale-bad = この言語のページはまだありません
accounts-zone = タイムゾーン
accounts-zone-hint = ページに出る時刻と、ダイジェストが届く時刻に使います。
accounts-zone-later = あとで設定する（それまではUTC）
accounts-zone-bad = タイムゾーンは一覧から選びます
accounts-choose = 1つ選択
accounts-theme = 画面の明るさ
accounts-theme-auto = 端末の設定に合わせる
accounts-theme-light = ライト
accounts-theme-bad = auto、light、darkのどれかを選びます
accounts-theme-dark = ダーク
accounts-keys = 1文字のキー操作を使う
accounts-keys-hint = jとkで一覧を移動、rで返信、?ですべてのキーを表示します。音声入力や、独自のキーを持つスクリーンリーダーを使うときは、オフにできます。

## Audience

accounts-audience = 発言の立場
accounts-audience-hint = 書いたものすべての横に表示されます。あとで「産業界」からほかの立場に変えるのは、モデレーターが行います。
accounts-audience-empty = 発言の立場を選ぶ必要があります
accounts-audience-moderator = 「産業界」からほかの立場への変更はモデレーターが行います。モデレーターへの連絡が必要です。
accounts-audience-local-authority = 自治体
accounts-audience-international-organisation = 国際機関
accounts-audience-policy-maker = 政策立案者
accounts-audience-researcher = 研究者
accounts-audience-practitioner = 都市分野の実務者
accounts-audience-industry = 産業界
accounts-audience-civil-society = 市民社会
accounts-audience-citizen = 住民

## The tie to a city

accounts-tie = 都市との関わり
accounts-tie-empty = 都市との関わりを選ぶ必要があります
accounts-tie-city = 都市のために働いている
accounts-tie-city-hint = 自治体やその関連企業の職員、または契約による業務
accounts-tie-citizen = 都市に住み、住民として参加する
accounts-tie-citizen-hint = 都市名と、そこに住んでいることがほかの人に見えます
accounts-tie-across = 複数の都市にまたがって活動している
accounts-tie-across-hint = ネットワーク、省庁、大学、財団など。名前の横に都市は表示されません
accounts-city = 都市
accounts-city-hint = 現地での表記か英語で入力します。例：Łódź、Toyama。複数の都市にまたがって活動している場合は空欄のままにします。
accounts-city-find = 検索
accounts-city-which = 該当する都市
accounts-city-add = 「{ $name }」は一覧にないので追加する
accounts-city-add-hint = すぐに使えます。ほかの人に見えるのは、モデレーターが確認してからです。
accounts-city-empty = 都市名が必要です
accounts-city-choose = 見つかった都市から1つ選びます
accounts-city-unknown = その名前の都市は一覧にありません。国とあわせて追加するか、別の表記で試せます
accounts-city-gone = 選んでいた都市が一覧からなくなったため、選び直しが必要です
accounts-city-missing = 都市との関わりには都市の指定が必要です
accounts-city-unlisted = このスラッグの都市は一覧にありません
accounts-city-name-bad = 都市名だけを入力します
accounts-country = 国
accounts-country-when = （都市を追加する場合）
accounts-country-empty = 追加する都市の国を選ぶ必要があります

## Joining

accounts-join-title = 参加登録
accounts-join-lede = ここでは、都市の実務者として、住民として、または複数の都市にまたがる立場で話します。読むだけなら登録は不要です。質問や回答には参加登録が必要です。
accounts-join-button = 参加登録
accounts-join-have = 登録済みの場合
accounts-join-stored = ここで書いた内容と訪れた日時を保存し、接続元（ネットワークアドレスの半分）は30日間保存します。使うのはこのコミュニティのためだけで、誰にも渡しません。内容の変更、持ち出し、消去ができます。確認されていないアドレスは7日後に削除します。
accounts-sent-title = メールの確認
accounts-sent-join = 入力したアドレスにメールを送りました。7日以内にメールのリンクを押すと、登録が完了します。
accounts-sent-confirm = このアドレスで参加登録があり、まだ確認されていない場合は、メールを送りました。
accounts-sent-sign-in = このアドレスのメンバーがいる場合は、リンクを記したメールを送りました。リンクは15分間、1回だけ、どの端末でも使えます。
accounts-sent-reset = このアドレスのメンバーがいる場合は、リンクを記したメールを送りました。リンクは60分間、1回だけ使えます。
accounts-sent-nothing = 5分たっても届かないときは、迷惑メールに入っていないか、アドレスに間違いがないかを確かめたうえで、
accounts-sent-again = もう一度送信できます。

## Links from letters

accounts-way-new = 新しいリンクを受け取る
accounts-way-sign-in = サインイン
accounts-confirm-title = アドレスの確認
accounts-confirm-lede = ボタンを押すと、書き込めるようになります。参加登録に心当たりがない場合は、このページを閉じれば何も起こりません。
accounts-confirm-button = 確認して入る
accounts-confirm-used-title = 確認済みです
accounts-confirm-used = このアドレスは確認済みです。パスワードかメールのリンクでサインインできます。
accounts-confirm-expired-title = このリンクは期限切れです
accounts-confirm-expired = 7日間の期限が過ぎたか、より新しいメールのリンクに置き換わりました。新しいリンクを受け取るか、もう一度参加登録できます。
accounts-confirm-ask-title = 確認用の新しいリンク
accounts-confirm-ask-lede = 参加登録に使ったアドレスを入力します。
accounts-confirm-ask-button = メールを送信
accounts-sign-in-link-title = サインイン
accounts-sign-in-link-lede = ボタンを押すとサインインします。リンクは1回だけ使えます。
accounts-sign-in-link-button = サインイン
accounts-sign-in-link-used-title = このリンクは使用済みです
accounts-sign-in-link-used = 1つのリンクでサインインできるのは1回です。新しいリンクを受け取るか、パスワードを使えます。
accounts-sign-in-link-expired-title = このリンクは期限切れです
accounts-sign-in-link-expired = 15分間の期限が過ぎたか、より新しいリンクに置き換わりました。新しいリンクを受け取れます。
accounts-sign-in-link-ask-title = メールでサインイン
accounts-sign-in-link-ask-lede = 入力したアドレスにリンクを送ります。リンクは15分間、1回だけ、どの端末でも使えます。
accounts-sign-in-link-ask-button = リンクをメールで受け取る
accounts-reset-title = 新しいパスワードの設定
accounts-reset-lede = 古いパスワードと置き換わり、すべての端末でサインアウトします。その後、新しいパスワードでサインインします。
accounts-reset-button = パスワードを設定
accounts-reset-used-title = このリンクは使用済みです
accounts-reset-used = 1つのリンクでパスワードを変更できるのは1回です。必要な場合は、新しいリンクを受け取れます。
accounts-reset-expired-title = このリンクは期限切れです
accounts-reset-expired = 60分間の期限が過ぎたか、より新しいリンクに置き換わりました。新しいリンクを受け取れます。
accounts-reset-ask-title = パスワードを忘れた場合
accounts-reset-ask-lede = 入力したアドレスに、新しいパスワードを設定するためのリンクを送ります。設定するまでは、古いパスワードが有効です。
accounts-reset-ask-button = リンクをメールで受け取る

## Signing in

accounts-sign-in-title = サインイン
accounts-sign-in-button = サインイン
accounts-sign-in-send = リンクをメールで受け取る
accounts-sign-in-wrong = アドレスとパスワードの組み合わせが合わないか、アドレスがまだ確認されていません。もう一度試すか、リンクをメールで受け取れます。
accounts-sign-in-note = リンクはメールで届き、15分間、1回だけ、どの端末でも使えます。パスワードは要りません。
accounts-sign-in-forgotten = パスワードを忘れた場合
accounts-sign-in-new = 初めての場合
accounts-sign-in-new-lede = アカウントがなくても、ほぼすべてを読めます。質問や回答には参加登録が必要です。
accounts-sign-in-join = 参加登録
accounts-too-often = 短い時間に操作が続きました。{ $time }以降にもう一度試せます。入力した内容は残っています。
accounts-busy = ただ今サインインが混み合っています。数秒後にもう一度試せます。入力した内容は残っています。

## Settings

accounts-settings-title = 設定
accounts-tab-profile = プロフィール
accounts-tab-email = メール
accounts-tab-sessions = セッション
accounts-tab-password = パスワード
accounts-tab-files = ファイル
accounts-tab-data = データ
accounts-sign-in-anew = 続けるには、もう一度サインインしてください。サインインから1時間以内に限り利用できます。
accounts-tab-hours = 対応時間
accounts-stale = その間に別の場所で設定が変更され、現在の名前は「{ $name }」です。入力した内容は下にあります。「保存」を押すと、その内容に置き換わります。
accounts-changed-meanwhile = その間に設定が変更されました。現在の内容を確かめてから、もう一度変更できます。
accounts-profile-title = プロフィールと言語
accounts-profile-page = 自分のページ
accounts-profile-see = ページを見る
accounts-password-title = パスワード
accounts-password-button = パスワードを変更
accounts-password-ends = ほかの場所ではすべてサインアウトし、変更をメールで知らせます。
accounts-password-none = パスワードは未設定で、メールのリンクでサインインしています。パスワードは、メールで受け取るリンクから設定できます。
accounts-sessions-title = サインイン中の端末
accounts-sessions-lede = 自分の名前で動いているブラウザーやプログラムの一覧です。覚えのないものがあれば、終了してからパスワードを変更するのが安全です。
accounts-sessions-end = ほかをすべて終了
accounts-sessions-note = セッションは、30日間利用がないと終了し、利用があっても180日で終了します。
accounts-session-device = { $system }の{ $browser }
accounts-session-unknown = 不明なプログラム
accounts-session-here = この端末
accounts-session-seen = 最終利用
accounts-session-since = 開始
accounts-session-network = 接続元
accounts-session-end = 終了
accounts-hours-title = 対応時間
accounts-hours-lede = 承認待ちの案件を見る時間を、自分のタイムゾーン（{ $zone }）で入力します。投稿者には、この時間をもとに、いつ人が見るかを伝えます。入力がなければ、時刻の約束はしません。
accounts-hours-from = { $day }、時間枠{ $n }、開始
accounts-hours-to = { $day }、時間枠{ $n }、終了
accounts-hours-bad = 時間枠には開始と終了の両方が必要で、早いほうが先です。終了の00:00は夜中の0時を指します
accounts-hours-overlap = 同じ日の2つの時間枠が重なっています
accounts-hours-many = 時間枠は1週間に28個までです

## People's pages

accounts-person-edit = プロフィールを編集
accounts-person-admin = 役割と発言停止
accounts-person-joined = 参加登録日
accounts-person-posts = 投稿
accounts-person-none = 閲覧できる投稿はまだありません。
accounts-person-opened = スレッドを開始
accounts-person-reply = 返信{ $n }
accounts-list-more = さらに前へ
accounts-list-first = 最新から表示

## Members, for administrators

accounts-members-title = メンバー
accounts-members-search = 名前、アドレス、メンション用の名前
accounts-members-shown = 表示対象
accounts-members-show = 表示
accounts-members-all = 全員
accounts-members-roles = 役割あり
accounts-members-suspended = 発言停止中
accounts-members-unconfirmed = 未確認
accounts-members-none = 該当する人はいません。検索語を減らすか、全員を表示できます。
accounts-member-roles = 役割
accounts-member-no-roles = なし
accounts-member-state = 状態
accounts-member-unconfirmed = 未確認
accounts-member-silent = 無期限の発言停止中
accounts-member-silent-until = { $time }まで発言停止中
accounts-member-created = 参加登録
accounts-member-confirmed = アドレスの確認
accounts-member-audience = 発言の立場
accounts-member-approved = 承認された投稿
accounts-role = 役割
accounts-role-where = 範囲
accounts-role-everywhere-choice = すべてのスペース
accounts-role-moderator = モデレーター
accounts-role-curator = キュレーター
accounts-role-administrator = 管理者
accounts-role-participant = 非公開スペースの参加者
accounts-role-in = { $space }の{ $role }
accounts-role-give = 役割を付与
accounts-role-take = 外す
accounts-role-everywhere = キュレーターと管理者の役割は全体に及ぶため、「すべてのスペース」を選びます
accounts-role-needs-space = 非公開スペースを選ぶ必要があります
accounts-role-no-space = スペースは一覧から選びます
accounts-role-last-administrator = この人は最後の管理者です。先にほかの人へ役割を付与する必要があります。
accounts-suspend-title = 発言停止
accounts-suspend-lede = 発言停止中のメンバーは、閲覧、データの書き出し、異議申し立てはできますが、書き込みはできません。
accounts-suspend-days = 期間
accounts-suspend-forever = 無期限
accounts-suspend-button = 発言を停止
accounts-suspend-lift = 発言停止を解除
accounts-suspend-bad = 期間を選ぶ必要があります
accounts-translated = 他の言語の文章を翻訳で表示する
accounts-translated-hint = 翻訳があれば原文の代わりに表示され、原文は一回の操作で見られます。あなたが読む言語は常に書かれたまま表示されます。
