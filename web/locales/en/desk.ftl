# The moderators' desk: what weighs how much.
moderation-order = Order
moderation-order-age = Oldest first
moderation-order-score = Heaviest reports first
moderation-weight = Weight { $points }
moderation-weight-why = Weighs { $points }: 1 for the report, { $trust } for the trust in who made it, { $accuracy } for earlier reports ({ $agreed } of { $judged } were right), { $bonus } for what goes on doing harm.
moderation-whose-mine = Mine to decide
moderation-whose-all = Everybody’s in my spaces
moderation-routed = Now this is for { $names }; from { $time } on it is for more.
moderation-routed-all = This has waited for two days and is for everybody who may decide it: { $names }.

# Away, and time to take a decision back.
accounts-away-title = Away
accounts-away-lede = On these days, both included, no case is for you and authors are told to expect nobody.
accounts-away-from = Absence { $n }, first day
accounts-away-to = Absence { $n }, last day
accounts-away-bad = Write both days of an absence, the earlier one first, at most a year ahead
accounts-away-many = State at most six absences
accounts-patient = Give me ten minutes to undo a decision
accounts-patient-hint = The author’s letter waits as long; what you publish is public at once.
rights-file-moderating-absences = When you are away from moderating.
rights-file-moderating-desk = How you like the moderators’ desk.
moderation-undo-left-minutes =
    { $n ->
        [one] The author is told in { $n } minute.
       *[other] The author is told in { $n } minutes.
    }
moderation-decide-undo-minutes =
    { $n ->
        [one] You can undo for { $n } minute
       *[other] You can undo for { $n } minutes
    }
moderation-whose-others =
    { $n ->
        [one] { $n } case waits for a colleague.
       *[other] { $n } cases wait for colleagues.
    }

# Rules that hold, flag or refuse texts.
moderation-rules = Rules
moderation-rules-lede = A rule holds a text for a person, flags it, or refuses it. Your own texts in spaces you moderate, and private conversations, are looked at by none.
moderation-rules-none = There is no rule yet.
moderation-rules-many = There are 200 rules already; drop one first
moderation-rule-new = New rule
moderation-rule-name = Name for moderators
moderation-rule-title = Give the rule a name of at most 100 characters
moderation-rule-kind = What it looks for
moderation-rule-kind-words = Words
moderation-rule-kind-words-hint = One in a line; whole words in any case. A star leaves an end open: gambl*
moderation-rule-kind-patterns = Patterns
moderation-rule-kind-patterns-hint = Regular expressions, one in a line, in any case
moderation-rule-kind-new-host = First link to a host
moderation-rule-kind-new-host-hint = Nobody’s published text has linked there; well-known members may. The lines name hosts that are always known.
moderation-rule-kind-mentions = Many people named
moderation-rule-kind-mentions-hint = More than so many in one text
moderation-rule-kind-repeats = The same text again
moderation-rule-kind-repeats-hint = So many times within ten minutes, written a little otherwise or not
moderation-rule-lines = Words, patterns or known hosts
moderation-rule-lines-hint = One in a line
moderation-rule-lines-missing = Write at least one word or pattern
moderation-rule-words-many = At most 2,000 words for each thing rules do
moderation-rule-word-long = A word has at most 100 characters
moderation-rule-word-star = “{ $word }”: stars stand at the beginning or the end of a word
moderation-rule-patterns-many = At most 50 patterns in all rules
moderation-rule-pattern-bad = “{ $pattern }” is no regular expression, is too long or too large, or fits every text
moderation-rule-count = From how many on
moderation-rule-count-hint = Of people named (usually 10) or times written (usually 3)
moderation-rule-most = Write a number from 2 to 100
moderation-rule-act = What it does
moderation-rule-act-hold = Holds
moderation-rule-act-hold-hint = The text waits for a moderator; its author reads why.
moderation-rule-act-flag = Flags
moderation-rule-act-flag-hint = The text is published, and a case is opened.
moderation-rule-act-refuse = Refuses
moderation-rule-act-refuse-hint = The text is not taken; its author is told what was found and keeps it.
moderation-rule-repeats-flag = Copies are held or refused: flagged, each would be a case of its own
moderation-rule-active = In force
moderation-rule-off = Not in force
moderation-rule-trial = Try it first
moderation-rule-sample = A text to try it on
moderation-rule-sample-hint = Nothing of it is kept.
moderation-rule-test = Test on this text
moderation-rule-try = Run over the last 30 days
moderation-rule-drop = Drop the rule
moderation-rule-others = This rule is for all spaces; whoever moderates all of them keeps it.
moderation-rule-changed = Somebody changed this rule meanwhile; open it again
moderation-rule-gone = a rule that was dropped
moderation-rule-tested-found = It finds: { $found }
moderation-rule-tested-nothing = It finds nothing in this text.
moderation-rule-tried = In the last 30 days it would have met { $met } of { $looked } texts.
moderation-rule-refused-words = “{ $found }” is not published here. Take it out, or write to the moderators
moderation-rule-refused-host = Links to { $found } are not taken yet. Take the link out, or write to the moderators
moderation-rule-refused-mentions = This text names { $found } people. Name fewer at once
moderation-rule-refused-repeats = You have written the same { $found } times within ten minutes
moderation-found-words = The rule “{ $title }” found “{ $found }”.
moderation-found-patterns = A pattern of the rule “{ $title }” fits “{ $found }”.
moderation-found-new-host = The rule “{ $title }”: nobody has linked to { $found } before.
moderation-found-mentions = The rule “{ $title }”: it names { $found } people.
moderation-found-repeats = The rule “{ $title }”: written { $found } times within ten minutes.
moderation-report-rule = A rule
moderation-held-word = Word of a rule
moderation-held-word-why = A rule found a word or pattern in it; only a person decides.
moderation-held-new-host = New link
moderation-held-new-host-why = It links to a host that no published text has linked to.
moderation-held-mentions = Many people named
moderation-held-mentions-why = It names more people at once than a rule lets pass.
moderation-held-repeats = The same again
moderation-held-repeats-why = Its author has written the same several times within ten minutes.
threads-held-word = A rule of this place found a word in it that a moderator looks at first.
threads-held-new-host = It links to a place that nobody here has linked to; a moderator looks at that first.
threads-held-mentions = It names many people at once; a moderator looks at it first.
threads-held-repeats = You have written the same several times within a few minutes; a moderator looks at it first.
flash-rule-dropped = The rule is gone.
rights-file-found-by-rules = What rules found in your texts.
rights-file-rules-by-you = Rules you changed last.

# What a decision does to an author beside the text.
moderation-sanction = For its author
moderation-sanction-hint = Beside the text, where it is taken away. It is a strike for 180 days, and stands in the decision.
moderation-sanction-none = Nothing
moderation-sanction-warn = A warning
moderation-sanction-nobody = Nobody wrote this, so nobody can be warned
moderation-sanction-days = Choose a warning, or silence for 1 to 365 days
moderation-sanction-everywhere = Only who moderates all spaces can silence somebody
moderation-sanction-duty = Only an administrator can silence somebody who has a duty here
moderation-sanction-act = A warning or silence goes with a text that is taken away
moderation-case-author-strikes = Strikes that count
moderation-statement-account = Your account
moderation-imposed-none = It is not limited.
moderation-imposed-warn = You are warned. Nothing is limited; the warning counts for 180 days.
moderation-imposed-suspend = You cannot write until { $time }. You can sign in, read, report, export and erase; to contest it, write to the contact of this site. It counts for 180 days.
rights-file-strikes = What counts against you, and until when.
moderation-sanction-suspend =
    { $n ->
        [one] No writing for { $n } day
       *[other] No writing for { $n } days
    }
moderation-decide-look = Show what the author will read

# Notes for colleagues.
moderation-notes = Notes for colleagues
moderation-notes-new = Note
moderation-notes-hint = Only who moderates this space reads it; never the author.
moderation-notes-add = Add the note
moderation-notes-empty = Write the note first
moderation-notes-many = This case has a hundred notes already.
flash-noted = The note stands on the case.
rights-file-notes-by-you = Notes you wrote for colleagues at the moderators’ desk.
rights-file-notes-about-you = When moderators wrote notes about a text of yours; what they say tells of others too.
