# Spaces, threads and posts: reading, writing, drafts, home.

flash-published = نُشر النص.
flash-held = أُرسل النص. وهو بانتظار المراجعة، ولا يراه هنا غيرك إلى ذلك الحين.
flash-edited = الصياغة الجديدة هنا الآن.
flash-edit-held = الصياغة الجديدة بانتظار المراجعة. تبقى القديمة إلى ذلك الحين.
flash-deleted = سُحب النص.
flash-accepted = هذه هي الإجابة المعتمدة الآن.
flash-unaccepted = ليست للسؤال إجابة معتمدة الآن.
flash-marked = أُضيفت علامة «مفيد».
flash-unmarked = أُزيلت علامة «مفيد».
flash-draft-saved = حُفظ في مسوداتك.
flash-draft-deleted = حُذفت المسودة.
flash-read = عُلّم مقروءًا حتى هنا.
flash-read-all = عُلّم كل شيء مقروءًا.
flash-followed = حُفظ اختيارك لما يصلك من هذا.

# Kinds of threads
threads-kind-question = سؤال
threads-kind-question-hint = طرح سؤال، ثم اختيار الإجابة التي أفادت.
threads-kind-experience = تجربة
threads-kind-experience-hint = ما جرى، وكم كلّف، وما تعثر.
threads-kind-need = احتياج
threads-kind-need-hint = مدينتك تبحث عن وثيقة أو مشورة أو شريك.
threads-kind-offer = عرض
threads-kind-offer-hint = لدى مدينتك ما قد يفيد الآخرين.
threads-kind-announcement = إعلان
threads-kind-announcement-hint = خبر يهم المدن أن تعرفه.
threads-kind-dialogue-followup = متابعة حوار
threads-kind-dialogue-followup-hint = ما بقي مفتوحًا بعد حوار مباشر.
threads-begin = فتح موضوع
threads-begin-more = أنواع أخرى
threads-begin-question = سؤال المدن
threads-begin-experience = عرض تجربة
threads-begin-need = ذكر احتياج
threads-begin-offer = تقديم عرض
threads-begin-announcement = نشر إعلان
threads-opened-question = طرح السؤال
threads-opened-experience = عرض التجربة
threads-opened-need = ذكر الاحتياج
threads-opened-offer = تقديم العرض
threads-opened-announcement = نشر الإعلان
threads-opened-dialogue-followup = متابعة الحوار
threads-answered = إجابة معتمدة

# People
threads-person-former = عضو سابق
threads-person-former-number = عضو سابق { $number }
threads-title-erased = عنوان سحبه كاتبه
threads-role-moderator = الإشراف

# Waiting for a moderator
threads-held-newcomer = يقرأ مشرف أول نصين من كل عضو جديد قبل أن يراهما الآخرون.
threads-held-space = في هذه المساحة يقرأ مشرف كل نص قبل أن يراه الآخرون.
threads-wait-no-hours = سينظر فيه شخص. لا يراه إلى ذلك الحين إلا أنت والمشرفون.
threads-wait-here = يوجد مشرف هنا الآن، حتى { $time }. لا يراه قبل المراجعة إلا أنت والمشرفون.
threads-wait-next = موعد حضور المشرف التالي: { $time }. لا يراه إلى ذلك الحين إلا أنت والمشرفون.
threads-wait-reads = موعد حضور المشرف التالي الذي يقرأ اللغة { $language }: { $time }. لا يراه إلى ذلك الحين إلا أنت والمشرفون.
threads-declined = لم يُنشر. السبب في مسوداتك.
threads-removed = أزاله مشرف بعد نشره.
threads-edit-waits = صياغة جديدة بانتظار المراجعة

# A thread
threads-page = صفحة { $n }
threads-position = الصفحة { $page } من { $pages }
threads-title-gone = موضوع سُحب
threads-replies = { $n ->
    [0] لا ردود بعد
    [one] رد واحد
    [two] ردان
    [few] { $n } ردود
    [many] { $n } ردًا
   *[other] { $n } رد
}
threads-go-answer = الانتقال إلى الإجابة المعتمدة
threads-go-unread = الانتقال إلى أول مشاركة غير مقروءة
threads-in-reply-to = ردًا على { $name }
threads-rail = في هذا المكان
threads-all-spaces = كل المساحات
threads-themes = المحاور
threads-kept = محفوظ لوقت لاحق
threads-beside = على الجانب
threads-conversation = النقاش
threads-cities = { $n ->
    [zero] لا مدن فيه
    [one] مدينة واحدة فيه
    [two] مدينتان فيه
    [few] { $n } مدن فيه
    [many] { $n } مدينة فيه
   *[other] { $n } مدينة فيه
}
threads-this = هذا الموضوع
threads-mark-read = تعليمه مقروءًا حتى هنا
threads-way-thread = الانتقال إلى أول الموضوع
threads-way-space = الانتقال إلى المساحة

# How closely something is followed
threads-level = ما يصلك منه
threads-level-set = حفظ الاختيار
threads-level-muted = لا شيء
threads-level-muted-hint = فقط عند الإشارة إليك.
threads-level-normal = ما يخصّك
threads-level-normal-hint = عند الإشارة إليك أو الرد عليك.
threads-level-tracking = مقدار الجديد
threads-level-tracking-hint = يظهر الجديد هنا، بلا رسائل.
threads-level-watching = كل شيء
threads-level-watching-hint = يصلك تنبيه بكل مشاركة.
threads-follow-space = متابعة هذه المساحة
threads-follow-person = متابعة هذا الشخص
threads-follow-city = متابعة هذه المدينة
threads-tab-following = المتابعة
threads-following = ما تتابعه
threads-following-lede = مواضيع ومساحات ومحاور ومدن وأشخاص يصلك عنها أكثر مما يعنيك، أو لا يصلك شيء. عن المحور والمدينة يصلك ما يبدأ، وعن الشخص كل مشاركة.
threads-following-none = لا تتابع شيئًا بعد. في صفحة كل موضوع ومساحة ومدينة وشخص ما يتيح ذلك.
threads-following-a-theme = متابعة محور
threads-following-thread = موضوع
threads-following-space = مساحة
threads-following-theme = محور
threads-following-city = مدينة
threads-following-person = شخص

# Writing a reply
threads-reply = رد
threads-reply-as = الرد باسم { $city }
threads-reply-text = ردك
threads-post-reply = نشر الرد
threads-replying-to = ردًا على { $name }
threads-reply-to-all = الرد على الموضوع عامةً
threads-reply-at-end = الرد في نهاية الموضوع
threads-save-draft = حفظ في المسودات
threads-language-found = تُعرف تلقائيًا
threads-closed = هذا الموضوع مغلق ولا يقبل ردودًا أخرى.
threads-closed-guest = الرد يحتاج إلى تسجيل الدخول.
threads-closed-held = تُفتح الردود بعد نشر الموضوع.
threads-closed-declined = لم يُنشر. النص والسبب في مسودات صاحبه.
threads-closed-moderators = في هذه المساحة يكتب المشرفون وحدهم.
threads-closed-meanwhile = أُغلق الموضوع أثناء كتابتك. نصك في مسوداتك.

# Opening a thread
threads-new-heading = فتح موضوع
threads-new-lede = يُذكر في العنوان المطلوب معرفته أو ما يمكن تقديمه: منه يقرر الناس إن كان بإمكانهم المساعدة.
threads-new-space = المساحة
threads-new-space-choose = اختيار مساحة
threads-new-kind = ما نوعه؟
threads-new-title = العنوان
threads-new-title-hint = سطر واحد، كما يُطرح السؤال على زملاء في مدينة أخرى.
threads-new-themes = المحاور
threads-new-themes-hint = خمسة على الأكثر. بفتح المجموعة يظهر ما فيها.
threads-new-body = نصك
threads-new-send = نشر الموضوع

# What cannot be taken
threads-title-missing = يلزم عنوان: منه يقرر الناس إن كان بإمكانهم المساعدة.
threads-title-long = العنوان أطول من 255 حرفًا. يمكن نقل بعضه إلى النص.
threads-body-missing = لا يوجد نص بعد.
threads-body-long = النص أطول من 64 كيبيبايت. يمكن تقسيمه إلى مشاركتين.
threads-kind-unknown = يلزم اختيار نوعه.
threads-space-missing = يلزم اختيار مساحة.
threads-theme-unknown = لا يوجد محور كهذا.
threads-themes-many = الحد الأقصى خمسة محاور.
threads-language-unknown = هذه اللغة غير معروفة هنا.
threads-affiliation-unknown = لا يمكنك التحدث إلا باسم مدينتك.
threads-reply-to-unknown = المشاركة التي عليها الرد ليست في هذا الموضوع.
threads-answer-elsewhere = الإجابة يلزم أن تكون ردًا في هذا الموضوع.
threads-answer-no-question = الإجابة المعتمدة لا تكون إلا لسؤال منشور.
threads-post-gone = لم تعد هذه المشاركة موجودة لتعديلها.
threads-post-moved-on = صدر قرار بشأن هذه المشاركة أثناء ذلك.
threads-thread-gone = لم يعد هذا الموضوع موجودًا.
threads-level-unknown = لا يوجد مستوى كهذا.
threads-draft-long = المسودة أطول من أن تُحفظ.
threads-draft-slot-bad = لا توجد مسودة كهذه.
threads-city-unknown = لا توجد مدينة كهذه.
threads-direction-unknown = القيم الممكنة للاتجاه: mission أو worldwide أو neither.
threads-if-match = يلزم إرسال النسخة التي جرى تعديلها، في الترويسة If-Match.
threads-stale = تغيّر هذا بعد أن بدأت.
threads-space-slug-bad = لا يتضمن الرابط إلا أحرفًا لاتينية صغيرة وأرقامًا وشرطات.
threads-space-slug-taken = لمساحة أخرى هذا الرابط.
threads-space-name-missing = يلزم اسم للمساحة.
threads-space-name-long = الاسم طويل جدًا.
threads-space-summary-long = النبذة طويلة جدًا.
threads-space-languages-many = هذه لغات أكثر من اللازم.

# Changing and taking back
threads-edit-heading = تعديل مشاركتك
threads-edit-body = الصياغة الجديدة
threads-edit-send = حفظ
threads-edit-back = العودة إلى المشاركة
threads-edit-stale = تغيّرت المشاركة أثناء كتابتك
threads-edit-stale-text = لم يضع شيء: الصياغة الموجودة الآن وصياغتك كلتاهما في هذه الصفحة. بالحفظ مرة أخرى تحلّ صياغتك محلّها.
threads-edit-there = الصياغة الموجودة الآن
threads-edit-yours = صياغتك
threads-delete-heading = حذف هذه المشاركة؟
threads-delete-text = يختفي نصها للجميع، ويبقى في مكانها سطر يذكر أن صاحبها حذفها.
threads-delete-opening = يختفي نصها للجميع. وإذا لم يرد أحد غيرك، يختفي الموضوع معها.
threads-delete-send = حذفها
threads-withdraw-heading = سحب هذا النص؟
threads-withdraw-text = يُسحب من قائمة الانتظار لدى المشرفين. لم يره أحد غيرهم.
threads-withdraw-send = سحبه
threads-history = ما الذي تغيّر
threads-history-lede = كل صياغات هذه المشاركة، الأحدث أولًا. الكلمات المحذوفة مشطوبة، والكلمات المضافة تحتها خط.
threads-history-now = النسخة { $n }، وهي الحالية
threads-history-version = النسخة { $n }
threads-history-waits = صياغة جديدة بانتظار المراجعة
threads-history-declined = صياغة جديدة لم تُنشر
threads-history-gone = محذوف:
threads-history-new = مضاف:

# Drafts
threads-drafts = المسودات
threads-drafts-lede = نصوص لم تُرسل بعد. لا يراها غيرك.
threads-drafts-returned = معادة إليك
threads-drafts-waiting = بانتظار المراجعة
threads-drafts-kept = لم تُرسل بعد
threads-drafts-none = لا شيء هنا. يُحفظ النص أثناء كتابته.
threads-drafts-go-on = مواصلة الكتابة
threads-drafts-delete = حذف المسودة
threads-drafts-statement = كل ما يخصّ هذا القرار
threads-draft-new = موضوع
threads-draft-reply = رد
threads-draft-edit = صياغة جديدة

# Spaces
threads-spaces-lede = كل مساحة لنوع من الحديث. أما المحاور فتصنّف المواضيع وتمتد عبر المساحات كلها.
threads-count = { $n ->
    [zero] لا مواضيع
    [one] موضوع واحد
    [two] موضوعان
    [few] { $n } مواضيع
    [many] { $n } موضوعًا
   *[other] { $n } موضوع
}
threads-last = آخر كتابة
threads-members-only = للأعضاء
threads-join-to-write = الانضمام للكتابة هنا
threads-filter = تصفية المواضيع
threads-filter-status = الوضع
threads-filter-all = كل المواضيع
threads-filter-open = بلا إجابة معتمدة
threads-filter-answered = أُجيب عنها
threads-filter-unread = غير مقروءة
threads-filter-kind = النوع
threads-filter-exchange = التبادل
threads-filter-both = في الاتجاهين
threads-filter-mission = تبدؤه مدينة من مدن المهمة
threads-filter-worldwide = تبدؤه مدينة من العالم
threads-order = الترتيب حسب
threads-order-latest = آخر رد
threads-order-newest = أحدث موضوع
threads-filter-space = المساحة
threads-filter-spaces = كل المساحات
threads-filter-kinds = كل الأنواع
threads-filter-theme = المحور
threads-filter-themes = كل المحاور
threads-filter-languages = أي لغة
threads-filter-apply = عرض
threads-filter-drop = عرض كل المواضيع
threads-all-read = تعليم الكل مقروءًا
threads-waiting = بانتظار المراجعة
threads-list = المواضيع
threads-none = لم يكتب أحد هنا بعد. الموضوع الأول يراه كل من يتابع هذه المساحة.
threads-none-match = لا يوجد موضوع يطابق ما اخترته.
threads-pager-first = العودة إلى الأحدث
threads-pager-older = مواضيع أقدم
threads-strokes = كيف تُقرأ الخطوط
threads-strokes-text = كل خط رد واحد، الأقدم أولًا. الفراغ يوم بلا ردود. الخط ذو التاج هو الإجابة المعتمدة، والخطوط البارزة جديدة عليك.
threads-strokes-example = مثال: سبعة ردود، أربعة من مدن المهمة وثلاثة من غيرها، أحدها هو الإجابة المعتمدة
threads-carers = من يعتني بهذه المساحة

# Home
threads-home-guest = ما تعلمته مدينة يفيد مدينة أخرى
threads-home-lede = في Stoa يسأل العاملون من أجل المدن بعضهم بعضًا، ويروون ما نجح وما لم ينجح، ويجدون شركاء. مدن المهمة ومدن من العالم تتحدث على قدم المساواة.
threads-home-join = الانضمام مع مدينتك
threads-home-look = جولة أولًا
threads-home-how = كيف يعمل
threads-home-how-text = كل ما هنا يُقرأ بلا حساب. أما الكتابة فبالانضمام بعنوان بريد وباسم مدينتك. يقرأ مشرف أول نصين لك قبل أن يراهما الآخرون. لا إعلانات تجارية ولا تتبّع.
threads-home-city = { $city }، اليوم
threads-home-across = عبر المدن، اليوم
threads-home-first = لم يسبقك أحد من { $city } إلى هنا، ولم يُفتح لها موضوع بعد: سؤال واحد يكفي ليعرف الآخرون.
threads-home-you = لك
threads-home-nothing = لا شيء ينتظرك.
threads-home-waiting = قيد الانتظار
threads-home-returned = أُعيد إليك نص، مع السبب
threads-home-waits = نصك بانتظار المراجعة
threads-home-mentioned = إشارة إليك من { $name }
threads-home-quoted = اقتباس منك في مشاركة { $name }
threads-home-replied = رد عليك من { $name }
threads-home-your-thread = رد في موضوعك من { $name }
threads-home-accepted = اعتماد إجابتك من { $name }
threads-home-approved = نُشر نصك
threads-home-revise = مشرف يطلب منك تعديلًا
threads-home-follows = مواضيع للمتابعة
threads-why-yours = فتحته أنت
threads-why-follow = ضمن متابعاتك
threads-why-read = قرأته من قبل
threads-why-unanswered = لم يُجب أحد بعد
threads-home-facing = الاحتياجات والعروض
threads-home-needs = ما تحتاج إليه المدن
threads-home-offers = ما تعرضه المدن
threads-home-no-needs = لم تذكر أي مدينة احتياجًا بعد.
threads-home-no-offers = لم تقدم أي مدينة عرضًا بعد.
threads-home-all = كل الاحتياجات والعروض
threads-home-open = أسئلة بلا رد
threads-home-newest = أحدث المواضيع
threads-home-empty = لم يكتب أحد شيئًا بعد. الموضوع الأول يظهر هنا للجميع.

# Keys
threads-key-j = المشاركة التالية أو الموضوع التالي
threads-key-k = السابق
threads-key-n = أول مشاركة غير مقروءة
threads-key-a = الإجابة المعتمدة
threads-key-r = رد
threads-key-q = اقتباس المشاركة، أو النص المحدَّد
threads-key-u = مفيد
threads-key-send = إرسال

# Keeping threads in order
flash-closed = أُغلق الموضوع. الرد الآن للمشرفين وحدهم.
flash-reopened = فُتح الموضوع من جديد.
flash-pinned = الموضوع مثبَّت الآن في مقدمة مساحته.
flash-unpinned = عاد الموضوع إلى مكانه.
flash-moved = الموضوع في هذه المساحة الآن.
flash-merged = المشاركات هنا الآن. الرابط القديم يؤدي إلى هنا.
flash-split = الردود الآن في موضوع مستقل.
threads-tend = العناية بهذا الموضوع
threads-tend-close = إغلاق
threads-tend-reopen = إعادة الفتح
threads-tend-pin = تثبيت في المقدمة
threads-tend-unpin = إلغاء التثبيت
threads-tend-space = المساحة
threads-tend-move = نقل إليها
threads-tend-into = الضم إلى موضوع آخر
threads-tend-into-hint = رابط الموضوع الذي تُنقل هذه المشاركات إلى نهايته.
threads-tend-merge = ضم
threads-split = فصل ردود في موضوع جديد
threads-split-lede = تنتقل الردود المختارة إلى موضوع مستقل، بترتيبها. روابطها القديمة تؤدي إليه.
threads-split-title = عنوان الموضوع الجديد
threads-split-posts = الردود
threads-split-look = عرض الرد رقم { $n } في مكانه
threads-split-do = إنشاء الموضوع
threads-split-nothing = لا توجد في هذه الصفحة ردود يمكن أن تصبح موضوعًا.
threads-split-none = يلزم اختيار رد واحد على الأقل
threads-split-many = الحد الأقصى 200 رد في المرة الواحدة
threads-split-elsewhere = يلزم اختيار ردود من هذا الموضوع
threads-merge-itself = لا يمكن ضم موضوع إلى نفسه: يلزم رابط موضوع آخر
threads-merge-unknown = ليس هذا رابط موضوع. صيغته /t/ يتبعه 26 من الأحرف والأرقام
threads-move-author-outside = من فتح الموضوع لا يحق له دخول تلك المساحة، وسيفقد الموضوع. يلزم السماح له بالدخول أولًا، أو اختيار مساحة أخرى.
threads-pins-many = في مقدمة هذه المساحة عشرون موضوعًا مثبَّتًا: يلزم إلغاء تثبيت أحدها أولًا
threads-similar = ربما سبق طرح هذا السؤال
threads-moved = مشاركات هي الآن في موضوع آخر
threads-moved-post = المشاركة رقم { $n }

# Texts in other languages
threads-translate-page = { $n ->
    [two] ترجمة مشاركتين إلى { $language }
    [few] ترجمة { $n } مشاركات إلى { $language }
   *[other] ترجمة { $n } مشاركة إلى { $language }
}
threads-key-t = ترجمة المشاركة أو عرض أصلها
threads-translation-same = هذا النص بهذه اللغة أصلًا.
threads-translation-adds = لا تحوي الترجمة إلا ما في الأصل من روابط واقتباسات وأسماء. احذف ما أُضيف.
threads-translation-stale = حسّنها شخص آخر في هذه الأثناء، أو تغيّر نص المشاركة. نصّك أدناه؛ قارنه بما هو منشور.
threads-translation-title = تحسين الترجمة إلى { $language }
threads-translation-lede = ما تكتبه يظهر بجانب الأصل باسمك. تبقى الأسماء (@…) والروابط والاقتباسات كما هي.
threads-translation-original = الأصل
threads-translation-now = المنشور الآن
threads-translation-heading = العنوان
threads-translation-text = الترجمة
threads-translation-send = نشر الترجمة
threads-translation-history = نسخ الترجمة إلى { $language }
threads-translation-edition = النسخة { $n }
threads-translation-by-machine = ترجمة آلية
threads-translation-use = استعمال هذه النسخة ثانية
threads-readers = { $n ->
    [one] شخص واحد سيقرأ هذا مترجمًا: { $languages }
    [two] شخصان سيقرآن هذا مترجمًا: { $languages }
    [few] { $n } أشخاص سيقرؤون هذا مترجمًا: { $languages }
    [many] { $n } شخصًا سيقرؤون هذا مترجمًا: { $languages }
   *[other] { $n } شخص سيقرؤون هذا مترجمًا: { $languages }
}
flash-translation-asked = تجري الترجمة، وستظهر هنا بعد لحظات.
flash-translation-made = إليك الترجمة.
flash-translation-improved = ترجمتك الآن بجانب الأصل.
flash-reads = أنت تقرأ هذه اللغة: تظهر نصوصها من الآن كما كُتبت.
threads-translation-withdraw = سحب هذه النسخة
flash-translation-withdrawn = سُحبت النسخة، وتظهر التي قبلها.
