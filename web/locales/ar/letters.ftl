# Letters: subject, words, reasons, ways out. `$site` is the instance's name.

letters-hello = مرحبًا { $name }،
letters-footer-account = هذه الرسالة عن حسابك، ولا يمكن إيقافها.
letters-footer-decision = يُبلَّغ أصحاب النصوص دائمًا بما تقرر بشأنها وبأسبابه.
letters-footer-approval = تصلك هذه الرسالة لأن نصًا لك نال الموافقة.

# Confirm the address
letters-confirm-subject = تأكيد عنوانك في { $site }
letters-confirm-preheader = ضغطة زر واحدة، ثم يصبح تسجيل الدخول ممكنًا.
letters-confirm-lead = سُجّل انضمام إلى { $site } بهذا العنوان. إذا كان الانضمام منك، فيلزم تأكيد العنوان: بعدها يصبح تسجيل الدخول ممكنًا، ويستطيع مشرف قراءة مشاركتك الأولى.
letters-confirm-button = تأكيد هذا العنوان
letters-confirm-after = يعمل الرابط سبعة أيام. إذا لم يكن الانضمام منك، فلا حاجة إلى فعل شيء: الحساب الذي لا يؤكَّد يُحذف.

# The address has an account
letters-known-subject = لديك حساب في { $site }
letters-known-preheader = جرت محاولة انضمام بهذا العنوان.
letters-known-lead = جرت للتو محاولة انضمام إلى { $site } بهذا العنوان. للعنوان حساب من قبل، فلم يتغيّر شيء.
letters-known-button = تسجيل الدخول
letters-known-after = إذا نسيت كلمة مرورك، يمكنك طلب رابط تسجيل الدخول في الصفحة نفسها. وإذا لم تكن المحاولة منك، فلا حاجة إلى فعل شيء.

# Sign in
letters-sign-in-subject = رابط تسجيل دخولك إلى { $site }
letters-sign-in-preheader = يعمل مرة واحدة، خلال 15 دقيقة.
letters-sign-in-lead = هذا الرابط لتسجيل دخولك. يعمل مرة واحدة، خلال 15 دقيقة.
letters-sign-in-button = تسجيل الدخول
letters-sign-in-after = إذا لم يكن الطلب منك، فلا حاجة إلى فعل شيء. لا يستطيع أحد الدخول بلا هذه الرسالة.

# A new password
letters-reset-subject = اختيار كلمة مرور جديدة في { $site }
letters-reset-preheader = يعمل الرابط مرة واحدة، خلال ساعة.
letters-reset-lead = طُلبت كلمة مرور جديدة لهذا الحساب. يعمل الرابط مرة واحدة، خلال ساعة.
letters-reset-button = اختيار كلمة مرور جديدة
letters-reset-after = إذا لم يكن الطلب منك، تبقى كلمة مرورك كما هي ولا حاجة إلى فعل شيء.

letters-password-subject = تغيّرت كلمة مرورك في { $site }
letters-password-preheader = أُنهيت الجلسات على كل الأجهزة الأخرى.
letters-password-lead = تغيّرت كلمة مرورك في { $when }. أُنهيت الجلسات على الأجهزة الأخرى.
letters-password-button = لم يكن هذا مني: اختيار كلمة مرور جديدة
letters-password-after = إذا كان التغيير منك، فلا حاجة إلى فعل شيء.

letters-erased-subject = مُحي حسابك في { $site }
letters-erased-preheader = زال الاسم والعنوان والإعدادات، وتزول الآثار من الملفات خلال يوم.
letters-erased-lead = في { $when } مُحي حسابك في { $site } كما طُلب هناك. هذه هي الرسالة الأخيرة: لم يعد عنوانك محفوظًا في أي مكان.
letters-erased-button = لم يكن هذا مني
letters-erased-after = إن لم تطلب ذلك، فاكتب إلى القائمين على الموقع.

letters-invited-subject = أنت الآن مشرف في { $site }
letters-invited-preheader = أضافك أحد المديرين.
letters-invited-lead = أُضفت إلى { $site } مشرفًا: مشاركات القادمين الجدد تنتظرك هناك.
letters-invited-button = تسجيل الدخول برابط بريدي
letters-invited-after = اطلب رابطًا بهذا العنوان؛ ويمكنك اختيار كلمة مرور لاحقًا.

letters-test-subject = رسالة من { $site }
letters-test-preheader = الرسائل تخرج.
letters-test-lead = هذه هي الرسالة التي طلبتها في { $when }. إن كنت تقرؤها فرسائل { $site } تصل إليك.
letters-test-button = العودة إلى الإعداد
letters-test-after = انظر أيضًا في مصدرها: هل هي موقّعة (DKIM) ومن المرسل الصحيح (SPF).

# Decisions
letters-approved-subject = نُشرت مشاركتك: { $title }
letters-approved-subject-neutral = نُشرت مشاركتك
letters-approved-preheader = قرأها المشرفون، وأصبحت متاحة للجميع.
letters-approved-lead = قرأ مشرف مشاركتك، وأصبحت متاحة للجميع.
letters-approved-edit-lead = قرأ مشرف صياغتك الجديدة، وأصبحت متاحة للجميع.
letters-approved-welcome = أهلًا بك في { $site }. يسرّنا وجودك هنا: المدن تتعلم مما جرّبته مدن أخرى، ومدينتك الآن من بينها.
letters-approved-button = عرض مشاركتك
letters-revise-subject = طُلب تعديل: { $title }
letters-revise-subject-neutral = طُلب تعديل في مشاركتك
letters-revise-lead = قرأ مشرف مشاركتك وطلب تعديلًا قبل نشرها. نصك محفوظ؛ وبعد تعديله يعود إلى المشرفين أنفسهم.
letters-revise-button = تعديل نصك
letters-declined-subject = لم تُنشر مشاركتك: { $title }
letters-declined-subject-neutral = لم تُنشر مشاركتك
letters-declined-lead = قرأ مشرف مشاركتك وقرر عدم نشرها. نصك محفوظ في مسوداتك.
letters-declined-button = فتح مسوداتك
letters-city-approved-subject = { $city } أصبحت في قائمة المدن
letters-city-approved-lead = تأكدت المدينة التي ذكرتها، { $city }. وهي ظاهرة للجميع الآن.
letters-city-declined-subject = { $city } لم تُضَف إلى قائمة المدن
letters-city-declined-lead = المدينة التي ذكرتها، { $city }، لم تُضَف. يمكنك اختيار مدينة أخرى في ملفك الشخصي.
letters-city-button = فتح ملفك الشخصي
letters-decision-reason = السبب
letters-decision-rule = القاعدة التي يستند إليها
letters-decision-note = كلمات المشرف
letters-decision-statement = القرار كاملًا، وطريقة الاعتراض عليه

# Posts
letters-reply-question-subject = إجابة عن سؤالك من { $name }
letters-reply-thread-subject = رد في موضوعك من { $name }
letters-reply-post-subject = رد عليك من { $name }
letters-reply-watched-subject = رد من { $name }: { $title }
letters-reply-question-many = { $n ->
    [zero] { $name }: جديد في سؤالك
    [one] { $name } ومشاركة أخرى: جديد في سؤالك
    [two] { $name } ومشاركتان أخريان: جديد في سؤالك
    [few] { $name } و{ $n } مشاركات أخرى: جديد في سؤالك
    [many] { $name } و{ $n } مشاركة أخرى: جديد في سؤالك
   *[other] { $name } و{ $n } مشاركة أخرى: جديد في سؤالك
}
letters-reply-many = { $n ->
    [zero] { $name }: { $title }
    [one] { $name } ومشاركة أخرى: { $title }
    [two] { $name } ومشاركتان أخريان: { $title }
    [few] { $name } و{ $n } مشاركات أخرى: { $title }
    [many] { $name } و{ $n } مشاركة أخرى: { $title }
   *[other] { $name } و{ $n } مشاركة أخرى: { $title }
}
letters-opened-subject = موضوع جديد من { $name }: { $title }
letters-mention-subject = إشارة إليك من { $name }
letters-quote-subject = اقتباس منك في مشاركة { $name }
letters-folded-subject = { $n ->
    [zero] لا ردود أخرى اليوم
    [one] رد آخر اليوم
    [two] ردان آخران اليوم
    [few] { $n } ردود أخرى اليوم
    [many] { $n } ردًا آخر اليوم
   *[other] { $n } رد آخر اليوم
}
letters-neutral-subject = { $n ->
    [zero] لا مشاركات جديدة في مساحاتك
    [one] مشاركة جديدة في إحدى مساحاتك
    [two] مشاركتان جديدتان في إحدى مساحاتك
    [few] { $n } مشاركات جديدة في إحدى مساحاتك
    [many] { $n } مشاركة جديدة في إحدى مساحاتك
   *[other] { $n } مشاركة جديدة في إحدى مساحاتك
}
letters-posts-read = القراءة والرد
letters-posts-more = { $n ->
    [zero] ولا مشاركات أخرى في هذا الموضوع.
    [one] ومشاركة أخرى في هذا الموضوع.
    [two] ومشاركتان أخريان في هذا الموضوع.
    [few] و{ $n } مشاركات أخرى في هذا الموضوع.
    [many] و{ $n } مشاركة أخرى في هذا الموضوع.
   *[other] و{ $n } مشاركة أخرى في هذا الموضوع.
}

letters-why-mentioned = تصلك هذه الرسالة بسبب الإشارة إليك.
letters-why-quoted = تصلك هذه الرسالة بسبب الاقتباس منك.
letters-why-replied = تصلك هذه الرسالة بسبب الرد على مشاركة لك.
letters-why-your-thread = تصلك هذه الرسالة لأنك فتحت الموضوع.
letters-why-watches-thread = تصلك هذه الرسالة بسبب متابعتك هذا الموضوع.
letters-why-watches-space = تصلك هذه الرسالة بسبب متابعتك مساحة { $space }.
letters-why-watches-city = تصلك هذه الرسالة بسبب متابعتك المدينة.
letters-why-watches-theme = تصلك هذه الرسالة بسبب متابعتك أحد محاوره.
letters-why-watches-person = تصلك هذه الرسالة بسبب متابعتك من كتبه.
letters-why-folded = وصلتك رسائل كثيرة اليوم، فجاءت هذه معًا.

letters-leave-thread = مغادرة هذا الموضوع
letters-leave-space = إيقاف متابعة هذه المساحة
letters-leave-city = إيقاف متابعة هذه المدينة
letters-leave-person = إيقاف متابعة هذا الشخص
letters-leave-replies = إيقاف رسائل الردود
letters-leave-mentions = إيقاف رسائل الإشارات
letters-leave-digest = إيقاف الملخّص الدوري
letters-leave-everything = إيقاف كل الرسائل
letters-change = تغيير ما يصلك

# People and places, in words
letters-person-city = { $name }، { $city }
letters-person-mission = { $city } ({ $country }، من مدن المهمة)
letters-person-world = { $city } ({ $country })
letters-person-former = عضو سابق

# Digest
letters-digest-subject-question = إجابة عن سؤالك من { $name }
letters-digest-subject-thread = رد في موضوعك من { $name }
letters-digest-subject-post = رد عليك من { $name }
letters-digest-subject-mention = إشارة إليك من { $name }
letters-digest-subject-quote = اقتباس منك في مشاركة { $name }
letters-digest-subject-followed = مشاركة من { $name } في «{ $title }»
letters-digest-subject-city = جديد من مدينتك: { $title }
letters-digest-subject-need = احتياج لدى { $name }: { $title }
letters-digest-subject-neutral = الجديد في مساحاتك
letters-digest-also = وأيضًا: { $rest }
letters-digest-also-replies = { $n ->
    [zero] لا مشاركات أخرى لك
    [one] مشاركة أخرى لك
    [two] مشاركتان أخريان لك
    [few] { $n } مشاركات أخرى لك
    [many] { $n } مشاركة أخرى لك
   *[other] { $n } مشاركة أخرى لك
}
letters-digest-also-followed = { $n ->
    [zero] لا جديد في متابعاتك
    [one] جديد في موضوع من متابعاتك
    [two] جديد في موضوعين من متابعاتك
    [few] جديد في { $n } مواضيع من متابعاتك
    [many] جديد في { $n } موضوعًا من متابعاتك
   *[other] جديد في { $n } موضوع من متابعاتك
}
letters-digest-also-needs = { $n ->
    [zero] لا احتياجات لدى الآخرين
    [one] احتياج واحد لدى الآخرين
    [two] احتياجان لدى الآخرين
    [few] { $n } احتياجات لدى الآخرين
    [many] { $n } احتياجًا لدى الآخرين
   *[other] { $n } احتياج لدى الآخرين
}
letters-digest-also-open = { $n ->
    [zero] لا أسئلة مفتوحة
    [one] سؤال مفتوح
    [two] سؤالان مفتوحان
    [few] { $n } أسئلة مفتوحة
    [many] { $n } سؤالًا مفتوحًا
   *[other] { $n } سؤال مفتوح
}
letters-digest-for-you = لك
letters-digest-followed = متابعاتك
letters-digest-city = من مدينتك
letters-digest-needs = ما يحتاج إليه الآخرون
letters-digest-unanswered = أسئلة لم يُجب عنها أحد بعد
letters-digest-new = { $n ->
    [zero] لا مشاركات جديدة
    [one] مشاركة جديدة من { $name }
    [two] مشاركتان جديدتان، آخرهما من { $name }
    [few] { $n } مشاركات جديدة، آخرها من { $name }
    [many] { $n } مشاركة جديدة، آخرها من { $name }
   *[other] { $n } مشاركة جديدة، آخرها من { $name }
}
letters-digest-read = القراءة والرد
letters-digest-why-mentioned = إشارة إليك
letters-digest-why-quoted = اقتباس منك
letters-digest-why-replied = رد عليك
letters-digest-why-your-thread = رد في موضوعك
letters-kind-question = سؤال
letters-kind-experience = تجربة
letters-kind-need = احتياج
letters-kind-offer = عرض
letters-kind-announcement = إعلان
letters-kind-dialogue-followup = بعد حوار
letters-digest-footer-weekly = يصلك هذا الملخّص يوم { $weekday } في الساعة { $clock } بتوقيتك، عندما يوجد ما يقال.
letters-digest-footer-daily = يصلك هذا الملخّص كل يوم في الساعة { $clock } بتوقيتك، عندما يوجد ما يقال.

# The last digest after a long absence
letters-farewell-subject = هل نواصل الكتابة إليك؟
letters-farewell-preheader = مضى نصف عام على آخر زيارة لك إلى { $site }، فيتوقف الملخّص الدوري هنا.
letters-farewell-lead = مضى نصف عام على آخر زيارة لك إلى { $site }، ولذلك هذه آخر رسالة من هذا النوع. يبقى حسابك وتبقى مشاركاتك كما هي.
letters-farewell-button = استئناف الملخّص الدوري
letters-farewell-after = إذا لم يُطلب ذلك، لا يصلك شيء آخر.

# Texts in other languages
letters-translated = { $language }، ترجمة آلية
letters-translated-by-people = { $language }، مترجم
