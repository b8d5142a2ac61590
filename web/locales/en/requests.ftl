# Questions that nobody answered.
threads-request = Can you answer this?
threads-request-why-answered = You are asked because you answered a question on “{ $theme }”.
threads-request-why-offered = You are asked because you offered something on “{ $theme }”.
threads-request-why-practised = You are asked because you have done something on “{ $theme }”.
threads-request-why-follows = You are asked because you follow “{ $theme }”.
threads-request-why-near = You are asked because you have answered others in this space.
threads-request-why-passed = { $name } was asked, and thinks that you may know.
threads-request-pass-or-not = Pass it on, or let it go
threads-request-answer = Read and answer
threads-request-pass = Pass it on to somebody who knows
threads-request-to = To whom
threads-request-to-hint = One name as it stands in mentions, such as @ana-lima. Nobody is asked more than twice a week.
threads-request-pass-send = Pass it on
threads-request-not = Not this time
threads-request-decline = Let it go
threads-request-why-at-all = A question that waits three days for its first answer is put before up to five people of both sides.
threads-request-never = Do not ask me
threads-request-passed = You have passed it on.
threads-request-let-go = You have let it go.
threads-request-answered = It has been answered, or takes no more replies.
threads-request-over = You have passed it on or let it go already.
threads-request-one = Give one name.
threads-request-nobody = Nobody here has that name. Look at how it is spelt on that person's page.
threads-request-closed = That person cannot be asked this. Choose somebody else.
threads-request-busy = That person was asked this already, or twice this week. Choose somebody else.
threads-request-not-him = Choose somebody other than yourself and who asked.
flash-request-passed = Passed on. Thank you.
flash-request-let-go = All right: you are not asked about this again.
threads-home-asked = Can you answer this?
digests-inbox-asked = Can you answer this? Nobody has yet
digests-why-asked = because you know the theme, or were named by somebody who was asked
digests-mail-requests = A question in your field that nobody has answered
digests-mail-requests-hint = You are asked by letter and in the inbox, at most twice a week. Without this you are not asked at all.
digests-leave-requests-title = Be asked no more?
digests-leave-requests-lede = Questions that nobody answered are not put before you any more.
digests-leave-requests-button = Do not ask me
digests-leave-requests-done = Done. You are not asked any more.
letters-leave-requests = Do not ask me
letters-asked-subject = Can you answer this? { $title }
letters-asked-button = Read and answer
letters-asked-pass = Pass it on, or let it go
letters-why-asked = { $why } Nobody is asked more than twice a week.

# How questions fare.
threads-answers = Do questions find answers?
threads-answers-lede = How many questions somebody else answered, how soon another city did, and whether it goes both ways.
threads-answers-span = Over
threads-answers-span-unknown = Choose 30, 90 or 365 days.
threads-answers-all = All questions
threads-answers-asked = Asked
threads-answers-share = Answered
threads-answers-soon = First answer from another city, median
threads-answers-percent = { $n } %
threads-answers-ways = From side to side
threads-answers-spaces = By space
threads-answers-themes = By theme
threads-answers-mission-mission = Mission cities ask, Mission cities answer
threads-answers-mission-worldwide = Mission cities ask, cities worldwide answer
threads-answers-worldwide-mission = Cities worldwide ask, Mission cities answer
threads-answers-worldwide-worldwide = Cities worldwide ask, cities worldwide answer
threads-answers-how = Questions that you can read are counted, the latest 5,000. Between sides, those count that a city of the answering side answered.
threads-answers-hours =
    { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
threads-answers-days =
    { $n ->
        [one] The last day
       *[other] The last { $n } days
    }
