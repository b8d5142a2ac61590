# Looking for threads and replies.

search-title = البحث
search-title-of = { $words } · البحث
search-words = الكلمات
search-words-hint = يلزم أن ترد كل الكلمات. الكلمات بين "علامتي اقتباس" ترد بهذا الترتيب، والكلمات المسبوقة بعلامة ناقص لا ترد إطلاقًا.
search-find = بحث
search-found = النتائج
search-none = لا شيء هنا كُتب بالكلمات { $words }، في حدود ما يمكنك قراءته.
search-half = لا يوجد نص فيه كل هذه الكلمات. في هذه النصوص نصفها على الأقل.
search-more = المزيد
search-making = جارٍ إعداد قائمة الكلمات الآن. إلى أن تكتمل قد ينقص شيء.
search-narrow = تضييق البحث
search-in = البحث في
search-in-all = المواضيع والردود
search-in-threads = العناوين والمشاركات الأولى
search-in-replies = الردود
search-in-unknown = القيم الممكنة لمكان البحث: all أو threads أو replies
search-reply = الرد رقم { $n }
