# The moderators' desk: queue, case, decision, history; the public log; what authors read.

flash-claimed = この案件の担当になりました。
flash-released = 案件の担当を外れました。
flash-approved = 公開しました。
flash-revise = 投稿者に修正を依頼しました。
flash-declined = 公開を見送りました。文章は投稿者に戻ります。
flash-undone = 決定を取り消しました。案件は承認待ちに戻っています。

## The queue

moderation-queue-title = モデレーション
moderation-queue-heading =
    { $n ->
        [0] 承認待ちはありません
       *[other] 承認待ち{ $n }件
    }
moderation-queue-list = 承認待ちの案件
moderation-queue-item = 表示中の案件
moderation-queue-waiting = 承認待ち
moderation-queue-everything = すべて
moderation-queue-mine-heading = 自分の担当
moderation-queue-mine = 担当中
moderation-queue-oldest = 最も古い案件は{ $time }から待っています。
moderation-queue-more-heading = その他
moderation-queue-history = 決定済みの案件
moderation-queue-log = 公開の記録
moderation-queue-hours = 自分の対応時間
moderation-queue-filter = 案件の絞り込み
moderation-queue-space = スペース
moderation-queue-space-all = 担当するすべてのスペース
moderation-queue-language = 言語
moderation-queue-language-all = すべての言語
moderation-queue-show = 表示
moderation-queue-clear = すべて表示
moderation-queue-next = さらに表示
moderation-queue-first = 最初に戻る
moderation-queue-done = 承認待ち一覧は空です。モデレーターを待つものはありません。
moderation-queue-done-last = 最後の決定：{ $name }さん、{ $time }
moderation-queue-just-now = たった今
moderation-queue-none = この条件に合う承認待ちの案件はありません。

moderation-kind-thread = スレッド
moderation-tended-closed = 受付終了
moderation-tended-reopened = 受付再開
moderation-tended-pinned = 先頭に固定
moderation-tended-unpinned = 固定を解除
moderation-tended-moved = ここに移動
moderation-tended-joined = 別のスレッドに統合
moderation-tended-parted = 返信を新しいスレッドに分割
moderation-kind-held-thread = 新しいスレッド
moderation-kind-held-reply = 返信
moderation-kind-held-edit = 編集
moderation-kind-report = 報告
moderation-kind-member = 参加登録
moderation-kind-city-claim = 都市の追加
moderation-kind-notice = 通報
moderation-kind-complaint = 異議申し立て
moderation-kind-live-question = ライブの質問

## Why a text waits, to moderators

moderation-held-newcomer = 最初の投稿
moderation-held-newcomer-why = この人の承認された投稿は、まだ2件に達していません。ルールで承認待ちになりますが、決めるのは人です。
moderation-held-space-holds-all = 全投稿が承認待ちになるスペース
moderation-held-space-holds-all-why = このスペースでは、モデレーターが読むまで、すべての投稿が承認待ちになります。
moderation-held-city-unknown = 新しい都市
moderation-held-city-unknown-why = 一覧にない都市が入力されました。承認すると、誰でも選べるようになります。

## One case

moderation-case-thread-by = { $name }さんの新しいスレッド
moderation-case-reply-by = { $name }さんの返信
moderation-case-edit-by = { $name }さんの編集
moderation-case-city = 都市の追加：{ $city }
moderation-case-gone = 文章のない案件
moderation-case-in-thread = { $thread }への返信 · { $space }
moderation-case-in-space = { $space }の新しいスレッド
moderation-case-edit-in = { $thread }での編集 · { $space }
moderation-case-claimed-for = { $name }さんが入力
moderation-case-all =
    { $n ->
        [0] 承認待ち一覧
       *[other] 承認待ちの全案件（{ $n }件）
    }
moderation-case-nav = 案件
moderation-case-previous = 前へ
moderation-case-next = 次へ
moderation-case-mine = { $time }まで自分が担当
moderation-case-taken = { $time }まで{ $name }さんが担当
moderation-case-claim = 担当する
moderation-case-claim-named = 担当する：{ $title }
moderation-case-take-over = 引き継ぐ
moderation-case-take-over-named = { $name }さんから引き継ぐ
moderation-case-release = 担当を外れる
moderation-case-release-named = 担当を外れる：{ $title }
moderation-case-text = 文章
moderation-case-earlier = 以前の投稿{ $n }件を表示
moderation-case-after = 新しい文面
moderation-case-public-now = 現在公開中の文面
moderation-case-new-title = 新しいタイトル：
moderation-case-why = ここにある理由
moderation-case-author = 投稿者
moderation-case-author-audience = 発言の立場
moderation-case-author-approved = 承認
moderation-case-author-revised = 修正を依頼
moderation-case-author-declined = 公開見送り
moderation-case-author-count =
    { $n ->
        [0] なし
       *[other] { $n }件
    }
moderation-case-earlier-decisions = この案件についての決定
moderation-case-history = これまでの経過
moderation-case-city-name = 入力された名前
moderation-case-city-country = 国
moderation-case-city-members = { $n }人がこの都市を入力しています
moderation-case-own = 自分の文章なので、ほかの人が決めます。
moderation-case-decided = { $name }さんが決定しました（{ $time }）。
moderation-case-closed = 投稿者が文章を取り下げたため、決めることはありません。
moderation-case-text-gone = 文章はもうありません。

## Deciding

moderation-decide-legend = 決定
moderation-decide-approve = 公開する
moderation-decide-approve-city = 都市を追加する
moderation-decide-revise = 修正を依頼する
moderation-decide-decline = 公開を見送る
moderation-decide-decline-city = 追加しない
moderation-decide-reason = 理由
moderation-decide-reason-hint = 公開する場合以外は必要です。この理由の文は投稿者が読みます。
moderation-decide-reason-none = 理由の選択なし
moderation-decide-note = 投稿者への言葉
moderation-decide-note-hint = 直したほうがよいところ、よかったところ、合いそうな別の場所。投稿者が読みます。
moderation-decide-welcome = 歓迎の言葉を添える
moderation-decide-welcome-hint = メールは歓迎の言葉で始まり、その下に自分の言葉が入ります。
moderation-decide-letter = { $name }さんが読む内容
moderation-decide-letter-approve = あなたの文章が公開されました。
moderation-decide-letter-welcome = ようこそ。あなたの文章が公開されました。ご参加をうれしく思います。
moderation-decide-letter-person = 機械ではなく、モデレーターが決めました。
moderation-decide-send-named = 決定して{ $name }さんに知らせる
moderation-decide-skip = 飛ばす
moderation-decide-undo-span = { $n }秒間は取り消せます
moderation-action-missing = 決定を選ぶ必要があります。
moderation-action-unknown = この種類の案件では使えない決定です。承認待ちの文章と都市はapprove、revise、decline、報告された投稿はagree、disagree、ignoreです。
moderation-reason-missing = 投稿者に理由を伝えるため、理由を選ぶ必要があります。
moderation-reason-unknown = そのような理由はありません。
moderation-note-missing = 理由を自分の言葉で書く必要があります。
moderation-note-long = 2,000文字までです。
moderation-restrictions-unknown = 承認待ちの文章には制限を付けられません。公開になるのは承認だけです。
moderation-version-missing = 読んだ版の番号をIf-Matchヘッダーで送る必要があります。
moderation-version-bad = 版は、引用符で囲んだ整数です。
moderation-filter-unknown = その名前の絞り込み条件はありません。
moderation-text-changed = 投稿者が同時に文章を変更しました。もう一度読んでからの決定になります。

## The last action, and taking it back

moderation-undo-approve = 「{ $title }」を公開しました。
moderation-undo-revise = 「{ $title }」の修正を依頼しました。
moderation-undo-decline = 「{ $title }」の公開を見送りました。
moderation-undo-left = { $n }秒後に投稿者に知らせます。
moderation-undo = 取り消す
moderation-undo-named = 「{ $title }」についての決定を取り消す
moderation-restore = 復元
moderation-restore-named = 「{ $title }」を復元
moderation-undo-late = この決定を取り消せる時間は過ぎました。
moderation-undo-already = この決定はすでに取り消されています。
moderation-undo-superseded = その後、投稿者が文章を編集したか、新しい決定があり、案件は先に進んでいます。

## Somebody was first

moderation-conflict-title = ほかの人が先に対応しました
moderation-conflict-approve = { $name }さんが先に公開しました（{ $time }）。あなたの決定は実行されていません。
moderation-conflict-revise = { $name }さんが先に投稿者へ修正を依頼しました（{ $time }）。あなたの決定は実行されていません。
moderation-conflict-decline = { $name }さんが先に公開の見送りを決めました（{ $time }）。あなたの決定は実行されていません。
moderation-conflict-closed = 決定の前に、投稿者が文章を取り下げました。ほかにすることはありません。
moderation-conflict-taken = { $time }まで{ $name }さんがこの案件を担当しています。あなたの決定は実行されていません。
moderation-conflict-stale-title = 読んだあとに文章が変わりました
moderation-conflict-stale = 開いたあとに、投稿者が文章を変更しました。これが現在の文章です。選んだ内容と書いた内容は下に残っています。もう一度読んでからの決定になります。
moderation-api-decided = 別の決定が先にありました。その内容をここに示します。
moderation-api-claimed = 別のモデレーターがこの案件を担当しています。
moderation-conflict-reason = 理由
moderation-conflict-note = 投稿者への言葉
moderation-conflict-typed = 書いていた内容
moderation-conflict-chosen = 選んでいた内容
moderation-conflict-case = 案件を開く
moderation-conflict-queue = 承認待ち一覧に戻る

## History

moderation-history-title = 決定済みの案件
moderation-history-lede = 担当するスペースでの決定です。新しい順に並びます。公開を見送った文章は、30日間は復元できます。
moderation-history-none = まだ決定はありません。
moderation-history-when = 日時
moderation-history-what = 対象
moderation-history-decision = 決定
moderation-history-by = 決定者
moderation-history-act = 操作
moderation-history-region = 決定済みの案件

moderation-did-approve = 公開
moderation-did-revise = 修正を依頼
moderation-did-decline = 公開見送り
moderation-did-undone = 取り消し
moderation-did-closed = 決定なしで終了

moderation-line-opened = 承認待ちに追加
moderation-line-reopened = 案件を再開
moderation-line-edited = 投稿者が文章を変更
moderation-line-claimed = 担当開始：{ $name }
moderation-line-taken-over = 引き継ぎ：{ $name }
moderation-line-released = 担当終了：{ $name }
moderation-line-approved = 公開：{ $name }
moderation-line-revised = 修正を依頼：{ $name }
moderation-line-declined = 公開見送り：{ $name }
moderation-line-undone = 決定を取り消し：{ $name }
moderation-line-closed = 投稿者が文章を取り下げ
moderation-line-nobody = あるメンバー

## The public log

moderation-log-title = モデレーションの記録
moderation-log-lede = 文章や都市についての決定を、理由とともにすべて載せています。個人の名前と、公開されなかった文章は載せません。
moderation-log-place = Stoaの運営のしかた
moderation-log-here = モデレーションの記録
moderation-log-desk = モデレーターの作業画面
moderation-log-facts = この30日間
moderation-log-machine = 機械だけによる決定
moderation-log-machine-note = ルールで承認待ちになり、人が決めます
moderation-log-filter = 決定の絞り込み
moderation-log-action = 決定
moderation-log-action-all = すべての決定
moderation-log-reason = 理由
moderation-log-reason-all = すべての理由
moderation-log-space = スペース
moderation-log-space-all = すべてのスペース
moderation-log-show = 表示
moderation-log-region = 決定
moderation-log-when = 日時
moderation-log-what = 対象
moderation-log-by = 決定者
moderation-log-by-moderator = モデレーター
moderation-log-nowhere = サイト全体
moderation-log-noreason = 不要
moderation-log-none = まだ決定はありません。最初の決定から、誰でもここで見られます。
moderation-log-none-filtered = この条件に合う決定はありません。

## Reasons: name, title, body (the author reads it), rule of the house

moderation-reason-off-topic = 話題違い
moderation-reason-off-topic-title = この場所には合わない内容です
moderation-reason-off-topic-body = 文章の内容が、このスペースやスレッドの話題とは別のものです。ほかの場所にはちょうど合うかもしれません。
moderation-reason-off-topic-rule = ルール1：問いに沿って書く。
moderation-reason-advertising = 広告
moderation-reason-advertising-title = 販売を目的とした内容です
moderation-reason-advertising-body = 誰も尋ねていない製品やサービスを勧める文章です。使って学んだことを書くか、提案を求める人がいるときに答える形が合います。
moderation-reason-advertising-rule = ルール2：売り込まずに、分かち合う。
moderation-reason-personal-data = 個人情報
moderation-reason-personal-data-title = ほかの人の個人情報が含まれています
moderation-reason-personal-data-body = 名前、住所、電話番号、顔など、同意していないかもしれない人の情報が文章に含まれています。これらを除けば公開できます。
moderation-reason-personal-data-rule = ルール3：ほかの人の私生活に関わることは載せない。
moderation-reason-insult = 人や都市への攻撃
moderation-reason-insult-title = 誰かを攻撃する内容です
moderation-reason-insult-body = 発言や行動ではなく、人、集団、都市そのものを攻撃する文章です。事柄への反論にすれば公開できます。
moderation-reason-insult-rule = ルール4：事柄には厳しく、人には優しく。
moderation-reason-false-information = 誤った情報
moderation-reason-false-information-title = 事実と異なる記述があります
moderation-reason-false-information-body = 誤りと分かっていることを事実として述べているか、示された出典にその内容がありません。訂正するか、出どころを書き添えれば解決します。
moderation-reason-false-information-rule = ルール5：出どころを示す。
moderation-reason-rights = ほかの人の権利
moderation-reason-rights-title = ほかの人の著作物を使っています
moderation-reason-rights-body = ほかの人の文章、画像、図面がそのまま使われています。出典を付けて短く引用するか、リンクにする方法があります。
moderation-reason-rights-rule = ルール6：引用とリンクを使い、書き写さない。
moderation-reason-spam = スパム
moderation-reason-spam-title = 大量に送られたものです
moderation-reason-spam-body = 同じ文章が多くの場所に送られているか、この場所と関係のない内容です。
moderation-reason-spam-rule = ルール7：このスレッドの人に向けて書く。
moderation-reason-other = その他の理由
moderation-reason-other-title = その他の理由
moderation-reason-other-body = 理由はモデレーター自身の言葉にあります。
moderation-reason-other-rule = この場のルール

## What the author reads

moderation-statement-title-approve = あなたの文章が公開されました
moderation-statement-title-revise = 修正の依頼があります
moderation-statement-title-decline = あなたの文章の公開は見送られました
moderation-statement-title-undone = この決定は取り消されました
moderation-statement-title-city-approve = あなたの都市が追加されました
moderation-statement-title-city-decline = あなたの都市は追加されませんでした
moderation-statement-lede = 決定日時：{ $time }
moderation-statement-heading = 決定の内容と理由
moderation-statement-decision = 決定
moderation-statement-decision-approve = このスペースを読める人は誰でも、あなたの文章を読めます。
moderation-statement-decision-revise = あなたの文章は今の場所にあり、編集するまでは、あなたとモデレーターだけに見えます。編集のあと、もう一度人が読みます。
moderation-statement-decision-decline = あなたの文章はほかの人には表示されません。下書きに入っているので、直してもう一度送れます。
moderation-statement-decision-city-approve = この都市を誰でも選べるようになりました。
moderation-statement-decision-city-decline = この都市は一覧にありません。プロフィールで別の都市を選べます。
moderation-statement-where = 範囲
moderation-statement-where-all = このサイト全体、期限なし
moderation-statement-reason = 理由
moderation-statement-rule = ルール
moderation-statement-note = モデレーターの言葉
moderation-statement-how = ここに届いた経緯
moderation-statement-how-newcomer = 承認された投稿が2件に達していなかったため承認待ちになり、その後、人が読みました
moderation-statement-how-space-holds-all = このスペースではすべての投稿が承認待ちになり、その後、人が読みました
moderation-statement-how-city-unknown = 都市が一覧になかったため、人が確認しました
moderation-statement-machine = 機械の役割
moderation-statement-machine-text = 文章を承認待ちにしました。決定はしていません。
moderation-statement-reference = 番号
moderation-statement-on = これからできること
moderation-statement-on-post = 自分の文章を開く
moderation-statement-on-drafts = 下書きを開く
moderation-statement-on-city = 都市を選ぶ
moderation-statement-undone = モデレーターがこの決定を取り消しました（{ $time }）。文章は新しい決定を待っています。
moderation-statement-superseded = これは以前の決定です。その後、文章が変わったか、新しい決定がありました。
moderation-statement-for-moderators = モデレーターとして表示しています。誰が決めたかは投稿者に伝わりません。

## Spaces, for administrators

moderation-spaces-title = スペース
moderation-spaces-lede = 誰が入り、誰が投稿し、何が承認待ちになり、誰がモデレーターを務めるか。
moderation-spaces-settings = { $space }の設定
moderation-spaces-name = 名前（{ $language }）
moderation-spaces-summary = 一文での説明（{ $language }）
moderation-spaces-slug = アドレスに使う名前
moderation-spaces-slug-hint = 英小文字、数字、ハイフン。あとで変更できません。
moderation-spaces-visibility = 入れる人
moderation-spaces-visibility-public = 誰でも
moderation-spaces-visibility-public-hint = サインインしていない人や検索エンジンも含みます。
moderation-spaces-visibility-members = メンバー
moderation-spaces-visibility-members-hint = サインインした人全員。
moderation-spaces-visibility-private = 許可された人だけ
moderation-spaces-visibility-private-hint = ほかの人には、スペースがあること自体が分かりません。
moderation-spaces-posting = 投稿できる人
moderation-spaces-posting-members = メンバーがスレッドを始め、返信する
moderation-spaces-posting-moderators-open = モデレーターがスレッドを始め、メンバーが返信する
moderation-spaces-posting-moderators = モデレーターのみ
moderation-spaces-holding = 承認待ちになるもの
moderation-spaces-holding-newcomers = 新しい人の投稿（2件承認されるまで）
moderation-spaces-holding-everybody = モデレーター以外のすべての投稿
moderation-spaces-languages = 言語
moderation-spaces-languages-hint = en、es、arのようなコードを、半角コンマで区切って入力します。空欄は言語を問わないことを意味します。
moderation-spaces-order = 一覧での順番
moderation-spaces-history = 編集された投稿の以前の文面を、読む人にも公開する
moderation-spaces-neutral = メールの件名にスペース名とスレッド名を入れない
moderation-spaces-save = 設定を保存
moderation-spaces-add = スペースの追加
moderation-spaces-add-button = スペースを追加
moderation-spaces-moderators-none = このスペースだけのモデレーターはいません。すべてのスペースのモデレーターと管理者が担当します。
moderation-spaces-form = 設定
moderation-spaces-here = ここで決定する人
moderation-spaces-roles = 役割を付与・解除
moderation-spaces-presence = 投稿者に伝わる内容
moderation-spaces-changed = その間に、ほかの人がこのスペースを変更しました。これが現在の設定です。
moderation-spaces-open = スペースを開く

## Keys

moderation-key-next = 次、前
moderation-key-claim = 担当する、担当を外れる
moderation-key-approve = 公開する
moderation-key-revise = 修正を依頼する
moderation-key-decline = 公開を見送る
moderation-key-reason = 理由を選ぶ
moderation-key-note = 投稿者に書く
moderation-key-send = 決定する
moderation-key-undo = 取り消す
moderation-key-skip = 飛ばす
moderation-spaces-translated = 文章を翻訳サービスに渡してよい
moderation-tended-slowed = 低速モードをオンにしました
moderation-tended-unslowed = 低速モードをオフにしました
