# The page about the API.

api-title = واجهة API
api-lede = كل ما تفعله هذه الصفحات تستطيع برامجكم أن تفعله أيضًا. النصوص أدناه مأخوذة من الشيفرة وهي بالإنجليزية.
api-document = المحتوى نفسه وثيقةً بصيغة OpenAPI 3.1
api-required = مطلوب
api-body = المحتوى:
api-schemas = البُنى
