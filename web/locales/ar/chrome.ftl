# The frame of every page and the parts that pages share.

chrome-skip = الانتقال إلى المحتوى
chrome-nav-label = التنقل الرئيسي
chrome-nav-home = الرئيسية
chrome-nav-spaces = المساحات
chrome-nav-cities = المدن
chrome-nav-moderation = الإشراف
chrome-menu = القائمة
chrome-language = اللغة
chrome-inbox = التنبيهات
chrome-inbox-count = { $n ->
    [zero] التنبيهات { $n }، لا جديد
    [one] التنبيهات { $n }، تنبيه جديد
    [two] التنبيهات { $n }، تنبيهان جديدان
    [few] التنبيهات { $n }، جديدة
    [many] التنبيهات { $n }، جديدة
   *[other] التنبيهات { $n }، جديدة
}
chrome-account = حسابك
chrome-account-page = صفحتك
chrome-account-profile = الملف الشخصي واللغات
chrome-account-email = البريد الإلكتروني
chrome-account-sessions = جلساتك المفتوحة
chrome-account-jobs = عمليات الخلفية
chrome-sign-in = تسجيل الدخول
chrome-sign-out = تسجيل الخروج
chrome-join = الانضمام
chrome-demo = هذا عرض تجريبي: الأشخاص والمواضيع والأرقام مختلقة، ولا تخرج أي رسالة من هذا الجهاز.
chrome-demo-mail = فتح صندوق البريد
chrome-foot-log = سجل الإشراف
chrome-foot-api = استخدام Stoa من برامجكم (API)
chrome-foot-cities = بيانات المدن من GeoNames (geonames.org)، برخصة CC BY 4.0.

# Cities and people
chrome-plate-mission = مدينة المهمة
chrome-plate-world = مدينة من العالم
chrome-plate-pending = مدينة لم تؤكَّد بعد
chrome-person-citizen = من السكان
chrome-person-across = عمل عبر عدة مدن

# The strokes of a thread
chrome-strip-empty = لا ردود بعد
chrome-strip = { $n ->
    [zero] لا ردود
    [one] رد واحد
    [two] ردان
    [few] { $n } ردود
    [many] { $n } ردًا
   *[other] { $n } رد
}: { $mission } من مدن المهمة، { $world } من غيرها{ $new ->
    [0] { "" }
    [one] ؛ رد واحد جديد
    [two] ؛ ردان جديدان
    [few] ؛ { $new } ردود جديدة
    [many] ؛ { $new } ردًا جديدًا
   *[other] ؛ { $new } رد جديد
}{ $accepted ->
    [0] { "" }
   *[other] ؛ فيها الإجابة المعتمدة
}

# Threads in a list
chrome-row-unread = غير مقروء
chrome-row-pinned = مثبَّت
chrome-row-closed = مغلق
chrome-row-answered = أُجيب عنه
chrome-row-unanswered = لا إجابة بعد
chrome-row-cities = { $n ->
    [zero] لا مدن
    [one] مدينة واحدة
    [two] مدينتان
    [few] { $n } مدن
    [many] { $n } مدينة
   *[other] { $n } مدينة
}
chrome-row-fresh = { $n ->
    [zero] لا جديد
    [one] رد جديد
    [two] ردان جديدان
    [few] { $n } ردود جديدة
    [many] { $n } ردًا جديدًا
   *[other] { $n } رد جديد
}

# Posts
chrome-post-opening = المشاركة الأولى:
chrome-post-number = الرد رقم { $n }:
chrome-post-nth = ، رقم { $n }
chrome-post-unnumbered = غير منشورة:
chrome-post-new = جديدة
chrome-post-fresh = { $n ->
    [zero] لا ردود جديدة
    [one] رد جديد
    [two] ردان جديدان
    [few] { $n } ردود جديدة
    [many] { $n } ردًا جديدًا
   *[other] { $n } رد جديد
}
chrome-post-accepted = الإجابة المعتمدة
chrome-post-accepted-by = اختيار { $name }
chrome-post-held = بانتظار المراجعة
chrome-post-revise = طُلب تعديلها
chrome-post-declined = لم تُنشر
chrome-post-removed = أزالها مشرف
chrome-post-deleted = حذفها صاحبها
chrome-post-seen-by = لا يرى هذا إلا صاحب المشاركة والمشرفون.
chrome-post-seen-by-moderators = لا يرى هذا إلا المشرفون، إلى أن يُمحى.
chrome-post-gone-removed = أزال مشرف هذه المشاركة.
chrome-post-gone-deleted = حذف صاحب هذه المشاركة نصها.
chrome-post-edited = معدَّلة
chrome-post-useful = مفيد
chrome-post-useful-count = مفيد { $n }
chrome-post-useful-found = { $n ->
    [zero] لم يجد أحد هذا مفيدًا بعد
    [one] وجد شخص واحد هذا مفيدًا
    [two] وجد شخصان هذا مفيدًا
    [few] وجد { $n } أشخاص هذا مفيدًا
    [many] وجد { $n } شخصًا هذا مفيدًا
   *[other] وجد { $n } شخص هذا مفيدًا
}
chrome-post-reply = رد
chrome-post-reply-to = رد على { $name }
chrome-post-quote = اقتباس
chrome-post-quote-from = الاقتباس من { $name }
chrome-post-accept = اعتماد الإجابة
chrome-post-accept-from = اعتماد إجابة { $name }
chrome-post-unaccept = إلغاء الاعتماد
chrome-post-unaccept-from = إلغاء اعتماد إجابة { $name }
chrome-post-edit = تعديل
chrome-post-edit-of = تعديل مشاركة { $name }
chrome-post-withdraw = سحب
chrome-post-withdraw-of = سحب مشاركة { $name }
chrome-post-delete = حذف
chrome-post-delete-of = حذف مشاركة { $name }
chrome-post-restore = استعادة
chrome-post-restore-of = استعادة مشاركة { $name }
chrome-post-report = إبلاغ
chrome-post-report-of = الإبلاغ عن مشاركة { $name }
chrome-post-case = فتح الحالة
chrome-post-case-of = فتح الحالة الخاصة بمشاركة { $name }

# The place to write in
chrome-write-tools = التنسيق
chrome-write-bold = عريض
chrome-write-italic = مائل
chrome-write-link = رابط
chrome-write-quote = اقتباس
chrome-write-list = قائمة
chrome-write-language = لغة النص
chrome-write-saved = حُفظت المسودة { $time }
chrome-write-preview = معاينة
chrome-write-preview-note = هكذا سيظهر النص. لم يُنشر شيء بعد.
chrome-write-help = طريقة الكتابة
chrome-write-help-text = **عريض**، *مائل*، > اقتباس، - قائمة، [كلمات](عنوان). كتابة @اسم أو @مدينة تنبّه ذلك الشخص أو المنتمين إلى تلك المدينة.

# Forms
chrome-form-optional = (اختياري)
chrome-form-problems = { $n ->
    [zero] لا شيء يلزم تصحيحه
    [one] أمر واحد يلزم تصحيحه
    [two] أمران يلزم تصحيحهما
    [few] { $n } أمور يلزم تصحيحها
    [many] { $n } أمرًا يلزم تصحيحها
   *[other] { $n } أمر يلزم تصحيحها
}

# Ways through pages
chrome-crumbs = موقعك هنا
chrome-tabs = أجزاء هذه الصفحة
chrome-pager = الصفحات
chrome-pager-previous = الصفحة السابقة
chrome-pager-next = الصفحة التالية
chrome-arrivals = { $n ->
    [zero] لا ردود جديدة
    [one] رد جديد
    [two] ردان جديدان
    [few] { $n } ردود جديدة
    [many] { $n } ردًا جديدًا
   *[other] { $n } رد جديد
}
chrome-arrivals-many = الردود الجديدة أكثر من { $n }
chrome-arrivals-reload = تحميل الردود الجديدة

# Keys
chrome-keys = الاختصارات
chrome-keys-off = إيقاف الاختصارات
chrome-keys-on = تشغيل الاختصارات

# Refusals
chrome-error-kept = ما كتبته، لنسخه
chrome-error-number = إذا تكرر هذا، يفيد إبلاغ القائمين على الموقع بهذا الرقم: { $number }

# Texts in other languages
chrome-tr-machine = تُرجم آليًا من { $language }
chrome-tr-improved = تُرجم من { $language } وحسّنه { $name }
chrome-tr-original = عرض الأصل
chrome-tr-read = القراءة بـ{ $language }
chrome-tr-improve = تحسين هذه الترجمة
chrome-tr-history = نسخ سابقة
chrome-tr-ask = ترجمة
chrome-tr-ask-of = ترجمة مشاركة { $name }
chrome-tr-waits = تجري ترجمة هذا إلى { $language } وسيظهر هنا بعد لحظات.
chrome-tr-late = خدمة الترجمة لا تجيب الآن. ستظهر الترجمة إلى { $language } هنا حين تجيب.
chrome-tr-failed = لم تستطع خدمة الترجمة ترجمة هذا النص.
chrome-tr-always = عرض الأصل دائمًا بـ{ $language }
