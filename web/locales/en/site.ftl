# Pages of the instance itself.

flash-page-written = The page is written.
site-terms = Terms of use
site-privacy = Privacy
site-contact = Contact
site-accessibility = Accessibility
site-help = Help
site-since = As of
site-none = Whoever runs this site has not written this page yet.
site-edit = Write this page
site-all = Pages of this site
site-all-lede = What members agree to, what is kept of them, whom they reach. Each page in every language that you can offer; where one is missing, readers get the language of the site.
site-written = Written
site-missing = Missing
site-edit-title = Write: { $page }
site-language = Language
site-language-go = Go there
site-meanwhile = Somebody else wrote this page meanwhile. Your text stands below; nothing was overwritten.
site-meanwhile-text = What stands there now
site-text = Text
site-text-hint = Markdown: # for headings, - for lists, [words](address) for links. An empty text takes the page back.
site-text-long = The text is longer than 64 KiB. Shorten it.
site-preview = Preview
