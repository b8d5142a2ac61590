# La mesa de moderación: cola, caso, decisión, historial; el registro público; lo que leen quienes escriben.

flash-claimed = Ahora te ocupas de este caso.
flash-released = Has dejado el caso.
flash-approved = Publicado.
flash-revise = Se ha pedido un cambio a quien lo escribió.
flash-declined = No publicado. Quien lo escribió recupera el texto.
flash-undone = La decisión queda anulada y el caso está abierto de nuevo.

## La cola

moderation-queue-title = Moderación
moderation-queue-heading =
    { $n ->
        [0] Nada en espera
        [one] { $n } en espera
       *[other] { $n } en espera
    }
moderation-queue-list = Casos en espera
moderation-queue-item = El caso que se muestra
moderation-queue-waiting = En espera
moderation-queue-everything = Todo
moderation-queue-mine-heading = Míos
moderation-queue-mine = De los que me ocupo
moderation-queue-oldest = El más antiguo espera desde { $time }.
moderation-queue-more-heading = Más
moderation-queue-history = Casos decididos
moderation-queue-log = Registro público
moderation-queue-hours = Mis horas
moderation-queue-filter = Elegir casos
moderation-queue-space = Espacio
moderation-queue-space-all = Todos mis espacios
moderation-queue-language = Idioma
moderation-queue-language-all = Todos los idiomas
moderation-queue-show = Mostrar
moderation-queue-clear = Mostrar todo
moderation-queue-next = Más casos
moderation-queue-first = Volver al principio
moderation-queue-done = Cola terminada. Nada espera a un moderador.
moderation-queue-done-last = La última decisión la tomó { $name }, { $time }.
moderation-queue-just-now = ahora mismo
moderation-queue-none = Ningún caso en espera coincide con esta selección.

moderation-kind-thread = Hilo
moderation-tended-closed = Cerrado
moderation-tended-reopened = Abierto de nuevo
moderation-tended-pinned = Puesto primero
moderation-tended-unpinned = Ya no está primero
moderation-tended-moved = Movido aquí
moderation-tended-joined = Unido a otro
moderation-tended-parted = Respuestas convertidas en hilo
moderation-kind-held-thread = Hilo nuevo
moderation-kind-held-reply = Respuesta
moderation-kind-held-edit = Edición
moderation-kind-report = Aviso de un miembro
moderation-kind-member = Ingreso
moderation-kind-city-claim = Ciudad nueva
moderation-kind-notice = Notificación
moderation-kind-complaint = Reclamación
moderation-kind-live-question = Pregunta en directo

## Por qué espera un texto, para los moderadores

moderation-held-newcomer = Primeros mensajes
moderation-held-newcomer-why = Todavía no se han aprobado dos mensajes de esta persona. La regla retiene; solo una persona decide.
moderation-held-space-holds-all = El espacio lo retiene todo
moderation-held-space-holds-all-why = En este espacio todo mensaje espera hasta que lo lee un moderador.
moderation-held-city-unknown = Ciudad desconocida
moderation-held-city-unknown-why = Alguien ha nombrado una ciudad que no está en la lista. Una vez aprobada, cualquiera puede elegirla.

## Un caso

moderation-case-thread-by = Hilo nuevo de { $name }
moderation-case-reply-by = Respuesta de { $name }
moderation-case-edit-by = Edición de { $name }
moderation-case-city = Ciudad nueva: { $city }
moderation-case-gone = Caso sin su texto
moderation-case-in-thread = Respuesta en { $thread } · { $space }
moderation-case-in-space = Hilo nuevo en { $space }
moderation-case-edit-in = Edición en { $thread } · { $space }
moderation-case-claimed-for = La nombró { $name }
moderation-case-all =
    { $n ->
        [0] La cola
        [one] El único caso en espera
       *[other] Los { $n } casos en espera
    }
moderation-case-nav = Casos
moderation-case-previous = Anterior
moderation-case-next = Siguiente
moderation-case-mine = Te ocupas de esto hasta { $time }
moderation-case-taken = { $name } se ocupa de esto hasta { $time }
moderation-case-claim = Me ocupo yo
moderation-case-claim-named = Me ocupo yo: { $title }
moderation-case-take-over = Asumir el caso
moderation-case-take-over-named = Asumir el caso de { $name }
moderation-case-release = Dejarlo
moderation-case-release-named = Dejarlo: { $title }
moderation-case-text = El texto
moderation-case-earlier =
    { $n ->
        [one] Mostrar { $n } mensaje anterior
       *[other] Mostrar { $n } mensajes anteriores
    }
moderation-case-after = El texto nuevo
moderation-case-public-now = Lo que es público ahora
moderation-case-new-title = Título nuevo:
moderation-case-why = Por qué está aquí
moderation-case-author = Quién lo escribió
moderation-case-author-audience = Habla por
moderation-case-author-approved = Aprobados
moderation-case-author-revised = Devueltos para un cambio
moderation-case-author-declined = No publicados
moderation-case-author-count =
    { $n ->
        [0] ninguno
        [one] { $n } texto
       *[other] { $n } textos
    }
moderation-case-earlier-decisions = Decisiones sobre este caso
moderation-case-history = Qué ha pasado
moderation-case-city-name = Nombre tal como se escribió
moderation-case-city-country = País
moderation-case-city-members =
    { $n ->
        [one] { $n } persona nombra esta ciudad
       *[other] { $n } personas nombran esta ciudad
    }
moderation-case-own = Este texto es tuyo, así que decide otra persona.
moderation-case-decided = { $name } decidió esto { $time }.
moderation-case-closed = Quien lo escribió ha retirado el texto, así que no hay nada que decidir.
moderation-case-text-gone = El texto ya no está.

## Decidir

moderation-decide-legend = Decisión
moderation-decide-approve = Publicar
moderation-decide-approve-city = Añadir la ciudad
moderation-decide-revise = Pedir un cambio
moderation-decide-decline = No publicar
moderation-decide-decline-city = No añadirla
moderation-decide-reason = Motivo
moderation-decide-reason-hint = Hace falta salvo para publicar. Quien lo escribió leerá sus palabras.
moderation-decide-reason-none = Ningún motivo elegido
moderation-decide-note = Palabras para quien lo escribió
moderation-decide-note-hint = Qué debería cambiar, qué estaba bien, en qué otro lugar encaja. Lo leerá quien escribió el texto.
moderation-decide-welcome = Dar la bienvenida
moderation-decide-welcome-hint = La carta empieza con una bienvenida; tus palabras van debajo.
moderation-decide-letter = { $name } leerá
moderation-decide-letter-approve = Tu texto está publicado.
moderation-decide-letter-welcome = Te damos la bienvenida. Tu texto está publicado y nos alegra que estés aquí.
moderation-decide-letter-person = Lo ha decidido un moderador, no una máquina.
moderation-decide-send-named = Decidir y avisar a { $name }
moderation-decide-skip = Saltar
moderation-decide-undo-span =
    { $n ->
        [one] Puedes deshacer durante { $n } segundo
       *[other] Puedes deshacer durante { $n } segundos
    }
moderation-action-missing = Elige una decisión.
moderation-action-unknown = Este tipo de caso no conoce esa decisión. Textos retenidos y ciudades: approve, revise, decline. Mensajes denunciados: agree, disagree, ignore.
moderation-reason-missing = Elige un motivo: quien lo escribió debe saber por qué.
moderation-reason-unknown = No existe ese motivo.
moderation-note-missing = Di con tus palabras cuál es el motivo.
moderation-note-long = No pases de 2.000 caracteres.
moderation-restrictions-unknown = Los textos retenidos no admiten restricciones: aprobar publica, lo demás no.
moderation-version-missing = Envía la versión leída en la cabecera If-Match.
moderation-version-bad = La versión es un número entero entre comillas.
moderation-filter-unknown = No hay nada con ese nombre por lo que filtrar.
moderation-text-changed = Quien lo escribió cambió el texto en el mismo momento. Léelo de nuevo y decide.

## La última acción y cómo anularla

moderation-undo-approve = Publicado: «{ $title }».
moderation-undo-revise = Se ha pedido un cambio: «{ $title }».
moderation-undo-decline = No publicado: «{ $title }».
moderation-undo-left =
    { $n ->
        [one] Se avisará a quien lo escribió dentro de { $n } segundo.
       *[other] Se avisará a quien lo escribió dentro de { $n } segundos.
    }
moderation-undo = Deshacer
moderation-undo-named = Deshacer la decisión sobre «{ $title }»
moderation-restore = Recuperar
moderation-restore-named = Recuperar «{ $title }»
moderation-undo-late = Ya ha pasado el plazo para anular esta decisión.
moderation-undo-already = Esta decisión ya se había anulado.
moderation-undo-superseded = El caso ha seguido adelante: quien lo escribió editó el texto o se decidió de nuevo.

## Alguien se adelantó

moderation-conflict-title = Alguien se ha adelantado
moderation-conflict-approve = { $name } publicó esto { $time }. Tu decisión no se ha aplicado.
moderation-conflict-revise = { $name } pidió un cambio { $time }. Tu decisión no se ha aplicado.
moderation-conflict-decline = { $name } decidió no publicarlo { $time }. Tu decisión no se ha aplicado.
moderation-conflict-closed = Quien lo escribió retiró el texto antes de que decidieras. No queda nada por hacer.
moderation-conflict-taken = { $name } se ocupa de este caso hasta { $time }. Tu decisión no se ha aplicado.
moderation-conflict-stale-title = El texto ha cambiado desde que lo leíste
moderation-conflict-stale = Quien lo escribió cambió el texto después de que lo abrieras. Este es el texto actual; lo que elegiste y escribiste se conserva abajo. Léelo de nuevo y decide.
moderation-api-decided = Otra decisión se adelantó; se indica aquí.
moderation-api-claimed = Otro moderador se ocupa de este caso.
moderation-conflict-reason = Motivo
moderation-conflict-note = Palabras para quien lo escribió
moderation-conflict-typed = Lo que habías escrito
moderation-conflict-chosen = Lo que habías elegido
moderation-conflict-case = Abrir el caso
moderation-conflict-queue = Volver a la cola

## Historial

moderation-history-title = Casos decididos
moderation-history-lede = Lo que se ha decidido en los espacios que moderas, primero lo último. Un texto no publicado se puede recuperar durante 30 días.
moderation-history-none = Todavía no se ha decidido nada.
moderation-history-when = Cuándo
moderation-history-what = Qué
moderation-history-decision = Decisión
moderation-history-by = Quién
moderation-history-act = Acción
moderation-history-region = Casos decididos

moderation-did-approve = Publicado
moderation-did-revise = Cambio pedido
moderation-did-decline = No publicado
moderation-did-undone = Anulada
moderation-did-closed = Cerrado sin decisión

moderation-line-opened = Retenido
moderation-line-reopened = Abierto de nuevo
moderation-line-edited = Quien lo escribió cambió el texto
moderation-line-claimed = { $name } se ocupó de él
moderation-line-taken-over = { $name } lo asumió
moderation-line-released = { $name } lo dejó
moderation-line-approved = { $name } lo publicó
moderation-line-revised = { $name } pidió un cambio
moderation-line-declined = { $name } decidió no publicarlo
moderation-line-undone = { $name } anuló la decisión
moderation-line-closed = Quien lo escribió retiró el texto
moderation-line-nobody = Alguien

## El registro público

moderation-log-title = Registro de moderación
moderation-log-lede = Cada decisión sobre un texto o una ciudad, con su motivo. No se nombra a nadie ni se muestra ningún texto que no se publicó.
moderation-log-place = Cómo se cuida Stoa
moderation-log-here = Registro de moderación
moderation-log-desk = La mesa de moderación
moderation-log-facts = Los últimos 30 días
moderation-log-machine = Decidido solo por una máquina
moderation-log-machine-note = las reglas retienen, las personas deciden
moderation-log-filter = Elegir decisiones
moderation-log-action = Decisión
moderation-log-action-all = Todas las decisiones
moderation-log-reason = Motivo
moderation-log-reason-all = Todos los motivos
moderation-log-space = Espacio
moderation-log-space-all = Todos los espacios
moderation-log-show = Mostrar
moderation-log-region = Decisiones
moderation-log-when = Cuándo
moderation-log-what = Qué
moderation-log-by = Quién
moderation-log-by-moderator = Moderación
moderation-log-nowhere = Todo el sitio
moderation-log-noreason = no hace falta
moderation-log-none = Todavía no hay decisiones. La primera quedará aquí a la vista de todos.
moderation-log-none-filtered = Ninguna decisión coincide con esta selección.

## Motivos: nombre, título, texto (lo lee quien escribió), regla de la casa

moderation-reason-off-topic = Fuera de tema
moderation-reason-off-topic-title = No encaja en este lugar
moderation-reason-off-topic-body = Tu texto trata de otra cosa que este espacio o este hilo. Puede que encaje muy bien en otro.
moderation-reason-off-topic-rule = Regla 1: Ceñirse a la pregunta.
moderation-reason-advertising = Publicidad
moderation-reason-advertising-title = Ofrece algo en venta
moderation-reason-advertising-body = Tu texto alaba un producto o un servicio por el que nadie había preguntado. Cuenta mejor lo que has aprendido con él o responde cuando alguien pida ofertas.
moderation-reason-advertising-rule = Regla 2: Compartir, no vender.
moderation-reason-personal-data = Datos personales
moderation-reason-personal-data-title = Muestra datos de otras personas
moderation-reason-personal-data-body = Tu texto nombra o muestra a personas que quizá no lo hayan aceptado: nombres, direcciones, teléfonos o caras. Quítalos y se podrá publicar.
moderation-reason-personal-data-rule = Regla 3: Dejar fuera lo que pertenece a la vida privada de otros.
moderation-reason-insult = Ataque a una persona o a una ciudad
moderation-reason-insult-title = Ataca a alguien
moderation-reason-insult-body = Tu texto ataca a una persona, a un grupo o a una ciudad en lugar de lo que dicen o hacen. Discrepa del asunto y se podrá publicar.
moderation-reason-insult-rule = Regla 4: Firmeza con el asunto, amabilidad con las personas.
moderation-reason-false-information = Información falsa
moderation-reason-false-information-title = Afirma algo que no es así
moderation-reason-false-information-body = Tu texto da por hecho algo que se sabe que es falso o cita una fuente que no lo dice. Corrígelo o indica de dónde procede.
moderation-reason-false-information-rule = Regla 5: Decir de dónde procede.
moderation-reason-rights = Derechos de otros
moderation-reason-rights-title = Usa el trabajo de otros
moderation-reason-rights-body = Tu texto toma un texto, una imagen o un plano que pertenece a otra persona. Cita una parte breve con su fuente o enlázalo.
moderation-reason-rights-rule = Regla 6: Citar y enlazar, no copiar.
moderation-reason-spam = Correo masivo
moderation-reason-spam-title = Se envió en masa
moderation-reason-spam-body = Tu texto se ha enviado a muchos lugares o no tiene nada que ver con este.
moderation-reason-spam-rule = Regla 7: Escribir para las personas de este hilo.
moderation-reason-other = Otro motivo
moderation-reason-other-title = Otro motivo
moderation-reason-other-body = Las palabras del moderador explican por qué.
moderation-reason-other-rule = Las reglas de la casa

## Lo que lee quien escribió

moderation-statement-title-approve = Tu texto se ha publicado
moderation-statement-title-revise = Se ha pedido un cambio
moderation-statement-title-decline = Tu texto no se ha publicado
moderation-statement-title-undone = Esta decisión se ha anulado
moderation-statement-title-city-approve = Tu ciudad se ha añadido
moderation-statement-title-city-decline = Tu ciudad no se ha añadido
moderation-statement-lede = Decidido el { $time }.
moderation-statement-heading = Qué se ha decidido y por qué
moderation-statement-decision = Decisión
moderation-statement-decision-approve = Tu texto lo puede leer cualquiera que pueda leer este espacio.
moderation-statement-decision-revise = Tu texto se queda donde está, solo para ti y los moderadores, hasta que lo edites. Entonces una persona lo leerá de nuevo.
moderation-statement-decision-decline = Tu texto no se muestra a otros. Está en tus borradores para que puedas cambiarlo y enviarlo de nuevo.
moderation-statement-decision-city-approve = Ahora cualquiera puede elegir la ciudad.
moderation-statement-decision-city-decline = La ciudad no está en la lista. Puedes elegir otra en tu perfil.
moderation-statement-where = Dónde
moderation-statement-where-all = En todo este sitio, sin límite de tiempo
moderation-statement-reason = Motivo
moderation-statement-rule = Regla
moderation-statement-note = Palabras del moderador
moderation-statement-how = Cómo llegó a nosotros
moderation-statement-how-newcomer = Retenido porque aún no se habían aprobado dos mensajes tuyos; después lo leyó una persona
moderation-statement-how-space-holds-all = Retenido porque en este espacio espera todo mensaje; después lo leyó una persona
moderation-statement-how-city-unknown = Revisado porque la ciudad no estaba en la lista
moderation-statement-machine = La parte de la máquina
moderation-statement-machine-text = Retuvo el texto. No decidió.
moderation-statement-reference = Número
moderation-statement-on = Qué puedes hacer ahora
moderation-statement-on-post = Ir a tu texto
moderation-statement-on-drafts = Abrir tus borradores
moderation-statement-on-city = Elegir una ciudad
moderation-statement-undone = Un moderador anuló esta decisión { $time }; el texto espera otra.
moderation-statement-superseded = Esta es una decisión anterior; desde entonces el texto ha cambiado o se ha decidido de nuevo.
moderation-statement-for-moderators = Ves esto como moderador. A quien lo escribió no se le dice quién decidió.

## Espacios, para administradores

moderation-spaces-title = Espacios
moderation-spaces-lede = Quién entra, quién publica, qué se retiene y quién modera.
moderation-spaces-settings = Ajustes de { $space }
moderation-spaces-name = Nombre en { $language }
moderation-spaces-summary = Una frase sobre el espacio, en { $language }
moderation-spaces-slug = Nombre en las direcciones
moderation-spaces-slug-hint = Letras minúsculas, cifras y guiones. Después no se puede cambiar.
moderation-spaces-visibility = Quién entra
moderation-spaces-visibility-public = Cualquiera
moderation-spaces-visibility-public-hint = También quien no ha entrado en su cuenta, y los buscadores.
moderation-spaces-visibility-members = Los miembros
moderation-spaces-visibility-members-hint = Cualquiera que haya entrado en su cuenta.
moderation-spaces-visibility-private = Solo quienes tienen acceso
moderation-spaces-visibility-private-hint = Nadie más puede saber que el espacio existe.
moderation-spaces-posting = Quién publica
moderation-spaces-posting-members = Los miembros abren hilos y responden
moderation-spaces-posting-moderators-open = Los moderadores abren hilos, los miembros responden
moderation-spaces-posting-moderators = Solo los moderadores
moderation-spaces-holding = Qué se retiene
moderation-spaces-holding-newcomers = Los mensajes de recién llegados, hasta que se aprueben dos
moderation-spaces-holding-everybody = Todos los mensajes salvo los de los moderadores
moderation-spaces-languages = Idiomas
moderation-spaces-languages-hint = Códigos como en, es, ar, separados por comas. Vacío significa cualquier idioma.
moderation-spaces-order = Lugar en la lista
moderation-spaces-history = Los lectores ven las versiones anteriores de los mensajes editados
moderation-spaces-neutral = Las cartas no nombran ni el espacio ni el hilo en el asunto
moderation-spaces-save = Guardar los ajustes
moderation-spaces-add = Añadir un espacio
moderation-spaces-add-button = Añadir el espacio
moderation-spaces-moderators-none = Nadie modera solo este espacio. Lo hacen los moderadores de todos los espacios y los administradores.
moderation-spaces-form = Ajustes
moderation-spaces-here = Quién decide aquí
moderation-spaces-roles = Dar y retirar funciones
moderation-spaces-presence = Lo que se dice a quienes esperan
moderation-spaces-changed = Entretanto otra persona ha cambiado este espacio. Estos son sus ajustes ahora.
moderation-spaces-open = Abrir el espacio

## Teclas

moderation-key-next = siguiente, anterior
moderation-key-claim = ocuparse, dejarlo
moderation-key-approve = publicar
moderation-key-revise = pedir un cambio
moderation-key-decline = no publicar
moderation-key-reason = elegir un motivo
moderation-key-note = escribir a quien lo escribió
moderation-key-send = decidir
moderation-key-undo = deshacer
moderation-key-skip = saltar
moderation-spaces-translated = Los textos pueden entregarse al traductor
moderation-tended-slowed = Modo lento activado
moderation-tended-unslowed = Modo lento desactivado
