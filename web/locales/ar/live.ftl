# What happens while a page is open: connection, presence, typing; refusals of the socket.

## Refusals of the socket and of histories

live-refused-query = هذا العنوان لا يقبل معاملات في الرابط: يُرسل الرمز المميز في ترويسة.
live-refused-upgrade = هذا العنوان لا يقبل إلا WebSocket، بالبروتوكول الفرعي stoa.v1.
live-refused-gone = بعض هذه الأحداث لم يعد محفوظًا. يمكن قراءة ما هو موجود الآن.
live-after-bad = الرقم الذي يبدأ بعده العرض هو 0 أو أكثر.

## What the socket says of frames it does not take

live-wrong-malformed = ليس لهذا الإطار أي من البُنى المذكورة في الوثائق.
live-wrong-too-fast = أُطر كثيرة في وقت قصير؛ هذا الإطار لم يُقرأ.
live-wrong-too-many-topics = يستمع الاتصال الواحد إلى 50 قناة على الأكثر.
live-wrong-not-found = لا توجد قناة كهذه للاستماع إليها.
live-wrong-not-joined = يلزم الانضمام إلى القناة أولًا.
live-wrong-unavailable = يعود هذا إلى العمل بعد لحظات.

## The line about the connection

live-connected = الاتصال قائم. الردود الجديدة تظهر من تلقاء نفسها.
live-reconnecting = جارٍ استئناف الاتصال. يمكنك مواصلة الكتابة.
live-offline = لا اتصال. يمكنك مواصلة الكتابة.
live-again = إعادة المحاولة
live-back = عاد الاتصال. لم يفتك شيء.
live-away =
    { $n ->
        [zero] عاد الاتصال. لم يصل أي رد أثناء غيابك.
        [one] عاد الاتصال. وصل رد واحد أثناء غيابك.
        [two] عاد الاتصال. وصل ردان أثناء غيابك.
        [few] عاد الاتصال. وصلت { $n } ردود أثناء غيابك.
        [many] عاد الاتصال. وصل { $n } ردًا أثناء غيابك.
       *[other] عاد الاتصال. وصل { $n } رد أثناء غيابك.
    }
live-away-many = عاد الاتصال. الردود التي وصلت أثناء غيابك أكثر من { $n }.
live-left = لم يعد هذا الموضوع متاحًا لك.

## Who is here

live-here =
    { $n ->
        [zero] لا أحد يقرأ الآن
        [one] شخص واحد يقرأ الآن
        [two] شخصان يقرآن الآن
        [few] { $n } أشخاص يقرؤون الآن
        [many] { $n } شخصًا يقرؤون الآن
       *[other] { $n } شخص يقرؤون الآن
    }
live-here-many = عدد القراء الآن أكثر من { $n }
live-typing-one = { $name } بصدد الكتابة
live-typing-two = { $name } و{ $other } بصدد الكتابة
live-typing-more = عدة أشخاص بصدد الكتابة

## The inbox in the header

live-inbox-many = التنبيهات، الجديد منها أكثر من { $n }
