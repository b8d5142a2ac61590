# Cities: the list, a city's page, facts in words.

## The list

exchange-list-title = المدن
exchange-list-lede = المدن المشاركة في التبادل: مدن مهمة الاتحاد الأوروبي للمدن الذكية والمحايدة مناخيًا، ومدن من العالم.
exchange-list-choose = اختيار المدن
exchange-list-name = الاسم
exchange-list-find = بحث
exchange-list-side = النوع
exchange-side-all = كل المدن
exchange-side-mission = مدن المهمة
exchange-side-world = مدن من العالم
exchange-list-region = المنطقة
exchange-list-region-all = كل المناطق
exchange-list-region-in = – { $region }
exchange-list-country = البلد
exchange-list-country-all = كل البلدان
exchange-list-invented = مع المدن المختلقة في العرض التجريبي
exchange-list-show = عرض
exchange-list-all = عرض كل المدن
exchange-list-count =
    { $n ->
        [zero] لا مدن
        [one] مدينة واحدة
        [two] مدينتان
        [few] { $n } مدن
        [many] { $n } مدينة
       *[other] { $n } مدينة
    }
exchange-list-people = عدد السكان: { $people }
exchange-list-none = لا توجد مدينة تطابق هذا الاختيار. المدينة الناقصة تُضاف باسمها عندما ينضم شخص منها.
exchange-sources = الأماكن وأعداد السكان: GeoNames (geonames.org)، برخصة CC BY 4.0، مختارات منها، وبعضها بأسماء أخرى. تصنيف المناخ: كوبن وغايغر، نقلًا عن روبل وآخرين. الشبكات ومدن المهمة: إعلانات الشبكات والمدن والمفوضية الأوروبية. اللغات: Unicode CLDR. المناطق: تصنيف الأمم المتحدة M49.

## A city

exchange-city-parts = في هذه الصفحة
exchange-city-facts = بيانات
exchange-city-threads = المواضيع
exchange-city-people = الأشخاص
exchange-city-beside = عن المدينة
exchange-city-languages = لغات العمل
exchange-city-networks = الشبكات
exchange-city-aliases = أسماء أخرى
exchange-city-invented = هذه المدينة مختلقة لأغراض العرض التجريبي.
exchange-city-pending = أُضيفت هذه المدينة بالاسم. ينظر فيها مشرف قبل إدراجها؛ وإلى ذلك الحين لا يرى هذه الصفحة إلا من أضافها.
exchange-city-threads-none = لم يُفتح موضوع لهذه المدينة بعد.
exchange-city-threads-more = مواضيع أقدم
exchange-city-spaces = عرض المساحات
exchange-city-people-none = لم ينضم أحد من هذه المدينة بعد.
exchange-city-people-more =
    { $n ->
        [zero] ولا أشخاص آخرون
        [one] وشخص آخر
        [two] وشخصان آخران
        [few] و{ $n } أشخاص آخرين
        [many] و{ $n } شخصًا آخر
       *[other] و{ $n } شخص آخر
    }
exchange-label-awarded = مُنحت علامة مهمة الاتحاد الأوروبي
exchange-label-awarded-on = مُنحت علامة مهمة الاتحاد الأوروبي، وأُعلن ذلك في { $date }
exchange-label-not-confirmed = لم يُعثر على إعلان عن منحها علامة مهمة الاتحاد الأوروبي
exchange-label-source = المصدر
exchange-unknown = غير معروف
exchange-fact-people = السكان
exchange-fact-climate = المناخ
exchange-fact-income = دخل البلد
exchange-fact-income-of = تصنيف البنك الدولي
exchange-income-low = منخفض
exchange-income-lower-middle = متوسط، الشريحة الدنيا
exchange-income-upper-middle = متوسط، الشريحة العليا
exchange-income-high = مرتفع

## Adding a city by name

exchange-name-empty = يلزم إدخال اسم المدينة
exchange-name-long = طويل جدًا: الحد الأقصى لاسم المدينة 120 حرفًا
exchange-name-bad = لا يبدو هذا اسم مدينة: يلزم أن يكون فيه حرف وألا يكون فيه عنوان
exchange-country-unknown = يلزم اختيار بلد من القائمة
exchange-region-unknown = لا توجد منطقة بهذا الرمز. المناطق رموز من تصنيف الأمم المتحدة، مثل 154 أو 202
exchange-claim-twin = أُضيفت المدينة نفسها بعد ذلك؛ القرار يكون بشأن تلك الإضافة

## Networks

exchange-network-c40 = شبكة مدن C40
exchange-network-iuc = التعاون الحضري الدولي (2017–2020)
exchange-network-iurc = التعاون الحضري والإقليمي الدولي
exchange-network-utm = مهمة التحولات الحضرية
exchange-network-gcom = الميثاق العالمي لرؤساء البلديات للمناخ والطاقة

## Months

exchange-month-1 = يناير { $year }
exchange-month-2 = فبراير { $year }
exchange-month-3 = مارس { $year }
exchange-month-4 = أبريل { $year }
exchange-month-5 = مايو { $year }
exchange-month-6 = يونيو { $year }
exchange-month-7 = يوليو { $year }
exchange-month-8 = أغسطس { $year }
exchange-month-9 = سبتمبر { $year }
exchange-month-10 = أكتوبر { $year }
exchange-month-11 = نوفمبر { $year }
exchange-month-12 = ديسمبر { $year }

## Regions (United Nations M49)

exchange-region-002 = أفريقيا
exchange-region-009 = أوقيانوسيا
exchange-region-019 = الأمريكتان
exchange-region-142 = آسيا
exchange-region-150 = أوروبا
exchange-region-005 = أمريكا الجنوبية
exchange-region-011 = غرب أفريقيا
exchange-region-013 = أمريكا الوسطى
exchange-region-014 = شرق أفريقيا
exchange-region-015 = شمال أفريقيا
exchange-region-017 = وسط أفريقيا
exchange-region-018 = الجنوب الأفريقي
exchange-region-021 = أمريكا الشمالية
exchange-region-029 = منطقة البحر الكاريبي
exchange-region-030 = شرق آسيا
exchange-region-034 = جنوب آسيا
exchange-region-035 = جنوب شرق آسيا
exchange-region-039 = جنوب أوروبا
exchange-region-053 = أستراليا ونيوزيلندا
exchange-region-054 = ميلانيزيا
exchange-region-057 = ميكرونيزيا
exchange-region-061 = بولينيزيا
exchange-region-143 = آسيا الوسطى
exchange-region-145 = غرب آسيا
exchange-region-151 = شرق أوروبا
exchange-region-154 = شمال أوروبا
exchange-region-155 = غرب أوروبا
exchange-region-202 = أفريقيا جنوب الصحراء الكبرى
exchange-region-419 = أمريكا اللاتينية ومنطقة البحر الكاريبي

## Climates after Köppen and Geiger

exchange-koppen-af = حار، أمطار طوال العام
exchange-koppen-am = حار، أمطار موسمية
exchange-koppen-as = حار، صيف جاف
exchange-koppen-aw = حار، شتاء جاف
exchange-koppen-bwh = صحراوي حار
exchange-koppen-bwk = صحراوي بارد
exchange-koppen-bsh = حار، شبه جاف
exchange-koppen-bsk = بارد، شبه جاف
exchange-koppen-csa = شتاء معتدل؛ صيف جاف وحار
exchange-koppen-csb = شتاء معتدل؛ صيف جاف ودافئ
exchange-koppen-csc = شتاء معتدل؛ صيف جاف ومائل إلى البرودة
exchange-koppen-cwa = شتاء جاف ومعتدل؛ صيف حار
exchange-koppen-cwb = شتاء جاف ومعتدل؛ صيف دافئ
exchange-koppen-cwc = شتاء جاف ومعتدل؛ صيف مائل إلى البرودة
exchange-koppen-cfa = شتاء معتدل؛ صيف حار ورطب
exchange-koppen-cfb = شتاء معتدل؛ صيف دافئ، بلا فصل جاف
exchange-koppen-cfc = شتاء معتدل؛ صيف مائل إلى البرودة، بلا فصل جاف
exchange-koppen-dsa = شتاء بارد؛ صيف جاف وحار
exchange-koppen-dsb = شتاء بارد؛ صيف جاف ودافئ
exchange-koppen-dsc = شتاء بارد؛ صيف جاف ومائل إلى البرودة
exchange-koppen-dsd = شتاء شديد البرودة؛ صيف جاف ومائل إلى البرودة
exchange-koppen-dwa = شتاء جاف وبارد؛ صيف حار
exchange-koppen-dwb = شتاء جاف وبارد؛ صيف دافئ
exchange-koppen-dwc = شتاء جاف وبارد؛ صيف مائل إلى البرودة
exchange-koppen-dwd = شتاء جاف وشديد البرودة؛ صيف مائل إلى البرودة
exchange-koppen-dfa = شتاء بارد؛ صيف حار ورطب
exchange-koppen-dfb = شتاء بارد؛ صيف دافئ، بلا فصل جاف
exchange-koppen-dfc = شتاء بارد؛ صيف مائل إلى البرودة، بلا فصل جاف
exchange-koppen-dfd = شتاء شديد البرودة؛ صيف مائل إلى البرودة، بلا فصل جاف
exchange-koppen-et = تندرا
exchange-koppen-ef = جليد طوال العام
