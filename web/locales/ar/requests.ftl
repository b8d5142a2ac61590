# Questions that nobody answered.
threads-request = هل يمكنك الإجابة عن هذا؟
threads-request-why-answered = نسألك لأنك أجبت عن سؤال في موضوع «{ $theme }».
threads-request-why-offered = نسألك لأنك عرضت شيئًا في موضوع «{ $theme }».
threads-request-why-practised = نسألك لأنك عملت شيئًا في موضوع «{ $theme }».
threads-request-why-follows = نسألك لأنك تتابع موضوع «{ $theme }».
threads-request-why-near = نسألك لأنك أجبت آخرين في هذه المساحة.
threads-request-why-passed = سُئل { $name } ويظن أنك قد تعرف.
threads-request-pass-or-not = حوّله إلى غيرك أو اتركه
threads-request-answer = اقرأ وأجب
threads-request-pass = حوّله إلى من يعرف
threads-request-to = إلى من
threads-request-to-hint = اسم واحد كما في الإشارات، مثل @ana-lima. لا يُسأل أحد أكثر من مرتين في الأسبوع.
threads-request-pass-send = حوّله
threads-request-not = ليس هذه المرة
threads-request-decline = اتركه
threads-request-why-at-all = كل سؤال ينتظر جوابه الأول ثلاثة أيام يُعرض على خمسة أشخاص على الأكثر من الجانبين.
threads-request-never = لا تسألني
threads-request-passed = لقد حوّلته.
threads-request-let-go = لقد تركته.
threads-request-answered = أُجيب عنه أو لم يعد يقبل ردودًا.
threads-request-over = لقد حوّلته أو تركته من قبل.
threads-request-one = اكتب اسمًا واحدًا.
threads-request-nobody = لا أحد هنا بهذا الاسم. انظر كيف يُكتب في صفحة ذلك الشخص.
threads-request-closed = لا يمكن سؤال هذا الشخص. اختر غيره.
threads-request-busy = سُئل هذا الشخص عن هذا من قبل أو مرتين هذا الأسبوع. اختر غيره.
threads-request-not-him = اختر شخصًا غيرك وغير السائل.
flash-request-passed = تم التحويل. شكرًا.
flash-request-let-go = حسنًا: لن نسألك عن هذا مرة أخرى.
threads-home-asked = هل يمكنك الإجابة عن هذا؟
digests-inbox-asked = هل يمكنك الإجابة عن هذا؟ لم يجب أحد بعد
digests-why-asked = لأنك تعرف الموضوع أو سمّاك من سُئل قبلك
digests-mail-requests = سؤال في مجالك لم يجب عنه أحد
digests-mail-requests-hint = نسألك بالبريد وفي صندوق الوارد، مرتين في الأسبوع على الأكثر. ومن دون هذا لا نسألك.
digests-leave-requests-title = ألا نسألك بعد الآن؟
digests-leave-requests-lede = لن نعرض عليك أسئلة لم يجب عنها أحد.
digests-leave-requests-button = لا تسألني
digests-leave-requests-done = تم. لن نسألك بعد الآن.
letters-leave-requests = لا تسألني
letters-asked-subject = هل يمكنك الإجابة عن هذا؟ { $title }
letters-asked-button = اقرأ وأجب
letters-asked-pass = حوّله إلى غيرك أو اتركه
letters-why-asked = { $why } لا يُسأل أحد أكثر من مرتين في الأسبوع.

# How questions fare.
threads-answers = هل تجد الأسئلة أجوبة؟
threads-answers-lede = كم سؤالًا أجاب عنه غير صاحبه، وكم استغرقت مدينة أخرى، وهل يجري ذلك في الاتجاهين.
threads-answers-span = خلال
threads-answers-span-unknown = اختر 30 أو 90 أو 365 يومًا.
threads-answers-all = كل الأسئلة
threads-answers-asked = طُرح
threads-answers-share = أُجيب
threads-answers-soon = أول جواب من مدينة أخرى، الوسيط
threads-answers-percent = { $n }٪
threads-answers-ways = من جانب إلى جانب
threads-answers-spaces = حسب المساحة
threads-answers-themes = حسب الموضوع
threads-answers-mission-mission = مدن المهمة تسأل ومدن المهمة تجيب
threads-answers-mission-worldwide = مدن المهمة تسأل ومدن العالم تجيب
threads-answers-worldwide-mission = مدن العالم تسأل ومدن المهمة تجيب
threads-answers-worldwide-worldwide = مدن العالم تسأل ومدن العالم تجيب
threads-answers-how = تُحسب الأسئلة التي يمكنك قراءتها، آخر 5000 منها. وبين الجانبين تُحسب ما أجابت عنه مدينة من الجانب المجيب.
threads-answers-hours =
    { $n ->
        [zero] أقل من ساعة
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $n } ساعات
        [many] { $n } ساعة
       *[other] { $n } ساعة
    }
threads-answers-days =
    { $n ->
        [zero] { $n } يوم
        [one] اليوم الأخير
        [two] آخر يومين
        [few] آخر { $n } أيام
        [many] آخر { $n } يومًا
       *[other] آخر { $n } يوم
    }
