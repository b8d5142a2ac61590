# The frame of every page and the parts that pages share.

chrome-skip = Skip to content
chrome-nav-label = Main
chrome-nav-home = Home
chrome-nav-spaces = Spaces
chrome-nav-cities = Cities
chrome-nav-moderation = Moderation
chrome-menu = Menu
chrome-language = Language
chrome-inbox = Inbox
chrome-inbox-count = { $n ->
    [one] Inbox, { $n } new
   *[other] Inbox, { $n } new
}
chrome-account = Your account
chrome-account-page = Your page
chrome-account-profile = Profile and languages
chrome-account-email = Email
chrome-account-sessions = Where you are signed in
chrome-account-jobs = Background jobs
chrome-sign-in = Sign in
chrome-sign-out = Sign out
chrome-join = Join
chrome-demo = This is a demonstration: people, threads and figures are invented, and no letter leaves this machine.
chrome-demo-mail = Open the mailbox
chrome-foot-log = Moderation log
chrome-foot-api = Use Stoa with your own software (API)
chrome-foot-cities = Data about cities comes from GeoNames (geonames.org), licence CC BY 4.0.

# Cities and people
chrome-plate-mission = Mission city
chrome-plate-world = City worldwide
chrome-plate-pending = City not confirmed yet
chrome-person-citizen = lives there
chrome-person-across = works across cities

# The strokes of a thread
chrome-strip-empty = No replies yet
chrome-strip = { $n ->
    [one] { $n } reply
   *[other] { $n } replies
}: { $mission } from Mission cities, { $world } from elsewhere{ $new ->
    [0] { "" }
   *[other] ; { $new } new
}{ $accepted ->
    [0] { "" }
   *[other] ; accepted answer
}

# Threads in a list
chrome-row-unread = Unread
chrome-row-pinned = Pinned
chrome-row-closed = Closed
chrome-row-answered = Answered
chrome-row-unanswered = No answer yet
chrome-row-cities = { $n ->
    [one] { $n } city
   *[other] { $n } cities
}
chrome-row-fresh = { $n ->
    [one] { $n } new
   *[other] { $n } new
}

# Posts
chrome-post-opening = First post:
chrome-post-number = Reply { $n }:
chrome-post-nth = , no. { $n }
chrome-post-unnumbered = Not published:
chrome-post-new = new
chrome-post-fresh = { $n ->
    [one] { $n } new reply
   *[other] { $n } new replies
}
chrome-post-accepted = Accepted answer
chrome-post-accepted-by = chosen by { $name }
chrome-post-held = Waiting for approval
chrome-post-revise = A change was asked for
chrome-post-declined = Not published
chrome-post-removed = Removed by a moderator
chrome-post-deleted = Deleted by its author
chrome-post-seen-by = Only the author and the moderators see this.
chrome-post-seen-by-moderators = Only moderators see this, until it is erased.
chrome-post-gone-removed = A moderator removed this post.
chrome-post-gone-deleted = Its author deleted this post.
chrome-post-edited = edited
chrome-post-useful = Useful
chrome-post-useful-count = Useful { $n }
chrome-post-useful-found = { $n ->
    [one] { $n } person found this useful
   *[other] { $n } people found this useful
}
chrome-post-reply = Reply
chrome-post-reply-to = Reply to { $name }
chrome-post-quote = Quote
chrome-post-quote-from = Quote { $name }
chrome-post-accept = Accept as answer
chrome-post-accept-from = Accept as answer: { $name }
chrome-post-unaccept = Take acceptance back
chrome-post-unaccept-from = Take acceptance back: { $name }
chrome-post-edit = Edit
chrome-post-edit-of = Edit the post by { $name }
chrome-post-withdraw = Withdraw
chrome-post-withdraw-of = Withdraw the post by { $name }
chrome-post-delete = Delete
chrome-post-delete-of = Delete the post by { $name }
chrome-post-restore = Restore
chrome-post-restore-of = Restore the post by { $name }
chrome-post-report = Report
chrome-post-report-of = Report the post by { $name }
chrome-post-case = Open the case
chrome-post-case-of = Open the case about the post by { $name }

# The place to write in
chrome-write-tools = Formatting
chrome-write-bold = Bold
chrome-write-italic = Italic
chrome-write-link = Link
chrome-write-quote = Quote
chrome-write-list = List
chrome-write-language = Written in
chrome-write-saved = Draft saved { $time }
chrome-write-preview = Preview
chrome-write-preview-note = This is how it will look. Nothing is posted yet.
chrome-write-help = How to write
chrome-write-help-text = **bold**, *italic*, > quote, - list, [words](address). @name and @city tell those people and the people of that city.

# Forms
chrome-form-optional = (optional)
chrome-form-problems = { $n ->
    [one] One thing to correct
   *[other] { $n } things to correct
}

# Ways through pages
chrome-crumbs = You are here
chrome-tabs = Parts of this page
chrome-pager = Pages
chrome-pager-previous = Previous page
chrome-pager-next = Next page
chrome-arrivals = { $n ->
    [one] { $n } new reply
   *[other] { $n } new replies
}
chrome-arrivals-many = More than { $n } new replies
chrome-arrivals-reload = Load new replies

# Keys
chrome-keys = Keys
chrome-keys-off = Turn keys off
chrome-keys-on = Turn keys on

# Refusals
chrome-error-kept = What you wrote, to copy
chrome-error-number = If it happens again, tell the operators this number: { $number }

# Texts in other languages
chrome-tr-machine = Translated from { $language } by machine
chrome-tr-improved = Translated from { $language }, improved by { $name }
chrome-tr-original = Show original
chrome-tr-read = Read in { $language }
chrome-tr-improve = Improve this translation
chrome-tr-history = Earlier editions
chrome-tr-ask = Translate
chrome-tr-ask-of = Translate the post by { $name }
chrome-tr-waits = This is being translated into { $language } and will stand here when it is done.
chrome-tr-late = The translator does not answer just now. The translation into { $language } will stand here when it does.
chrome-tr-failed = The translator could not translate this.
chrome-tr-always = Always show originals in { $language }
