# Bookmarks and moments.
threads-bookmarks = Bookmarks
threads-bookmarks-lede = Posts that you keep for later. Nobody else sees what you keep.
threads-bookmarks-none = You keep nothing yet. Under every post, “Bookmark” keeps it here.
threads-bookmarks-older = Older bookmarks
threads-bookmark = Your bookmark
threads-bookmark-away = This text is not there any more.
threads-bookmark-note = Your note
threads-bookmark-note-long = The note is too long: 300 characters at most.
threads-bookmark-when = Remind me
threads-bookmark-never = Not at all
threads-bookmark-reminds = You are reminded on { $time }.
threads-bookmark-change = Note and reminder
threads-bookmark-delete = Remove the bookmark
threads-bookmark-save = Save
threads-bookmarks-many = You keep 2,000 posts, which is the most. Let some go first.
threads-moment-past = That moment is past. Choose a later one.
threads-moment-far = That is more than two years ahead. Choose an earlier moment.
flash-bookmarked = Kept among your bookmarks. “Bookmarked” sets a reminder.
flash-bookmark-set = Your bookmark is saved.
flash-bookmark-gone = The bookmark is removed.
chrome-post-bookmark = Bookmark
chrome-post-bookmark-of = Bookmark the post by { $name }
chrome-post-bookmarked = Bookmarked
chrome-post-bookmarked-of = Bookmarked: the post by { $name }
threads-key-b = bookmark
threads-home-reminder = You wanted to be reminded of this
digests-inbox-reminder = You wanted to be reminded of this
digests-why-reminder = because you asked for it
letters-reminder-subject = Reminder: { $title }
letters-reminder-note = Your note: { $note }
letters-why-reminder = You get this because you asked to be reminded of this post.
moment-in-hour = In an hour
moment-in-tomorrow = Tomorrow at eight
moment-in-days = In three days at eight
moment-in-monday = Next Monday at eight
moment-in-month = In four weeks at eight
moment-at = At the moment below
moment-at-label = Day and hour
moment-zone = In your time zone, { $zone }.
moment-unread = Choose a day and an hour.

# Closed and opened by the clock, and slow mode.
flash-timer = The thread closes by itself then.
flash-timer-off = The thread does not close by itself.
flash-slow = Everybody but moderators writes here once in a while now.
flash-slow-off = Everybody writes here as often as elsewhere.
threads-tend-clock = By the clock
threads-tend-opens = Closed now; open again
threads-tend-opens-never = When a moderator opens it
threads-tend-close-until = Close until then
threads-tend-timer = Open now; close by itself
threads-tend-timer-never = Never
threads-tend-timer-set = Set the time
threads-timer-closed = The thread is closed already.
threads-opens-at = Opens again on { $time }
threads-closes-at = Closes on { $time }
threads-slow = Slow mode
threads-slow-off = Off
threads-slow-set = Set the pace
threads-slow-unknown = Choose one of the paces in the list.
threads-slow-rule = Slow mode: { $every }, so that everybody can follow.
threads-slow-until = You can write again on { $time }.
threads-slow-minutes = { $n ->
    [one] one text each in { $n } minute
   *[other] one text each in { $n } minutes
}
threads-slow-hours = { $n ->
    [one] one text each in { $n } hour
   *[other] one text each in { $n } hours
}

# Published later.
threads-later = To be published
threads-later-at = Published on { $time }
threads-later-stop = Not by itself
threads-later-choose = Publish later
threads-later-when = When
threads-later-choose-when = Choose a moment
threads-later-send = Publish then
threads-later-many = Fifty of your texts wait for their moment, which is the most. Publish or delete some first.
flash-later = Kept. It is published by itself at its moment; until then you can change it here.
flash-later-not = It stays a draft until you publish it.
digests-inbox-unsent = A text of yours could not be published at its moment
digests-why-unsent = it is kept among your drafts
threads-later-not-this = Only a new thread or a reply can be published later.

# Blocked people.
threads-level-blocked = Block: fold the texts, tell nothing
threads-level-blocked-hint = You are not even told when this person names or answers you. The person does not learn of it.
chrome-post-folded = You have blocked this person. Show the text

# Polls.
threads-poll = Poll
threads-poll-help = A list whose items begin with ( ) is a poll: - ( ) Trams.
threads-poll-choose = Choose one of the options.
threads-poll-reason = Say why
threads-poll-reason-hint = Your reason becomes a reply in the thread, under your name. Without one, nobody sees what you voted for.
threads-poll-vote = Vote
threads-poll-again = Change my vote
threads-poll-withdraw = Take my vote back
threads-poll-yours = your vote
threads-poll-over = Closed
threads-poll-closed = The poll is closed.
threads-poll-changed = The options have changed. Look at them again before you vote.
threads-poll-keep = Closing and outcome of the poll
threads-poll-conclude = The poll is over. Write what came of it
threads-poll-closing = When it closes
threads-poll-closing-never = When I write the outcome
threads-poll-closing-set = Set the time
threads-poll-outcome = What came of it
threads-poll-outcome-hint = What is decided, and what follows. It becomes a reply in the thread and stands at the poll.
threads-poll-outcome-close = Close the poll with this outcome
threads-poll-outcome-write = Write the outcome
threads-poll-outcome-is = Outcome
threads-poll-outcome-go = Read it in the thread
flash-voted = Your vote counts.
flash-vote-withdrawn = Your vote is taken back.
flash-vote-reason-held = Your vote counts. Your reason waits for a moderator.
flash-poll-set = The time of the poll is set.
flash-poll-closed = The poll is closed, and its outcome stands in the thread.
threads-home-poll-closed = Your poll is over. Write what came of it
digests-inbox-poll-closed = Your poll is over. Write what came of it
digests-why-poll-closed = because you made the poll
threads-poll-voters = { $n ->
    [0] Nobody has voted yet
    [one] { $n } person has voted
   *[other] { $n } people have voted
}
threads-poll-votes = { $n ->
    [one] { $n } vote: { $mission } from Mission cities, { $world } from cities worldwide
   *[other] { $n } votes: { $mission } from Mission cities, { $world } from cities worldwide
}
threads-poll-newcomer = You can vote once two of your texts have been approved.
threads-poll-count = { $n ->
    [0] no votes
    [one] { $n } vote
   *[other] { $n } votes
}
threads-unreplied = { $n ->
    [one] { $n } thread waits for its first reply
   *[other] { $n } threads wait for their first reply
}
threads-unreplied-head = Nobody has answered yet
threads-filter-unreplied = Nobody has replied
threads-related = Related threads
threads-table = Table of this thread
threads-table-number = No.
threads-table-who = Who
threads-table-begins = Begins
threads-table-useful = Useful
threads-table-day = When
threads-table-gone = This post is not there any more.
threads-order-refused = { $n ->
    [one] { $n } thread stays here. The others have gone.
   *[other] { $n } threads stay here. The others have gone.
}
threads-tend-many = Keep this space in order
threads-order-many = Move many threads
threads-order-lede = Choose the threads that belong elsewhere. Their old addresses, quotes and reading positions hold.
threads-order-look = look
threads-order-none = Choose one to a hundred threads.
threads-order-nowhere = You look after no other space.
flash-moved-all = The threads stand in this space now.

# The summary of a thread.
threads-summary = Summary
threads-summary-lede = What a newcomer should know of this thread in two minutes: what is agreed, what is open, which posts to read. It becomes a reply, and stands on top until somebody writes a better one.
threads-summary-text = The summary
threads-summary-send = Put it on top
threads-summary-sources = Links to the posts, to copy into the text
threads-summary-write = Sum this thread up
threads-summary-anew = Write it anew
threads-summary-reply = Read it among the replies
threads-summary-unset = Not a summary any more
threads-summary-other = Another summary stands there now.
flash-summary = Your summary stands on top of the thread now.
flash-summary-gone = The thread has no summary now. The reply stays.
threads-summary-reply-only = Only a reply of this thread can sum it up.

# Posts that everybody may edit.
threads-wiki = Everybody may edit this text.
threads-wiki-by = Everybody may edit this text. { $name } did so last.
threads-wiki-waits = This text cannot be edited just now. Try again later.
chrome-post-wiki = Let everybody edit
chrome-post-wiki-of = Let everybody edit the post by { $name }
chrome-post-unwiki = Author alone edits
chrome-post-unwiki-of = Author alone edits the post by { $name }
flash-wiki = Everybody may edit this text now. Every wording is kept.
flash-wiki-off = Only its author edits this text now.
threads-wiki-files = The text of somebody else shows the files that stand there. Others cannot be added.
threads-later-gone = This text is published already, or was thrown away.
