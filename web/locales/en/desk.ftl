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
