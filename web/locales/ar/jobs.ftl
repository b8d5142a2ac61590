# Background jobs, for administrators.

jobs-title = عمليات الخلفية
jobs-backlog = { $due ->
    [zero] لا عمليات حان وقتها
    [one] عملية واحدة حان وقتها
    [two] عمليتان حان وقتهما
    [few] { $due } عمليات حان وقتها
    [many] { $due } عملية حان وقتها
   *[other] { $due } عملية حان وقتها
}، { $planned } مقررة لوقت لاحق، { $dead } منحّاة بعد تعثرها.
jobs-none = لا عمليات منحّاة. الرسائل والتنبيهات تعمل من تلقاء نفسها.
jobs-dead = عمليات منحّاة
jobs-kind = العملية
jobs-attempts = المحاولات
jobs-error = آخر خطأ
jobs-when = وقت التنحية
jobs-act = الإجراء
jobs-retry = إعادة المحاولة
flash-retried = العملية تجري من جديد الآن.
