# Background jobs, for administrators.

jobs-title = バックグラウンド処理
jobs-backlog = 実行待ちは{ $due }件、あとで実行する予定は{ $planned }件、失敗して保留中は{ $dead }件です。
jobs-none = 保留中の処理はありません。メールと通知は自動で送られています。
jobs-dead = 保留中の処理
jobs-kind = 処理
jobs-attempts = 試行回数
jobs-error = 最後の失敗の内容
jobs-when = 保留日時
jobs-act = 操作
jobs-retry = もう一度実行
flash-retried = 処理をもう一度実行しています。
