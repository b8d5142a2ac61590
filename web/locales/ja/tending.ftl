# Bookmarks and moments.
threads-bookmarks = ブックマーク
threads-bookmarks-lede = 後で読むために取っておいた投稿です。ほかの人には見えません。
threads-bookmarks-none = まだ何もありません。投稿の下の「ブックマーク」を押すと、ここに入ります。
threads-bookmarks-older = 以前のブックマーク
threads-bookmark = あなたのブックマーク
threads-bookmark-away = この投稿はもうありません。
threads-bookmark-note = メモ
threads-bookmark-note-long = メモが長すぎます。300文字以内にしてください。
threads-bookmark-when = リマインダー
threads-bookmark-never = 不要
threads-bookmark-reminds = { $time }にお知らせします。
threads-bookmark-change = メモとリマインダー
threads-bookmark-delete = ブックマークを外す
threads-bookmark-save = 保存
threads-bookmarks-many = 上限の2,000件に達しています。先にいくつか外してください。
threads-moment-past = その日時は過ぎています。先の日時を選んでください。
threads-moment-far = 2年より先です。もっと近い日時を選んでください。
flash-bookmarked = ブックマークしました。「ブックマーク済み」からリマインダーを設定できます。
flash-bookmark-set = ブックマークを保存しました。
flash-bookmark-gone = ブックマークを外しました。
chrome-post-bookmark = ブックマーク
chrome-post-bookmark-of = { $name }さんの投稿をブックマーク
chrome-post-bookmarked = ブックマーク済み
chrome-post-bookmarked-of = ブックマーク済み: { $name }さんの投稿
threads-key-b = ブックマーク
threads-home-reminder = リマインダーを設定した投稿です
digests-inbox-reminder = リマインダーを設定した投稿です
digests-why-reminder = ご自身で設定したため
letters-reminder-subject = リマインダー: { $title }
letters-reminder-note = メモ: { $note }
letters-why-reminder = この投稿のリマインダーを設定したため、このメールが届いています。
moment-in-hour = 1時間後
moment-in-tomorrow = 明日の8時
moment-in-days = 3日後の8時
moment-in-monday = 次の月曜日の8時
moment-in-month = 4週間後の8時
moment-at = 下で指定した日時
moment-at-label = 日時
moment-zone = あなたのタイムゾーン（{ $zone }）での日時です。
moment-unread = 日時を選んでください。

# Closed and opened by the clock, and slow mode.
flash-timer = その日時にスレッドは自動で閉じます。
flash-timer-off = スレッドは自動では閉じません。
flash-slow = モデレーター以外は、間を空けて投稿する設定になりました。
flash-slow-off = ほかのスレッドと同じ頻度で投稿できます。
threads-tend-clock = 日時を指定
threads-tend-opens = 今閉じて、再び開く
threads-tend-opens-never = モデレーターが開くまで
threads-tend-close-until = その時まで閉じる
threads-tend-timer = 今は開いたまま、自動で閉じる
threads-tend-timer-never = 閉じない
threads-tend-timer-set = 日時を設定
threads-timer-closed = スレッドはすでに閉じています。
threads-opens-at = { $time }に再び開きます
threads-closes-at = { $time }に閉じます
threads-slow = 低速モード
threads-slow-off = オフ
threads-slow-set = 間隔を設定
threads-slow-unknown = 一覧から間隔を選んでください。
threads-slow-rule = 低速モード: { $every }。みんなが読み追えるようにするためです。
threads-slow-until = 次に投稿できるのは{ $time }です。
threads-slow-minutes = 1人につき{ $n }分に1件まで
threads-slow-hours = 1人につき{ $n }時間に1件まで

# Published later.
threads-later = 公開予定
threads-later-at = { $time }に公開します
threads-later-stop = 予約を取り消す
threads-later-choose = 後で公開する
threads-later-when = 日時
threads-later-choose-when = 日時を選んでください
threads-later-send = この日時に公開
threads-later-many = 公開予定の投稿は50件までです。先にいくつか公開するか削除してください。
flash-later = 保存しました。指定の日時に自動で公開されます。それまではここで変更できます。
flash-later-not = 公開するまで下書きのままになります。
digests-inbox-unsent = 投稿を予定の日時に公開できませんでした
digests-why-unsent = 下書きに保存してあります
threads-later-not-this = 後で公開できるのは、新しいスレッドか返信だけです。

# Blocked people.
threads-level-blocked = ブロック: 投稿を折りたたみ、通知しない
threads-level-blocked-hint = 名前を挙げられたり返信されたりしても通知されません。相手には知らされません。
chrome-post-folded = ブロックした人の投稿です。表示する

# Polls.
threads-poll = 投票
threads-poll-help = 項目が ( ) で始まるリストは投票になります: - ( ) 路面電車
threads-poll-choose = 選択肢を1つ選んでください。
threads-poll-reason = 理由を書く
threads-poll-reason-hint = 理由はあなたの名前でスレッドへの返信になります。書かなければ、何に投票したかはほかの人には見えません。
threads-poll-vote = 投票する
threads-poll-again = 投票を変える
threads-poll-withdraw = 投票を取り消す
threads-poll-yours = あなたの票
threads-poll-over = 終了
threads-poll-closed = 投票は終了しました。
threads-poll-changed = 選択肢が変わりました。もう一度確かめてから投票してください。
threads-poll-keep = 投票の締め切りと結論
threads-poll-conclude = 投票が終わりました。結論を書く
threads-poll-closing = 締め切り
threads-poll-closing-never = 結論を書いたとき
threads-poll-closing-set = 日時を設定
threads-poll-outcome = 結論
threads-poll-outcome-hint = 何が決まり、次に何をするか。スレッドへの返信になり、投票のところにも表示されます。
threads-poll-outcome-close = この結論で投票を締め切る
threads-poll-outcome-write = 結論を書く
threads-poll-outcome-is = 結論
threads-poll-outcome-go = スレッドで読む
flash-voted = 投票しました。
flash-vote-withdrawn = 投票を取り消しました。
flash-vote-reason-held = 投票しました。理由はモデレーターの確認を待っています。
flash-poll-set = 投票の日時を設定しました。
flash-poll-closed = 投票を締め切り、結論をスレッドに載せました。
threads-home-poll-closed = あなたの投票が終わりました。結論を書いてください
digests-inbox-poll-closed = あなたの投票が終わりました。結論を書いてください
digests-why-poll-closed = あなたが作った投票のため
threads-poll-voters = { $n ->
    [0] まだ誰も投票していません
   *[other] { $n }人が投票しました
}
threads-poll-votes = { $n }票: ミッション都市から{ $mission }票、世界の都市から{ $world }票
threads-poll-newcomer = 投稿が2件承認されると投票できます。
threads-poll-count = { $n }票
