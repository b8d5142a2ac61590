# Words that every page and letter may use, and words inside posts.

core-save = Save
core-cancel = Cancel
core-languages = Languages
core-city = City

## Cities


## Days and hours

core-minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }
core-hours =
    { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
core-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }

## Lists of names


## Inside posts

core-alert-note = Note
core-alert-tip = Tip
core-alert-important = Important
core-alert-warning = Warning
core-alert-caution = Caution
core-task-done = Done
core-task-open = To do
core-table = Table
core-footnote-back = Back to note { $n } in the text
core-quote-gone = The quoted post is no longer here.
core-picture-undescribed = Picture without a description
core-size-kb = { $n } KB
core-size-mb = { $n } MB
core-decimal = .
