# صور ووثائق يرفقها الناس بنصوصهم.

files-own = ملفاتك
files-own-lede = صور ووثائق أرسلتها. يُفتح كل ملف لمن يقرأ نصًا يذكره. أما ما لا يذكره أي نص فلا يُفتح إلا لك، ويزول بعد يومين.
files-own-used = المستعمل { $used } من { $quota }.
files-own-none = لا ملفات مرسلة منك بعد. عند كل نص زر «ملف» لإرفاق ملف.
files-in-texts = في نصوصك:
files-in-text = النص رقم { $n }
files-nowhere = لا يذكره أي نص.
files-delete = حذف

files-button = ملف
files-attach-heading = إرفاق ملف
files-choose = صورة أو وثيقة
files-choose-note = PNG أو JPEG أو WebP أو PDF أو ODT أو DOCX أو XLSX أو CSV، حتى 8 ميغابايت. لا يبقى في الصورة مكان التقاطها ولا وقته.
files-describe = ماذا تُظهر الصورة؟
files-describe-note = لمن لا يمكنه رؤيتها، وللترجمة.
files-describe-ask = هناك من لا يمكنه رؤية هذه الصورة. يمكن وصف ما تُظهره في جملة، أو الإرسال مرة أخرى لتركها بلا وصف.
files-attach = إرفاق
files-stop = إيقاف
files-remove = إزالة
files-sending = جارٍ الإرسال
files-broken = انقطع الاتصال. يتواصل الإرسال تلقائيًا.
files-large = حجمه أكبر من 8 ميغابايت.
files-ready = أُرفق الملف.
files-back-to-text = العودة إلى نصك

flash-file-attached = أُرفق الملف. نصك محفوظ في المسودات إلى أن يُرسل.
flash-file-deleted = حُذف الملف.

files-refused-none = يلزم اختيار ملف أولًا. نصك محفوظ في المسودات.
files-refused-empty = الملف فارغ.
files-refused-too-large = الحد الأقصى للملف 8 ميغابايت. يمكن تصغير الصورة أو تقسيم الوثيقة.
files-refused-unknown = هذا النوع من الملفات غير مقبول. يمكن إرسال PNG أو JPEG أو WebP أو PDF أو ODT أو DOCX أو XLSX أو CSV.
files-refused-svg = قد تحوي صورة SVG برامج، ولذلك لا تُقبل. يمكن حفظها بصيغة PNG.
files-refused-gif = صور GIF غير مقبولة. يمكن حفظ الصورة بصيغة PNG.
files-refused-heic = الصور بصيغة HEIC أو AVIF غير مقبولة. يمكن حفظ الصورة بصيغة JPEG؛ وفي iPhone يمكن اختيار «الأكثر توافقًا» في الإعدادات، الكاميرا، التنسيقات.
files-refused-old-office = الوثائق بالصيغ القديمة DOC وXLS وPPT غير مقبولة. يمكن حفظ الوثيقة بصيغة DOCX أو XLSX أو ODT أو PDF.
files-refused-macros = في الوثيقة وحدات ماكرو أو برامج مضمَّنة أو قالب بعيد. يلزم حفظها من دونها، أو بصيغة PDF.
files-refused-encrypted = الوثيقة مقفلة بكلمة مرور. يلزم حفظها من دونها.
files-refused-damaged = الملف تالف أو غير مكتمل. يمكن فتحه وحفظه من جديد ثم إرسال النسخة الجديدة.
files-refused-encoding = الجدول ليس بترميز UTF-8 وستضيع حروف منه. في Excel يمكن حفظه بصيغة «CSV UTF-8».
files-refused-too-many-pixels = في الصورة أكثر من 25 مليون بكسل. يلزم تصغيرها.
files-refused-lossless = تُقبل صور WebP المضغوطة دون فقد حتى 780 كيلوبايت. يمكن حفظها بصيغة PNG أو JPEG.
files-refused-bomb = عند فك ضغط الوثيقة يصير حجمها أكبر بكثير من حجم الوثائق المعتاد، ولذلك لا تُقبل.
files-refused-mixed = في هذا الملف ملفان معًا، وهذا غير مقبول. يلزم حفظ الوثيقة من جديد.
files-refused-archive = ملفات الأرشيف غير مقبولة. يمكن إرسال ما فيها من ملفات واحدًا واحدًا.
files-refused-full = لا متسع للملفات في الوقت الحالي. نصك محفوظ؛ يمكنك المحاولة لاحقًا أو إبلاغ الإدارة.
files-quota-full = بهذا الملف تتجاوز ملفاتك السعة المتاحة هنا لكل شخص. يمكن حذف بعضها في الإعدادات، الملفات.
files-unfinished-many = كثير من ملفاتك ما زال في الطريق. يمكن انتظار وصولها أو إيقاف بعضها.
files-named = هذا الملف مذكور في نص. تلزم إزالته من النص أولًا؛ ويبقى الملف في سجل النص ما بقيت الصياغة التي تذكره.
files-elsewhere = تتمة الملف من موضع آخر. يلزم السؤال عن الموضع الذي وصل إليه.
files-unknown = لا يوجد ملف كهذا بين ملفاتك.
files-many = الحد الأقصى للملفات المذكورة في نص واحد: { $n }.
files-newcomer = إلى أن تُعتمد مشاركاتك الأولى، يقبل النص صورة واحدة ولا يقبل وثائق.
