# The moderators' desk: queue, case, decision, history; the public log; what authors read.

flash-claimed = You are on this case now.
flash-released = You let the case go.
flash-approved = Published.
flash-revise = The author is asked for a change.
flash-declined = Not published. The author gets the text back.
flash-undone = The decision is taken back, and the case is open again.

## The queue

moderation-queue-title = Moderation
moderation-queue-heading =
    { $n ->
        [0] Nothing waits
        [one] { $n } waiting
       *[other] { $n } waiting
    }
moderation-queue-list = Waiting cases
moderation-queue-item = The case that is shown
moderation-queue-waiting = Waiting
moderation-queue-everything = Everything
moderation-queue-mine-heading = Mine
moderation-queue-mine = I am on
moderation-queue-oldest = The oldest waits since { $time }.
moderation-queue-more-heading = More
moderation-queue-history = Decided cases
moderation-queue-log = Public log
moderation-queue-hours = My hours
moderation-queue-filter = Choose cases
moderation-queue-space = Space
moderation-queue-space-all = All my spaces
moderation-queue-language = Language
moderation-queue-language-all = All languages
moderation-queue-show = Show
moderation-queue-clear = Show everything
moderation-queue-next = More cases
moderation-queue-first = Back to the beginning
moderation-queue-done = Queue done. Nothing waits for a moderator.
moderation-queue-done-last = The last decision was made by { $name }, { $time }.
moderation-queue-just-now = just now
moderation-queue-none = No waiting case fits this choice.

moderation-kind-thread = Thread
moderation-tended-closed = Closed
moderation-tended-reopened = Opened again
moderation-tended-pinned = Put first
moderation-tended-unpinned = No longer first
moderation-tended-moved = Moved here
moderation-tended-joined = Joined to another
moderation-tended-parted = Replies made a thread
moderation-kind-held-thread = New thread
moderation-kind-held-reply = Reply
moderation-kind-held-edit = Edit
moderation-kind-report = Report
moderation-kind-member = Membership
moderation-kind-city-claim = City claim
moderation-kind-notice = Notice
moderation-kind-complaint = Complaint
moderation-kind-live-question = Live question

## Why a text waits, to moderators

moderation-held-newcomer = First posts
moderation-held-newcomer-why = Fewer than two posts of this person have been approved. The rule holds; only a person decides.
moderation-held-space-holds-all = Space holds all
moderation-held-space-holds-all-why = This space holds every post until a moderator has read it.
moderation-held-city-unknown = New city
moderation-held-city-unknown-why = Somebody named a city that is not in the list. Once approved, everybody can choose it.

## One case

moderation-case-thread-by = New thread by { $name }
moderation-case-reply-by = Reply by { $name }
moderation-case-edit-by = Edit by { $name }
moderation-case-city = City claim: { $city }
moderation-case-gone = Case without its text
moderation-case-in-thread = Reply in { $thread } · { $space }
moderation-case-in-space = New thread in { $space }
moderation-case-edit-in = Edit in { $thread } · { $space }
moderation-case-claimed-for = Named by { $name }
moderation-case-all =
    { $n ->
        [0] The queue
        [one] The one waiting case
       *[other] All { $n } waiting cases
    }
moderation-case-nav = Cases
moderation-case-previous = Previous
moderation-case-next = Next
moderation-case-mine = You are on this until { $time }
moderation-case-taken = { $name } is on this until { $time }
moderation-case-claim = I am on it
moderation-case-claim-named = I am on it: { $title }
moderation-case-take-over = Take over
moderation-case-take-over-named = Take over from { $name }
moderation-case-release = Let go
moderation-case-release-named = Let go: { $title }
moderation-case-text = The text
moderation-case-earlier =
    { $n ->
        [one] Show { $n } earlier post
       *[other] Show { $n } earlier posts
    }
moderation-case-after = The new wording
moderation-case-public-now = What is public now
moderation-case-new-title = New title:
moderation-case-why = Why it is here
moderation-case-author = Author
moderation-case-author-audience = Speaks for
moderation-case-author-approved = Approved
moderation-case-author-revised = Sent back for a change
moderation-case-author-declined = Not published
moderation-case-author-count =
    { $n ->
        [0] none
        [one] { $n } text
       *[other] { $n } texts
    }
moderation-case-earlier-decisions = Decisions on this case
moderation-case-history = What has happened
moderation-case-city-name = Name as typed
moderation-case-city-country = Country
moderation-case-city-members =
    { $n ->
        [one] { $n } person names this city
       *[other] { $n } people name this city
    }
moderation-case-own = This is your own text, so somebody else decides about it.
moderation-case-decided = { $name } decided this { $time }.
moderation-case-closed = The author took the text away, so there is nothing to decide.
moderation-case-text-gone = The text is no longer there.

## Deciding

moderation-decide-legend = Decision
moderation-decide-approve = Publish
moderation-decide-approve-city = Add the city
moderation-decide-revise = Ask for a change
moderation-decide-decline = Do not publish
moderation-decide-decline-city = Do not add it
moderation-decide-reason = Reason
moderation-decide-reason-hint = Needed unless you publish. The author reads its words.
moderation-decide-reason-none = No reason chosen
moderation-decide-note = Words for the author
moderation-decide-note-hint = What should change, what was good, where else it belongs. The author reads this.
moderation-decide-welcome = Welcome the author
moderation-decide-welcome-hint = The letter begins with a welcome; your words stand below it.
moderation-decide-letter = { $name } will read
moderation-decide-letter-approve = Your text is published.
moderation-decide-letter-welcome = Welcome. Your text is published, and we are glad that you are here.
moderation-decide-letter-person = Decided by a moderator, not by a machine.
moderation-decide-send-named = Decide and tell { $name }
moderation-decide-skip = Skip
moderation-decide-undo-span =
    { $n ->
        [one] You can undo for { $n } second
       *[other] You can undo for { $n } seconds
    }
moderation-action-missing = Choose a decision.
moderation-action-unknown = This kind of case does not know that decision. Held texts and cities: approve, revise, decline. Reported posts: agree, disagree, ignore.
moderation-reason-missing = Choose a reason: the author has to be told why.
moderation-reason-unknown = There is no such reason.
moderation-note-missing = Say in your own words what the reason is.
moderation-note-long = Keep the words under 2,000 characters.
moderation-restrictions-unknown = Held texts take no restrictions: an approval publishes, the others do not.
moderation-version-missing = Send the version that was read, in the header If-Match.
moderation-version-bad = The version is a whole number in quotation marks.
moderation-filter-unknown = There is nothing of that name to filter by.
moderation-text-changed = The author changed the text at the same moment. Read it again and decide.

## The last action, and taking it back

moderation-undo-approve = Published: “{ $title }”.
moderation-undo-revise = Asked for a change: “{ $title }”.
moderation-undo-decline = Not published: “{ $title }”.
moderation-undo-left =
    { $n ->
        [one] The author is told in { $n } second.
       *[other] The author is told in { $n } seconds.
    }
moderation-undo = Undo
moderation-undo-named = Undo the decision on “{ $title }”
moderation-restore = Restore
moderation-restore-named = Restore “{ $title }”
moderation-undo-late = The time for taking this decision back is over.
moderation-undo-already = This decision was taken back before.
moderation-undo-superseded = The case went on since: its author edited the text, or it was decided again.

## Somebody was first

moderation-conflict-title = Somebody was first
moderation-conflict-approve = { $name } published this { $time }. Your decision was not carried out.
moderation-conflict-revise = { $name } asked the author for a change { $time }. Your decision was not carried out.
moderation-conflict-decline = { $name } decided not to publish this { $time }. Your decision was not carried out.
moderation-conflict-closed = The author took the text away before you decided. There is nothing left to do.
moderation-conflict-taken = { $name } is on this case until { $time }. Your decision was not carried out.
moderation-conflict-stale-title = The text has changed since you read it
moderation-conflict-stale = The author changed the text after you had opened it. This is the text as it is now; what you chose and wrote is kept below. Read it again and decide.
moderation-api-decided = Another decision was first; it is given here.
moderation-api-claimed = Another moderator is on this case.
moderation-conflict-reason = Reason
moderation-conflict-note = Words for the author
moderation-conflict-typed = What you had written
moderation-conflict-chosen = What you had chosen
moderation-conflict-case = Open the case
moderation-conflict-queue = Back to the queue

## History

moderation-history-title = Decided cases
moderation-history-lede = What was decided in the spaces you moderate, the last first. A declined text can be restored for 30 days.
moderation-history-none = Nothing has been decided yet.
moderation-history-when = When
moderation-history-what = What
moderation-history-decision = Decision
moderation-history-by = By
moderation-history-act = Action
moderation-history-region = Decided cases

moderation-did-approve = Published
moderation-did-revise = Change asked for
moderation-did-decline = Not published
moderation-did-undone = Taken back
moderation-did-closed = Closed without a decision

moderation-line-opened = Held
moderation-line-reopened = Open again
moderation-line-edited = The author changed the text
moderation-line-claimed = { $name } took it
moderation-line-taken-over = { $name } took it over
moderation-line-released = { $name } let it go
moderation-line-approved = { $name } published it
moderation-line-revised = { $name } asked for a change
moderation-line-declined = { $name } decided not to publish it
moderation-line-undone = { $name } took the decision back
moderation-line-closed = The author took the text away
moderation-line-nobody = Somebody

## The public log

moderation-log-title = Moderation log
moderation-log-lede = Every decision about a text or a city, with its reason. Nobody is named, and no text that was not published is shown.
moderation-log-place = How Stoa is kept
moderation-log-here = Moderation log
moderation-log-desk = The moderators’ desk
moderation-log-facts = The last 30 days
moderation-log-machine = Decided by a machine alone
moderation-log-machine-note = rules hold, people decide
moderation-log-filter = Choose decisions
moderation-log-action = Decision
moderation-log-action-all = All decisions
moderation-log-reason = Reason
moderation-log-reason-all = All reasons
moderation-log-space = Space
moderation-log-space-all = All spaces
moderation-log-show = Show
moderation-log-region = Decisions
moderation-log-when = When
moderation-log-what = What
moderation-log-by = By
moderation-log-by-moderator = Moderator
moderation-log-nowhere = Whole site
moderation-log-noreason = none needed
moderation-log-none = No decision yet. The first one will stand here for everybody.
moderation-log-none-filtered = No decision fits this choice.

## Reasons: name, title, body (the author reads it), rule of the house

moderation-reason-off-topic = Off topic
moderation-reason-off-topic-title = It does not fit this place
moderation-reason-off-topic-body = Your text is about something else than this space or this thread. It may be just right in another one.
moderation-reason-off-topic-rule = Rule 1: Stay with the question.
moderation-reason-advertising = Advertising
moderation-reason-advertising-title = It offers something for sale
moderation-reason-advertising-body = Your text praises a product or a service that nobody had asked about. Say what you have learned with it instead, or answer when somebody asks for offers.
moderation-reason-advertising-rule = Rule 2: Share, do not sell.
moderation-reason-personal-data = Personal data
moderation-reason-personal-data-title = It shows data of other people
moderation-reason-personal-data-body = Your text names or shows people who may not have agreed to it: names, addresses, telephone numbers or faces. Take these out, and it can be published.
moderation-reason-personal-data-rule = Rule 3: Leave out what belongs to others’ private lives.
moderation-reason-insult = Attack on a person or a city
moderation-reason-insult-title = It attacks somebody
moderation-reason-insult-body = Your text attacks a person, a group or a city instead of what they say or do. Disagree with the matter, and it can be published.
moderation-reason-insult-rule = Rule 4: Be hard on the matter, kind to people.
moderation-reason-false-information = False information
moderation-reason-false-information-title = It states something that is not so
moderation-reason-false-information-body = Your text states as a fact something that is known to be wrong, or names a source that does not say it. Correct it, or say where it comes from.
moderation-reason-false-information-rule = Rule 5: Say where it comes from.
moderation-reason-rights = Rights of others
moderation-reason-rights-title = It uses the work of others
moderation-reason-rights-body = Your text takes over a text, a picture or a plan that belongs to somebody else. Quote a short part with its source, or link to it.
moderation-reason-rights-rule = Rule 6: Quote and link, do not copy.
moderation-reason-spam = Spam
moderation-reason-spam-title = It was sent in bulk
moderation-reason-spam-body = Your text has been sent to many places, or has nothing to do with this one.
moderation-reason-spam-rule = Rule 7: Write for the people of this thread.
moderation-reason-other = Another reason
moderation-reason-other-title = Another reason
moderation-reason-other-body = The moderator’s own words say why.
moderation-reason-other-rule = The rules of the house

## What the author reads

moderation-statement-title-approve = Your text was published
moderation-statement-title-revise = A change was asked for
moderation-statement-title-decline = Your text was not published
moderation-statement-title-undone = This decision was taken back
moderation-statement-title-city-approve = Your city was added
moderation-statement-title-city-decline = Your city was not added
moderation-statement-lede = Decided on { $time }.
moderation-statement-heading = What was decided and why
moderation-statement-decision = Decision
moderation-statement-decision-approve = Everybody who may read this space can read your text.
moderation-statement-decision-revise = Your text stays where it is, for you and the moderators alone, until you have edited it. Then a person looks at it again.
moderation-statement-decision-decline = Your text is not shown to others. It is in your drafts, so that you can change it and send it again.
moderation-statement-decision-city-approve = Everybody can choose the city now.
moderation-statement-decision-city-decline = The city is not in the list. You can choose another one in your profile.
moderation-statement-where = Where
moderation-statement-where-all = Everywhere on this site, without a time limit
moderation-statement-reason = Reason
moderation-statement-rule = Rule
moderation-statement-note = The moderator’s words
moderation-statement-how = How it came to us
moderation-statement-how-newcomer = Held because fewer than two of your posts had been approved, then read by a person
moderation-statement-how-space-holds-all = Held because this space holds every post, then read by a person
moderation-statement-how-city-unknown = Looked at because the city was not in the list
moderation-statement-machine = The machine’s part
moderation-statement-machine-text = It held the text. It did not decide.
moderation-statement-reference = Number
moderation-statement-on = What you can do now
moderation-statement-on-post = Go to your text
moderation-statement-on-drafts = Open your drafts
moderation-statement-on-city = Choose a city
moderation-statement-undone = A moderator took this decision back { $time }; the text waits for a new one.
moderation-statement-superseded = This is an earlier decision; the text has changed or was decided again since.
moderation-statement-for-moderators = You see this as a moderator. The author is not told who decided.

## Spaces, for administrators

moderation-spaces-title = Spaces
moderation-spaces-lede = Who enters, who posts, what is held, and who moderates.
moderation-spaces-settings = Settings of { $space }
moderation-spaces-name = Name in { $language }
moderation-spaces-summary = One sentence about it, in { $language }
moderation-spaces-slug = Name in addresses
moderation-spaces-slug-hint = Small letters, digits and hyphens. It cannot be changed later.
moderation-spaces-visibility = Who enters
moderation-spaces-visibility-public = Everybody
moderation-spaces-visibility-public-hint = Also people who have not signed in, and search engines.
moderation-spaces-visibility-members = Members
moderation-spaces-visibility-members-hint = Everybody who has signed in.
moderation-spaces-visibility-private = Only people who were let in
moderation-spaces-visibility-private-hint = Nobody else can tell that the space exists.
moderation-spaces-posting = Who posts
moderation-spaces-posting-members = Members open threads and reply
moderation-spaces-posting-moderators-open = Moderators open threads, members reply
moderation-spaces-posting-moderators = Moderators only
moderation-spaces-holding = What is held
moderation-spaces-holding-newcomers = The posts of newcomers, until two have been approved
moderation-spaces-holding-everybody = Every post but the moderators’
moderation-spaces-languages = Languages
moderation-spaces-languages-hint = Codes such as en, es, ar, with commas between them. Empty means any language.
moderation-spaces-order = Place in the list
moderation-spaces-history = Earlier wordings of edited posts are open to readers
moderation-spaces-neutral = Letters name neither space nor thread in their subject
moderation-spaces-save = Save the settings
moderation-spaces-add = Add a space
moderation-spaces-add-button = Add the space
moderation-spaces-moderators-none = Nobody moderates only this space. Moderators of all spaces and administrators do.
moderation-spaces-form = Settings
moderation-spaces-here = Who decides here
moderation-spaces-roles = Give and take roles
moderation-spaces-presence = What authors are told
moderation-spaces-changed = Somebody else changed this space meanwhile. These are its settings now.
moderation-spaces-open = Open the space

## Keys

moderation-key-next = next, previous
moderation-key-claim = take, let go
moderation-key-approve = publish
moderation-key-revise = ask for a change
moderation-key-decline = do not publish
moderation-key-reason = choose a reason
moderation-key-note = write to the author
moderation-key-send = decide
moderation-key-undo = undo
moderation-key-skip = skip
moderation-spaces-translated = Texts may be given to the translator
moderation-tended-slowed = Slow mode on
moderation-tended-unslowed = Slow mode off
