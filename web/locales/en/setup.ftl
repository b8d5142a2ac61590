# The first ten minutes of a new site.

setup-title = A new site
setup-lede = Ten minutes from here, people can come. Begin with yourself: you will administer.
setup-you = You
setup-person = Your name
setup-site = Name and languages
setup-name = Name of the site
setup-name-hint = At the top of every page and in letters; at most 60 characters.
setup-name-bad = A name of 1 to 60 characters.
setup-language = Language of last resort
setup-language-hint = For readers whose own languages the pages do not speak.
setup-languages = Languages people write in here
setup-languages-hint = A post’s language is recognised among them.
setup-languages-bad = Choose at least one language.
setup-begin = Begin
setup-list = Set-up
setup-list-lede = What a site needs before people come. Nothing here is lost if you leave and come back.
setup-done = Done
setup-open = Open
setup-step-name = Name and languages
setup-step-name-text = The site is called { $site }.
setup-step-name-way = Change
setup-step-pages = Terms, privacy, contact
setup-step-pages-text = What members agree to, what is kept of them, and whom they and authorities reach (Digital Services Act, Art. 11, 12 and 14). Missing in the site’s language:
setup-step-pages-way = Write the pages
setup-step-spaces = Spaces
setup-step-spaces-way = Look at the spaces
setup-moderator = First moderator
setup-moderator-text = Newcomers’ posts wait for a person, so somebody has to be at work. The moderator gets a letter and signs in by a mailed link.
setup-moderator-button = Add the moderator
setup-moderator-name = The moderator’s name
setup-letter = A letter to yourself
setup-letter-text = Confirmations, links and digests leave by letter. See whether one reaches you.
setup-letter-files = Letters are kept as files and reach nobody: set mail.url in the configuration.
setup-letter-button = Send me a letter
setup-letter-sent = Sent
setup-letter-failed = The letter was not taken: { $why }
setup-address = Address
setup-address-text = People reach the site at { $address }.
setup-address-bare = Without https, passwords travel in the open. Put a proxy with TLS before the site and set server.public_url.
setup-copies = Copies
setup-copies-text = Make one every night (stoa backup DIR), keep it elsewhere, and try once to restore it: the manual says how.
setup-copies-last = Last made
setup-step-spaces-text = { $n ->
    [one] There is one space; change who may enter and write, or add more.
   *[other] There are { $n } spaces; change who may enter and write, or add more.
}

flash-begun = Welcome. These are the next steps.
flash-invited = The moderator has been added; a letter is on its way.
flash-tested = A letter is on its way to you.
