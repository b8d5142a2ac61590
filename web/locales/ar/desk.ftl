# The moderators' desk: what weighs how much.
moderation-order = الترتيب
moderation-order-age = الأقدم أولاً
moderation-order-score = البلاغات الأثقل أولاً
moderation-weight = الوزن { $points }
moderation-weight-why = الوزن { $points }: نقطة للبلاغ، و{ $trust } للثقة بصاحبه، و{ $accuracy } لبلاغاته السابقة (صحّ منها { $agreed } من { $judged })، و{ $bonus } لما يستمر ضرره.
