# The moderators' desk: queue, case, decision, history; the public log; what authors read.

flash-claimed = هذه الحالة لديك الآن.
flash-released = لم تعد هذه الحالة لديك.
flash-approved = نُشر النص.
flash-revise = طُلب من صاحب النص تعديله.
flash-declined = لم يُنشر النص، ويعود إلى صاحبه.
flash-undone = أُلغي القرار، والحالة مفتوحة من جديد.

## The queue

moderation-queue-title = الإشراف
moderation-queue-heading =
    { $n ->
        [0] لا شيء بانتظار المراجعة
        [one] حالة واحدة بانتظار المراجعة
        [two] حالتان بانتظار المراجعة
        [few] { $n } حالات بانتظار المراجعة
        [many] { $n } حالة بانتظار المراجعة
       *[other] { $n } حالة بانتظار المراجعة
    }
moderation-queue-list = الحالات المنتظرة
moderation-queue-item = الحالة المعروضة
moderation-queue-waiting = بانتظار المراجعة
moderation-queue-everything = الكل
moderation-queue-mine-heading = حالاتي
moderation-queue-mine = الحالات التي لديّ
moderation-queue-oldest = الأقدم تنتظر منذ { $time }.
moderation-queue-more-heading = المزيد
moderation-queue-history = الحالات المقرَّر فيها
moderation-queue-log = السجل العام
moderation-queue-hours = ساعاتي
moderation-queue-filter = اختيار الحالات
moderation-queue-space = المساحة
moderation-queue-space-all = كل مساحاتي
moderation-queue-language = اللغة
moderation-queue-language-all = كل اللغات
moderation-queue-show = عرض
moderation-queue-clear = عرض الكل
moderation-queue-next = المزيد من الحالات
moderation-queue-first = العودة إلى البداية
moderation-queue-done = فرغت قائمة الانتظار. لا شيء ينتظر مشرفًا.
moderation-queue-done-last = صدر آخر قرار عن { $name }، { $time }.
moderation-queue-just-now = الآن
moderation-queue-none = لا توجد حالة منتظرة تطابق هذا الاختيار.

moderation-kind-thread = موضوع
moderation-tended-closed = أُغلق
moderation-tended-reopened = فُتح من جديد
moderation-tended-pinned = ثُبّت في المقدمة
moderation-tended-unpinned = أُلغي تثبيته
moderation-tended-moved = نُقل إلى هنا
moderation-tended-joined = ضُمّ إلى موضوع آخر
moderation-tended-parted = فُصلت ردود في موضوع جديد
moderation-kind-held-thread = موضوع جديد
moderation-kind-held-reply = رد
moderation-kind-held-edit = تعديل
moderation-kind-report = بلاغ
moderation-kind-member = عضوية
moderation-kind-city-claim = إضافة مدينة
moderation-kind-notice = إخطار
moderation-kind-complaint = شكوى
moderation-kind-live-question = سؤال مباشر

## Why a text waits, to moderators

moderation-held-newcomer = المشاركات الأولى
moderation-held-newcomer-why = عدد مشاركات هذا الشخص التي نالت الموافقة أقل من اثنتين. القاعدة تُبقي النص بانتظار المراجعة، ولا يقرر إلا شخص.
moderation-held-space-holds-all = كل نص في المساحة ينتظر
moderation-held-space-holds-all-why = في هذه المساحة تبقى كل مشاركة بانتظار المراجعة حتى يقرأها مشرف.
moderation-held-city-unknown = مدينة جديدة
moderation-held-city-unknown-why = ذُكرت مدينة ليست في القائمة. بعد الموافقة عليها يمكن للجميع اختيارها.

## One case

moderation-case-thread-by = موضوع جديد من { $name }
moderation-case-reply-by = رد من { $name }
moderation-case-edit-by = تعديل من { $name }
moderation-case-city = إضافة مدينة: { $city }
moderation-case-gone = حالة بلا نصها
moderation-case-in-thread = رد في { $thread } · { $space }
moderation-case-in-space = موضوع جديد في { $space }
moderation-case-edit-in = تعديل في { $thread } · { $space }
moderation-case-claimed-for = بتسمية من { $name }
moderation-case-all =
    { $n ->
        [0] قائمة الانتظار
        [one] الحالة المنتظرة الوحيدة
        [two] الحالتان المنتظرتان
        [few] كل الحالات المنتظرة، وعددها { $n }
        [many] كل الحالات المنتظرة، وعددها { $n }
       *[other] كل الحالات المنتظرة، وعددها { $n }
    }
moderation-case-nav = الحالات
moderation-case-previous = السابقة
moderation-case-next = التالية
moderation-case-mine = هذه الحالة لديك حتى { $time }
moderation-case-taken = هذه الحالة لدى { $name } حتى { $time }
moderation-case-claim = تولّي الحالة
moderation-case-claim-named = تولّي الحالة: { $title }
moderation-case-take-over = استلام الحالة
moderation-case-take-over-named = استلام الحالة من { $name }
moderation-case-release = ترك الحالة
moderation-case-release-named = ترك الحالة: { $title }
moderation-case-text = النص
moderation-case-earlier =
    { $n ->
        [zero] لا مشاركات سابقة
        [one] عرض المشاركة السابقة
        [two] عرض المشاركتين السابقتين
        [few] عرض { $n } مشاركات سابقة
        [many] عرض { $n } مشاركة سابقة
       *[other] عرض { $n } مشاركة سابقة
    }
moderation-case-after = الصياغة الجديدة
moderation-case-public-now = المنشور حاليًا
moderation-case-new-title = العنوان الجديد:
moderation-case-why = سبب وجودها هنا
moderation-case-author = صاحب النص
moderation-case-author-audience = الصفة
moderation-case-author-approved = المقبولة
moderation-case-author-revised = المعادة للتعديل
moderation-case-author-declined = غير المنشورة
moderation-case-author-count =
    { $n ->
        [0] لا شيء
        [one] نص واحد
        [two] نصان
        [few] { $n } نصوص
        [many] { $n } نصًا
       *[other] { $n } نص
    }
moderation-case-earlier-decisions = القرارات في هذه الحالة
moderation-case-history = ما حدث حتى الآن
moderation-case-city-name = الاسم كما كُتب
moderation-case-city-country = البلد
moderation-case-city-members =
    { $n ->
        [zero] لا أحد يذكر هذه المدينة
        [one] شخص واحد يذكر هذه المدينة
        [two] شخصان يذكران هذه المدينة
        [few] { $n } أشخاص يذكرون هذه المدينة
        [many] { $n } شخصًا يذكرون هذه المدينة
       *[other] { $n } شخص يذكرون هذه المدينة
    }
moderation-case-own = هذا نصك، ولذلك يقرر بشأنه شخص آخر.
moderation-case-decided = صدر القرار هنا عن { $name }، { $time }.
moderation-case-closed = سحب صاحب النص نصه، فلا شيء يستدعي قرارًا.
moderation-case-text-gone = لم يعد النص موجودًا.

## Deciding

moderation-decide-legend = القرار
moderation-decide-approve = نشر
moderation-decide-approve-city = إضافة المدينة
moderation-decide-revise = طلب تعديل
moderation-decide-decline = عدم النشر
moderation-decide-decline-city = عدم الإضافة
moderation-decide-reason = السبب
moderation-decide-reason-hint = مطلوب إلا عند النشر. يقرأ صاحب النص كلماته.
moderation-decide-reason-none = لم يُختر سبب
moderation-decide-note = كلمات إلى صاحب النص
moderation-decide-note-hint = ما يحسن تعديله، وما كان جيدًا، والمكان الأنسب له. يقرأ صاحب النص هذا.
moderation-decide-welcome = الترحيب بصاحب النص
moderation-decide-welcome-hint = تبدأ الرسالة بترحيب، وتأتي كلماتك تحته.
moderation-decide-letter = ما سيصل إلى { $name }
moderation-decide-letter-approve = نُشر نصك.
moderation-decide-letter-welcome = أهلًا بك. نُشر نصك، ويسرّنا وجودك هنا.
moderation-decide-letter-person = القرار من مشرف، لا من آلة.
moderation-decide-send-named = إصدار القرار وإبلاغ { $name }
moderation-decide-skip = تخطٍّ
moderation-decide-undo-span =
    { $n ->
        [zero] انتهت مهلة التراجع
        [one] يمكنك التراجع خلال ثانية واحدة
        [two] يمكنك التراجع خلال ثانيتين
        [few] يمكنك التراجع خلال { $n } ثوانٍ
        [many] يمكنك التراجع خلال { $n } ثانية
       *[other] يمكنك التراجع خلال { $n } ثانية
    }
moderation-action-missing = يلزم اختيار قرار.
moderation-action-unknown = هذا النوع من الحالات لا يقبل هذا القرار. النصوص المنتظرة والمدن: approve أو revise أو decline. المشاركات المُبلَّغ عنها: agree أو disagree أو ignore.
moderation-reason-missing = يلزم اختيار سبب: من حق صاحب النص أن يعرف السبب.
moderation-reason-unknown = لا يوجد سبب كهذا.
moderation-note-missing = يلزم ذكر السبب بكلماتك.
moderation-note-long = الحد الأقصى 2,000 حرف.
moderation-restrictions-unknown = لا قيود على النصوص التي بانتظار المراجعة: الموافقة تنشر النص، وغيرها لا ينشره.
moderation-version-missing = يلزم إرسال النسخة التي قُرئت، في الترويسة If-Match.
moderation-version-bad = النسخة عدد صحيح بين علامتي اقتباس.
moderation-filter-unknown = لا يوجد شيء بهذا الاسم للتصفية.
moderation-text-changed = غيّر صاحب النص نصه في اللحظة نفسها. يلزم أن يُقرأ من جديد قبل القرار.

## The last action, and taking it back

moderation-undo-approve = نُشر: «{ $title }».
moderation-undo-revise = طُلب تعديل: «{ $title }».
moderation-undo-decline = لم يُنشر: «{ $title }».
moderation-undo-left =
    { $n ->
        [zero] يُبلَّغ صاحب النص الآن.
        [one] يُبلَّغ صاحب النص بعد ثانية واحدة.
        [two] يُبلَّغ صاحب النص بعد ثانيتين.
        [few] يُبلَّغ صاحب النص بعد { $n } ثوانٍ.
        [many] يُبلَّغ صاحب النص بعد { $n } ثانية.
       *[other] يُبلَّغ صاحب النص بعد { $n } ثانية.
    }
moderation-undo = تراجع
moderation-undo-named = التراجع عن القرار بشأن «{ $title }»
moderation-restore = استعادة
moderation-restore-named = استعادة «{ $title }»
moderation-undo-late = انتهت مهلة التراجع عن هذا القرار.
moderation-undo-already = سبق إلغاء هذا القرار.
moderation-undo-superseded = تغيّرت الحالة بعد ذلك: عدّل صاحب النص نصه، أو صدر قرار جديد.

## Somebody was first

moderation-conflict-title = سبق قرار آخر
moderation-conflict-approve = نُشر هذا النص بقرار من { $name }، { $time }. لم يُنفَّذ قرارك.
moderation-conflict-revise = طُلب تعديل هذا النص بقرار من { $name }، { $time }. لم يُنفَّذ قرارك.
moderation-conflict-decline = تقرر عدم نشر هذا النص، والقرار من { $name }، { $time }. لم يُنفَّذ قرارك.
moderation-conflict-closed = سحب صاحب النص نصه قبل صدور قرارك. لم يبقَ ما يلزم فعله.
moderation-conflict-taken = هذه الحالة لدى { $name } حتى { $time }. لم يُنفَّذ قرارك.
moderation-conflict-stale-title = تغيّر النص بعد قراءتك له
moderation-conflict-stale = غيّر صاحب النص نصه بعد أن فتحته. هذا هو النص الحالي؛ وما اخترته وكتبته محفوظ أدناه. يلزم أن يُقرأ من جديد قبل القرار.
moderation-api-decided = سبق قرار آخر؛ وهو مذكور هنا.
moderation-api-claimed = هذه الحالة لدى مشرف آخر.
moderation-conflict-reason = السبب
moderation-conflict-note = كلمات إلى صاحب النص
moderation-conflict-typed = ما كتبته
moderation-conflict-chosen = ما اخترته
moderation-conflict-case = فتح الحالة
moderation-conflict-queue = العودة إلى قائمة الانتظار

## History

moderation-history-title = الحالات المقرَّر فيها
moderation-history-lede = ما تقرر في المساحات التي لك الإشراف عليها، الأحدث أولًا. النص الذي لم يُنشر تمكن استعادته خلال 30 يومًا.
moderation-history-none = لم يصدر أي قرار بعد.
moderation-history-when = الوقت
moderation-history-what = النص أو المدينة
moderation-history-decision = القرار
moderation-history-by = صاحب القرار
moderation-history-act = الإجراء
moderation-history-region = الحالات المقرَّر فيها

moderation-did-approve = نُشر
moderation-did-revise = طُلب تعديل
moderation-did-decline = لم يُنشر
moderation-did-undone = أُلغي القرار
moderation-did-closed = أُغلقت بلا قرار

moderation-line-opened = بانتظار المراجعة
moderation-line-reopened = مفتوحة من جديد
moderation-line-edited = غيّر صاحب النص نصه
moderation-line-claimed = تولّي الحالة: { $name }
moderation-line-taken-over = استلام الحالة: { $name }
moderation-line-released = ترك الحالة: { $name }
moderation-line-approved = نُشر بقرار من { $name }
moderation-line-revised = طُلب تعديل بقرار من { $name }
moderation-line-declined = عدم النشر بقرار من { $name }
moderation-line-undone = إلغاء القرار: { $name }
moderation-line-closed = سحب صاحب النص نصه
moderation-line-nobody = شخص ما

## The public log

moderation-log-title = سجل الإشراف
moderation-log-lede = كل قرار بشأن نص أو مدينة، مع سببه. لا يُذكر اسم أحد، ولا يُعرض نص لم يُنشر.
moderation-log-place = كيف تجري العناية بمنتدى Stoa
moderation-log-here = سجل الإشراف
moderation-log-desk = مكتب المشرفين
moderation-log-facts = آخر 30 يومًا
moderation-log-machine = قرارات اتخذتها آلة وحدها
moderation-log-machine-note = القواعد تستوقف النصوص، والقرار للأشخاص
moderation-log-filter = اختيار القرارات
moderation-log-action = القرار
moderation-log-action-all = كل القرارات
moderation-log-reason = السبب
moderation-log-reason-all = كل الأسباب
moderation-log-space = المساحة
moderation-log-space-all = كل المساحات
moderation-log-show = عرض
moderation-log-region = القرارات
moderation-log-when = الوقت
moderation-log-what = النص أو المدينة
moderation-log-by = صاحب القرار
moderation-log-by-moderator = مشرف
moderation-log-nowhere = الموقع كله
moderation-log-noreason = غير مطلوب
moderation-log-none = لا قرارات بعد. سيظهر أولها هنا للجميع.
moderation-log-none-filtered = لا يوجد قرار يطابق هذا الاختيار.

## Reasons: name, title, body (the author reads it), rule of the house

moderation-reason-off-topic = خارج الموضوع
moderation-reason-off-topic-title = لا يناسب هذا المكان
moderation-reason-off-topic-body = يتناول نصك أمرًا غير ما في هذه المساحة أو هذا الموضوع. وقد يكون في محلّه تمامًا في مكان آخر.
moderation-reason-off-topic-rule = القاعدة 1: البقاء في صلب السؤال.
moderation-reason-advertising = إعلان تجاري
moderation-reason-advertising-title = يعرض شيئًا للبيع
moderation-reason-advertising-body = يمتدح نصك منتجًا أو خدمة لم يسأل عنها أحد. الأنفع ذكر ما تعلمته من استخدامها، أو الإجابة عندما تُطلب عروض.
moderation-reason-advertising-rule = القاعدة 2: المشاركة لا البيع.
moderation-reason-personal-data = بيانات شخصية
moderation-reason-personal-data-title = يُظهر بيانات أشخاص آخرين
moderation-reason-personal-data-body = يذكر نصك أو يُظهر أشخاصًا ربما لم يوافقوا على ذلك: أسماء أو عناوين أو أرقام هواتف أو وجوهًا. بعد حذفها يمكن نشره.
moderation-reason-personal-data-rule = القاعدة 3: ترك ما يخصّ الحياة الخاصة للآخرين.
moderation-reason-insult = هجوم على شخص أو مدينة
moderation-reason-insult-title = يهاجم طرفًا ما
moderation-reason-insult-body = يهاجم نصك شخصًا أو جماعة أو مدينة بدلًا من مناقشة قولهم أو فعلهم. إذا كان الخلاف على الموضوع نفسه أمكن نشره.
moderation-reason-insult-rule = القاعدة 4: الحزم في الموضوع واللطف مع الناس.
moderation-reason-false-information = معلومات غير صحيحة
moderation-reason-false-information-title = يذكر أمرًا غير صحيح
moderation-reason-false-information-body = يعرض نصك أمرًا معروفًا بعدم صحته على أنه حقيقة، أو ينسبه إلى مصدر لا يقول ذلك. يلزم تصحيحه أو ذكر مصدره.
moderation-reason-false-information-rule = القاعدة 5: ذكر المصدر.
moderation-reason-rights = حقوق الآخرين
moderation-reason-rights-title = يستخدم عمل غيره
moderation-reason-rights-body = ينقل نصك نصًا أو صورة أو مخططًا لغيرك. يمكن اقتباس جزء قصير مع مصدره، أو وضع رابط إليه.
moderation-reason-rights-rule = القاعدة 6: الاقتباس والربط لا النسخ.
moderation-reason-spam = محتوى غير مرغوب فيه
moderation-reason-spam-title = أُرسل على نطاق واسع
moderation-reason-spam-body = أُرسل نصك إلى أماكن كثيرة، أو لا علاقة له بهذا المكان.
moderation-reason-spam-rule = القاعدة 7: الكتابة لأهل هذا الموضوع.
moderation-reason-other = سبب آخر
moderation-reason-other-title = سبب آخر
moderation-reason-other-body = كلمات المشرف تبيّن السبب.
moderation-reason-other-rule = قواعد المنتدى

## What the author reads

moderation-statement-title-approve = نُشر نصك
moderation-statement-title-revise = طُلب تعديل
moderation-statement-title-decline = لم يُنشر نصك
moderation-statement-title-undone = أُلغي هذا القرار
moderation-statement-title-city-approve = أُضيفت مدينتك
moderation-statement-title-city-decline = لم تُضَف مدينتك
moderation-statement-lede = تاريخ القرار: { $time }.
moderation-statement-heading = ما تقرر وأسبابه
moderation-statement-decision = القرار
moderation-statement-decision-approve = نصك متاح لكل من له حق القراءة في هذه المساحة.
moderation-statement-decision-revise = يبقى نصك في مكانه، لك وللمشرفين وحدهم، إلى أن يُعدَّل. عندئذ ينظر فيه شخص من جديد.
moderation-statement-decision-decline = لا يُعرض نصك على الآخرين. وهو في مسوداتك، ويمكنك تعديله وإرساله من جديد.
moderation-statement-decision-city-approve = يمكن للجميع اختيار المدينة الآن.
moderation-statement-decision-city-decline = المدينة ليست في القائمة. يمكنك اختيار مدينة أخرى في ملفك الشخصي.
moderation-statement-where = أين
moderation-statement-where-all = في كل مكان على هذا الموقع، بلا حد زمني
moderation-statement-reason = السبب
moderation-statement-rule = القاعدة
moderation-statement-note = كلمات المشرف
moderation-statement-how = كيف وصل إلينا
moderation-statement-how-newcomer = بقي بانتظار المراجعة لأن عدد مشاركاتك التي نالت الموافقة كان أقل من اثنتين، ثم قرأه شخص
moderation-statement-how-space-holds-all = بقي بانتظار المراجعة لأن كل مشاركة في هذه المساحة تنتظر، ثم قرأه شخص
moderation-statement-how-city-unknown = نُظر في الأمر لأن المدينة لم تكن في القائمة
moderation-statement-machine = دور الآلة
moderation-statement-machine-text = أبقت النص بانتظار المراجعة، ولم تقرر.
moderation-statement-reference = الرقم
moderation-statement-on = ما يمكنك فعله الآن
moderation-statement-on-post = الانتقال إلى نصك
moderation-statement-on-drafts = فتح مسوداتك
moderation-statement-on-city = اختيار مدينة
moderation-statement-undone = ألغى مشرف هذا القرار، { $time }؛ والنص ينتظر قرارًا جديدًا.
moderation-statement-superseded = هذا قرار سابق؛ تغيّر النص أو صدر قرار جديد بعد ذلك.
moderation-statement-for-moderators = يظهر لك هذا بصفتك من المشرفين. لا يُبلَّغ صاحب النص باسم من قرر.

## Spaces, for administrators

moderation-spaces-title = المساحات
moderation-spaces-lede = من يدخل، ومن ينشر، وما يبقى بانتظار المراجعة، ومن يشرف.
moderation-spaces-settings = إعدادات { $space }
moderation-spaces-name = الاسم باللغة { $language }
moderation-spaces-summary = جملة واحدة عنها باللغة { $language }
moderation-spaces-slug = الاسم في الروابط
moderation-spaces-slug-hint = أحرف لاتينية صغيرة وأرقام وشرطات. لا يمكن تغييره لاحقًا.
moderation-spaces-visibility = من يدخل
moderation-spaces-visibility-public = الجميع
moderation-spaces-visibility-public-hint = ومنهم من لم يسجل الدخول، ومحركات البحث.
moderation-spaces-visibility-members = الأعضاء
moderation-spaces-visibility-members-hint = كل من سجّل الدخول.
moderation-spaces-visibility-private = المسموح لهم فقط
moderation-spaces-visibility-private-hint = لا يستطيع غيرهم معرفة أن المساحة موجودة.
moderation-spaces-posting = من ينشر
moderation-spaces-posting-members = الأعضاء يفتحون المواضيع ويردون
moderation-spaces-posting-moderators-open = المشرفون يفتحون المواضيع، والأعضاء يردون
moderation-spaces-posting-moderators = المشرفون فقط
moderation-spaces-holding = ما يبقى بانتظار المراجعة
moderation-spaces-holding-newcomers = مشاركات الأعضاء الجدد، إلى أن تنال اثنتان الموافقة
moderation-spaces-holding-everybody = كل مشاركة ما عدا مشاركات المشرفين
moderation-spaces-languages = اللغات
moderation-spaces-languages-hint = رموز مثل en و es و ar، تفصل بينها الفاصلة (,). الحقل الفارغ يعني أي لغة.
moderation-spaces-order = الترتيب في القائمة
moderation-spaces-history = الصياغات السابقة للمشاركات المعدَّلة متاحة للقراء
moderation-spaces-neutral = لا تُذكر المساحة ولا الموضوع في سطر موضوع الرسائل
moderation-spaces-save = حفظ الإعدادات
moderation-spaces-add = إضافة مساحة
moderation-spaces-add-button = إضافة المساحة
moderation-spaces-moderators-none = لا أحد يشرف على هذه المساحة وحدها. يتولى ذلك مشرفو كل المساحات والإدارة.
moderation-spaces-form = الإعدادات
moderation-spaces-here = من يقرر هنا
moderation-spaces-roles = منح الأدوار وسحبها
moderation-spaces-presence = ما يُبلَّغ به أصحاب النصوص
moderation-spaces-changed = غيّر شخص آخر هذه المساحة أثناء ذلك. هذه إعداداتها الآن.
moderation-spaces-open = فتح المساحة

## Keys

moderation-key-next = التالية، السابقة
moderation-key-claim = تولّي الحالة، تركها
moderation-key-approve = نشر
moderation-key-revise = طلب تعديل
moderation-key-decline = عدم النشر
moderation-key-reason = اختيار سبب
moderation-key-note = الكتابة إلى صاحب النص
moderation-key-send = إصدار القرار
moderation-key-undo = تراجع
moderation-key-skip = تخطٍّ
moderation-spaces-translated = يجوز إعطاء النصوص لخدمة الترجمة
moderation-tended-slowed = شُغّل الوضع البطيء
moderation-tended-unslowed = أُوقف الوضع البطيء
