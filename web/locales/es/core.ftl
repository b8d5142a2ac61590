# Palabras que toda página y toda carta puede usar, y palabras dentro de los mensajes.

core-save = Guardar
core-cancel = Cancelar
core-languages = Idiomas
core-city = Ciudad

## Ciudades


## Días y horas

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
core-picture-undescribed = Imagen sin descripción
core-size-kb = { $n } KB
core-size-mb = { $n } MB
core-decimal = ,
