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
