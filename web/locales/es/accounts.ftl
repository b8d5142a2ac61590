# Unirse, iniciar sesión, ajustes, páginas de las personas, miembros para la administración.

flash-joined = Mira tu correo: una carta con un enlace está en camino.
flash-confirmed = Tu dirección está confirmada. Te damos la bienvenida.
flash-signed-in = Has iniciado sesión.
flash-signed-out = Has cerrado la sesión.
flash-saved = Guardado.
flash-session-ended = Esa sesión está cerrada.
flash-sessions-ended = Todas las demás sesiones están cerradas.
flash-password-changed = Tu contraseña ha cambiado. Las demás sesiones están cerradas.
flash-link-sent = Mira tu correo: una carta con un enlace está en camino.

## Campos

accounts-email = Correo electrónico
accounts-email-hint = Solo recibe cartas de aquí. Nadie más lo ve.
accounts-email-empty = Escribe tu dirección de correo
accounts-email-bad = Escribe una sola dirección, por ejemplo nombre@ciudad.example
accounts-email-taken = Ya hay un miembro con esta dirección.
accounts-name = Nombre visible
accounts-name-hint = El nombre junto a lo que escribes. Aquí casi todo el mundo usa su nombre completo.
accounts-name-empty = Escribe el nombre que verán los demás
accounts-name-long = Escribe como máximo 60 caracteres
accounts-name-link = Escribe un nombre sin dirección ni arroba: los programas de correo lo convertirían en enlace
accounts-handle = Para mencionarte
accounts-password = Contraseña
accounts-password-new = Contraseña nueva
accounts-password-current = Contraseña actual
accounts-password-hint = Al menos 10 caracteres. Tres o cuatro palabras que no van juntas son seguras y fáciles de recordar.
accounts-password-empty = Escribe una contraseña
accounts-password-short = Escribe al menos 10 caracteres: las más cortas se adivinan probando
accounts-password-long = Escribe como máximo 200 caracteres
accounts-password-common = Elige otra: esta es de las primeras que se prueban
accounts-password-own = Elige otra: esta es solo tu nombre o tu dirección
accounts-password-wrong = Esta no es tu contraseña actual
accounts-bio = Sobre ti
accounts-bio-hint = En qué trabajas y qué te pueden preguntar. Texto sencillo; todo el mundo puede leerlo.
accounts-bio-long = Escribe como máximo 2000 caracteres
accounts-note = Unas palabras para la moderación
accounts-note-hint = Qué te trae por aquí, si quieres contarlo. Solo lo lee la administración.
accounts-note-long = Escribe como máximo 1000 caracteres
accounts-languages = Idiomas que lees y escribes
accounts-languages-empty = Elige al menos un idioma
accounts-languages-many = Elige como máximo 10 idiomas
accounts-language-bad = Escribe el código del idioma, por ejemplo es o pt-BR
accounts-locale = Idioma de las páginas y las cartas
accounts-locale-hint = Las palabras alrededor de los mensajes y las cartas que recibes.
accounts-locale-bad = Las páginas aún no están escritas en este idioma
accounts-zone = Zona horaria
accounts-zone-hint = Para las horas de las páginas y la hora de tu resumen.
accounts-zone-later = Lo digo más tarde (UTC hasta entonces)
accounts-zone-bad = Elige una zona horaria de la lista
accounts-choose = Elige una opción
accounts-theme = Luz
accounts-theme-auto = Como esté el dispositivo
accounts-theme-light = Clara
accounts-theme-bad = Elige auto, light o dark
accounts-theme-dark = Oscura
accounts-keys = Las letras sueltas sirven de atajos
accounts-keys-hint = j y k recorren las listas, r responde, ? los muestra todos. Desactívalos si hablas con tu ordenador o usas un lector de pantalla con atajos propios.

## A quién representas

accounts-audience = En nombre de quién hablas
accounts-audience-hint = Se ve junto a todo lo que escribes. Para dejar «industria» más adelante hace falta la moderación.
accounts-audience-empty = Elige en nombre de quién hablas
accounts-audience-moderator = El cambio de «industria» a otra opción lo hace la moderación. Escríbele.
accounts-audience-local-authority = administración local
accounts-audience-international-organisation = organización internacional
accounts-audience-policy-maker = responsable de políticas
accounts-audience-researcher = investigación
accounts-audience-practitioner = profesional de la ciudad
accounts-audience-industry = industria
accounts-audience-civil-society = sociedad civil
accounts-audience-citizen = ciudadanía

## La relación con una ciudad

accounts-tie = Qué relación tienes con una ciudad
accounts-tie-empty = Elige qué relación tienes con una ciudad
accounts-tie-city = Trabajo para una ciudad
accounts-tie-city-hint = En su plantilla, en una de sus empresas o por contrato
accounts-tie-citizen = Vivo en una ciudad y participo como ciudadana o ciudadano
accounts-tie-citizen-hint = Los demás ven la ciudad y que vives en ella
accounts-tie-across = Trabajo entre ciudades
accounts-tie-across-hint = Red, ministerio, universidad, fundación: junto a tu nombre no aparece ninguna ciudad
accounts-city = Ciudad
accounts-city-hint = Escríbela como en casa o en inglés: Łódź, Toyama. Déjala en blanco si trabajas entre ciudades.
accounts-city-find = Buscar
accounts-city-which = Cuál de ellas
accounts-city-add = «{ $name }» no está en la lista: añadirla
accounts-city-add-hint = La usas desde ahora. Los demás la ven cuando la moderación la haya mirado.
accounts-city-empty = Escribe la ciudad
accounts-city-choose = Elige una de las ciudades encontradas
accounts-city-unknown = Ninguna ciudad de la lista se llama así: añádela con su país o escríbela de otra manera
accounts-city-gone = Elige la ciudad otra vez: esta ya no está en la lista
accounts-city-missing = La relación con una ciudad necesita la ciudad
accounts-city-unlisted = Ninguna ciudad de la lista tiene ese nombre en la dirección
accounts-city-name-bad = Escribe solo el nombre de la ciudad
accounts-country = País
accounts-country-when = (de una ciudad que añades)
accounts-country-empty = Elige el país de la ciudad que añades

## Unirse

accounts-join-title = Unirse
accounts-join-lede = Aquí se habla desde la práctica en una ciudad, como ciudadanía o entre ciudades. Puedes leer sin unirte; para preguntar y responder, únete.
accounts-join-button = Unirme
accounts-join-have = ¿Ya te uniste antes?
accounts-join-stored = Guardamos lo que escribes aquí, cuándo viniste y, durante 30 días, desde dónde (la mitad de la dirección de red). Sirve solo a esta comunidad, no se da a nadie y puedes cambiarlo, llevártelo o hacer que se borre. Una dirección sin confirmar se elimina a los 7 días.
accounts-sent-title = Mira tu correo
accounts-sent-join = Una carta está en camino a la dirección que escribiste. Pulsa su enlace en los próximos 7 días y ya estás dentro.
accounts-sent-confirm = Si alguien se unió con esta dirección y no la ha confirmado, una carta está en camino.
accounts-sent-sign-in = Si hay un miembro con esta dirección, una carta con un enlace está en camino. El enlace sirve una vez, durante 15 minutos, en cualquier dispositivo.
accounts-sent-reset = Si hay un miembro con esta dirección, una carta con un enlace está en camino. El enlace sirve una vez, durante 60 minutos.
accounts-sent-nothing = ¿No llega nada en cinco minutos? Mira en el correo no deseado, revisa la dirección y después
accounts-sent-again = vuelve a pedirla.

## Enlaces de las cartas

accounts-way-new = Pedir un enlace nuevo
accounts-way-sign-in = Iniciar sesión
accounts-confirm-title = Confirma tu dirección
accounts-confirm-lede = Pulsa una vez y podrás escribir. Si no te uniste tú, cierra esta página: no pasa nada.
accounts-confirm-button = Confirmar y entrar
accounts-confirm-used-title = Ya está confirmada
accounts-confirm-used = Esta dirección está confirmada. Inicia sesión con tu contraseña o con un enlace por correo.
accounts-confirm-expired-title = Este enlace ha caducado
accounts-confirm-expired = Sirvió durante 7 días, o una carta más nueva ocupa su lugar. Pide uno nuevo o vuelve a unirte.
accounts-confirm-ask-title = Un enlace nuevo para confirmar
accounts-confirm-ask-lede = Escribe la dirección con la que te uniste.
accounts-confirm-ask-button = Enviar la carta
accounts-sign-in-link-title = Iniciar sesión
accounts-sign-in-link-lede = Pulsa una vez y estás dentro. El enlace sirve una sola vez.
accounts-sign-in-link-button = Iniciar sesión
accounts-sign-in-link-used-title = Este enlace ya se usó
accounts-sign-in-link-used = Cada enlace inicia sesión una vez. Pide uno nuevo o usa tu contraseña.
accounts-sign-in-link-expired-title = Este enlace ha caducado
accounts-sign-in-link-expired = Sirvió durante 15 minutos, o uno más nuevo ocupa su lugar. Pide uno nuevo.
accounts-sign-in-link-ask-title = Iniciar sesión por carta
accounts-sign-in-link-ask-lede = Escribe tu dirección y te enviamos un enlace. Sirve una vez, durante 15 minutos, en cualquier dispositivo.
accounts-sign-in-link-ask-button = Recibir un enlace
accounts-reset-title = Elige una contraseña nueva
accounts-reset-lede = Sustituye a la anterior y cierra todas tus sesiones. Después inicia sesión con ella.
accounts-reset-button = Guardar la contraseña
accounts-reset-used-title = Este enlace ya se usó
accounts-reset-used = Cada enlace cambia la contraseña una vez. Pide uno nuevo si lo necesitas.
accounts-reset-expired-title = Este enlace ha caducado
accounts-reset-expired = Sirvió durante 60 minutos, o uno más nuevo ocupa su lugar. Pide uno nuevo.
accounts-reset-ask-title = Contraseña olvidada
accounts-reset-ask-lede = Escribe tu dirección y te enviamos un enlace para elegir una contraseña nueva. Hasta entonces vale la anterior.
accounts-reset-ask-button = Recibir un enlace

## Iniciar sesión

accounts-sign-in-title = Iniciar sesión
accounts-sign-in-button = Iniciar sesión
accounts-sign-in-send = Recibir un enlace
accounts-sign-in-wrong = La dirección y la contraseña no van juntas, o la dirección aún no está confirmada. Prueba otra vez o pide que te enviemos un enlace.
accounts-sign-in-note = El enlace llega por correo, sirve una vez, durante 15 minutos, en cualquier dispositivo. Con él no hace falta contraseña.
accounts-sign-in-forgotten = He olvidado la contraseña
accounts-sign-in-new = ¿Es tu primera vez aquí?
accounts-sign-in-new-lede = Puedes leer casi todo sin cuenta. Para preguntar y responder, únete.
accounts-sign-in-join = Unirme
accounts-too-often = Lo has hecho muchas veces en poco tiempo. Puedes volver a intentarlo a partir de { $time }. Lo que escribiste sigue aquí.
accounts-busy = Mucha gente inicia sesión en este momento. Prueba otra vez en unos segundos; lo que escribiste sigue aquí.

## Ajustes

accounts-settings-title = Ajustes
accounts-tab-profile = Perfil
accounts-tab-email = Correo
accounts-tab-sessions = Sesiones
accounts-tab-password = Contraseña
accounts-tab-files = Archivos
accounts-tab-data = Tus datos
accounts-sign-in-anew = Vuelve a iniciar sesión para continuar: esto está abierto durante una hora tras iniciarla.
accounts-tab-hours = Horas
accounts-stale = Mientras tanto tus ajustes cambiaron en otro sitio; el nombre es ahora { $name }. Lo que escribiste está abajo: pulsa Guardar para ponerlo en su lugar.
accounts-changed-meanwhile = Tus ajustes cambiaron mientras tanto. Léelos de nuevo y repite el cambio.
accounts-profile-title = Perfil e idiomas
accounts-profile-page = Tu página
accounts-profile-see = Ver la página
accounts-password-title = Contraseña
accounts-password-button = Cambiar la contraseña
accounts-password-ends = Se cierran tus demás sesiones y una carta te avisa del cambio.
accounts-password-none = No tienes contraseña; inicias sesión con enlaces por correo. Para elegir una, pide que te enviemos un enlace.
accounts-sessions-title = Dónde tienes la sesión abierta
accounts-sessions-lede = Cada navegador o programa que actúa en tu nombre. Cierra lo que no conozcas y después cambia la contraseña.
accounts-sessions-end = Cerrar todas las demás
accounts-sessions-note = Una sesión termina a los 30 días sin visita y, en todo caso, a los 180 días.
accounts-session-device = { $browser } en { $system }
accounts-session-unknown = Programa desconocido
accounts-session-here = esta
accounts-session-seen = Última visita
accounts-session-since = desde el
accounts-session-network = red
accounts-session-end = Cerrar
accounts-hours-title = Horas de atención
accounts-hours-lede = Cuándo miras lo que espera, en tu zona ({ $zone }). A quien escribe se le dice, según estas horas, cuándo lo mirará una persona; sin horas no se promete nada.
accounts-hours-from = { $day }, tramo { $n }, desde
accounts-hours-to = { $day }, tramo { $n }, hasta
accounts-hours-bad = Escribe las dos horas de cada tramo, primero la más temprana; las 00:00 al final son medianoche
accounts-hours-overlap = Dos tramos de un día se solapan
accounts-hours-many = Indica como máximo 28 tramos por semana

## Páginas de las personas

accounts-person-edit = Editar tu perfil
accounts-person-admin = Funciones y silencio
accounts-person-joined = Aquí desde el
accounts-person-posts = Mensajes
accounts-person-none = Aún no hay mensajes que puedas leer.
accounts-person-opened = abrió el hilo
accounts-person-reply = respuesta { $n }
accounts-list-more = Anteriores
accounts-list-first = Desde los más recientes

## Miembros, para la administración

accounts-members-title = Miembros
accounts-members-search = Nombre, dirección o mención
accounts-members-shown = Mostrar
accounts-members-show = Mostrar
accounts-members-all = Todas las personas
accounts-members-roles = Con una función
accounts-members-suspended = En silencio ahora
accounts-members-unconfirmed = Sin confirmar
accounts-members-none = Nadie coincide. Busca menos palabras o muestra a todas las personas.
accounts-member-roles = Funciones
accounts-member-no-roles = Ninguna.
accounts-member-state = Estado
accounts-member-unconfirmed = Sin confirmar
accounts-member-silent = En silencio sin plazo
accounts-member-silent-until = En silencio hasta { $time }
accounts-member-created = Se unió
accounts-member-confirmed = Dirección confirmada
accounts-member-audience = En nombre de quién habla
accounts-member-approved = Mensajes aprobados
accounts-role = Función
accounts-role-where = Dónde
accounts-role-everywhere-choice = Todos los espacios
accounts-role-moderator = moderación
accounts-role-curator = evaluación de prácticas
accounts-role-administrator = administración
accounts-role-participant = participante de un espacio privado
accounts-role-in = { $role } en { $space }
accounts-role-give = Dar la función
accounts-role-take = Quitar
accounts-role-everywhere = La evaluación y la administración valen en todas partes: elige todos los espacios
accounts-role-needs-space = Elige el espacio privado
accounts-role-no-space = Elige un espacio de la lista
accounts-role-last-administrator = Es la última persona que administra. Da antes la función a otra.
accounts-suspend-title = Silencio
accounts-suspend-lede = Un miembro en silencio lee, exporta y reclama, pero no escribe.
accounts-suspend-days = Durante
accounts-suspend-forever = sin plazo
accounts-suspend-button = Silenciar
accounts-suspend-lift = Dejar que vuelva a hablar
accounts-suspend-bad = Elige cuánto tiempo
accounts-translated = Mostrar traducidos los textos en otros idiomas
accounts-translated-hint = Si hay una traducción, ocupa el lugar del original, que está a una pulsación. Los idiomas que lees se muestran siempre como se escribieron.
