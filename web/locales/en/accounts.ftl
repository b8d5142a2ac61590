# Joining, signing in, settings, people's pages, members for administrators.

flash-joined = Look into your mail: a letter with a link is on its way.
flash-confirmed = Your address is confirmed. Welcome.
flash-signed-in = You are signed in.
flash-signed-out = You are signed out.
flash-saved = Saved.
flash-session-ended = That session is ended.
flash-sessions-ended = All other sessions are ended.
flash-password-changed = Your password is changed. You are signed out everywhere else.
flash-link-sent = Look into your mail: a letter with a link is on its way.

## Fields

accounts-email = Email
accounts-email-hint = Only letters from here go to it. Nobody else sees it.
accounts-email-empty = Write your email address
accounts-email-bad = Write one email address, such as name@city.example
accounts-email-taken = There is a member with this address already.
accounts-name = Display name
accounts-name-hint = The name beside what you write. Most people here use their full name.
accounts-name-empty = Write the name others will see
accounts-name-long = Write at most 60 characters
accounts-name-link = Write a name without an address or an at-sign: mail programs would turn it into a link
accounts-handle = For mentions
accounts-password = Password
accounts-password-new = New password
accounts-password-current = Present password
accounts-password-hint = At least 10 characters. Three or four words that do not belong together are good and easy to keep in mind.
accounts-password-empty = Write a password
accounts-password-short = Write at least 10 characters: shorter ones are found by trying
accounts-password-long = Write at most 200 characters
accounts-password-common = Take another: this one is among the first that are tried
accounts-password-own = Take another: this one is only your name or address
accounts-password-wrong = This is not your present password
accounts-bio = About you
accounts-bio-hint = What you work on and what others may ask you. Plain text; everybody can read it.
accounts-bio-long = Write at most 2,000 characters
accounts-note = A word to the moderators
accounts-note-hint = What brings you here, if you like to say it. Only administrators read it.
accounts-note-long = Write at most 1,000 characters
accounts-languages = Languages you read and write
accounts-languages-empty = Choose at least one language
accounts-languages-many = Choose at most 10 languages
accounts-language-bad = Write a language by its code, such as en or pt-BR
accounts-locale = Language of pages and letters
accounts-locale-hint = The words around the posts, and the letters you get.
accounts-locale-bad = Pages are not written in this language yet
accounts-zone = Time zone
accounts-zone-hint = For the hours in pages and the hour of your digest.
accounts-zone-later = Say it later (UTC until then)
accounts-zone-bad = Choose a time zone from the list
accounts-choose = Choose one
accounts-theme = Light
accounts-theme-auto = As the device is set
accounts-theme-light = Light
accounts-theme-bad = Choose auto, light or dark
accounts-theme-dark = Dark
accounts-keys = Single letters work as keys
accounts-keys-hint = j and k walk through lists, r replies, ? shows all. Turn them off if you speak to your computer or use a screen reader with its own keys.

## Audience

accounts-audience = For whom you speak
accounts-audience-hint = Shown beside everything you write. Leaving “industry” later needs a moderator.
accounts-audience-empty = Choose for whom you speak
accounts-audience-moderator = A moderator changes this from “industry” to something else. Write to one of them.
accounts-audience-local-authority = local authority
accounts-audience-international-organisation = international organisation
accounts-audience-policy-maker = policymaker
accounts-audience-researcher = researcher
accounts-audience-practitioner = urban practitioner
accounts-audience-industry = industry
accounts-audience-civil-society = civil society
accounts-audience-citizen = citizen

## The tie to a city

accounts-tie = How you belong to a city
accounts-tie-empty = Choose how you belong to a city
accounts-tie-city = I work for a city
accounts-tie-city-hint = Employed by it, by one of its companies, or under contract
accounts-tie-citizen = I live in a city and take part as a citizen
accounts-tie-citizen-hint = Others see the city and that you live there
accounts-tie-across = I work across cities
accounts-tie-across-hint = Network, ministry, university, foundation: no city stands beside your name
accounts-city = City
accounts-city-hint = Write it as you do at home or in English: Łódź, Toyama. Leave it empty if you work across cities.
accounts-city-find = Find
accounts-city-which = Which one
accounts-city-add = “{ $name }” is not listed: add it
accounts-city-add-hint = You use it at once. Others see it after a moderator has looked at it.
accounts-city-empty = Write the city
accounts-city-choose = Choose one of the cities found
accounts-city-unknown = No city of that name is listed: add it with its country, or write it another way
accounts-city-gone = Choose the city again: this one is no longer listed
accounts-city-missing = A tie to a city needs the city
accounts-city-unlisted = No listed city has this slug
accounts-city-name-bad = Write the city's name alone
accounts-country = Country
accounts-country-when = (of a city that you add)
accounts-country-empty = Choose the country of the city you add

## Joining

accounts-join-title = Join
accounts-join-lede = People here speak as practitioners of a city, as citizens, or across cities. You can read without joining; to ask and answer, join.
accounts-join-button = Join
accounts-join-have = You have joined before?
accounts-join-stored = We keep what you write here, when you came, and for 30 days where from (half of the network address). It serves this community alone, is given to nobody, and you can change it, take it with you or have it erased. An address that is not confirmed is deleted after 7 days.
accounts-sent-title = Look into your mail
accounts-sent-join = A letter is on its way to the address you wrote. Press the link in it within 7 days, and you are in.
accounts-sent-confirm = If somebody joined with this address and has not confirmed it, a letter is on its way.
accounts-sent-sign-in = If there is a member with this address, a letter with a link is on its way. The link works once, for 15 minutes, on any device.
accounts-sent-reset = If there is a member with this address, a letter with a link is on its way. The link works once, for 60 minutes.
accounts-sent-nothing = Nothing there after five minutes? Look among the spam, check the address, then
accounts-sent-again = ask again.

## Links from letters

accounts-way-new = Ask for a new link
accounts-way-sign-in = Sign in
accounts-confirm-title = Confirm your address
accounts-confirm-lede = One press, and you can write. If it was not you who joined, close this page: nothing happens.
accounts-confirm-button = Confirm and go in
accounts-confirm-used-title = Confirmed already
accounts-confirm-used = This address is confirmed. Sign in with your password or a mailed link.
accounts-confirm-expired-title = This link has run out
accounts-confirm-expired = It worked for 7 days, or a newer letter has taken its place. Ask for a new one, or join again.
accounts-confirm-ask-title = A new link to confirm
accounts-confirm-ask-lede = Write the address you joined with.
accounts-confirm-ask-button = Send the letter
accounts-sign-in-link-title = Sign in
accounts-sign-in-link-lede = One press, and you are in. The link works once.
accounts-sign-in-link-button = Sign in
accounts-sign-in-link-used-title = This link was used
accounts-sign-in-link-used = A link signs in once. Ask for a new one, or use your password.
accounts-sign-in-link-expired-title = This link has run out
accounts-sign-in-link-expired = It worked for 15 minutes, or a newer one has taken its place. Ask for a new one.
accounts-sign-in-link-ask-title = Sign in by a letter
accounts-sign-in-link-ask-lede = Write your address, and we send a link. It works once, for 15 minutes, on any device.
accounts-sign-in-link-ask-button = Send me a link
accounts-reset-title = Choose a new password
accounts-reset-lede = It replaces the old one, and you are signed out everywhere. Then sign in with it.
accounts-reset-button = Set the password
accounts-reset-used-title = This link was used
accounts-reset-used = A link changes the password once. Ask for a new one if you need it.
accounts-reset-expired-title = This link has run out
accounts-reset-expired = It worked for 60 minutes, or a newer one has taken its place. Ask for a new one.
accounts-reset-ask-title = Forgotten password
accounts-reset-ask-lede = Write your address, and we send a link with which you choose a new password. The old one holds until then.
accounts-reset-ask-button = Send me a link

## Signing in

accounts-sign-in-title = Sign in
accounts-sign-in-button = Sign in
accounts-sign-in-send = Send me a link
accounts-sign-in-wrong = Address and password do not belong together, or the address is not confirmed yet. Try again, or let us send you a link.
accounts-sign-in-note = A link comes by mail, works once, for 15 minutes, on any device. With it you need no password.
accounts-sign-in-forgotten = Forgotten password
accounts-sign-in-new = New here?
accounts-sign-in-new-lede = You can read almost everything without an account. To ask and answer, join.
accounts-sign-in-join = Join
accounts-too-often = That was very often in a short time. You can try again from { $time }. What you wrote is still here.
accounts-busy = Many people sign in at this moment. Try again in a few seconds; what you wrote is still here.

## Settings

accounts-settings-title = Settings
accounts-tab-profile = Profile
accounts-tab-email = Email
accounts-tab-sessions = Sessions
accounts-tab-password = Password
accounts-tab-files = Files
accounts-tab-data = Your data
accounts-sign-in-anew = Sign in anew to go on: this is open for an hour after signing in.
accounts-tab-hours = Hours
accounts-stale = Your settings were changed elsewhere meanwhile; the name is now { $name }. What you wrote is below: press Save to put it in their place.
accounts-changed-meanwhile = Your settings were changed meanwhile. Read them again and repeat the change.
accounts-profile-title = Profile and languages
accounts-profile-page = Your page
accounts-profile-see = See the page
accounts-password-title = Password
accounts-password-button = Change the password
accounts-password-ends = You are signed out everywhere else, and a letter tells you of the change.
accounts-password-none = You have no password; you sign in by mailed links. To set one, let us send you a link.
accounts-sessions-title = Where you are signed in
accounts-sessions-lede = Each browser or program that acts in your name. End what you do not know, then change your password.
accounts-sessions-end = End all others
accounts-sessions-note = A session ends after 30 days without a visit and after 180 days in any case.
accounts-session-device = { $browser } on { $system }
accounts-session-unknown = Unknown program
accounts-session-here = this one
accounts-session-seen = Last visit
accounts-session-since = since
accounts-session-network = from
accounts-session-end = End
accounts-hours-title = Hours at the desk
accounts-hours-lede = When you look at what waits, in your zone ({ $zone }). Authors are told from these hours when a person will look; without hours nothing is promised.
accounts-hours-from = { $day }, span { $n }, from
accounts-hours-to = { $day }, span { $n }, to
accounts-hours-bad = Write both times of a span, the earlier one first; 00:00 at the end is midnight
accounts-hours-overlap = Two spans of a day overlap
accounts-hours-many = State at most 28 spans a week

## People's pages

accounts-person-edit = Edit your profile
accounts-person-admin = Roles and silence
accounts-person-joined = Here since
accounts-person-posts = Posts
accounts-person-none = No posts yet that you can read.
accounts-person-opened = opened the thread
accounts-person-reply = reply { $n }
accounts-list-more = Older ones
accounts-list-first = From the newest

## Members, for administrators

accounts-members-title = Members
accounts-members-search = Name, address or mention
accounts-members-shown = Show
accounts-members-show = Show
accounts-members-all = Everybody
accounts-members-roles = With a role
accounts-members-suspended = Silenced now
accounts-members-unconfirmed = Not confirmed
accounts-members-none = Nobody fits. Search for less, or show everybody.
accounts-member-roles = Roles
accounts-member-no-roles = None.
accounts-member-state = State
accounts-member-unconfirmed = Not confirmed
accounts-member-silent = Silenced without an end
accounts-member-silent-until = Silenced until { $time }
accounts-member-created = Joined
accounts-member-confirmed = Address confirmed
accounts-member-audience = Speaks for
accounts-member-approved = Approved posts
accounts-role = Role
accounts-role-where = Where
accounts-role-everywhere-choice = All spaces
accounts-role-moderator = moderator
accounts-role-curator = curator
accounts-role-administrator = administrator
accounts-role-participant = participant of a private space
accounts-role-in = { $role } in { $space }
accounts-role-give = Give the role
accounts-role-take = Take
accounts-role-everywhere = Curators and administrators hold their role everywhere: choose all spaces
accounts-role-needs-space = Choose the private space
accounts-role-no-space = Choose a space from the list
accounts-role-last-administrator = This is the last administrator. Give the role to somebody else first.
accounts-suspend-title = Silence
accounts-suspend-lede = A silenced member reads, exports and contests, and does not write.
accounts-suspend-days = For
accounts-suspend-forever = without an end
accounts-suspend-button = Silence
accounts-suspend-lift = Let speak again
accounts-suspend-bad = Choose how long
accounts-translated = Show texts in other languages translated
accounts-translated-hint = Where a translation is there, it stands in the place of the original, which is one press away. The languages you read are always shown as they were written.
