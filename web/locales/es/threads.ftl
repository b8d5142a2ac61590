# Espacios, hilos y mensajes: leer, escribir, borradores, inicio.

flash-published = Publicado.
flash-held = Enviado. Espera a que alguien del equipo de moderación lo lea; hasta entonces solo lo ves tú.
flash-edited = La nueva redacción ya está aquí.
flash-edit-held = La nueva redacción espera a moderación. Mientras tanto se ve la anterior.
flash-deleted = Retirado.
flash-accepted = Esta es ahora la respuesta aceptada.
flash-unaccepted = La pregunta ya no tiene respuesta aceptada.
flash-marked = Marcado como útil.
flash-unmarked = Ya no está marcado como útil.
flash-draft-saved = Guardado en tus borradores.
flash-draft-deleted = El borrador se ha eliminado.
flash-read = Marcado como leído hasta aquí.
flash-read-all = Todo está marcado como leído.
flash-followed = Ya está fijado de qué se te avisa.

# Tipos de hilos
threads-kind-question = Pregunta
threads-kind-question-hint = Preguntas y eliges la respuesta que te ha servido.
threads-kind-experience = Experiencia
threads-kind-experience-hint = Qué hicisteis, cuánto costó, qué salió mal.
threads-kind-need = Necesidad
threads-kind-need-hint = Tu ciudad busca un documento, consejo o una ciudad socia.
threads-kind-offer = Oferta
threads-kind-offer-hint = Tu ciudad tiene algo que puede servir a otras.
threads-kind-announcement = Anuncio
threads-kind-announcement-hint = Noticias que las ciudades deberían conocer.
threads-kind-dialogue-followup = Continuación de un diálogo
threads-kind-dialogue-followup-hint = Lo que quedó abierto tras un diálogo en directo.
threads-begin = Abrir un hilo
threads-begin-more = Más formas de empezar
threads-begin-question = Preguntar a las ciudades
threads-begin-experience = Contar una experiencia
threads-begin-need = Decir qué necesitas
threads-begin-offer = Hacer una oferta
threads-begin-announcement = Anunciar algo
threads-opened-question = preguntó
threads-opened-experience = lo contó
threads-opened-need = lo necesita
threads-opened-offer = lo ofrece
threads-opened-announcement = lo anunció
threads-opened-dialogue-followup = lo continuó
threads-answered = respuesta aceptada

# Personas
threads-person-former = Antiguo miembro
threads-person-former-number = Antiguo miembro { $number }
threads-title-erased = Título retirado por su autor
threads-role-moderator = moderación

# A la espera de moderación
threads-held-newcomer = Alguien del equipo de moderación lee los dos primeros textos de cada nuevo miembro antes de que los vean los demás.
threads-held-space = En este espacio, moderación lee cada texto antes de que lo vean los demás.
threads-wait-no-hours = Lo leerá una persona. Mientras tanto solo lo veis tú y el equipo de moderación.
threads-wait-here = Ahora hay alguien de moderación, hasta { $time }. Mientras tanto solo lo veis tú y el equipo de moderación.
threads-wait-next = La próxima persona de moderación estará aquí: { $time }. Mientras tanto solo lo veis tú y el equipo de moderación.
threads-wait-reads = La próxima persona de moderación que lee { $language } estará aquí: { $time }. Mientras tanto solo lo veis tú y el equipo de moderación.
threads-declined = No se publicó. El motivo está en tus borradores.
threads-removed = Moderación lo retiró después de publicarse.
threads-edit-waits = Una nueva redacción espera aprobación

# Un hilo
threads-page = página { $n }
threads-position = Página { $page } de { $pages }
threads-title-gone = Un hilo que se retiró
threads-replies = { $n ->
    [0] Aún no hay respuestas
    [one] { $n } respuesta
   *[other] { $n } respuestas
}
threads-go-answer = Ir a la respuesta aceptada
threads-go-unread = Ir al primer mensaje sin leer
threads-in-reply-to = en respuesta a { $name }
threads-rail = En este lugar
threads-all-spaces = Todos los espacios
threads-themes = Temas
threads-kept = Guardado para luego
threads-beside = Al lado
threads-conversation = La conversación
threads-cities = { $n ->
    [one] { $n } ciudad participa
   *[other] { $n } ciudades participan
}
threads-this = Este hilo
threads-mark-read = Marcar como leído hasta aquí
threads-way-thread = Ir al principio del hilo
threads-way-space = Ir al espacio

# De cuánto se avisa
threads-level = De qué se te avisa
threads-level-set = Fijar
threads-level-muted = De nada
threads-level-muted-hint = Solo cuando alguien te nombra.
threads-level-normal = De lo que te concierne
threads-level-normal-hint = Cuando alguien te nombra o te responde.
threads-level-tracking = De cuánto hay nuevo
threads-level-tracking-hint = Aquí ves qué hay nuevo; sin correos.
threads-level-watching = De todo
threads-level-watching-hint = Se te avisa de cada mensaje.
threads-follow-space = Seguir este espacio
threads-follow-person = Seguir a esta persona
threads-follow-city = Seguir esta ciudad
threads-tab-following = Seguimiento
threads-following = Lo que sigues
threads-following-lede = Hilos, espacios, temas, ciudades y personas de los que se te avisa más de lo que te concierne, o nada. De un tema y de una ciudad se te avisa lo que empieza; de una persona, cada mensaje.
threads-following-none = Todavía no sigues nada. Cada hilo, espacio, ciudad y persona lo permite en su página.
threads-following-a-theme = Seguir un tema
threads-following-thread = Hilo
threads-following-space = Espacio
threads-following-theme = Tema
threads-following-city = Ciudad
threads-following-person = Persona

# Escribir una respuesta
threads-reply = Responder
threads-reply-as = Responder como { $city }
threads-reply-text = Tu respuesta
threads-post-reply = Publicar respuesta
threads-replying-to = En respuesta a { $name }
threads-reply-to-all = Responder al hilo en general
threads-reply-at-end = Responder al final del hilo
threads-save-draft = Guardar como borrador
threads-language-found = Se detecta solo
threads-closed = Este hilo está cerrado y no admite más respuestas.
threads-closed-guest = Entra para responder.
threads-closed-held = Se podrá responder cuando el hilo esté publicado.
threads-closed-declined = No se publicó. Quien lo escribió tiene el texto y el motivo entre sus borradores.
threads-closed-moderators = En este espacio solo escribe el equipo de moderación.
threads-closed-meanwhile = El hilo se cerró mientras escribías. Tu texto está en tus borradores.

# Abrir un hilo
threads-new-heading = Abrir un hilo
threads-new-lede = Di en el título qué quieres saber o qué puedes dar: por él decide la gente si puede ayudar.
threads-new-space = Espacio
threads-new-space-choose = Elige un espacio
threads-new-kind = ¿Qué es?
threads-new-title = Título
threads-new-title-hint = Una línea, como se lo preguntarías a una colega de otra ciudad.
threads-new-themes = Temas
threads-new-themes-hint = Cinco como máximo. Abre un grupo para ver lo que contiene.
threads-new-body = Tu texto
threads-new-send = Publicar hilo

# Lo que no se puede aceptar
threads-title-missing = Ponle un título: por él decide la gente si puede ayudar.
threads-title-long = El título tiene más de 255 caracteres. Pasa una parte al texto.
threads-body-missing = Aún no hay texto.
threads-body-long = El texto ocupa más de 64 KiB. Divídelo en dos mensajes.
threads-kind-unknown = Elige qué es.
threads-space-missing = Elige un espacio.
threads-theme-unknown = Ese tema no existe.
threads-themes-many = Elige cinco temas como máximo.
threads-language-unknown = Ese idioma no se conoce aquí.
threads-affiliation-unknown = Solo puedes hablar por tu propia ciudad.
threads-reply-to-unknown = El mensaje al que respondes no está en este hilo.
threads-answer-elsewhere = La respuesta tiene que ser un mensaje de este hilo.
threads-answer-no-question = Solo una pregunta publicada tiene respuesta aceptada.
threads-post-gone = Este mensaje ya no está para cambiarlo.
threads-post-moved-on = Entretanto alguien ha decidido sobre este mensaje.
threads-thread-gone = Este hilo ya no está.
threads-level-unknown = Ese nivel no existe.
threads-draft-long = El borrador es demasiado largo para guardarlo.
threads-draft-slot-bad = Ese borrador no existe.
threads-city-unknown = Esa ciudad no existe.
threads-direction-unknown = La dirección es mission, worldwide o neither.
threads-if-match = Envía en la cabecera If-Match la versión que has editado.
threads-stale = Alguien lo cambió después de que empezaras.
threads-space-slug-bad = La dirección solo lleva minúsculas, cifras y guiones.
threads-space-slug-taken = Otro espacio tiene esa dirección.
threads-space-name-missing = Ponle un nombre al espacio.
threads-space-name-long = El nombre es demasiado largo.
threads-space-summary-long = El resumen es demasiado largo.
threads-space-languages-many = Son demasiados idiomas.

# Cambiar y retirar
threads-edit-heading = Cambiar tu mensaje
threads-edit-body = La nueva redacción
threads-edit-send = Guardar
threads-edit-back = Volver al mensaje
threads-edit-stale = El mensaje cambió mientras escribías
threads-edit-stale-text = No se pierde nada: la redacción que hay ahora y la tuya están en esta página. Vuelve a guardar para poner la tuya en su lugar.
threads-edit-there = La redacción que hay ahora
threads-edit-yours = Tu redacción
threads-delete-heading = ¿Retirar este mensaje?
threads-delete-text = Su texto desaparece para todo el mundo. En su lugar una línea dice que lo borró quien lo escribió.
threads-delete-opening = Su texto desaparece para todo el mundo. Si nadie más ha respondido, el hilo se va con él.
threads-delete-send = Retirarlo
threads-withdraw-heading = ¿Retirar este texto?
threads-withdraw-text = Sale de la cola de moderación. Nadie más lo ha visto.
threads-withdraw-send = Retirarlo
threads-history = Qué se ha cambiado
threads-history-lede = Todas las redacciones de este mensaje, la más reciente primero. Lo que se quitó está tachado; lo que se añadió, subrayado.
threads-history-now = Versión { $n }, la actual
threads-history-version = Versión { $n }
threads-history-waits = Una nueva redacción que espera
threads-history-declined = Una nueva redacción que no se publicó
threads-history-gone = quitado:
threads-history-new = añadido:

# Borradores
threads-drafts = Borradores
threads-drafts-lede = Textos que aún no has enviado. Nadie más los ve.
threads-drafts-returned = Devueltos
threads-drafts-waiting = A la espera de moderación
threads-drafts-kept = Aún sin enviar
threads-drafts-none = Aquí no hay nada. Lo que escribes se guarda mientras lo escribes.
threads-drafts-go-on = Seguir escribiendo
threads-drafts-delete = Descartar
threads-drafts-statement = Todo sobre esta decisión
threads-draft-new = Un hilo
threads-draft-reply = Una respuesta
threads-draft-edit = Una nueva redacción

# Espacios
threads-spaces-lede = Cada espacio es para un tipo de conversación. Los temas son etiquetas de los hilos y los atraviesan todos.
threads-count = { $n ->
    [one] { $n } hilo
   *[other] { $n } hilos
}
threads-last = último mensaje
threads-members-only = solo para miembros
threads-join-to-write = Únete para escribir aquí
threads-filter = Filtrar los hilos
threads-filter-status = Estado
threads-filter-all = Todos los hilos
threads-filter-open = Sin respuesta aceptada
threads-filter-answered = Con respuesta
threads-filter-unread = Sin leer
threads-filter-kind = Tipo
threads-filter-exchange = Intercambio
threads-filter-both = En ambos sentidos
threads-filter-mission = Empieza una ciudad de la Misión
threads-filter-worldwide = Empieza una ciudad del mundo
threads-order = Ordenar por
threads-order-latest = Última respuesta
threads-order-newest = Hilo más reciente
threads-filter-space = Espacio
threads-filter-spaces = Todos los espacios
threads-filter-kinds = Todos los tipos
threads-filter-theme = Tema
threads-filter-themes = Todos los temas
threads-filter-languages = Cualquier idioma
threads-filter-apply = Mostrar
threads-filter-drop = Mostrar todos los hilos
threads-all-read = Marcar todo como leído
threads-waiting = A la espera de moderación
threads-list = Hilos
threads-none = Aquí no ha escrito nadie todavía. El primer hilo lo verán todas las personas que siguen este espacio.
threads-none-match = Ningún hilo coincide con lo elegido.
threads-pager-first = Volver a los más recientes
threads-pager-older = Hilos anteriores
threads-strokes = Cómo se leen los trazos
threads-strokes-text = Un trazo es una respuesta, la más antigua primero. Un hueco es un día de silencio. El trazo con capitel es la respuesta aceptada; los trazos intensos son nuevos para ti.
threads-strokes-example = Un ejemplo: siete respuestas, cuatro de ciudades de la Misión y tres de otros lugares, una de ellas aceptada
threads-carers = Quién cuida este espacio

# Inicio
threads-home-guest = Lo que una ciudad ha aprendido le sirve a otra
threads-home-lede = Stoa es donde quienes trabajan para las ciudades se preguntan, cuentan qué funcionó y qué no, y encuentran socias. Las ciudades de la Misión y las del resto del mundo hablan de igual a igual.
threads-home-join = Únete con tu ciudad
threads-home-look = Echar antes un vistazo
threads-home-how = Cómo funciona
threads-home-how-text = Todo se puede leer sin cuenta. Para escribir, únete con tu correo y tu ciudad. Moderación lee tus dos primeros textos antes de que los vean los demás. Sin publicidad ni rastreo.
threads-home-city = { $city }, hoy
threads-home-across = Entre ciudades, hoy
threads-home-first = Eres la primera persona de { $city } aquí. Nadie ha abierto aún un hilo en su nombre: basta una pregunta para que las demás lo sepan.
threads-home-you = Para ti
threads-home-nothing = No hay nada que te espere.
threads-home-waiting = Espera
threads-home-returned = Se te ha devuelto un texto, con el motivo
threads-home-waits = Tu texto espera a moderación
threads-home-mentioned = { $name } te ha nombrado
threads-home-quoted = { $name } te ha citado
threads-home-replied = { $name } te ha respondido
threads-home-your-thread = { $name } ha escrito en tu hilo
threads-home-accepted = { $name } ha aceptado tu respuesta
threads-home-approved = Tu texto está publicado
threads-home-revise = Moderación te pide un cambio
threads-home-follows = Hilos que continuar
threads-why-yours = lo abriste tú
threads-why-follow = lo sigues
threads-why-read = ya lo habías leído
threads-why-unanswered = nadie ha respondido aún
threads-home-facing = Necesidades y ofertas
threads-home-needs = Necesitan
threads-home-offers = Ofrecen
threads-home-no-needs = Ninguna ciudad ha dicho aún qué necesita.
threads-home-no-offers = Ninguna ciudad ha hecho aún una oferta.
threads-home-all = Todas las necesidades y ofertas
threads-home-open = Preguntas sin respuesta
threads-home-newest = Hilos más recientes
threads-home-empty = Nadie ha escrito nada todavía. El primer hilo estará aquí para todo el mundo.

# Teclas
threads-key-j = siguiente mensaje o hilo
threads-key-k = el anterior
threads-key-n = primer mensaje sin leer
threads-key-a = respuesta aceptada
threads-key-r = responder
threads-key-q = citar el mensaje o lo seleccionado
threads-key-u = útil
threads-key-send = enviar

# Mantener los hilos en orden
flash-closed = El hilo está cerrado. Ahora solo responde la moderación.
flash-reopened = El hilo vuelve a estar abierto.
flash-pinned = El hilo aparece primero en su espacio.
flash-unpinned = El hilo vuelve a su lugar.
flash-moved = El hilo está ahora en este espacio.
flash-merged = Los mensajes están ahora aquí. La dirección antigua lleva a este hilo.
flash-split = Las respuestas forman ahora un hilo propio.
threads-tend = Mantener este hilo en orden
threads-tend-close = Cerrar
threads-tend-reopen = Abrir de nuevo
threads-tend-pin = Poner primero
threads-tend-unpin = Quitar del primer lugar
threads-tend-space = Espacio
threads-tend-move = Mover allí
threads-tend-into = Unir a otro hilo
threads-tend-into-hint = La dirección del hilo al final del cual irán estos mensajes.
threads-tend-merge = Unir
threads-split = Hacer un hilo nuevo con algunas respuestas
threads-split-lede = Las respuestas que elijas pasan a un hilo propio, en su orden. Sus direcciones antiguas llevan allí.
threads-split-title = Título del hilo nuevo
threads-split-posts = Respuestas
threads-split-look = Ver la respuesta { $n } en su lugar
threads-split-do = Hacer el hilo
threads-split-nothing = En esta página no hay respuestas que puedan formar un hilo.
threads-split-none = Elige al menos una respuesta
threads-split-many = Elige como máximo 200 respuestas a la vez
threads-split-elsewhere = Elige respuestas que estén en este hilo
threads-merge-itself = Un hilo no se puede unir consigo mismo: indica la dirección de otro
threads-merge-unknown = Esta no es la dirección de un hilo. Tiene la forma /t/ y 26 letras y cifras
threads-move-author-outside = Quien abrió el hilo no puede entrar en ese espacio y lo perdería. Da acceso primero a esa persona o elige otro espacio.
threads-pins-many = En este espacio ya hay veinte hilos en primer lugar: quita uno antes
threads-similar = Quizá ya se ha preguntado
threads-moved = Mensajes que ahora están en otro hilo
threads-moved-post = Mensaje { $n }

# Texts in other languages
threads-translate-page = Traducir { $n } publicaciones al { $language }
threads-key-t = traducir la publicación o mostrar su original
threads-translation-same = Este texto ya está en ese idioma.
threads-translation-adds = Una traducción enlaza, cita y nombra lo mismo que el original y nada más. Quita lo añadido.
threads-translation-stale = Alguien la mejoró entretanto, o la publicación dice ahora otra cosa. La tuya está abajo; compárala con la que hay.
threads-translation-title = Mejorar la traducción al { $language }
threads-translation-lede = Lo que escribas estará junto al original con tu nombre. Los nombres (@…), los enlaces y las citas se quedan como están.
threads-translation-original = Original
threads-translation-now = Lo que hay ahora
threads-translation-heading = Título
threads-translation-text = Traducción
threads-translation-send = Publicar la traducción
threads-translation-history = Ediciones de la traducción al { $language }
threads-translation-edition = Edición { $n }
threads-translation-by-machine = hecha por una máquina
threads-translation-use = Usar otra vez esta edición
threads-readers = { $n ->
    [one] Una persona lo leerá traducido: { $languages }
   *[other] { $n } personas lo leerán traducido: { $languages }
}
flash-translation-asked = Se está traduciendo. La traducción aparecerá aquí en un momento.
flash-translation-made = Aquí está la traducción.
flash-translation-improved = Tu traducción está ahora junto al original.
flash-reads = Lees ese idioma: desde ahora sus textos se muestran como se escribieron.
threads-translation-withdraw = Quitar esta edición
flash-translation-withdrawn = La edición ya no está. Se muestra la anterior.
