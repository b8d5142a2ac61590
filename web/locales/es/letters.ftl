# Cartas: asunto, palabras, motivos, salidas. `$site` es el nombre del sitio.

letters-hello = Hola, { $name }:
letters-footer-account = Este mensaje trata de tu cuenta. No se puede desactivar.
letters-footer-decision = Quien escribe un texto siempre recibe lo que se decidió sobre él y por qué.
letters-footer-approval = Recibes este mensaje porque se aprobó un texto tuyo.

# Confirmar la dirección
letters-confirm-subject = Confirma tu dirección en { $site }
letters-confirm-preheader = Pulsa un botón y podrás iniciar sesión.
letters-confirm-lead = Alguien se ha unido a { $site } con esta dirección. Si fuiste tú, confírmala: después podrás iniciar sesión y la moderación podrá leer tu primera publicación.
letters-confirm-button = Confirmar esta dirección
letters-confirm-after = El enlace funciona durante siete días. Si no fuiste tú, no hagas nada: sin confirmación, la cuenta se borra.

# La dirección ya tiene cuenta
letters-known-subject = Ya tienes una cuenta en { $site }
letters-known-preheader = Alguien ha intentado unirse con esta dirección.
letters-known-lead = Alguien acaba de intentar unirse a { $site } con esta dirección. Ya tiene una cuenta, así que no ha cambiado nada.
letters-known-button = Iniciar sesión
letters-known-after = Si has olvidado tu contraseña, pide un enlace de acceso en esa misma página. Si no fuiste tú, no tienes que hacer nada.

# Iniciar sesión
letters-sign-in-subject = Tu enlace de acceso a { $site }
letters-sign-in-preheader = Funciona una vez, durante 15 minutos.
letters-sign-in-lead = Este enlace inicia tu sesión. Funciona una sola vez, durante 15 minutos.
letters-sign-in-button = Iniciar sesión
letters-sign-in-after = Si no lo pediste, no tienes que hacer nada. Nadie puede entrar sin este mensaje.

# Una contraseña nueva
letters-reset-subject = Elige una contraseña nueva para { $site }
letters-reset-preheader = El enlace funciona una vez, durante una hora.
letters-reset-lead = Alguien ha pedido una contraseña nueva para esta cuenta. El enlace funciona una sola vez, durante una hora.
letters-reset-button = Elegir una contraseña nueva
letters-reset-after = Si no fuiste tú, tu contraseña sigue siendo la misma y no tienes que hacer nada.

letters-password-subject = Se ha cambiado tu contraseña de { $site }
letters-password-preheader = Se ha cerrado la sesión en los demás dispositivos.
letters-password-lead = Tu contraseña se cambió el { $when }. Se ha cerrado la sesión en los demás dispositivos.
letters-password-button = No fui yo: elegir una contraseña nueva
letters-password-after = Si fuiste tú, no tienes que hacer nada.

letters-erased-subject = Tu cuenta en { $site } se ha borrado
letters-erased-preheader = Nombre, dirección y ajustes ya no están; los rastros en ficheros desaparecen en un día.
letters-erased-lead = El { $when } se borró tu cuenta en { $site }, como se pidió allí. Esta es la última carta: tu dirección ya no se guarda en ningún sitio.
letters-erased-button = No fui yo
letters-erased-after = Si no lo pediste tú, escribe a quien lleva el sitio.

letters-invited-subject = Desde ahora moderas { $site }
letters-invited-preheader = Te ha añadido un administrador.
letters-invited-lead = Te han añadido a { $site } como moderador: allí te esperan los mensajes de los recién llegados.
letters-invited-button = Entrar con un enlace por correo
letters-invited-after = Pide un enlace con esta dirección; más tarde puedes elegir una contraseña.

letters-test-subject = Una carta de { $site }
letters-test-preheader = Las cartas salen.
letters-test-lead = Esta es la carta que pediste el { $when }. Si puedes leerla, las cartas de { $site } te llegan.
letters-test-button = Volver a la puesta en marcha
letters-test-after = Mira también su código fuente: si va firmada (DKIM) y viene del remitente correcto (SPF).

# Decisiones
letters-approved-subject = Tu publicación ya se puede leer: { $title }
letters-approved-subject-neutral = Tu publicación ya se puede leer
letters-approved-preheader = La moderación la ha leído y ahora puede leerla todo el mundo.
letters-approved-lead = Una persona de la moderación ha leído tu publicación y ahora puede leerla todo el mundo.
letters-approved-edit-lead = Una persona de la moderación ha leído tu nueva redacción y ahora puede leerla todo el mundo.
letters-approved-welcome = Te damos la bienvenida a { $site }. Nos alegra que estés aquí: las ciudades aprenden de lo que otras han probado, y la tuya ya está entre ellas.
letters-approved-button = Ver tu publicación
letters-revise-subject = Se pide un cambio: { $title }
letters-revise-subject-neutral = Se pide un cambio en tu publicación
letters-revise-lead = Una persona de la moderación ha leído tu publicación y pide un cambio antes de publicarla. Tu texto se conserva; cuando lo cambies, volverá a la misma moderación.
letters-revise-button = Cambiar tu texto
letters-declined-subject = Tu publicación no se ha publicado: { $title }
letters-declined-subject-neutral = Tu publicación no se ha publicado
letters-declined-lead = Una persona de la moderación ha leído tu publicación y ha decidido no publicarla. Tu texto se conserva en tus borradores.
letters-declined-button = Abrir tus borradores
letters-city-approved-subject = { $city } ya está en la lista de ciudades
letters-city-approved-lead = La ciudad que nombraste, { $city }, se ha confirmado. Ya la puede ver todo el mundo.
letters-city-declined-subject = { $city } no se ha añadido a la lista de ciudades
letters-city-declined-lead = La ciudad que nombraste, { $city }, no se ha añadido. Puedes elegir otra en tu perfil.
letters-city-button = Abrir tu perfil
letters-decision-reason = El motivo
letters-decision-rule = La norma en que se basa
letters-decision-note = Palabras de la moderación
letters-decision-statement = La decisión completa y cómo reclamar

# Publicaciones
letters-reply-question-subject = { $name } respondió a tu pregunta
letters-reply-thread-subject = { $name } respondió en tu hilo
letters-reply-post-subject = { $name } te respondió
letters-reply-watched-subject = { $name } respondió: { $title }
letters-reply-question-many = { $n ->
    [one] { $name } y otra publicación: novedades en tu pregunta
   *[other] { $name } y otras { $n } publicaciones: novedades en tu pregunta
}
letters-reply-many = { $n ->
    [one] { $name } y una más: { $title }
   *[other] { $name } y { $n } más: { $title }
}
letters-opened-subject = { $name } abrió un hilo: { $title }
letters-mention-subject = { $name } te mencionó
letters-quote-subject = { $name } te citó
letters-folded-subject = { $n ->
    [one] Una respuesta más de hoy
   *[other] { $n } respuestas más de hoy
}
letters-neutral-subject = { $n ->
    [one] Una publicación nueva en un espacio tuyo
   *[other] { $n } publicaciones nuevas en un espacio tuyo
}
letters-posts-read = Leer y responder
letters-posts-more = { $n ->
    [one] Y una más en este hilo.
   *[other] Y { $n } más en este hilo.
}

letters-why-mentioned = Recibes este mensaje porque te mencionaron.
letters-why-quoted = Recibes este mensaje porque te citaron.
letters-why-replied = Recibes este mensaje porque respondieron a una publicación tuya.
letters-why-your-thread = Recibes este mensaje porque abriste el hilo.
letters-why-watches-thread = Recibes este mensaje porque sigues de cerca este hilo.
letters-why-watches-space = Recibes este mensaje porque sigues de cerca el espacio { $space }.
letters-why-watches-city = Recibes este mensaje porque sigues de cerca la ciudad.
letters-why-watches-theme = Recibes este mensaje porque sigues de cerca uno de sus temas.
letters-why-watches-person = Recibes este mensaje porque sigues de cerca a quien lo escribió.
letters-why-folded = Hoy recibiste muchos mensajes; por eso estos llegan juntos.

letters-leave-thread = Dejar este hilo
letters-leave-space = Dejar de seguir este espacio
letters-leave-city = Dejar de seguir esta ciudad
letters-leave-person = Dejar de seguir a esta persona
letters-leave-replies = No recibir más mensajes sobre respuestas
letters-leave-mentions = No recibir más mensajes sobre menciones
letters-leave-digest = Dejar el resumen
letters-leave-everything = Dejar todos los mensajes
letters-change = Cambiar lo que recibes

# Personas y lugares, en palabras
letters-person-city = { $name }, { $city }
letters-person-mission = { $city } ({ $country }, ciudad de la Misión)
letters-person-world = { $city } ({ $country })
letters-person-former = alguien que ya no está

# Resumen
letters-digest-subject-question = { $name } respondió a tu pregunta
letters-digest-subject-thread = { $name } respondió en tu hilo
letters-digest-subject-post = { $name } te respondió
letters-digest-subject-mention = { $name } te mencionó
letters-digest-subject-quote = { $name } te citó
letters-digest-subject-followed = { $name } escribió en «{ $title }»
letters-digest-subject-city = Novedad de tu ciudad: { $title }
letters-digest-subject-need = { $name } pide ayuda: { $title }
letters-digest-subject-neutral = Novedades en tus espacios
letters-digest-also = Además: { $rest }
letters-digest-also-replies = { $n ->
    [one] otra publicación para ti
   *[other] otras { $n } publicaciones para ti
}
letters-digest-also-followed = { $n ->
    [one] novedades en un hilo que sigues
   *[other] novedades en { $n } hilos que sigues
}
letters-digest-also-needs = { $n ->
    [one] una necesidad de otra ciudad
   *[other] { $n } necesidades de otras ciudades
}
letters-digest-also-open = { $n ->
    [one] una pregunta abierta
   *[other] { $n } preguntas abiertas
}
letters-digest-for-you = Para ti
letters-digest-followed = Lo que sigues
letters-digest-city = De tu ciudad
letters-digest-needs = Lo que otras necesitan
letters-digest-unanswered = Preguntas que nadie ha respondido todavía
letters-digest-new = { $n ->
    [one] Una publicación nueva, de { $name }
   *[other] { $n } publicaciones nuevas, la última de { $name }
}
letters-digest-read = Leer y responder
letters-digest-why-mentioned = te mencionó
letters-digest-why-quoted = te citó
letters-digest-why-replied = te respondió
letters-digest-why-your-thread = respondió en tu hilo
letters-kind-question = Pregunta
letters-kind-experience = Experiencia
letters-kind-need = Necesidad
letters-kind-offer = Oferta
letters-kind-announcement = Anuncio
letters-kind-dialogue-followup = Tras un diálogo
letters-digest-footer-weekly = Recibes este resumen el { $weekday } a las { $clock }, en tu hora, cuando hay algo que contar.
letters-digest-footer-daily = Recibes este resumen cada día a las { $clock }, en tu hora, cuando hay algo que contar.

# El último resumen tras una larga ausencia
letters-farewell-subject = ¿Seguimos escribiéndote?
letters-farewell-preheader = Hace medio año que no pasas por { $site }, así que el resumen termina aquí.
letters-farewell-lead = Hace medio año que no pasas por { $site }, así que este es el último mensaje de este tipo. Tu cuenta y tus publicaciones siguen como están.
letters-farewell-button = Volver a recibir el resumen
letters-farewell-after = Si no haces nada, no llegará nada más.

# Texts in other languages
letters-translated = { $language }, traducido por una máquina
letters-translated-by-people = { $language }, traducido
