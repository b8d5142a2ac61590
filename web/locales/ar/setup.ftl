# The first ten minutes of a new site.

setup-title = موقع جديد
setup-lede = بعد عشر دقائق يمكن للناس أن يأتوا. ابدأ بنفسك: ستكون المدير.
setup-you = أنت
setup-person = اسمك
setup-site = الاسم واللغات
setup-name = اسم الموقع
setup-name-hint = في أعلى كل صفحة وفي الرسائل؛ 60 حرفًا على الأكثر.
setup-name-bad = اسم من حرف إلى 60 حرفًا.
setup-language = اللغة الاحتياطية
setup-language-hint = لمن لا تتحدث الصفحات بلغاتهم.
setup-languages = اللغات التي يُكتب بها هنا
setup-languages-hint = تُعرف لغة المشاركة من بينها.
setup-languages-bad = اختر لغة واحدة على الأقل.
setup-begin = ابدأ
setup-list = الإعداد
setup-list-lede = ما يحتاجه الموقع قبل أن يأتي الناس. لا يضيع شيء إن غادرت وعدت.
setup-done = تم
setup-open = ينتظر
setup-step-name = الاسم واللغات
setup-step-name-text = اسم الموقع { $site }.
setup-step-name-way = تغيير
setup-step-pages = الشروط والخصوصية والتواصل
setup-step-pages-text = ما يوافق عليه الأعضاء، وما يُحفظ عنهم، ومن يتواصلون معه هم والسلطات (قانون الخدمات الرقمية، المواد 11 و12 و14). ينقص بلغة الموقع:
setup-step-pages-way = كتابة الصفحات
setup-step-spaces = المساحات
setup-step-spaces-way = عرض المساحات
setup-moderator = المشرف الأول
setup-moderator-text = مشاركات القادمين الجدد تنتظر شخصًا، فلا بد من وجود أحد. يتلقى المشرف رسالة ويسجّل الدخول برابط بريدي.
setup-moderator-button = إضافة المشرف
setup-moderator-name = اسم المشرف
setup-letter = رسالة إليك
setup-letter-text = التأكيدات والروابط والملخصات تخرج برسائل. تحقّق من وصول واحدة إليك.
setup-letter-files = تُحفظ الرسائل ملفات ولا تصل إلى أحد: اضبط mail.url في الإعدادات.
setup-letter-button = أرسل إليّ رسالة
setup-letter-sent = أُرسلت
setup-letter-failed = لم تُقبل الرسالة: { $why }
setup-address = العنوان
setup-address-text = يصل الناس إلى الموقع عبر { $address }.
setup-address-bare = من دون https تنتقل كلمات المرور مكشوفة. ضع أمام الموقع وكيلًا بتشفير TLS واضبط server.public_url.
setup-copies = النسخ
setup-copies-text = خذ نسخة كل ليلة (stoa backup DIR)، واحفظها في مكان آخر، وجرّب استعادتها مرة: الدليل يقول كيف.
setup-copies-last = آخر نسخة
setup-step-spaces-text = { $n ->
    [zero] لا توجد مساحات بعد؛ أضف بعضها.
    [one] توجد مساحة واحدة؛ غيّر من يدخل ويكتب، أو أضف المزيد.
    [two] توجد مساحتان؛ غيّر من يدخل ويكتب، أو أضف المزيد.
    [few] توجد { $n } مساحات؛ غيّر من يدخل ويكتب، أو أضف المزيد.
    [many] توجد { $n } مساحة؛ غيّر من يدخل ويكتب، أو أضف المزيد.
   *[other] توجد { $n } مساحة؛ غيّر من يدخل ويكتب، أو أضف المزيد.
}

flash-begun = أهلًا بك. هذه هي الخطوات التالية.
flash-invited = أُضيف المشرف، والرسالة في الطريق إليه.
flash-tested = الرسالة في الطريق إليك.
