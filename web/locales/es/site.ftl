# Páginas del propio sitio.

flash-page-written = La página está escrita.
site-terms = Condiciones de uso
site-privacy = Privacidad
site-contact = Contacto
site-accessibility = Accesibilidad
site-help = Ayuda
site-since = Versión de
site-none = Quien mantiene este sitio aún no ha escrito esta página.
site-edit = Escribir esta página
site-all = Páginas de este sitio
site-all-lede = Lo que aceptan los miembros, lo que se guarda de ellos y con quién pueden hablar. Cada página en todos los idiomas que puedas ofrecer; donde falte uno, se muestra el idioma del sitio.
site-written = Escrita
site-missing = Falta
site-edit-title = Escribir: { $page }
site-language = Idioma
site-language-go = Ir
site-meanwhile = Entretanto otra persona escribió esta página. Tu texto está abajo; no se ha sobrescrito nada.
site-meanwhile-text = Lo que hay ahora
site-text = Texto
site-text-hint = Markdown: # para títulos, - para listas, [palabras](dirección) para enlaces. Un texto vacío retira la página.
site-text-long = El texto ocupa más de 64 KiB. Acórtalo.
site-preview = Vista previa
