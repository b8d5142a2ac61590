# Questions that nobody answered.
threads-request = ¿Puedes responder a esto?
threads-request-why-answered = Te preguntamos porque respondiste a una pregunta sobre «{ $theme }».
threads-request-why-offered = Te preguntamos porque ofreciste algo sobre «{ $theme }».
threads-request-why-practised = Te preguntamos porque has hecho algo sobre «{ $theme }».
threads-request-why-follows = Te preguntamos porque sigues «{ $theme }».
threads-request-why-near = Te preguntamos porque has respondido a otras personas en este espacio.
threads-request-why-passed = Se lo preguntamos a { $name }, y cree que quizá lo sepas.
threads-request-pass-or-not = Pasarla a otra persona o dejarla
threads-request-answer = Leer y responder
threads-request-pass = Pasarla a alguien que sepa
threads-request-to = A quién
threads-request-to-hint = Un nombre como en las menciones, por ejemplo @ana-lima. A nadie se le pregunta más de dos veces por semana.
threads-request-pass-send = Pasarla
threads-request-not = Esta vez no
threads-request-decline = Dejarla
threads-request-why-at-all = Una pregunta que espera tres días su primera respuesta se presenta a un máximo de cinco personas de ambos lados.
threads-request-never = No preguntarme
threads-request-passed = La has pasado.
threads-request-let-go = La has dejado.
threads-request-answered = Ya tiene respuesta o no admite más respuestas.
threads-request-over = Ya la has pasado o dejado.
threads-request-one = Indica un nombre.
threads-request-nobody = Nadie tiene ese nombre aquí. Mira cómo se escribe en la página de esa persona.
threads-request-closed = A esa persona no se le puede preguntar esto. Elige a otra.
threads-request-busy = A esa persona ya se le ha preguntado esto, o dos veces esta semana. Elige a otra.
threads-request-not-him = Elige a alguien que no seas tú ni quien preguntó.
flash-request-passed = Pasada. Gracias.
flash-request-let-go = De acuerdo: no te lo volveremos a preguntar.
threads-home-asked = ¿Puedes responder a esto?
digests-inbox-asked = ¿Puedes responder a esto? Nadie lo ha hecho aún
digests-why-asked = porque conoces el tema o te nombró alguien a quien se preguntó
digests-mail-requests = Una pregunta de tu campo que nadie ha respondido
digests-mail-requests-hint = Te preguntamos por correo y en el buzón, dos veces por semana como máximo. Sin esto no te preguntamos.
digests-leave-requests-title = ¿Que no te preguntemos más?
digests-leave-requests-lede = No te presentaremos más preguntas sin respuesta.
digests-leave-requests-button = No preguntarme
digests-leave-requests-done = Hecho. No te preguntaremos más.
letters-leave-requests = No preguntarme
letters-asked-subject = ¿Puedes responder a esto? { $title }
letters-asked-button = Leer y responder
letters-asked-pass = Pasarla a otra persona o dejarla
letters-why-asked = { $why } A nadie se le pregunta más de dos veces por semana.

# How questions fare.
threads-answers = ¿Encuentran respuesta las preguntas?
threads-answers-lede = Cuántas preguntas respondió otra persona, cuánto tardó otra ciudad y si ocurre en ambos sentidos.
threads-answers-span = Periodo
threads-answers-span-unknown = Elige 30, 90 o 365 días.
threads-answers-all = Todas las preguntas
threads-answers-asked = Hechas
threads-answers-share = Respondidas
threads-answers-soon = Primera respuesta de otra ciudad, mediana
threads-answers-percent = { $n } %
threads-answers-ways = De un lado al otro
threads-answers-spaces = Por espacio
threads-answers-themes = Por tema
threads-answers-mission-mission = Preguntan ciudades de la Misión, responden ciudades de la Misión
threads-answers-mission-worldwide = Preguntan ciudades de la Misión, responden ciudades del mundo
threads-answers-worldwide-mission = Preguntan ciudades del mundo, responden ciudades de la Misión
threads-answers-worldwide-worldwide = Preguntan ciudades del mundo, responden ciudades del mundo
threads-answers-how = Se cuentan las preguntas que puedes leer, las 5000 más recientes. Entre lados cuentan las que respondió una ciudad del lado que responde.
threads-answers-hours =
    { $n ->
        [one] { $n } hora
        [many] { $n } horas
       *[other] { $n } horas
    }
threads-answers-days =
    { $n ->
        [one] El último día
        [many] Los últimos { $n } días
       *[other] Los últimos { $n } días
    }
