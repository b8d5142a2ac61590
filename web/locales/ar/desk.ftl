# The moderators' desk: what weighs how much.
moderation-order = الترتيب
moderation-order-age = الأقدم أولاً
moderation-order-score = البلاغات الأثقل أولاً
moderation-weight = الوزن { $points }
moderation-weight-why = الوزن { $points }: نقطة للبلاغ، و{ $trust } للثقة بصاحبه، و{ $accuracy } لبلاغاته السابقة (صحّ منها { $agreed } من { $judged })، و{ $bonus } لما يستمر ضرره.
moderation-whose-mine = لي أن أقرّر
moderation-whose-all = للجميع في فضاءاتي
moderation-routed = هذه الآن لـ{ $names }؛ وابتداءً من { $time } تصبح لآخرين أيضًا.
moderation-routed-all = تنتظر منذ يومين وهي لكل من يحق له القرار: { $names }.

# Away, and time to take a decision back.
accounts-away-title = أيام الغياب
accounts-away-lede = في هذه الأيام، بما فيها اليومان المذكوران، لا تُسند إليك أي حالة ولا يوعد الكتّاب بأحد.
accounts-away-from = الغياب { $n }، أول يوم
accounts-away-to = الغياب { $n }، آخر يوم
accounts-away-bad = اكتب يومي الغياب، الأبكر أولًا، وخلال سنة على الأكثر
accounts-away-many = اذكر ستة غيابات على الأكثر
accounts-patient = أمهلني عشر دقائق للتراجع عن قرار
accounts-patient-hint = تنتظر رسالة الكاتب المدة نفسها؛ وما تنشره يظهر فورًا.
rights-file-moderating-absences = متى تغيب عن الإشراف.
rights-file-moderating-desk = كيف تفضّل مكتب الإشراف.
moderation-undo-left-minutes =
    { $n ->
        [zero] يُبلَّغ صاحب النص الآن.
        [one] يُبلَّغ صاحب النص بعد دقيقة واحدة.
        [two] يُبلَّغ صاحب النص بعد دقيقتين.
        [few] يُبلَّغ صاحب النص بعد { $n } دقائق.
        [many] يُبلَّغ صاحب النص بعد { $n } دقيقة.
       *[other] يُبلَّغ صاحب النص بعد { $n } دقيقة.
    }
moderation-decide-undo-minutes =
    { $n ->
        [zero] لا يمكنك التراجع
        [one] يمكنك التراجع خلال دقيقة واحدة
        [two] يمكنك التراجع خلال دقيقتين
        [few] يمكنك التراجع خلال { $n } دقائق
        [many] يمكنك التراجع خلال { $n } دقيقة
       *[other] يمكنك التراجع خلال { $n } دقيقة
    }
moderation-whose-others =
    { $n ->
        [zero] لا حالة تنتظر الزملاء.
        [one] حالة واحدة تنتظر أحد الزملاء.
        [two] حالتان تنتظران الزملاء.
        [few] { $n } حالات تنتظر الزملاء.
        [many] { $n } حالة تنتظر الزملاء.
       *[other] { $n } حالة تنتظر الزملاء.
    }

# Rules that hold, flag or refuse texts.
moderation-rules = القواعد
moderation-rules-lede = تحجز القاعدة نصًا ليراه شخص، أو تعلّمه، أو ترفضه. ولا تنظر أي قاعدة في نصوصك في الفضاءات التي تشرف عليها ولا في المحادثات الخاصة.
moderation-rules-none = لا توجد قاعدة بعد.
moderation-rules-many = توجد 200 قاعدة؛ احذف واحدة أولًا
moderation-rule-new = قاعدة جديدة
moderation-rule-name = اسم للمشرفين
moderation-rule-title = أعط القاعدة اسمًا لا يزيد على 100 حرف
moderation-rule-kind = ما تبحث عنه
moderation-rule-kind-words = كلمات
moderation-rule-kind-words-hint = واحدة في كل سطر؛ كلمات كاملة. النجمة تترك الطرف مفتوحًا: قمار*
moderation-rule-kind-patterns = أنماط
moderation-rule-kind-patterns-hint = تعابير نمطية، واحد في كل سطر
moderation-rule-kind-new-host = أول رابط إلى موقع
moderation-rule-kind-new-host-hint = لم يشر إليه أي نص منشور؛ ويُسمح للأعضاء المعروفين. تذكر الأسطر المواقع المعروفة دائمًا.
moderation-rule-kind-mentions = ذكر أشخاص كثيرين
moderation-rule-kind-mentions-hint = أكثر من هذا العدد في نص واحد
moderation-rule-kind-repeats = النص نفسه مرة أخرى
moderation-rule-kind-repeats-hint = هذا العدد من المرات خلال عشر دقائق، ولو تغيّر قليلًا
moderation-rule-lines = كلمات أو أنماط أو مواقع معروفة
moderation-rule-lines-hint = واحد في كل سطر
moderation-rule-lines-missing = اكتب كلمة أو نمطًا واحدًا على الأقل
moderation-rule-words-many = 2000 كلمة على الأكثر لكل ما تفعله القواعد
moderation-rule-word-long = الكلمة 100 حرف على الأكثر
moderation-rule-word-star = «{ $word }»: توضع النجوم في بداية الكلمة أو نهايتها
moderation-rule-patterns-many = 50 نمطًا على الأكثر في كل القواعد
moderation-rule-pattern-bad = «{ $pattern }» ليس تعبيرًا نمطيًا، أو أطول أو أثقل مما يجوز، أو يطابق كل نص
moderation-rule-count = ابتداءً من كم
moderation-rule-count-hint = من الأشخاص المذكورين (عادة 10) أو مرات الكتابة (عادة 3)
moderation-rule-most = اكتب عددًا من 2 إلى 100
moderation-rule-act = ما تفعله
moderation-rule-act-hold = تحجز
moderation-rule-act-hold-hint = ينتظر النص مشرفًا؛ ويقرأ كاتبه السبب.
moderation-rule-act-flag = تعلّم
moderation-rule-act-flag-hint = يُنشر النص وتُفتح حالة.
moderation-rule-act-refuse = ترفض
moderation-rule-act-refuse-hint = لا يُقبل النص؛ ويُخبر كاتبه بما وُجد ويبقى لديه.
moderation-rule-repeats-flag = تُحجز النسخ أو تُرفض: لو عُلّمت لكانت كل نسخة حالة
moderation-rule-active = سارية
moderation-rule-off = غير سارية
moderation-rule-trial = جرّبها أولًا
moderation-rule-sample = نص للتجربة
moderation-rule-sample-hint = لا يُحفظ منه شيء.
moderation-rule-test = جرّب على هذا النص
moderation-rule-try = جرّب على آخر 30 يومًا
moderation-rule-drop = احذف القاعدة
moderation-rule-others = هذه القاعدة لكل الفضاءات؛ ويتولاها من يشرف عليها كلها.
moderation-rule-changed = غيّر أحدهم هذه القاعدة في الأثناء؛ افتحها من جديد
moderation-rule-gone = قاعدة حُذفت
moderation-rule-tested-found = وجدت: { $found }
moderation-rule-tested-nothing = لم تجد شيئًا في هذا النص.
moderation-rule-tried = في آخر 30 يومًا كانت ستجد { $met } من { $looked } نص.
moderation-rule-refused-words = «{ $found }» لا يُنشر هنا. احذفه أو اكتب إلى المشرفين
moderation-rule-refused-host = لا تُقبل الروابط إلى { $found } بعد. احذف الرابط أو اكتب إلى المشرفين
moderation-rule-refused-mentions = يذكر هذا النص { $found } شخصًا. اذكر أقل في المرة الواحدة
moderation-rule-refused-repeats = كتبت الشيء نفسه { $found } مرات خلال عشر دقائق
moderation-found-words = وجدت القاعدة «{ $title }»: «{ $found }».
moderation-found-patterns = طابق نمط من القاعدة «{ $title }»: «{ $found }».
moderation-found-new-host = القاعدة «{ $title }»: لم يشر أحد إلى { $found } من قبل.
moderation-found-mentions = القاعدة «{ $title }»: يذكر { $found } شخصًا.
moderation-found-repeats = القاعدة «{ $title }»: كُتب { $found } مرات خلال عشر دقائق.
moderation-report-rule = قاعدة
moderation-held-word = كلمة من قاعدة
moderation-held-word-why = وجدت قاعدة فيه كلمة أو نمطًا؛ ولا يقرر إلا شخص.
moderation-held-new-host = رابط جديد
moderation-held-new-host-why = فيه رابط إلى موقع لم يشر إليه أي نص منشور.
moderation-held-mentions = ذكر كثيرين
moderation-held-mentions-why = يذكر عددًا من الأشخاص أكبر مما تسمح به قاعدة.
moderation-held-repeats = تكرار
moderation-held-repeats-why = كتب صاحبه الشيء نفسه عدة مرات خلال عشر دقائق.
threads-held-word = وجدت قاعدة هنا كلمة ينظر فيها مشرف أولًا.
threads-held-new-host = فيه رابط إلى موقع لم يشر إليه أحد هنا؛ ينظر فيه مشرف أولًا.
threads-held-mentions = يذكر أشخاصًا كثيرين دفعة واحدة؛ ينظر فيه مشرف أولًا.
threads-held-repeats = كتبت الشيء نفسه عدة مرات في دقائق قليلة؛ ينظر فيه مشرف أولًا.
flash-rule-dropped = حُذفت القاعدة.
rights-file-found-by-rules = ما وجدته القواعد في نصوصك.
rights-file-rules-by-you = القواعد التي كنت آخر من غيّرها.

# What a decision does to an author beside the text.
moderation-sanction = لصاحب النص
moderation-sanction-hint = إلى جانب النص حين يُزال. يُحتسب إنذارًا 180 يومًا ويُذكر في القرار.
moderation-sanction-none = لا شيء
moderation-sanction-warn = إنذار
moderation-sanction-nobody = لم يكتب أحد هذا، فلا يمكن إنذار أحد
moderation-sanction-days = اختر إنذارًا أو منعًا من الكتابة من يوم إلى 365 يومًا
moderation-sanction-everywhere = لا يمنع أحدًا من الكتابة إلا من يشرف على كل الفضاءات
moderation-sanction-duty = لا يمنع من له مهمة هنا إلا مدير
moderation-sanction-act = لا يكون الإنذار أو المنع إلا مع نص يُزال
moderation-case-author-strikes = إنذارات سارية
moderation-statement-account = حسابك
moderation-imposed-none = لا قيود عليه.
moderation-imposed-warn = أنت مُنذَر. لا قيود عليك؛ ويُحتسب الإنذار 180 يومًا.
moderation-imposed-suspend = لا يمكنك الكتابة حتى { $time }. يمكنك الدخول والقراءة والإبلاغ والتصدير والمحو؛ وللاعتراض اكتب إلى جهة الاتصال في هذا الموقع. ويُحتسب ذلك 180 يومًا.
rights-file-strikes = ما يُحتسب عليك وإلى متى.
moderation-sanction-suspend =
    { $n ->
        [zero] لا منع من الكتابة
        [one] منع من الكتابة يومًا واحدًا
        [two] منع من الكتابة يومين
        [few] منع من الكتابة { $n } أيام
        [many] منع من الكتابة { $n } يومًا
       *[other] منع من الكتابة { $n } يوم
    }
moderation-decide-look = اعرض ما سيقرؤه صاحب النص

# Notes for colleagues.
moderation-notes = ملاحظات للزملاء
moderation-notes-new = ملاحظة
moderation-notes-hint = لا يقرؤها إلا من يشرف على هذا الفضاء؛ ولا يقرؤها صاحب النص أبدًا.
moderation-notes-add = أضف الملاحظة
moderation-notes-empty = اكتب الملاحظة أولًا
moderation-notes-many = لهذه الحالة مئة ملاحظة بالفعل.
flash-noted = الملاحظة على الحالة.
rights-file-notes-by-you = ملاحظات كتبتها لزملاء الإشراف.
rights-file-notes-about-you = متى كتب المشرفون ملاحظات عن نص لك؛ وما تقوله يخص آخرين أيضًا.
