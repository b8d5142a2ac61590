# Lo que ocurre mientras una página está abierta: conexión, presencia, quién escribe; rechazos del socket.

## Rechazos del socket y de los historiales

live-refused-query = Esta dirección no admite parámetros: envía el token en una cabecera.
live-refused-upgrade = Esta dirección solo habla WebSocket, con el subprotocolo stoa.v1.
live-refused-gone = Algunos de estos eventos ya no se conservan. Lee lo que hay ahora.
live-after-bad = El número a partir del cual empezar es 0 o mayor.

## Lo que dice el socket de los mensajes que no acepta

live-wrong-malformed = Este mensaje no tiene ninguna de las formas que nombra la documentación.
live-wrong-too-fast = Demasiados mensajes en poco tiempo; este no se ha leído.
live-wrong-too-many-topics = Una conexión escucha como máximo 50 temas.
live-wrong-not-found = No existe un tema así que se pueda escuchar.
live-wrong-not-joined = Antes hay que unirse al tema.
live-wrong-unavailable = Volverá a funcionar en un momento.

## La línea sobre la conexión

live-connected = Conectado. Las respuestas nuevas aparecen solas.
live-reconnecting = Reconectando. Puedes seguir escribiendo.
live-offline = Sin conexión. Puedes seguir escribiendo.
live-again = Volver a intentarlo
live-back = Conectado de nuevo. No te has perdido nada.
live-away =
    { $n ->
        [one] Conectado de nuevo. Ha llegado { $n } respuesta mientras no estabas.
       *[other] Conectado de nuevo. Han llegado { $n } respuestas mientras no estabas.
    }
live-away-many = Conectado de nuevo. Han llegado más de { $n } respuestas mientras no estabas.
live-left = Este hilo ya no está abierto para ti.

## Quién está aquí

live-here =
    { $n ->
        [one] { $n } persona leyendo ahora
       *[other] { $n } personas leyendo ahora
    }
live-here-many = Más de { $n } personas leyendo ahora
live-typing-one = { $name } está escribiendo
live-typing-two = { $name } y { $other } están escribiendo
live-typing-more = Varias personas están escribiendo

## La bandeja en la cabecera

live-inbox-many = Bandeja, más de { $n } novedades
