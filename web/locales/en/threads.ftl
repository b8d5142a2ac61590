# Spaces, threads and posts: reading, writing, drafts, home.

flash-published = Published.
flash-held = Sent. It waits for a moderator, and stands here for you alone until then.
flash-edited = The new wording is here.
flash-edit-held = The new wording waits for a moderator. Until then the old one stays.
flash-deleted = Taken back.
flash-accepted = This is the accepted answer now.
flash-unaccepted = The question has no accepted answer now.
flash-marked = Marked as useful.
flash-unmarked = No longer marked as useful.
flash-draft-saved = Kept in your drafts.
flash-draft-deleted = The draft is gone.
flash-read = Marked as read up to here.
flash-read-all = Everything is marked as read.
flash-followed = What you are told of this is set.

# Kinds of threads
threads-kind-question = Question
threads-kind-question-hint = You ask, and choose the answer that helped.
threads-kind-experience = Experience
threads-kind-experience-hint = What you did, what it cost, what went wrong.
threads-kind-need = Need
threads-kind-need-hint = Your city looks for a document, advice or a partner.
threads-kind-offer = Offer
threads-kind-offer-hint = Your city has something that others can use.
threads-kind-announcement = Announcement
threads-kind-announcement-hint = News that cities should know of.
threads-kind-dialogue-followup = Follow-up of a dialogue
threads-kind-dialogue-followup-hint = What stayed open after a live dialogue.
threads-begin = Start a thread
threads-begin-more = More to start
threads-begin-question = Ask the cities
threads-begin-experience = Tell an experience
threads-begin-need = Say what you need
threads-begin-offer = Make an offer
threads-begin-announcement = Announce something
threads-opened-question = asked
threads-opened-experience = told it
threads-opened-need = needs it
threads-opened-offer = offers it
threads-opened-announcement = announced it
threads-opened-dialogue-followup = went on with it
threads-answered = accepted answer

# People
threads-person-former = Former member
threads-person-former-number = Former member { $number }
threads-title-erased = Title taken back by its author
threads-role-moderator = moderator

# Waiting for a moderator
threads-held-newcomer = The first two texts of each new member are read by a moderator before others see them.
threads-held-space = In this space a moderator reads every text before others see it.
threads-wait-no-hours = A person will look at it. Only you and the moderators see it until then.
threads-wait-here = A moderator is here now, until { $time }. Only you and the moderators see it until then.
threads-wait-next = The next moderator is here on { $time }. Only you and the moderators see it until then.
threads-wait-reads = The next moderator who reads { $language } is here on { $time }. Only you and the moderators see it until then.
threads-declined = It was not published. The reason is in your drafts.
threads-removed = A moderator took it away after it was published.
threads-edit-waits = A new wording waits for approval

# A thread
threads-page = page { $n }
threads-position = Page { $page } of { $pages }
threads-title-gone = A thread that was taken away
threads-replies = { $n ->
    [0] No replies yet
    [one] { $n } reply
   *[other] { $n } replies
}
threads-go-answer = Go to the accepted answer
threads-go-unread = Go to the first unread post
threads-in-reply-to = in reply to { $name }
threads-rail = In this place
threads-all-spaces = All spaces
threads-themes = Themes
threads-kept = Kept for later
threads-beside = Beside
threads-conversation = The conversation
threads-cities = { $n ->
    [one] { $n } city in it
   *[other] { $n } cities in it
}
threads-this = This thread
threads-mark-read = Mark as read up to here
threads-way-thread = Go to the beginning of the thread
threads-way-space = Go to the space

# How closely something is followed
threads-level = What you are told of it
threads-level-set = Set
threads-level-muted = Nothing
threads-level-muted-hint = Only when somebody names you.
threads-level-normal = What concerns you
threads-level-normal-hint = When somebody names you or answers you.
threads-level-tracking = How much is new
threads-level-tracking-hint = You see here what is new; no letters.
threads-level-watching = Everything
threads-level-watching-hint = You are told of every post.
threads-follow-space = Follow this space
threads-follow-person = Follow this person
threads-follow-city = Follow this city
threads-tab-following = Following
threads-following = What you follow
threads-following-lede = Threads, spaces, themes, cities and people of which you are told more than what concerns you, or nothing. Of a theme and a city you are told what begins; of a person, every post.
threads-following-none = You follow nothing yet. Every thread, space, city and person has “What you are told of it” on its page.
threads-following-a-theme = Follow a theme
threads-following-thread = Thread
threads-following-space = Space
threads-following-theme = Theme
threads-following-city = City
threads-following-person = Person

# Writing a reply
threads-reply = Reply
threads-reply-as = Reply as { $city }
threads-reply-text = Your reply
threads-post-reply = Post reply
threads-replying-to = In reply to { $name }
threads-reply-to-all = Answer the thread instead
threads-reply-at-end = Reply at the end of the thread
threads-save-draft = Keep as a draft
threads-language-found = Found by itself
threads-closed = This thread is closed and takes no more replies.
threads-closed-guest = Sign in to reply.
threads-closed-held = Replies are open once the thread is published.
threads-closed-declined = It was not published. Its author has the text and the reason among the drafts.
threads-closed-moderators = In this space only moderators write.
threads-closed-meanwhile = The thread was closed while you wrote. Your text is in your drafts.

# Opening a thread
threads-new-heading = Start a thread
threads-new-lede = Say in the title what you want to know or have to give: people decide by it whether they can help.
threads-new-space = Space
threads-new-space-choose = Choose a space
threads-new-kind = What is it?
threads-new-title = Title
threads-new-title-hint = One line, as you would ask a colleague in another city.
threads-new-themes = Themes
threads-new-themes-hint = Up to five. Open a group to see what is in it.
threads-new-body = Your text
threads-new-send = Post thread

# What cannot be taken
threads-title-missing = Give it a title: people decide by it whether they can help.
threads-title-long = The title is longer than 255 characters. Move some of it into the text.
threads-body-missing = There is no text yet.
threads-body-long = The text is longer than 64 KiB. Split it into two posts.
threads-kind-unknown = Choose what it is.
threads-space-missing = Choose a space.
threads-theme-unknown = There is no such theme.
threads-themes-many = Choose five themes at most.
threads-language-unknown = This language is not known here.
threads-affiliation-unknown = You can speak for your own city only.
threads-reply-to-unknown = The post you answer does not stand in this thread.
threads-answer-elsewhere = The answer has to be a reply in this thread.
threads-answer-no-question = Only a published question has an accepted answer.
threads-post-gone = This post is no longer there to be changed.
threads-post-moved-on = Somebody decided on this post meanwhile.
threads-thread-gone = This thread is no longer there.
threads-level-unknown = There is no such level.
threads-draft-long = The draft is too long to be kept.
threads-draft-slot-bad = There is no such draft.
threads-city-unknown = There is no such city.
threads-direction-unknown = The direction is mission, worldwide or neither.
threads-if-match = Send the version you edited in the header If-Match.
threads-stale = Somebody changed it after you began.
threads-space-slug-bad = The address has small letters, digits and hyphens only.
threads-space-slug-taken = Another space has this address.
threads-space-name-missing = Give the space a name.
threads-space-name-long = The name is too long.
threads-space-summary-long = The summary is too long.
threads-space-languages-many = These are too many languages.

# Changing and taking back
threads-edit-heading = Change your post
threads-edit-body = The new wording
threads-edit-send = Save
threads-edit-back = Back to the post
threads-edit-stale = The post was changed while you wrote
threads-edit-stale-text = Nothing is lost: the wording that is there now and yours both stand on this page. Save again to put yours in its place.
threads-edit-there = The wording that is there now
threads-edit-yours = Your wording
threads-delete-heading = Take this post back?
threads-delete-text = Its text goes for everybody. A line in its place says that its author deleted it.
threads-delete-opening = Its text goes for everybody. If nobody else has replied, the thread goes with it.
threads-delete-send = Take it back
threads-withdraw-heading = Withdraw this text?
threads-withdraw-text = It is taken out of the moderators’ queue. Nobody else has seen it.
threads-withdraw-send = Withdraw it
threads-history = What was changed
threads-history-lede = Every wording of this post, the newest first. Words that were taken out are struck through, words that were put in are underlined.
threads-history-now = Version { $n }, as it is now
threads-history-version = Version { $n }
threads-history-waits = A new wording that waits
threads-history-declined = A new wording that was not published
threads-history-gone = taken out:
threads-history-new = put in:

# Drafts
threads-drafts = Drafts
threads-drafts-lede = Texts you have not sent yet. Nobody else sees them.
threads-drafts-returned = Given back to you
threads-drafts-waiting = Waiting for a moderator
threads-drafts-kept = Not sent yet
threads-drafts-none = There is nothing here. What you write is kept while you write it.
threads-drafts-go-on = Go on writing
threads-drafts-delete = Throw away
threads-drafts-statement = All about this decision
threads-draft-new = A thread
threads-draft-reply = A reply
threads-draft-edit = A new wording

# Spaces
threads-spaces-lede = Each space is for one kind of talk. Themes are labels on threads, and run through all of them.
threads-count = { $n ->
    [one] { $n } thread
   *[other] { $n } threads
}
threads-last = last written
threads-members-only = for members
threads-join-to-write = Join to write here
threads-filter = Filter the threads
threads-filter-status = Status
threads-filter-all = All threads
threads-filter-open = No accepted answer
threads-filter-answered = Answered
threads-filter-unread = Unread
threads-filter-kind = Kind
threads-filter-exchange = Exchange
threads-filter-both = Both ways
threads-filter-mission = A Mission city begins
threads-filter-worldwide = A city worldwide begins
threads-order = Sort by
threads-order-latest = Last reply
threads-order-newest = Newest thread
threads-filter-space = Space
threads-filter-spaces = All spaces
threads-filter-kinds = Every kind
threads-filter-theme = Theme
threads-filter-themes = Every theme
threads-filter-languages = Any language
threads-filter-apply = Show
threads-filter-drop = Show all threads
threads-all-read = Mark all as read
threads-waiting = Waiting for a moderator
threads-list = Threads
threads-none = Nobody has written here yet. The first thread is seen by everybody who follows this space.
threads-none-match = No thread fits what you chose.
threads-pager-first = Back to the newest
threads-pager-older = Older threads
threads-strokes = How to read the strokes
threads-strokes-text = One stroke is one reply, the oldest first. A gap is a day of silence. The stroke with a cap is the accepted answer; strong strokes are new to you.
threads-strokes-example = An example: seven replies, four from Mission cities, three from elsewhere, one of them the accepted answer
threads-carers = Looking after this space

# Home
threads-home-guest = What one city has learned, another can use
threads-home-lede = Stoa is where people who work for cities ask each other, tell what worked and what did not, and find partners. Mission cities and cities worldwide speak as equals.
threads-home-join = Join with your city
threads-home-look = Look around first
threads-home-how = How it works
threads-home-how-text = Everything here can be read without an account. To write, join with an address and your city. A moderator reads your first two texts before others see them. No advertising, no tracking.
threads-home-city = { $city }, today
threads-home-across = Across cities, today
threads-home-first = You are the first from { $city } to be here. Nobody has opened a thread for it yet: one question is enough to let the others know.
threads-home-you = For you
threads-home-nothing = Nothing waits for you.
threads-home-waiting = Waits
threads-home-returned = A text was given back to you, with the reason
threads-home-waits = Your text waits for a moderator
threads-home-mentioned = { $name } named you
threads-home-quoted = { $name } quoted you
threads-home-replied = { $name } answered you
threads-home-your-thread = { $name } wrote in your thread
threads-home-accepted = Your answer was accepted by { $name }
threads-home-approved = Your text is published
threads-home-revise = A moderator asks you for a change
threads-home-follows = Threads to go on with
threads-why-yours = you started it
threads-why-follow = you follow it
threads-why-read = you read it before
threads-why-unanswered = nobody has answered yet
threads-home-facing = Needs and offers
threads-home-needs = They need
threads-home-offers = They offer
threads-home-no-needs = No city has named a need yet.
threads-home-no-offers = No city has made an offer yet.
threads-home-all = All needs and offers
threads-home-open = Questions without a reply
threads-home-newest = Newest threads
threads-home-empty = Nobody has written anything yet. The first thread stands here for all.

# Keys
threads-key-j = next post or thread
threads-key-k = previous one
threads-key-n = first unread post
threads-key-a = accepted answer
threads-key-r = reply
threads-key-q = quote the post, or what is selected
threads-key-u = useful
threads-key-send = send

# Keeping threads in order
flash-closed = The thread is closed. Only moderators reply now.
flash-reopened = The thread is open again.
flash-pinned = The thread stands first in its space.
flash-unpinned = The thread stands in its place again.
flash-moved = The thread stands in this space now.
flash-merged = The posts stand here now. The old address leads here.
flash-split = The replies are a thread of their own now.
threads-tend = Keep this thread in order
threads-tend-close = Close
threads-tend-reopen = Open again
threads-tend-pin = Put first
threads-tend-unpin = No longer first
threads-tend-space = Space
threads-tend-move = Move there
threads-tend-into = Join to another thread
threads-tend-into-hint = The address of the thread to whose end these posts go.
threads-tend-merge = Join
threads-split = Make a new thread of some replies
threads-split-lede = The replies that you choose go to a thread of their own, in their order. Their old addresses lead there.
threads-split-title = Title of the new thread
threads-split-posts = Replies
threads-split-look = Look at reply { $n } in its place
threads-split-do = Make the thread
threads-split-nothing = There are no replies on this page that could become a thread.
threads-split-none = Choose one reply at least
threads-split-many = Choose at most 200 replies at once
threads-split-elsewhere = Choose replies that stand in this thread
threads-merge-itself = A thread cannot be joined to itself: give the address of another one
threads-merge-unknown = This is no address of a thread. It looks like /t/ and 26 letters and digits
threads-move-author-outside = Who began the thread may not enter that space and would lose it. Let that person in first, or choose another space.
threads-pins-many = Twenty threads stand first in this space already: let one of them go back first
threads-similar = Perhaps it has been asked already
threads-moved = Posts that stand in another thread now
threads-moved-post = Post { $n }

# Texts in other languages
threads-translate-page = Translate { $n } posts into { $language }
threads-key-t = translate the post, or show its original
threads-translation-same = This text is in that language already.
threads-translation-adds = A translation links, quotes and names what the original does, nothing else. Take out what was added.
threads-translation-stale = Somebody improved this meanwhile, or the post says something else now. Yours is below; compare it with what is there.
threads-translation-title = Improve the translation into { $language }
threads-translation-lede = What you write stands beside the original under your name. Names (@…), links and quotes stay as they are.
threads-translation-original = Original
threads-translation-now = What is there now
threads-translation-heading = Title
threads-translation-text = Translation
threads-translation-send = Publish the translation
threads-translation-history = Editions of the translation into { $language }
threads-translation-edition = Edition { $n }
threads-translation-by-machine = made by machine
threads-translation-use = Use this edition again
threads-readers = { $n ->
    [one] One person will read this in translation: { $languages }
   *[other] { $n } people will read this in translation: { $languages }
}
flash-translation-asked = It is being translated. The translation will stand here in a moment.
flash-translation-made = Here is the translation.
flash-translation-improved = Your translation stands beside the original now.
flash-reads = You read that language: its texts are shown as they were written from now on.
threads-translation-withdraw = Take this edition away
flash-translation-withdrawn = The edition is gone. The one before it is shown.
