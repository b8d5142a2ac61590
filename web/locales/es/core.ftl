# Palabras que toda página y toda carta puede usar, y palabras dentro de los mensajes.

core-yes = Sí
core-no = No
core-save = Guardar
core-cancel = Cancelar
core-close = Cerrar
core-back = Volver
core-edit = Editar
core-delete = Eliminar
core-send = Enviar
core-search = Buscar
core-more = Mostrar más
core-undo = Deshacer
core-optional = opcional
core-none = ninguno
core-language = Idioma
core-languages = Idiomas
core-city = Ciudad
core-country = País
core-time-zone = Zona horaria

## Ciudades

core-city-mission = Ciudad de la Misión
core-city-worldwide = Ciudad del mundo
core-city-across = Entre ciudades

## Días y horas

core-today = hoy
core-yesterday = ayer
core-tomorrow = mañana
core-weekday-at = { $weekday } a las { $clock }
core-minutes =
    { $n ->
        [one] { $n } minuto
       *[other] { $n } minutos
    }
core-hours =
    { $n ->
        [one] { $n } hora
       *[other] { $n } horas
    }
core-days =
    { $n ->
        [one] { $n } día
       *[other] { $n } días
    }

## Listas de nombres

core-list-two = { $first } y { $second }
core-list-more =
    { $n ->
        [one] { $first } y otra persona
       *[other] { $first } y { $n } personas más
    }

## Dentro de los mensajes

core-alert-note = Nota
core-alert-tip = Consejo
core-alert-important = Importante
core-alert-warning = Advertencia
core-alert-caution = Precaución
core-task-done = Hecho
core-task-open = Pendiente
core-table = Tabla
core-footnote-back = Volver a la nota { $n } en el texto
core-quote-gone = El mensaje citado ya no está aquí.
