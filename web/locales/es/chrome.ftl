# El marco de todas las páginas y las partes que comparten.

chrome-skip = Saltar al contenido
chrome-nav-label = Principal
chrome-nav-home = Inicio
chrome-nav-spaces = Espacios
chrome-nav-cities = Ciudades
chrome-nav-moderation = Moderación
chrome-menu = Menú
chrome-language = Idioma
chrome-inbox = Bandeja
chrome-inbox-count = { $n ->
    [one] Bandeja, { $n } novedad
   *[other] Bandeja, { $n } novedades
}
chrome-account = Tu cuenta
chrome-account-page = Tu página
chrome-account-profile = Perfil e idiomas
chrome-account-email = Correo
chrome-account-sessions = Dónde tienes la sesión abierta
chrome-account-jobs = Tareas en segundo plano
chrome-sign-in = Entrar
chrome-sign-out = Salir
chrome-join = Unirse
chrome-demo = Esto es una demostración: las personas, los hilos y las cifras son inventados y ninguna carta sale de esta máquina.
chrome-demo-mail = Abrir el buzón
chrome-foot-log = Registro de moderación
chrome-foot-api = Usa Stoa con tus propios programas (API)
chrome-foot-cities = Los datos sobre ciudades proceden de GeoNames (geonames.org), licencia CC BY 4.0.

# Ciudades y personas
chrome-plate-mission = Ciudad de la Misión
chrome-plate-world = Ciudad del mundo
chrome-plate-pending = Ciudad aún sin confirmar
chrome-person-citizen = vive allí
chrome-person-across = trabaja con varias ciudades

# Los trazos de un hilo
chrome-strip-empty = Aún no hay respuestas
chrome-strip = { $n ->
    [one] { $n } respuesta
   *[other] { $n } respuestas
}: { $mission } de ciudades de la Misión, { $world } de otros lugares{ $new ->
    [0] { "" }
    [one] ; { $new } nueva
   *[other] ; { $new } nuevas
}{ $accepted ->
    [0] { "" }
   *[other] ; respuesta aceptada
}

# Hilos en una lista
chrome-row-unread = Sin leer
chrome-row-pinned = Fijado
chrome-row-closed = Cerrado
chrome-row-answered = Con respuesta
chrome-row-unanswered = Aún sin respuesta
chrome-row-cities = { $n ->
    [one] { $n } ciudad
   *[other] { $n } ciudades
}
chrome-row-fresh = { $n ->
    [one] { $n } nueva
   *[other] { $n } nuevas
}

# Mensajes
chrome-post-opening = Primer mensaje:
chrome-post-number = Respuesta { $n }:
chrome-post-nth = , n.º { $n }
chrome-post-unnumbered = Sin publicar:
chrome-post-new = nuevo
chrome-post-fresh = { $n ->
    [one] { $n } respuesta nueva
   *[other] { $n } respuestas nuevas
}
chrome-post-accepted = Respuesta aceptada
chrome-post-accepted-by = elegida por { $name }
chrome-post-held = Pendiente de aprobación
chrome-post-revise = Se ha pedido un cambio
chrome-post-declined = No publicado
chrome-post-removed = Retirado por moderación
chrome-post-deleted = Borrado por su autor
chrome-post-seen-by = Solo lo ven su autor y el equipo de moderación.
chrome-post-seen-by-moderators = Solo lo ve el equipo de moderación, hasta que se elimine del todo.
chrome-post-gone-removed = El equipo de moderación retiró este mensaje.
chrome-post-gone-deleted = Su autor borró este mensaje.
chrome-post-edited = editado
chrome-post-useful = Útil
chrome-post-useful-count = Útil { $n }
chrome-post-useful-found = { $n ->
    [one] A { $n } persona le resultó útil
   *[other] A { $n } personas les resultó útil
}
chrome-post-reply = Responder
chrome-post-reply-to = Responder a { $name }
chrome-post-quote = Citar
chrome-post-quote-from = Citar a { $name }
chrome-post-accept = Aceptar como respuesta
chrome-post-accept-from = Aceptar como respuesta: { $name }
chrome-post-unaccept = Dejar de aceptarla
chrome-post-unaccept-from = Dejar de aceptarla: { $name }
chrome-post-edit = Editar
chrome-post-edit-of = Editar el mensaje de { $name }
chrome-post-withdraw = Retirar
chrome-post-withdraw-of = Retirar el mensaje de { $name }
chrome-post-delete = Borrar
chrome-post-delete-of = Borrar el mensaje de { $name }
chrome-post-restore = Restaurar
chrome-post-restore-of = Restaurar el mensaje de { $name }
chrome-post-report = Denunciar
chrome-post-report-of = Denunciar el mensaje de { $name }
chrome-post-case = Abrir el caso
chrome-post-case-of = Abrir el caso sobre el mensaje de { $name }

# Donde se escribe
chrome-write-tools = Formato
chrome-write-bold = Negrita
chrome-write-italic = Cursiva
chrome-write-link = Enlace
chrome-write-quote = Cita
chrome-write-list = Lista
chrome-write-language = Escrito en
chrome-write-saved = Borrador guardado { $time }
chrome-write-preview = Vista previa
chrome-write-preview-note = Así se verá. Todavía no se ha publicado nada.
chrome-write-help = Cómo escribir
chrome-write-help-text = **negrita**, *cursiva*, > cita, - lista, [palabras](dirección). @nombre y @ciudad avisan a esas personas y a la gente de esa ciudad.

# Formularios
chrome-form-optional = (opcional)
chrome-form-problems = { $n ->
    [one] Hay una cosa que corregir
   *[other] Hay { $n } cosas que corregir
}

# Caminos entre páginas
chrome-crumbs = Estás aquí
chrome-tabs = Partes de esta página
chrome-pager = Páginas
chrome-pager-previous = Página anterior
chrome-pager-next = Página siguiente
chrome-arrivals = { $n ->
    [one] { $n } respuesta nueva
   *[other] { $n } respuestas nuevas
}
chrome-arrivals-many = Más de { $n } respuestas nuevas
chrome-arrivals-reload = Cargar las respuestas nuevas

# Teclas
chrome-keys = Teclas
chrome-keys-off = Desactivar las teclas
chrome-keys-on = Activar las teclas

# Negativas
chrome-error-kept = Lo que escribiste, para copiarlo
chrome-error-number = Si vuelve a ocurrir, comunica este número a quienes administran el sitio: { $number }

# Texts in other languages
chrome-tr-machine = Traducido del { $language } por una máquina
chrome-tr-improved = Traducido del { $language }, mejorado por { $name }
chrome-tr-original = Mostrar el original
chrome-tr-read = Leer en { $language }
chrome-tr-improve = Mejorar esta traducción
chrome-tr-history = Ediciones anteriores
chrome-tr-ask = Traducir
chrome-tr-ask-of = Traducir la publicación de { $name }
chrome-tr-waits = Se está traduciendo al { $language } y aparecerá aquí en un momento.
chrome-tr-late = El traductor no responde ahora. La traducción al { $language } aparecerá aquí cuando responda.
chrome-tr-failed = El traductor no pudo traducir este texto.
chrome-tr-always = Mostrar siempre los originales en { $language }
