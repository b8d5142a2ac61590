# The moderators' desk: what weighs how much.
moderation-order = 順序
moderation-order-age = 古い順
moderation-order-score = 重みの大きい通報順
moderation-weight = 重み { $points }
moderation-weight-why = 重み { $points }：通報 1、通報者への信頼 { $trust }、これまでの通報 { $accuracy }（{ $judged } 件中 { $agreed } 件が正当）、害が続くもの { $bonus }。
moderation-whose-mine = 自分の担当
moderation-whose-all = 自分のスペースの全員分
moderation-routed = 現在の担当は { $names }。{ $time } からはより多くの人が担当します。
moderation-routed-all = 2 日間待っているため、決定できる全員が担当します：{ $names }。

# Away, and time to take a decision back.
accounts-away-title = 不在
accounts-away-lede = この期間（両端の日を含む）は案件が割り当てられず、投稿者にも対応の見込みは伝えられません。
accounts-away-from = 不在 { $n }、最初の日
accounts-away-to = 不在 { $n }、最後の日
accounts-away-bad = 不在の開始日と終了日を、早い日を先に、1 年以内で入力してください
accounts-away-many = 不在は 6 件までです
accounts-patient = 決定の取り消しに 10 分の猶予をもらう
accounts-patient-hint = 投稿者への連絡も同じだけ待ちます。公開した内容はすぐに公開されます。
rights-file-moderating-absences = モデレーションを離れる期間。
rights-file-moderating-desk = モデレーション画面の設定。
moderation-undo-left-minutes = { $n }分後に投稿者に知らせます。
moderation-decide-undo-minutes = { $n }分間は取り消せます
moderation-whose-others = { $n }件は他のモデレーターの担当です。
