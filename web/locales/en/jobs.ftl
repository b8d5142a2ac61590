# Background jobs, for administrators.

jobs-title = Background jobs
jobs-backlog = { $due ->
    [one] { $due } job is due
   *[other] { $due } jobs are due
}, { $planned } planned for later, { $dead } laid aside after failing.
jobs-none = No job was laid aside. Letters and notices run by themselves.
jobs-dead = Jobs laid aside
jobs-kind = Job
jobs-attempts = Attempts
jobs-error = What went wrong last
jobs-when = Laid aside
jobs-act = Action
jobs-retry = Try again
flash-retried = The job runs again now.
