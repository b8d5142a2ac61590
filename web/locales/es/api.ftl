# La página de la API.

api-title = La API
api-lede = Todo lo que hacen estas páginas puede hacerlo también su propio programa. Los textos de abajo salen del código y están en inglés.
api-document = Lo mismo como documento OpenAPI 3.1
api-required = obligatorio
api-body = Cuerpo:
api-schemas = Formas
