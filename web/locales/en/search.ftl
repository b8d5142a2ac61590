# Looking for threads and replies.

search-title = Search
search-title-of = { $words } · Search
search-words = Words
search-words-hint = All words must be found. Words in "quotation marks" in this order; words behind a minus not at all.
search-find = Find
search-found = Found
search-none = Nothing here was written with the words { $words }, as far as you may read.
search-half = No text has all these words. These have at least half of them.
search-more = More
search-making = The list of words is being made at this moment. Until then something may be missing.
search-narrow = Narrow it down
search-in = Look in
search-in-all = Threads and replies
search-in-threads = Titles and first posts
search-in-replies = Replies
search-in-unknown = Look in all, threads or replies
search-reply = Reply { $n }
