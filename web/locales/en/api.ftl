# The page about the API.

api-title = The API
api-lede = Everything these pages do can be done by your own software as well. The texts below come from the code and are in English.
api-document = The same as an OpenAPI 3.1 document
api-required = required
api-body = Body:
api-schemas = Shapes
