# Words that every page and letter may use, and words inside posts.

core-yes = Yes
core-no = No
core-save = Save
core-cancel = Cancel
core-close = Close
core-back = Back
core-edit = Edit
core-delete = Delete
core-send = Send
core-search = Search
core-more = Show more
core-undo = Undo
core-optional = optional
core-none = none
core-language = Language
core-languages = Languages
core-city = City
core-country = Country
core-time-zone = Time zone

## Cities

core-city-mission = Mission city
core-city-worldwide = City worldwide
core-city-across = Across cities

## Days and hours

core-today = today
core-yesterday = yesterday
core-tomorrow = tomorrow
core-weekday-at = { $weekday } at { $clock }
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

core-list-two = { $first } and { $second }
core-list-more =
    { $n ->
        [one] { $first } and one more
       *[other] { $first } and { $n } more
    }

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
