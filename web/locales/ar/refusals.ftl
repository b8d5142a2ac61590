# What was refused, why, and the way on. Titles by status, sentences by reason.

core-error-400 = لم تمكن قراءة هذا الطلب
core-error-401 = المتابعة تحتاج إلى تسجيل الدخول
core-error-403 = هذا غير متاح لك
core-error-404 = لا يوجد شيء على هذا العنوان
core-error-409 = سبقك شخص آخر
core-error-410 = لم يعد هذا هنا
core-error-413 = كان الحجم كبيرًا جدًا
core-error-415 = هذا النوع من المحتوى غير مقبول
core-error-429 = كان ذلك سريعًا جدًا
core-error-500 = حدث خطأ من جانبنا
core-error-503 = يعود هذا إلى العمل بعد لحظات

core-refused-not-found = ربما نُقل، أو لم يكن هنا من قبل. المساحات والصفحة الرئيسية مكانان مناسبان للمتابعة.
core-refused-invalid = بعضه لا يمكن قبوله كما هو.
core-refused-malformed = لم يصل العنوان أو النموذج كاملًا. تمكن العودة والمحاولة مرة أخرى.
core-refused-json = ليست لملف JSON البنية المذكورة في وثيقة API.
core-refused-utf8 = النص ليس UTF-8 صالحًا، وسيضيع جزء منه. يلزم إرساله من جديد بترميز UTF-8.
core-refused-too-large = الحجم أكبر مما يقبله هذا الخادم في طلب واحد.
core-refused-media-type = يلزم إرسال JSON بنوع المحتوى application/json.
core-refused-method = هذا العنوان لا يقبل تلك الطريقة.
core-refused-cross-site = جاء النموذج من موقع آخر، فلم يُفعل شيء. يمكن فتح الصفحة هنا وإرساله من جديد.
core-refused-too-soon = تكرر هذا كثيرًا في وقت قصير.
core-refused-unavailable = قاعدة البيانات أو جزء آخر متوقف أو ممتلئ. لم يتغيّر شيء، وإن كان هناك ما أرسلته فهو محفوظ أدناه.
core-refused-broken = لم ينجح هذا، وليس السبب من جانبك. الرقم أدناه يساعد القائمين على الموقع في معرفة السبب.
core-refused-sign-in = يحتاج هذا إلى تسجيل الدخول، وبعده تكون العودة إلى هنا.
core-refused-suspended = لا يمكنك الكتابة حاليًا. يمكنك القراءة وتصدير بياناتك والاعتراض على القرار.
core-refused-moderators-only = في هذه المساحة يفتح المشرفون وحدهم المواضيع أو ينشرون.
core-refused-closed = هذا الموضوع مغلق ولا يقبل ردودًا أخرى.
core-refused-not-yours = لا يمكن أن يفعل هذا إلا صاحب النص.
core-refused-own = هذا لك، ولذلك يقرر بشأنه شخص آخر.
core-refused-newcomer = هذا للأعضاء الذين اعتُمدت مشاركاتهم الأولى.
core-refused-holds-all = في هذه المساحة ينظر مشرف في كل نص أولًا، ولذلك يحسّن المشرفون وحدهم الترجمات.
core-refused-no-translation = لا تُعطى نصوص هذه المساحة لأي مترجم.
core-refused-role = يحتاج هذا إلى دور ليس لديك.

core-again-at = يمكنك المحاولة من جديد ابتداءً من { $time }.
core-way-home = الانتقال إلى الصفحة الرئيسية
core-way-spaces = عرض كل المساحات
core-way-sign-in = تسجيل الدخول

core-cursor-bad = لا يوجد في هذه القائمة موضع كهذا. يمكن البدء من صفحتها الأولى.
core-limit-bad = في الصفحة من 1 إلى 100 عنصر.
core-once-bad = المفتاح من 1 إلى 200 حرف قابل للطباعة بلا فراغات.
core-once-reused = استُخدم هذا المفتاح لغرض آخر خلال اليوم الماضي. يلزم مفتاح جديد.
core-role-unknown = الدور واحد من: member أو moderator أو curator أو administrator أو participant.
