# La page sur l’API.

api-title = L’API
api-lede = Tout ce que font ces pages, vos propres logiciels peuvent le faire aussi. Les textes ci-dessous viennent du code et sont en anglais.
api-document = La même chose en document OpenAPI 3.1
api-required = obligatoire
api-body = Corps :
api-schemas = Structures
