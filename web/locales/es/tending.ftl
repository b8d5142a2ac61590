# Bookmarks and moments.
threads-bookmarks = Marcadores
threads-bookmarks-lede = Mensajes que guardas para después. Nadie más ve lo que guardas.
threads-bookmarks-none = Todavía no guardas nada. Bajo cada mensaje, «Guardar» lo trae aquí.
threads-bookmarks-older = Marcadores anteriores
threads-bookmark = Tu marcador
threads-bookmark-away = Este texto ya no está.
threads-bookmark-note = Tu nota
threads-bookmark-note-long = La nota es demasiado larga: 300 caracteres como máximo.
threads-bookmark-when = Recordármelo
threads-bookmark-never = No hace falta
threads-bookmark-reminds = Te lo recordamos el { $time }.
threads-bookmark-change = Nota y aviso
threads-bookmark-delete = Quitar el marcador
threads-bookmark-save = Guardar
threads-bookmarks-many = Guardas 2000 mensajes, que es el máximo. Quita antes algunos.
threads-moment-past = Ese momento ya ha pasado. Elige otro posterior.
threads-moment-far = Faltan más de dos años. Elige un momento anterior.
flash-bookmarked = Guardado en tus marcadores. Con «Guardado» pones un aviso.
flash-bookmark-set = Tu marcador está guardado.
flash-bookmark-gone = El marcador se ha quitado.
chrome-post-bookmark = Guardar
chrome-post-bookmark-of = Guardar el mensaje de { $name }
chrome-post-bookmarked = Guardado
chrome-post-bookmarked-of = Guardado: el mensaje de { $name }
threads-key-b = guardar
threads-home-reminder = Querías que te lo recordáramos
digests-inbox-reminder = Querías que te lo recordáramos
digests-why-reminder = porque lo pediste
letters-reminder-subject = Aviso: { $title }
letters-reminder-note = Tu nota: { $note }
letters-why-reminder = Recibes este mensaje porque pediste que te recordáramos esta publicación.
moment-in-hour = Dentro de una hora
moment-in-tomorrow = Mañana a las ocho
moment-in-days = Dentro de tres días, a las ocho
moment-in-monday = El próximo lunes a las ocho
moment-in-month = Dentro de cuatro semanas, a las ocho
moment-at = En el momento que indico abajo
moment-at-label = Día y hora
moment-zone = En tu zona horaria, { $zone }.
moment-unread = Elige un día y una hora.

# Closed and opened by the clock, and slow mode.
flash-timer = El hilo se cerrará solo en ese momento.
flash-timer-off = El hilo ya no se cierra solo.
flash-slow = A partir de ahora, todos salvo la moderación escriben aquí de vez en cuando.
flash-slow-off = Aquí se escribe tan a menudo como en otros hilos.
threads-tend-clock = Por reloj
threads-tend-opens = Cerrar ahora y volver a abrir
threads-tend-opens-never = Cuando la moderación lo abra
threads-tend-close-until = Cerrar hasta entonces
threads-tend-timer = Abierto ahora; cerrar solo
threads-tend-timer-never = Nunca
threads-tend-timer-set = Fijar el momento
threads-timer-closed = El hilo ya está cerrado.
threads-opens-at = Se vuelve a abrir el { $time }
threads-closes-at = Se cierra el { $time }
threads-slow = Modo lento
threads-slow-off = Desactivado
threads-slow-set = Fijar el ritmo
threads-slow-unknown = Elige uno de los ritmos de la lista.
threads-slow-rule = Modo lento: { $every }, para que todos puedan seguir.
threads-slow-until = Puedes volver a escribir el { $time }.
threads-slow-minutes = { $n ->
    [one] un texto por persona cada { $n } minuto
    [many] un texto por persona cada { $n } minutos
   *[other] un texto por persona cada { $n } minutos
}
threads-slow-hours = { $n ->
    [one] un texto por persona cada { $n } hora
    [many] un texto por persona cada { $n } horas
   *[other] un texto por persona cada { $n } horas
}

# Published later.
threads-later = Para publicar
threads-later-at = Se publica el { $time }
threads-later-stop = No publicar solo
threads-later-choose = Publicar más tarde
threads-later-when = Cuándo
threads-later-choose-when = Elige un momento
threads-later-send = Publicar entonces
threads-later-many = Cincuenta de tus textos esperan su momento, que es el máximo. Publica o borra antes algunos.
flash-later = Guardado. Se publicará solo en su momento; hasta entonces puedes cambiarlo aquí.
flash-later-not = Queda como borrador hasta que lo publiques.
digests-inbox-unsent = Un texto tuyo no se pudo publicar en su momento
digests-why-unsent = está guardado en tus borradores
threads-later-not-this = Solo un hilo nuevo o una respuesta se puede publicar más tarde.

# Blocked people.
threads-level-blocked = Bloquear: plegar los textos y no avisar
threads-level-blocked-hint = No se te avisa ni siquiera cuando te menciona o te responde. La persona no se entera.
chrome-post-folded = Has bloqueado a esta persona. Mostrar el texto

# Polls.
threads-poll = Encuesta
threads-poll-help = Una lista cuyos elementos empiezan por ( ) es una encuesta: - ( ) Tranvías.
threads-poll-choose = Elige una de las opciones.
threads-poll-reason = Decir por qué
threads-poll-reason-hint = Tu motivo será una respuesta en el hilo, con tu nombre. Sin él, nadie ve qué has votado.
threads-poll-vote = Votar
threads-poll-again = Cambiar mi voto
threads-poll-withdraw = Retirar mi voto
threads-poll-yours = tu voto
threads-poll-over = Cerrada
threads-poll-closed = La encuesta está cerrada.
threads-poll-changed = Las opciones han cambiado. Míralas de nuevo antes de votar.
threads-poll-keep = Cierre y resultado de la encuesta
threads-poll-conclude = La encuesta ha terminado. Escribe qué resultó
threads-poll-closing = Cuándo se cierra
threads-poll-closing-never = Cuando escriba el resultado
threads-poll-closing-set = Fijar el momento
threads-poll-outcome = Qué resultó
threads-poll-outcome-hint = Qué se decide y qué sigue. Será una respuesta en el hilo y aparecerá junto a la encuesta.
threads-poll-outcome-close = Cerrar la encuesta con este resultado
threads-poll-outcome-write = Escribir el resultado
threads-poll-outcome-is = Resultado
threads-poll-outcome-go = Leerlo en el hilo
flash-voted = Tu voto cuenta.
flash-vote-withdrawn = Tu voto se ha retirado.
flash-vote-reason-held = Tu voto cuenta. Tu motivo espera a la moderación.
flash-poll-set = El momento de la encuesta está fijado.
flash-poll-closed = La encuesta está cerrada y su resultado está en el hilo.
threads-home-poll-closed = Tu encuesta ha terminado. Escribe qué resultó
digests-inbox-poll-closed = Tu encuesta ha terminado. Escribe qué resultó
digests-why-poll-closed = porque hiciste la encuesta
threads-poll-voters = { $n ->
    [0] Nadie ha votado todavía
    [one] Ha votado { $n } persona
   *[other] Han votado { $n } personas
}
threads-poll-votes = { $n ->
    [one] { $n } voto: { $mission } de ciudades de la Misión, { $world } de ciudades del mundo
   *[other] { $n } votos: { $mission } de ciudades de la Misión, { $world } de ciudades del mundo
}
threads-poll-newcomer = Podrás votar cuando se hayan aprobado dos de tus textos.
threads-poll-count = { $n ->
    [0] sin votos
    [one] { $n } voto
   *[other] { $n } votos
}
threads-unreplied = { $n ->
    [one] { $n } hilo espera su primera respuesta
   *[other] { $n } hilos esperan su primera respuesta
}
threads-unreplied-head = Nadie ha respondido todavía
threads-filter-unreplied = Sin ninguna respuesta
threads-related = Hilos relacionados
threads-table = Tabla de este hilo
threads-table-number = N.º
threads-table-who = Quién
threads-table-begins = Comienzo
threads-table-useful = Útil
threads-table-day = Cuándo
threads-table-gone = Este mensaje ya no está.
threads-order-refused = { $n ->
    [one] { $n } hilo se queda aquí. Los demás se han movido.
   *[other] { $n } hilos se quedan aquí. Los demás se han movido.
}
threads-tend-many = Ordenar este espacio
threads-order-many = Mover varios hilos
threads-order-lede = Elige los hilos que van en otro lugar. Sus direcciones, citas y posiciones de lectura se conservan.
threads-order-look = ver
threads-order-none = Elige entre uno y cien hilos.
threads-order-nowhere = No te ocupas de ningún otro espacio.
flash-moved-all = Los hilos están ahora en este espacio.

# The summary of a thread.
threads-summary = Resumen
threads-summary-lede = Lo que alguien nuevo debería saber de este hilo en dos minutos: qué está claro, qué queda abierto, qué mensajes leer. Será una respuesta y quedará arriba hasta que alguien escriba uno mejor.
threads-summary-text = El resumen
threads-summary-send = Ponerlo arriba
threads-summary-sources = Enlaces a los mensajes, para copiarlos en el texto
threads-summary-write = Resumir este hilo
threads-summary-anew = Escribirlo de nuevo
threads-summary-reply = Leerlo entre las respuestas
threads-summary-unset = Ya no es un resumen
threads-summary-other = Ahora hay otro resumen.
flash-summary = Tu resumen está ahora arriba del hilo.
flash-summary-gone = El hilo ya no tiene resumen. La respuesta se queda.
threads-summary-reply-only = Solo una respuesta de este hilo puede resumirlo.

# Posts that everybody may edit.
threads-wiki = Todos pueden editar este texto.
threads-wiki-by = Todos pueden editar este texto. La última edición es de { $name }.
threads-wiki-waits = Este texto no se puede editar ahora mismo. Prueba más tarde.
chrome-post-wiki = Dejar que todos editen
chrome-post-wiki-of = Dejar que todos editen el mensaje de { $name }
chrome-post-unwiki = Solo edita el autor
chrome-post-unwiki-of = Solo edita el autor: mensaje de { $name }
flash-wiki = Todos pueden editar ya este texto. Se guarda cada versión.
flash-wiki-off = Ahora solo su autor edita este texto.
threads-wiki-files = El texto de otra persona muestra los archivos que ya tiene. No se pueden añadir otros.
threads-later-gone = Este texto ya está publicado o se ha descartado.
