# Pages of the instance itself.

flash-page-written = كُتبت الصفحة.
site-terms = شروط الاستخدام
site-privacy = الخصوصية
site-contact = التواصل
site-accessibility = سهولة الوصول
site-help = المساعدة
site-since = نسخة
site-none = لم تكتب الجهة المسؤولة عن هذا الموقع هذه الصفحة بعد.
site-edit = كتابة هذه الصفحة
site-all = صفحات هذا الموقع
site-all-lede = ما يوافق عليه الأعضاء، وما يُحفظ عنهم، ومع من يتواصلون. كل صفحة بكل لغة يمكن تقديمها؛ وحيث تغيب لغة تظهر لغة الموقع.
site-written = مكتوبة
site-missing = غير موجودة
site-edit-title = كتابة: { $page }
site-language = اللغة
site-language-go = الانتقال
site-meanwhile = في هذه الأثناء كتب شخص آخر هذه الصفحة. نصك في الأسفل ولم يُستبدل شيء.
site-meanwhile-text = النص الموجود الآن
site-text = النص
site-text-hint = Markdown: الرمز # للعناوين، و - للقوائم، و [كلمات](رابط) للروابط. النص الفارغ يسحب الصفحة.
site-text-long = النص أطول من 64 كيبيبايت. ينبغي اختصاره.
site-preview = معاينة
