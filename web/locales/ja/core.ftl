# Words that every page and letter may use, and words inside posts.

core-save = 保存
core-cancel = キャンセル
core-languages = 言語
core-city = 都市

## Cities


## Days and hours

core-minutes = { $n }分
core-hours = { $n }時間
core-days = { $n }日間

## Lists of names


## Inside posts

core-alert-note = メモ
core-alert-tip = ヒント
core-alert-important = 重要
core-alert-warning = 警告
core-alert-caution = 注意
core-task-done = 完了
core-task-open = 未完了
core-table = 表
core-footnote-back = 本文の注{ $n }に戻る
core-quote-gone = 引用された投稿はもうここにはありません。
core-picture-undescribed = 説明のない画像
core-size-kb = { $n } KB
core-size-mb = { $n } MB
core-decimal = .
