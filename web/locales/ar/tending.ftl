# Bookmarks and moments.
threads-bookmarks = الإشارات المرجعية
threads-bookmarks-lede = مشاركات تحتفظ بها لوقت لاحق. لا يرى غيرك ما تحتفظ به.
threads-bookmarks-none = لا تحتفظ بشيء بعد. تحت كل مشاركة زر «احتفاظ» يضعها هنا.
threads-bookmarks-older = إشارات أقدم
threads-bookmark = إشارتك المرجعية
threads-bookmark-away = لم يعد هذا النص موجودًا.
threads-bookmark-note = ملاحظتك
threads-bookmark-note-long = الملاحظة أطول من اللازم: 300 حرف على الأكثر.
threads-bookmark-when = ذكّرني
threads-bookmark-never = لا حاجة
threads-bookmark-reminds = تذكير في { $time }.
threads-bookmark-change = الملاحظة والتذكير
threads-bookmark-delete = إزالة الإشارة
threads-bookmark-save = حفظ
threads-bookmarks-many = تحتفظ بألفي مشاركة وهو الحد الأقصى. أزل بعضها أولًا.
threads-moment-past = مضى هذا الوقت. اختر وقتًا لاحقًا.
threads-moment-far = هذا بعد أكثر من سنتين. اختر وقتًا أقرب.
flash-bookmarked = حُفظ بين إشاراتك. من «محفوظ» تضيف تذكيرًا.
flash-bookmark-set = حُفظت إشارتك.
flash-bookmark-gone = أُزيلت الإشارة.
chrome-post-bookmark = احتفاظ
chrome-post-bookmark-of = احتفاظ بمشاركة { $name }
chrome-post-bookmarked = محفوظ
chrome-post-bookmarked-of = محفوظ: مشاركة { $name }
threads-key-b = احتفاظ
threads-home-reminder = طلبت التذكير بهذا
digests-inbox-reminder = طلبت التذكير بهذا
digests-why-reminder = لأنك طلبت ذلك
letters-reminder-subject = تذكير: { $title }
letters-reminder-note = ملاحظتك: { $note }
letters-why-reminder = تصلك هذه الرسالة لأنك طلبت التذكير بهذه المشاركة.
moment-in-hour = بعد ساعة
moment-in-tomorrow = غدًا في الثامنة
moment-in-days = بعد ثلاثة أيام في الثامنة
moment-in-monday = الإثنين القادم في الثامنة
moment-in-month = بعد أربعة أسابيع في الثامنة
moment-at = في الوقت المبيّن أدناه
moment-at-label = اليوم والساعة
moment-zone = بتوقيت منطقتك، { $zone }.
moment-unread = اختر يومًا وساعة.

# Closed and opened by the clock, and slow mode.
flash-timer = سيُغلق الموضوع تلقائيًا في ذلك الوقت.
flash-timer-off = لن يُغلق الموضوع تلقائيًا.
flash-slow = من الآن يكتب الجميع هنا بين حين وآخر، ما عدا المشرفين.
flash-slow-off = تُكتب المشاركات هنا كما في غيره.
threads-tend-clock = حسب التوقيت
threads-tend-opens = إغلاق الآن وإعادة الفتح
threads-tend-opens-never = عندما يفتحه مشرف
threads-tend-close-until = إغلاق حتى ذلك الوقت
threads-tend-timer = مفتوح الآن؛ يُغلق تلقائيًا
threads-tend-timer-never = أبدًا
threads-tend-timer-set = تحديد الوقت
threads-timer-closed = الموضوع مغلق بالفعل.
threads-opens-at = يُفتح من جديد في { $time }
threads-closes-at = يُغلق في { $time }
threads-slow = الوضع البطيء
threads-slow-off = متوقف
threads-slow-set = ضبط الوتيرة
threads-slow-unknown = اختر وتيرة من القائمة.
threads-slow-rule = الوضع البطيء: { $every }، ليتمكن الجميع من المتابعة.
threads-slow-until = يمكنك الكتابة من جديد في { $time }.
threads-slow-minutes = { $n ->
    [zero] نص واحد لكل شخص كل { $n } دقيقة
    [one] نص واحد لكل شخص كل دقيقة
    [two] نص واحد لكل شخص كل دقيقتين
    [few] نص واحد لكل شخص كل { $n } دقائق
    [many] نص واحد لكل شخص كل { $n } دقيقة
   *[other] نص واحد لكل شخص كل { $n } دقيقة
}
threads-slow-hours = { $n ->
    [zero] نص واحد لكل شخص كل { $n } ساعة
    [one] نص واحد لكل شخص كل ساعة
    [two] نص واحد لكل شخص كل ساعتين
    [few] نص واحد لكل شخص كل { $n } ساعات
    [many] نص واحد لكل شخص كل { $n } ساعة
   *[other] نص واحد لكل شخص كل { $n } ساعة
}

# Published later.
threads-later = في انتظار النشر
threads-later-at = يُنشر في { $time }
threads-later-stop = إلغاء النشر التلقائي
threads-later-choose = النشر لاحقًا
threads-later-when = متى
threads-later-choose-when = اختر وقتًا
threads-later-send = انشر في ذلك الوقت
threads-later-many = خمسون من نصوصك تنتظر موعدها وهو الحد الأقصى. انشر بعضها أو احذفه أولًا.
flash-later = حُفظ. سيُنشر تلقائيًا في موعده، ويمكنك تعديله هنا حتى ذلك الحين.
flash-later-not = يبقى مسودة حتى تنشره.
digests-inbox-unsent = تعذّر نشر أحد نصوصك في موعده
digests-why-unsent = محفوظ بين مسوداتك
threads-later-not-this = لا يُنشر لاحقًا إلا موضوع جديد أو رد.

# Blocked people.
threads-level-blocked = حظر: طيّ النصوص وعدم التنبيه
threads-level-blocked-hint = لا تُنبَّه حتى حين يذكرك هذا الشخص أو يرد عليك، ولا يعلم بذلك.
chrome-post-folded = حظرت هذا الشخص. عرض النص

# Polls.
threads-poll = استطلاع
threads-poll-help = القائمة التي تبدأ بنودها بـ ( ) استطلاع: - ( ) الترام.
threads-poll-choose = اختر أحد الخيارات.
threads-poll-reason = اذكر السبب
threads-poll-reason-hint = يصبح سببك ردًا في الموضوع باسمك. من دونه لا يرى أحد ما صوّت له.
threads-poll-vote = صوّت
threads-poll-again = غيّر صوتي
threads-poll-withdraw = اسحب صوتي
threads-poll-yours = صوتك
threads-poll-over = مغلق
threads-poll-closed = الاستطلاع مغلق.
threads-poll-changed = تغيّرت الخيارات. راجعها قبل أن تصوّت.
threads-poll-keep = إغلاق الاستطلاع ونتيجته
threads-poll-conclude = انتهى الاستطلاع. اكتب ما أسفر عنه
threads-poll-closing = متى يُغلق
threads-poll-closing-never = عندما أكتب النتيجة
threads-poll-closing-set = تحديد الوقت
threads-poll-outcome = ما أسفر عنه
threads-poll-outcome-hint = ما تقرر وما يلي. يصبح ردًا في الموضوع ويظهر عند الاستطلاع.
threads-poll-outcome-close = أغلق الاستطلاع بهذه النتيجة
threads-poll-outcome-write = اكتب النتيجة
threads-poll-outcome-is = النتيجة
threads-poll-outcome-go = اقرأها في الموضوع
flash-voted = صوتك محسوب.
flash-vote-withdrawn = سُحب صوتك.
flash-vote-reason-held = صوتك محسوب. سببك ينتظر مشرفًا.
flash-poll-set = حُدد وقت الاستطلاع.
flash-poll-closed = أُغلق الاستطلاع ونتيجته في الموضوع.
threads-home-poll-closed = انتهى استطلاعك. اكتب ما أسفر عنه
digests-inbox-poll-closed = انتهى استطلاعك. اكتب ما أسفر عنه
digests-why-poll-closed = لأنك وضعت الاستطلاع
threads-poll-voters = { $n ->
    [0] لم يصوّت أحد بعد
    [one] صوّت شخص واحد
    [two] صوّت شخصان
    [few] صوّت { $n } أشخاص
    [many] صوّت { $n } شخصًا
   *[other] صوّت { $n } شخص
}
threads-poll-votes = { $n ->
    [one] صوت واحد: { $mission } من مدن المهمة و{ $world } من مدن العالم
    [two] صوتان: { $mission } من مدن المهمة و{ $world } من مدن العالم
    [few] { $n } أصوات: { $mission } من مدن المهمة و{ $world } من مدن العالم
    [many] { $n } صوتًا: { $mission } من مدن المهمة و{ $world } من مدن العالم
   *[other] { $n } صوت: { $mission } من مدن المهمة و{ $world } من مدن العالم
}
threads-poll-newcomer = يمكنك التصويت بعد الموافقة على نصّين لك.
threads-poll-count = { $n ->
    [0] لا أصوات
    [one] صوت واحد
    [two] صوتان
    [few] { $n } أصوات
    [many] { $n } صوتًا
   *[other] { $n } صوت
}
threads-unreplied = { $n ->
    [one] موضوع واحد ينتظر أول رد
    [two] موضوعان ينتظران أول رد
    [few] { $n } مواضيع تنتظر أول رد
    [many] { $n } موضوعًا تنتظر أول رد
   *[other] { $n } موضوع تنتظر أول رد
}
threads-unreplied-head = لم يُجب أحد بعد
threads-filter-unreplied = بلا أي رد
threads-related = مواضيع ذات صلة
threads-table = جدول هذا الموضوع
threads-table-number = رقم
threads-table-who = من
threads-table-begins = البداية
threads-table-useful = مفيد
threads-table-day = متى
threads-table-gone = لم تعد هذه المشاركة موجودة.
threads-order-refused = { $n ->
    [one] بقي موضوع واحد هنا. نُقلت المواضيع الأخرى.
    [two] بقي موضوعان هنا. نُقلت المواضيع الأخرى.
    [few] بقيت { $n } مواضيع هنا. نُقلت الأخرى.
    [many] بقي { $n } موضوعًا هنا. نُقلت الأخرى.
   *[other] بقي { $n } موضوع هنا. نُقلت الأخرى.
}
threads-tend-many = تنظيم هذه المساحة
threads-order-many = نقل مواضيع كثيرة
threads-order-lede = اختر المواضيع التي مكانها في مساحة أخرى. تبقى عناوينها واقتباساتها ومواضع القراءة.
threads-order-look = عرض
threads-order-none = اختر من موضوع واحد إلى مئة.
threads-order-nowhere = لا تشرف على مساحة أخرى.
flash-moved-all = المواضيع في هذه المساحة الآن.

# The summary of a thread.
threads-summary = ملخص
threads-summary-lede = ما ينبغي لمن يصل الآن أن يعرفه عن هذا الموضوع في دقيقتين: ما اتُّفق عليه وما بقي مفتوحًا وأي مشاركات تُقرأ. يصبح ردًا ويبقى في الأعلى حتى يكتب أحد ملخصًا أفضل.
threads-summary-text = الملخص
threads-summary-send = ضعه في الأعلى
threads-summary-sources = روابط المشاركات لنسخها في النص
threads-summary-write = لخّص هذا الموضوع
threads-summary-anew = اكتبه من جديد
threads-summary-reply = اقرأه بين الردود
threads-summary-unset = لم يعد ملخصًا
threads-summary-other = يوجد ملخص آخر الآن.
flash-summary = ملخصك الآن في أعلى الموضوع.
flash-summary-gone = لم يعد للموضوع ملخص. يبقى الرد.
threads-summary-reply-only = لا يلخص الموضوع إلا رد من ردوده.

# Posts that everybody may edit.
threads-wiki = يمكن للجميع تعديل هذا النص.
threads-wiki-by = يمكن للجميع تعديل هذا النص. آخر تعديل من { $name }.
threads-wiki-waits = لا يمكن تعديل هذا النص الآن. حاول لاحقًا.
chrome-post-wiki = إتاحة التعديل للجميع
chrome-post-wiki-of = إتاحة التعديل للجميع: مشاركة { $name }
chrome-post-unwiki = التعديل للكاتب وحده
chrome-post-unwiki-of = التعديل للكاتب وحده: مشاركة { $name }
flash-wiki = يمكن للجميع الآن تعديل هذا النص، وتُحفظ كل صياغة.
flash-wiki-off = لا يعدّل هذا النص الآن إلا كاتبه.
threads-wiki-files = نص شخص آخر يعرض الملفات الموجودة فيه، ولا تُضاف غيرها.
threads-later-gone = هذا النص منشور بالفعل أو أُلقي.
