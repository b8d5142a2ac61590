# Words that every page and letter may use, and words inside posts.

core-save = حفظ
core-cancel = إلغاء
core-languages = اللغات
core-city = المدينة

## Cities


## Days and hours

core-minutes =
    { $n ->
        [zero] { $n } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $n } دقائق
        [many] { $n } دقيقة
       *[other] { $n } دقيقة
    }
core-hours =
    { $n ->
        [zero] { $n } ساعة
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $n } ساعات
        [many] { $n } ساعة
       *[other] { $n } ساعة
    }
core-days =
    { $n ->
        [zero] { $n } يوم
        [one] يوم واحد
        [two] يومان
        [few] { $n } أيام
        [many] { $n } يومًا
       *[other] { $n } يوم
    }

## Lists of names


## Inside posts

core-alert-note = ملاحظة
core-alert-tip = نصيحة
core-alert-important = مهم
core-alert-warning = تحذير
core-alert-caution = توخّي الحذر
core-task-done = أُنجز
core-task-open = لم يُنجز بعد
core-table = جدول
core-footnote-back = العودة إلى الحاشية { $n } في النص
core-quote-gone = المشاركة المقتبسة لم تعد هنا.
core-picture-undescribed = صورة بلا وصف
core-size-kb = { $n } كيلوبايت
core-size-mb = { $n } ميغابايت
core-decimal = .
