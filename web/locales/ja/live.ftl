# What happens while a page is open: connection, presence, typing; refusals of the socket.

## Refusals of the socket and of histories

live-refused-query = このアドレスではクエリを使えません。トークンはヘッダーで送ります。
live-refused-upgrade = このアドレスはWebSocket専用で、サブプロトコルはstoa.v1です。
live-refused-gone = このイベントの一部はもう保存されていません。現在の内容を読み込む必要があります。
live-after-bad = 開始位置の番号は0以上です。

## What the socket says of frames it does not take

live-wrong-malformed = このフレームは、文書にあるどの形式にも当てはまりません。
live-wrong-too-fast = 短い時間にフレームが多すぎたため、このフレームは読み取っていません。
live-wrong-too-many-topics = 1つの接続で受信できるトピックは50個までです。
live-wrong-not-found = 受信できるトピックの中に該当するものはありません。
live-wrong-not-joined = 先にトピックへの参加が必要です。
live-wrong-unavailable = まもなく再び使えるようになります。

## The line about the connection

live-connected = 接続中です。新しい返信は自動で表示されます。
live-reconnecting = 再接続しています。書き続けられます。
live-offline = 接続がありません。書き続けられます。
live-again = もう一度試す
live-back = 再接続しました。見逃したものはありません。
live-away = 再接続しました。離れている間に{ $n }件の返信がありました。
live-away-many = 再接続しました。離れている間に{ $n }件を超える返信がありました。
live-left = このスレッドは閲覧できなくなりました。

## Who is here

live-here = { $n }人が閲覧中
live-here-many = { $n }人を超える人が閲覧中
live-typing-one = { $name }さんが入力中
live-typing-two = { $name }さんと{ $other }さんが入力中
live-typing-more = 複数の人が入力中

## The inbox in the header

live-inbox-many = 通知、{ $n }件を超える新着
