# Joining, signing in, settings, people's pages, members for administrators.

flash-joined = رسالة فيها رابط في طريقها إلى بريدك.
flash-confirmed = تأكّد عنوانك. أهلًا بك.
flash-signed-in = سُجّل دخولك.
flash-signed-out = سُجّل خروجك.
flash-saved = حُفظت التغييرات.
flash-session-ended = أُنهيت تلك الجلسة.
flash-sessions-ended = أُنهيت كل الجلسات الأخرى.
flash-password-changed = تغيّرت كلمة مرورك، وأُنهيت كل جلساتك الأخرى.
flash-link-sent = رسالة فيها رابط في طريقها إلى بريدك.

## Fields

accounts-email = البريد الإلكتروني
accounts-email-hint = لا تصل إليه إلا رسائلنا، ولا يراه غيرك.
accounts-email-empty = يلزم إدخال عنوان بريدك الإلكتروني
accounts-email-bad = يلزم عنوان بريد واحد، مثل name@city.example
accounts-email-taken = يوجد عضو بهذا العنوان.
accounts-name = الاسم المعروض
accounts-name-hint = الاسم الظاهر بجانب ما يُكتب. معظم الأعضاء هنا يستخدمون أسماءهم الكاملة.
accounts-name-empty = يلزم إدخال الاسم الذي سيراه الآخرون
accounts-name-long = الحد الأقصى 60 حرفًا
accounts-name-link = يُكتب الاسم بلا عنوان ولا علامة @، لأن برامج البريد تحوّله إلى رابط
accounts-handle = المعرّف للإشارة إليك
accounts-password = كلمة المرور
accounts-password-new = كلمة المرور الجديدة
accounts-password-current = كلمة المرور الحالية
accounts-password-hint = 10 أحرف على الأقل. ثلاث كلمات أو أربع لا صلة بينها تكون قوية وسهلة التذكر.
accounts-password-empty = يلزم إدخال كلمة مرور
accounts-password-short = يلزم 10 أحرف على الأقل: ما هو أقصر يُكتشف بالتجربة
accounts-password-long = الحد الأقصى 200 حرف
accounts-password-common = يلزم اختيار غيرها: هذه من أول ما يُجرَّب
accounts-password-own = يلزم اختيار غيرها: هذه ليست إلا اسمك أو عنوانك
accounts-password-wrong = هذه ليست كلمة مرورك الحالية
accounts-bio = نبذة عنك
accounts-bio-hint = مجال عملك وما يمكن سؤالك عنه. نص عادي يقرؤه الجميع.
accounts-bio-long = الحد الأقصى 2,000 حرف
accounts-note = كلمة إلى المشرفين
accounts-note-hint = سبب مجيئك إلى هنا، إن أحببت ذكره. لا تقرؤه إلا الإدارة.
accounts-note-long = الحد الأقصى 1,000 حرف
accounts-languages = لغات القراءة والكتابة لديك
accounts-languages-empty = يلزم اختيار لغة واحدة على الأقل
accounts-languages-many = الحد الأقصى 10 لغات
accounts-language-bad = تُكتب اللغة برمزها، مثل ar أو pt-BR
accounts-locale = لغة الصفحات والرسائل
accounts-locale-hint = الكلمات المحيطة بالمشاركات، والرسائل التي تصلك.
accounts-locale-bad = لم تُكتب الصفحات بهذه اللغة بعد
accounts-zone = المنطقة الزمنية
accounts-zone-hint = للأوقات في الصفحات ولموعد ملخّصك الدوري.
accounts-zone-later = تحديدها لاحقًا (UTC إلى ذلك الحين)
accounts-zone-bad = يلزم اختيار منطقة زمنية من القائمة
accounts-choose = الاختيار من القائمة
accounts-theme = المظهر
accounts-theme-auto = حسب إعداد الجهاز
accounts-theme-light = فاتح
accounts-theme-bad = القيم الممكنة: auto أو light أو dark
accounts-theme-dark = داكن
accounts-keys = تشغيل الاختصارات من حرف واحد
accounts-keys-hint = الحرفان j و k للتنقل في القوائم، والحرف r للرد، والعلامة ? لعرض كل الاختصارات. يُستحسن إيقافها لمن يملي على حاسوبه أو يستخدم قارئ شاشة له اختصاراته.

## Audience

accounts-audience = صفتك
accounts-audience-hint = تظهر بجانب كل ما يُكتب باسمك. تغيير صفة «الصناعة» لاحقًا يحتاج إلى مشرف.
accounts-audience-empty = يلزم اختيار صفتك
accounts-audience-moderator = تغيير الصفة من «الصناعة» إلى غيرها يجريه مشرف. تمكن مراسلة أحد المشرفين.
accounts-audience-local-authority = سلطة محلية
accounts-audience-international-organisation = منظمة دولية
accounts-audience-policy-maker = صنع السياسات
accounts-audience-researcher = البحث العلمي
accounts-audience-practitioner = الممارسة الحضرية
accounts-audience-industry = الصناعة
accounts-audience-civil-society = المجتمع المدني
accounts-audience-citizen = من السكان

## The tie to a city

accounts-tie = صلتك بمدينة
accounts-tie-empty = يلزم اختيار صلتك بمدينة
accounts-tie-city = أعمل لدى مدينة
accounts-tie-city-hint = بوظيفة فيها أو في إحدى شركاتها، أو بموجب عقد
accounts-tie-citizen = أعيش في مدينة وأشارك بصفتي من سكانها
accounts-tie-citizen-hint = يرى الآخرون المدينة وأنك من سكانها
accounts-tie-across = أعمل عبر عدة مدن
accounts-tie-across-hint = شبكة أو وزارة أو جامعة أو مؤسسة: لا تظهر مدينة بجانب اسمك
accounts-city = المدينة
accounts-city-hint = تُكتب كما في بلدها أو بالإنجليزية: Łódź أو Toyama. يبقى الحقل فارغًا لمن يعمل عبر عدة مدن.
accounts-city-find = بحث
accounts-city-which = أي مدينة منها
accounts-city-add = «{ $name }» ليست في القائمة: إضافتها
accounts-city-add-hint = تظهر لك فورًا، ويراها الآخرون بعد أن ينظر فيها مشرف.
accounts-city-empty = يلزم إدخال المدينة
accounts-city-choose = يلزم اختيار إحدى المدن الظاهرة في نتيجة البحث
accounts-city-unknown = لا توجد في القائمة مدينة بهذا الاسم: يمكن إضافتها مع بلدها، أو كتابتها بشكل آخر
accounts-city-gone = يلزم اختيار المدينة من جديد: هذه لم تعد في القائمة
accounts-city-missing = الصلة بمدينة تحتاج إلى اسم المدينة
accounts-city-unlisted = لا توجد في القائمة مدينة بهذا الاسم المختصر
accounts-city-name-bad = يُكتب اسم المدينة وحده
accounts-country = البلد
accounts-country-when = (للمدينة المضافة)
accounts-country-empty = يلزم اختيار بلد المدينة المضافة

## Joining

accounts-join-title = الانضمام
accounts-join-lede = الكلام هنا من واقع العمل في مدينة، أو من السكن فيها، أو من العمل عبر عدة مدن. القراءة متاحة بلا انضمام، أما السؤال والإجابة فبالانضمام.
accounts-join-button = الانضمام
accounts-join-have = سبق لك الانضمام؟
accounts-join-stored = نحتفظ بما يُكتب هنا وبوقت مجيئك، ولمدة 30 يومًا بمصدر الاتصال (نصف عنوان الشبكة). تُستخدم هذه البيانات لهذا المجتمع وحده ولا تُعطى لأحد، ويمكنك تعديلها أو أخذ نسخة منها أو طلب محوها. العنوان الذي لا يؤكَّد يُحذف بعد 7 أيام.
accounts-sent-title = رسالة في بريدك
accounts-sent-join = رسالة في طريقها إلى العنوان الذي كتبته. بالضغط على الرابط فيها خلال 7 أيام يكتمل انضمامك.
accounts-sent-confirm = إذا كان هناك من انضم بهذا العنوان ولم يؤكده، فإن رسالة في طريقها إليه.
accounts-sent-sign-in = إذا كان هناك عضو بهذا العنوان، فإن رسالة فيها رابط في طريقها إليه. يعمل الرابط مرة واحدة، خلال 15 دقيقة، على أي جهاز.
accounts-sent-reset = إذا كان هناك عضو بهذا العنوان، فإن رسالة فيها رابط في طريقها إليه. يعمل الرابط مرة واحدة، خلال 60 دقيقة.
accounts-sent-nothing = لم يصل شيء بعد خمس دقائق؟ قد تكون الرسالة بين الرسائل غير المرغوب فيها، أو في العنوان خطأ. بعد التحقق من ذلك يمكنك
accounts-sent-again = طلب رسالة أخرى.

## Links from letters

accounts-way-new = طلب رابط جديد
accounts-way-sign-in = تسجيل الدخول
accounts-confirm-title = تأكيد عنوانك
accounts-confirm-lede = ضغطة واحدة وتصبح الكتابة متاحة لك. إذا لم يكن الانضمام منك، فيكفي إغلاق هذه الصفحة، ولن يحدث شيء.
accounts-confirm-button = التأكيد والدخول
accounts-confirm-used-title = العنوان مؤكَّد من قبل
accounts-confirm-used = هذا العنوان مؤكَّد. تسجيل الدخول يكون بكلمة المرور أو برابط يصل بالبريد.
accounts-confirm-expired-title = انتهت صلاحية هذا الرابط
accounts-confirm-expired = كان يعمل مدة 7 أيام، أو حلّت محلّه رسالة أحدث. يمكن طلب رابط جديد، أو الانضمام مرة أخرى.
accounts-confirm-ask-title = رابط جديد للتأكيد
accounts-confirm-ask-lede = يُكتب هنا العنوان الذي انضممت به.
accounts-confirm-ask-button = إرسال الرسالة
accounts-sign-in-link-title = تسجيل الدخول
accounts-sign-in-link-lede = ضغطة واحدة ويكتمل الدخول. يعمل الرابط مرة واحدة.
accounts-sign-in-link-button = تسجيل الدخول
accounts-sign-in-link-used-title = استُخدم هذا الرابط من قبل
accounts-sign-in-link-used = يصلح الرابط لتسجيل الدخول مرة واحدة. يمكن طلب رابط جديد، أو استخدام كلمة المرور.
accounts-sign-in-link-expired-title = انتهت صلاحية هذا الرابط
accounts-sign-in-link-expired = كان يعمل مدة 15 دقيقة، أو حلّ محلّه رابط أحدث. يمكن طلب رابط جديد.
accounts-sign-in-link-ask-title = تسجيل الدخول برسالة
accounts-sign-in-link-ask-lede = يُكتب هنا عنوانك فنرسل إليه رابطًا. يعمل الرابط مرة واحدة، خلال 15 دقيقة، على أي جهاز.
accounts-sign-in-link-ask-button = إرسال رابط إليّ
accounts-reset-title = اختيار كلمة مرور جديدة
accounts-reset-lede = تحلّ محلّ القديمة، وتُنهى كل جلساتك. بعد ذلك يكون تسجيل الدخول بها.
accounts-reset-button = حفظ كلمة المرور
accounts-reset-used-title = استُخدم هذا الرابط من قبل
accounts-reset-used = يغيّر الرابط كلمة المرور مرة واحدة. يمكن طلب رابط جديد عند الحاجة.
accounts-reset-expired-title = انتهت صلاحية هذا الرابط
accounts-reset-expired = كان يعمل مدة 60 دقيقة، أو حلّ محلّه رابط أحدث. يمكن طلب رابط جديد.
accounts-reset-ask-title = نسيان كلمة المرور
accounts-reset-ask-lede = يُكتب هنا عنوانك فنرسل إليه رابطًا لاختيار كلمة مرور جديدة. تبقى القديمة صالحة إلى ذلك الحين.
accounts-reset-ask-button = إرسال رابط إليّ

## Signing in

accounts-sign-in-title = تسجيل الدخول
accounts-sign-in-button = تسجيل الدخول
accounts-sign-in-send = إرسال رابط إليّ
accounts-sign-in-wrong = العنوان وكلمة المرور غير متطابقين، أو لم يؤكَّد العنوان بعد. يمكنك المحاولة من جديد، أو طلب رابط.
accounts-sign-in-note = يصل الرابط بالبريد ويعمل مرة واحدة، خلال 15 دقيقة، على أي جهاز. ومعه لا حاجة إلى كلمة مرور.
accounts-sign-in-forgotten = نسيان كلمة المرور
accounts-sign-in-new = زيارتك الأولى؟
accounts-sign-in-new-lede = قراءة كل شيء تقريبًا متاحة بلا حساب، أما السؤال والإجابة فبالانضمام.
accounts-sign-in-join = الانضمام
accounts-too-often = تكرر هذا كثيرًا في وقت قصير. يمكنك المحاولة من جديد ابتداءً من { $time }. ما كتبته ما زال هنا.
accounts-busy = كثيرون يسجلون الدخول في هذه اللحظة. يمكنك المحاولة من جديد بعد بضع ثوانٍ؛ ما كتبته ما زال هنا.

## Settings

accounts-settings-title = الإعدادات
accounts-tab-profile = الملف الشخصي
accounts-tab-email = البريد الإلكتروني
accounts-tab-sessions = الجلسات
accounts-tab-password = كلمة المرور
accounts-tab-files = الملفات
accounts-tab-data = بياناتك
accounts-sign-in-anew = سجّل الدخول من جديد للمتابعة: يبقى هذا متاحًا ساعة بعد تسجيل الدخول.
accounts-tab-hours = الساعات
accounts-stale = تغيّرت إعداداتك في مكان آخر أثناء ذلك؛ الاسم الآن { $name }. ما كتبته موجود أدناه: بالضغط على «حفظ» يحلّ محلّها.
accounts-changed-meanwhile = تغيّرت إعداداتك أثناء ذلك. يلزم الاطلاع عليها من جديد وإعادة التغيير.
accounts-profile-title = الملف الشخصي واللغات
accounts-profile-page = صفحتك
accounts-profile-see = عرض الصفحة
accounts-password-title = كلمة المرور
accounts-password-button = تغيير كلمة المرور
accounts-password-ends = تُنهى جلساتك الأخرى كلها، وتصلك رسالة بالتغيير.
accounts-password-none = ليست لديك كلمة مرور؛ دخولك بروابط تصل بالبريد. لاختيار كلمة مرور يمكن طلب رابط.
accounts-sessions-title = جلساتك المفتوحة
accounts-sessions-lede = كل متصفح أو برنامج يعمل باسمك. يُستحسن إنهاء غير المعروف منها، ثم تغيير كلمة المرور.
accounts-sessions-end = إنهاء كل الجلسات الأخرى
accounts-sessions-note = تنتهي الجلسة بعد 30 يومًا بلا زيارة، وبعد 180 يومًا في كل الأحوال.
accounts-session-device = { $browser } على { $system }
accounts-session-unknown = برنامج غير معروف
accounts-session-here = هذه الجلسة
accounts-session-seen = آخر زيارة
accounts-session-since = منذ
accounts-session-network = من الشبكة
accounts-session-end = إنهاء
accounts-hours-title = ساعات الإشراف
accounts-hours-lede = أوقات نظرك في ما ينتظر المراجعة، بتوقيت منطقتك ({ $zone }). منها يعرف أصحاب النصوص متى ينظر فيها شخص؛ وبلا ساعات لا يُعطى وعد بشيء.
accounts-hours-from = { $day }، الفترة { $n }، من
accounts-hours-to = { $day }، الفترة { $n }، إلى
accounts-hours-bad = يلزم وقتان لكل فترة، الأبكر أولًا؛ 00:00 في النهاية تعني منتصف الليل
accounts-hours-overlap = فترتان في يوم واحد متداخلتان
accounts-hours-many = الحد الأقصى 28 فترة في الأسبوع

## People's pages

accounts-person-edit = تعديل ملفك الشخصي
accounts-person-admin = الأدوار والإيقاف
accounts-person-joined = هنا منذ
accounts-person-posts = المشاركات
accounts-person-none = لا مشاركات متاحة لك بعد.
accounts-person-opened = فتح الموضوع
accounts-person-reply = الرد رقم { $n }
accounts-list-more = الأقدم
accounts-list-first = من الأحدث

## Members, for administrators

accounts-members-title = الأعضاء
accounts-members-search = الاسم أو العنوان أو المعرّف
accounts-members-shown = عرض
accounts-members-show = عرض
accounts-members-all = الجميع
accounts-members-roles = أصحاب الأدوار
accounts-members-suspended = موقوفون عن الكتابة الآن
accounts-members-unconfirmed = لم يؤكدوا عناوينهم
accounts-members-none = لا أحد يطابق البحث. يفيد تقليل الكلمات أو عرض الجميع.
accounts-member-roles = الأدوار
accounts-member-no-roles = لا أدوار.
accounts-member-state = الوضع
accounts-member-unconfirmed = العنوان غير مؤكَّد
accounts-member-silent = إيقاف عن الكتابة بلا أجل
accounts-member-silent-until = إيقاف عن الكتابة حتى { $time }
accounts-member-created = تاريخ الانضمام
accounts-member-confirmed = تاريخ تأكيد العنوان
accounts-member-audience = الصفة
accounts-member-approved = المشاركات المقبولة
accounts-role = الدور
accounts-role-where = أين
accounts-role-everywhere-choice = كل المساحات
accounts-role-moderator = الإشراف
accounts-role-curator = تقييم الممارسات
accounts-role-administrator = الإدارة
accounts-role-participant = المشاركة في مساحة خاصة
accounts-role-in = { $role } في { $space }
accounts-role-give = منح الدور
accounts-role-take = سحب الدور
accounts-role-everywhere = دورا التقييم والإدارة يشملان المنتدى كله: يلزم اختيار كل المساحات
accounts-role-needs-space = يلزم اختيار المساحة الخاصة
accounts-role-no-space = يلزم اختيار مساحة من القائمة
accounts-role-last-administrator = هذا آخر من له دور الإدارة. يلزم منح الدور لشخص آخر أولًا.
accounts-suspend-title = الإيقاف عن الكتابة
accounts-suspend-lede = العضو الموقوف يقرأ ويصدّر بياناته ويعترض، ولا يكتب.
accounts-suspend-days = المدة
accounts-suspend-forever = بلا أجل
accounts-suspend-button = إيقاف عن الكتابة
accounts-suspend-lift = السماح بالكتابة من جديد
accounts-suspend-bad = يلزم اختيار المدة
accounts-translated = عرض ترجمة النصوص المكتوبة بلغات أخرى
accounts-translated-hint = إن وُجدت ترجمة حلّت محل الأصل، وهو على بُعد ضغطة واحدة. اللغات التي تقرؤها تظهر دائمًا كما كُتبت.
