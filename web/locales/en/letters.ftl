# Letters: subject, words, reasons, ways out. `$site` is the instance's name.

letters-hello = Hello { $name },
letters-footer-account = This letter is about your account. It cannot be switched off.
letters-footer-decision = Authors are always told what was decided about their texts, and why.
letters-footer-approval = You get this because a text of yours was approved.

# Confirm the address
letters-confirm-subject = Confirm your address for { $site }
letters-confirm-preheader = One press of a button, then you can sign in.
letters-confirm-lead = Somebody joined { $site } with this address. If it was you, confirm it: then you can sign in, and your first post can be read by a moderator.
letters-confirm-button = Confirm this address
letters-confirm-after = The link works for seven days. If it was not you, do nothing: without confirmation the account is deleted.

# The address has an account
letters-known-subject = You already have an account at { $site }
letters-known-preheader = Somebody tried to join with this address.
letters-known-lead = Somebody has just tried to join { $site } with this address. It has an account already, so nothing was changed.
letters-known-button = Sign in
letters-known-after = If you have forgotten your password, ask for a sign-in link on the same page. If this was not you, you need not do anything.

# Sign in
letters-sign-in-subject = Your sign-in link for { $site }
letters-sign-in-preheader = It works once, for 15 minutes.
letters-sign-in-lead = This link signs you in. It works once, for 15 minutes.
letters-sign-in-button = Sign in
letters-sign-in-after = If you did not ask for it, you need not do anything. Nobody can sign in without this letter.

# A new password
letters-reset-subject = Choose a new password for { $site }
letters-reset-preheader = The link works once, for one hour.
letters-reset-lead = Somebody asked for a new password for this account. The link works once, for one hour.
letters-reset-button = Choose a new password
letters-reset-after = If it was not you, your password stays as it is and you need not do anything.

letters-password-subject = Your password at { $site } was changed
letters-password-preheader = All other devices have been signed out.
letters-password-lead = Your password was changed on { $when }. Other devices have been signed out.
letters-password-button = It was not me: choose a new password
letters-password-after = If it was you, you need not do anything.

letters-erased-subject = Your account at { $site } is erased
letters-erased-preheader = Name, address and settings are gone; traces in files follow within a day.
letters-erased-lead = On { $when } your account at { $site } was erased, as was asked for there. This is the last letter: your address is kept nowhere any more.
letters-erased-button = It was not me
letters-erased-after = If you did not ask for this, write to whoever runs the site.

letters-invited-subject = You moderate { $site } from now on
letters-invited-preheader = An administrator has added you.
letters-invited-lead = You have been added to { $site } as a moderator: newcomers’ posts wait for you there.
letters-invited-button = Sign in by a mailed link
letters-invited-after = Ask for a link with this address; you can choose a password later.

letters-test-subject = A letter from { $site }
letters-test-preheader = Letters leave.
letters-test-lead = This is the letter that you asked for on { $when }. If you can read it, letters from { $site } reach you.
letters-test-button = Back to the set-up
letters-test-after = Look into its source, too: whether it is signed (DKIM) and comes from the right sender (SPF).

# Decisions
letters-approved-subject = Your post is published: { $title }
letters-approved-subject-neutral = Your post is published
letters-approved-preheader = The moderators have read it, and everybody can read it now.
letters-approved-lead = A moderator has read your post, and everybody can read it now.
letters-approved-edit-lead = A moderator has read your new wording, and everybody can read it now.
letters-approved-welcome = Welcome to { $site }. It is good to have you here: cities learn from what others have tried, and yours is now among them.
letters-approved-button = See your post
letters-revise-subject = A change is asked for: { $title }
letters-revise-subject-neutral = A change is asked for in your post
letters-revise-lead = A moderator has read your post and asks for a change before it is published. Your text is kept; when you have changed it, it comes back to the same moderators.
letters-revise-button = Change your text
letters-declined-subject = Your post was not published: { $title }
letters-declined-subject-neutral = Your post was not published
letters-declined-lead = A moderator has read your post and decided not to publish it. Your text is kept in your drafts.
letters-declined-button = Open your drafts
letters-city-approved-subject = { $city } is in the list of cities now
letters-city-approved-lead = The city you named, { $city }, has been confirmed. Everybody can see it now.
letters-city-declined-subject = { $city } was not added to the list of cities
letters-city-declined-lead = The city you named, { $city }, was not added. You can choose another one in your profile.
letters-city-button = Open your profile
letters-decision-reason = The reason
letters-decision-rule = The rule it rests on
letters-decision-note = The moderator’s words
letters-decision-statement = The decision in full, and how to contest it

# Posts
letters-reply-question-subject = { $name } answered your question
letters-reply-thread-subject = { $name } replied in your thread
letters-reply-post-subject = { $name } replied to you
letters-reply-watched-subject = { $name } replied: { $title }
letters-reply-question-many = { $n ->
    [one] { $name } and one other post: news on your question
   *[other] { $name } and { $n } other posts: news on your question
}
letters-reply-many = { $n ->
    [one] { $name } and one more: { $title }
   *[other] { $name } and { $n } more: { $title }
}
letters-opened-subject = { $name } opened a thread: { $title }
letters-mention-subject = { $name } mentioned you
letters-quote-subject = { $name } quoted you
letters-folded-subject = { $n ->
    [one] One more reply today
   *[other] { $n } more replies today
}
letters-neutral-subject = { $n ->
    [one] One new post in a space you belong to
   *[other] { $n } new posts in a space you belong to
}
letters-posts-read = Read and answer
letters-posts-more = { $n ->
    [one] And one more in this thread.
   *[other] And { $n } more in this thread.
}

letters-why-mentioned = You get this because you were mentioned.
letters-why-quoted = You get this because you were quoted.
letters-why-replied = You get this because somebody answered a post of yours.
letters-why-your-thread = You get this because you opened the thread.
letters-why-watches-thread = You get this because you watch this thread.
letters-why-watches-space = You get this because you watch the space { $space }.
letters-why-watches-city = You get this because you watch the city.
letters-why-watches-theme = You get this because you watch a theme of it.
letters-why-watches-person = You get this because you watch who wrote it.
letters-why-folded = You had many letters today, so these came together.

letters-leave-thread = Leave this thread
letters-leave-space = Stop watching this space
letters-leave-city = Stop watching this city
letters-leave-person = Stop watching this person
letters-leave-replies = No more letters about replies
letters-leave-mentions = No more letters about mentions
letters-leave-digest = Stop the digest
letters-leave-everything = Stop all letters
letters-change = Change what you get

# People and places, in words
letters-person-city = { $name }, { $city }
letters-person-mission = { $city } ({ $country }, Mission city)
letters-person-world = { $city } ({ $country })
letters-person-former = somebody who has left

# Digest
letters-digest-subject-question = { $name } answered your question
letters-digest-subject-thread = { $name } replied in your thread
letters-digest-subject-post = { $name } replied to you
letters-digest-subject-mention = { $name } mentioned you
letters-digest-subject-quote = { $name } quoted you
letters-digest-subject-followed = { $name } wrote in “{ $title }”
letters-digest-subject-city = New from your city: { $title }
letters-digest-subject-need = { $name } asks: { $title }
letters-digest-subject-neutral = What is new in your spaces
letters-digest-also = Also: { $rest }
letters-digest-also-replies = { $n ->
    [one] one more post for you
   *[other] { $n } more posts for you
}
letters-digest-also-followed = { $n ->
    [one] news in one thread you follow
   *[other] news in { $n } threads you follow
}
letters-digest-also-needs = { $n ->
    [one] one need of others
   *[other] { $n } needs of others
}
letters-digest-also-open = { $n ->
    [one] one open question
   *[other] { $n } open questions
}
letters-digest-for-you = For you
letters-digest-followed = What you follow
letters-digest-city = From your city
letters-digest-needs = What others need
letters-digest-unanswered = Questions nobody has answered yet
letters-digest-new = { $n ->
    [one] One new post, from { $name }
   *[other] { $n } new posts, the last from { $name }
}
letters-digest-read = Read and answer
letters-digest-why-mentioned = mentioned you
letters-digest-why-quoted = quoted you
letters-digest-why-replied = replied to you
letters-digest-why-your-thread = replied in your thread
letters-kind-question = Question
letters-kind-experience = Experience
letters-kind-need = Need
letters-kind-offer = Offer
letters-kind-announcement = Announcement
letters-kind-dialogue-followup = After a dialogue
letters-digest-footer-weekly = You get this on { $weekday } at { $clock }, your time, when there is something to say.
letters-digest-footer-daily = You get this every day at { $clock }, your time, when there is something to say.

# The last digest after a long absence
letters-farewell-subject = Shall we go on writing to you?
letters-farewell-preheader = You have not been at { $site } for half a year, so the digest stops here.
letters-farewell-lead = You have not been at { $site } for half a year, so this is the last letter of this kind. Your account and your posts stay as they are.
letters-farewell-button = Get the digest again
letters-farewell-after = If you do nothing, nothing more comes.

# Texts in other languages
letters-translated = { $language }, translated by machine
letters-translated-by-people = { $language }, translated
