# The frame of every page and the parts that pages share.

chrome-skip = 本文へ移動
chrome-nav-label = メイン
chrome-nav-home = ホーム
chrome-nav-spaces = スペース
chrome-nav-cities = 都市
chrome-nav-moderation = モデレーション
chrome-menu = メニュー
chrome-language = 言語
chrome-inbox = 通知
chrome-inbox-count = 通知 { $n } 件の新着
chrome-account = アカウント
chrome-account-page = 自分のページ
chrome-account-profile = プロフィールと言語
chrome-account-email = メール
chrome-account-sessions = サインイン中の端末
chrome-account-jobs = バックグラウンド処理
chrome-sign-in = サインイン
chrome-sign-out = サインアウト
chrome-join = 参加登録
chrome-demo = これはデモです。人物、スレッド、数値は架空のもので、メールがこの機器の外に出ることはありません。
chrome-demo-mail = メールボックスを開く
chrome-foot-log = モデレーションの記録
chrome-foot-api = 手元のソフトウェアからStoaを使う（API）
chrome-foot-cities = 都市のデータの出典はGeoNames（geonames.org）、ライセンスはCC BY 4.0です。

# Cities and people
chrome-plate-mission = ミッション都市
chrome-plate-world = 世界の都市
chrome-plate-pending = 未確認の都市
chrome-person-citizen = 在住
chrome-person-across = 複数の都市で活動

# The strokes of a thread
chrome-strip-empty = まだ返信はありません
chrome-strip = { $n }件の返信：ミッション都市から{ $mission }件、その他から{ $world }件{ $new ->
    [0] { "" }
   *[other] 、新着{ $new }件
}{ $accepted ->
    [0] { "" }
   *[other] 、採用された回答あり
}

# Threads in a list
chrome-row-unread = 未読
chrome-row-pinned = 固定
chrome-row-closed = 受付終了
chrome-row-answered = 回答あり
chrome-row-unanswered = まだ回答なし
chrome-row-cities = { $n }都市
chrome-row-fresh = 新着{ $n }件

# Posts
chrome-post-opening = 最初の投稿：
chrome-post-number = 返信{ $n }：
chrome-post-nth = 、{ $n }番
chrome-post-unnumbered = 未公開：
chrome-post-new = 新着
chrome-post-fresh = { $n }件の新しい返信
chrome-post-accepted = 採用された回答
chrome-post-accepted-by = { $name }さんが採用
chrome-post-held = 承認待ち
chrome-post-revise = 修正の依頼あり
chrome-post-declined = 公開見送り
chrome-post-removed = モデレーターが削除
chrome-post-deleted = 投稿者が削除
chrome-post-seen-by = 投稿者とモデレーターだけに見えています。
chrome-post-seen-by-moderators = 完全に消去されるまで、モデレーターだけに見えています。
chrome-post-gone-removed = この投稿はモデレーターが削除しました。
chrome-post-gone-deleted = この投稿は投稿者が削除しました。
chrome-post-edited = 編集済み
chrome-post-useful = 役に立った
chrome-post-useful-count = 役に立った（{ $n }）
chrome-post-useful-found = { $n }人の役に立ちました
chrome-post-reply = 返信
chrome-post-reply-to = { $name }さんに返信
chrome-post-quote = 引用
chrome-post-quote-from = { $name }さんの投稿を引用
chrome-post-accept = 回答として採用
chrome-post-accept-from = { $name }さんの返信を回答として採用
chrome-post-unaccept = 採用を取り消す
chrome-post-unaccept-from = { $name }さんの回答の採用を取り消す
chrome-post-edit = 編集
chrome-post-edit-of = { $name }さんの投稿を編集
chrome-post-withdraw = 取り下げ
chrome-post-withdraw-of = { $name }さんの投稿を取り下げ
chrome-post-delete = 削除
chrome-post-delete-of = { $name }さんの投稿を削除
chrome-post-restore = 復元
chrome-post-restore-of = { $name }さんの投稿を復元
chrome-post-report = 報告
chrome-post-report-of = { $name }さんの投稿を報告
chrome-post-case = 案件を開く
chrome-post-case-of = { $name }さんの投稿の案件を開く

# The place to write in
chrome-write-tools = 書式
chrome-write-bold = 太字
chrome-write-italic = 斜体
chrome-write-link = リンク
chrome-write-quote = 引用
chrome-write-list = 箇条書き
chrome-write-language = 書いた言語
chrome-write-saved = 下書きを保存しました（{ $time }）
chrome-write-preview = プレビュー
chrome-write-preview-note = このように表示されます。まだ投稿されていません。
chrome-write-help = 書き方
chrome-write-help-text = **太字**、*斜体*、> 引用、- 箇条書き、[文字](アドレス)。@名前や@都市と書くと、その人やその都市の人に通知が届きます。

# Forms
chrome-form-optional = （任意）
chrome-form-problems = 直すところが{ $n }件あります

# Ways through pages
chrome-crumbs = 現在地
chrome-tabs = このページの項目
chrome-pager = ページ
chrome-pager-previous = 前のページ
chrome-pager-next = 次のページ
chrome-arrivals = { $n }件の新しい返信
chrome-arrivals-many = { $n }件を超える新しい返信
chrome-arrivals-reload = 新しい返信を読み込む

# Keys
chrome-keys = キー操作
chrome-keys-off = キー操作をオフにする
chrome-keys-on = キー操作をオンにする

# Refusals
chrome-error-kept = 入力した内容（コピー用）
chrome-error-number = 繰り返し起こる場合は、次の番号を運営者に伝えると調べられます：{ $number }

# Texts in other languages
chrome-tr-machine = { $language }からの機械翻訳
chrome-tr-improved = { $language }からの翻訳、{ $name }さんが改善
chrome-tr-original = 原文を表示
chrome-tr-read = { $language }で読む
chrome-tr-improve = この翻訳を直す
chrome-tr-history = 以前の版
chrome-tr-ask = 翻訳する
chrome-tr-ask-of = { $name }さんの投稿を翻訳する
chrome-tr-waits = { $language }に翻訳しています。まもなくここに表示されます。
chrome-tr-late = 翻訳サービスが今は応答していません。応答があり次第、{ $language }の翻訳がここに表示されます。
chrome-tr-failed = 翻訳サービスはこの文章を翻訳できませんでした。
chrome-tr-always = { $language }の文章は常に原文で表示する
