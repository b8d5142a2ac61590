# What happens while a page is open: connection, presence, typing; refusals of the socket.

## Refusals of the socket and of histories

live-refused-query = This address takes no query: send the token as a header.
live-refused-upgrade = This address speaks WebSocket alone, with the subprotocol stoa.v1.
live-refused-gone = Some of these events are no longer kept. Read what is there now.
live-after-bad = The number to begin after is 0 or more.

## What the socket says of frames it does not take

live-wrong-malformed = This frame has none of the shapes that the documentation names.
live-wrong-too-fast = Too many frames in a short time; this one was not read.
live-wrong-too-many-topics = One connection hears at most 50 topics.
live-wrong-not-found = There is no such topic to hear.
live-wrong-not-joined = Join the topic first.
live-wrong-unavailable = This works again in a moment.

## The line about the connection

live-connected = Connected. New replies appear by themselves.
live-reconnecting = Reconnecting. You can go on writing.
live-offline = No connection. You can go on writing.
live-again = Try again
live-back = Connected again. Nothing was missed.
live-away =
    { $n ->
        [one] Connected again. { $n } reply arrived while you were away.
       *[other] Connected again. { $n } replies arrived while you were away.
    }
live-away-many = Connected again. More than { $n } replies arrived while you were away.
live-left = This thread is no longer open to you.

## Who is here

live-here =
    { $n ->
        [one] { $n } person is reading now
       *[other] { $n } people are reading now
    }
live-here-many = More than { $n } people are reading now
live-typing-one = { $name } is writing
live-typing-two = { $name } and { $other } are writing
live-typing-more = Several people are writing

## The inbox in the header

live-inbox-many = Inbox, more than { $n } new
