# What was refused, why, and the way on. Titles by status, sentences by reason.

core-error-400 = This request could not be read
core-error-401 = Sign in to go on
core-error-403 = This is not open to you
core-error-404 = There is nothing at this address
core-error-409 = Somebody was first
core-error-410 = This is no longer here
core-error-413 = That was too large
core-error-415 = This kind of content is not taken
core-error-429 = That was very quick
core-error-500 = Something went wrong on our side
core-error-503 = This works again in a moment

core-refused-not-found = It may have moved, or it was never here. The spaces and the home page are good places to go on.
core-refused-invalid = Some of it cannot be taken as it is.
core-refused-malformed = The address or the form did not arrive whole. Go back and try once more.
core-refused-json = The JSON does not have the shape that the API's document names.
core-refused-utf8 = The text is not valid UTF-8, so part of it would be lost. Send it again in UTF-8.
core-refused-too-large = It is larger than this server takes in one request.
core-refused-media-type = Send JSON, with the content type application/json.
core-refused-method = This address does not take that method.
core-refused-cross-site = The form came from another website, so nothing was done. Open the page here and send it again.
core-refused-too-soon = You did this very often in a short time.
core-refused-unavailable = The database or another part is away or full. Nothing was changed, and what you wrote is kept below if you sent something.
core-refused-broken = It did not work, and it was not your doing. The number below helps the operators to find the cause.
core-refused-sign-in = This needs you to be signed in. You come back here afterwards.
core-refused-suspended = You cannot write for now. You can read, export your data and contest the decision.
core-refused-moderators-only = In this space only moderators open threads or post.
core-refused-closed = This thread is closed and takes no more replies.
core-refused-not-yours = Only the author may do this.
core-refused-own = This is your own, so somebody else has to decide.
core-refused-newcomer = This is for members whose first posts have been approved.
core-refused-holds-all = In this space a moderator looks at every text first, so only moderators improve translations.
core-refused-no-translation = The texts of this space are not given to a translator.
core-refused-role = This needs a role that you do not have.

core-again-at = You can try again from { $time }.
core-way-home = Go to the home page
core-way-spaces = See all spaces
core-way-sign-in = Sign in

core-cursor-bad = This list has no such place. Begin at its first page.
core-limit-bad = A page holds 1 to 100 items.
core-once-bad = The key has 1 to 200 printable characters without blanks.
core-once-reused = This key was used for something else within the last day. Take a new one.
core-role-unknown = The role is one of member, moderator, curator, administrator, participant.
