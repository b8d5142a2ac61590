# The first ten minutes of a new site.

setup-title = Un sitio nuevo
setup-lede = En diez minutos puede entrar la gente. Empieza por ti: tú administrarás.
setup-you = Tú
setup-person = Tu nombre
setup-site = Nombre e idiomas
setup-name = Nombre del sitio
setup-name-hint = En lo alto de cada página y en las cartas; 60 caracteres como máximo.
setup-name-bad = Un nombre de 1 a 60 caracteres.
setup-language = Idioma de último recurso
setup-language-hint = Para lectores cuyos idiomas no hablan las páginas.
setup-languages = Idiomas en que se escribe aquí
setup-languages-hint = El idioma de un mensaje se reconoce entre ellos.
setup-languages-bad = Elige al menos un idioma.
setup-begin = Empezar
setup-list = Puesta en marcha
setup-list-lede = Lo que necesita un sitio antes de que entre la gente. Nada se pierde si te vas y vuelves.
setup-done = Hecho
setup-open = Pendiente
setup-step-name = Nombre e idiomas
setup-step-name-text = El sitio se llama { $site }.
setup-step-name-way = Cambiar
setup-step-pages = Condiciones, privacidad, contacto
setup-step-pages-text = Lo que aceptan los miembros, lo que se guarda de ellos y a quién pueden dirigirse ellos y las autoridades (Reglamento de Servicios Digitales, arts. 11, 12 y 14). Faltan en el idioma del sitio:
setup-step-pages-way = Escribir las páginas
setup-step-spaces = Espacios
setup-step-spaces-way = Ver los espacios
setup-moderator = Primer moderador
setup-moderator-text = Los mensajes de los recién llegados esperan a una persona, así que alguien debe estar al tanto. Recibe una carta y entra con un enlace enviado por correo.
setup-moderator-button = Añadir moderador
setup-moderator-name = Nombre del moderador
setup-letter = Una carta para ti
setup-letter-text = Confirmaciones, enlaces y resúmenes salen por carta. Comprueba que te llega una.
setup-letter-files = Las cartas se guardan como ficheros y no llegan a nadie: ajusta mail.url en la configuración.
setup-letter-button = Enviarme una carta
setup-letter-sent = Enviada
setup-letter-failed = La carta no fue aceptada: { $why }
setup-address = Dirección
setup-address-text = El sitio está en { $address }.
setup-address-bare = Sin https, las contraseñas viajan a la vista. Pon delante un proxy con TLS y ajusta server.public_url.
setup-copies = Copias
setup-copies-text = Haz una cada noche (stoa backup DIR), guárdala en otro lugar y prueba una vez a restaurarla: el manual dice cómo.
setup-copies-last = Última copia
setup-step-spaces-text = { $n ->
    [one] Hay un espacio; cambia quién entra y escribe, o añade más.
   *[other] Hay { $n } espacios; cambia quién entra y escribe, o añade más.
}

flash-begun = Te damos la bienvenida. Estos son los pasos siguientes.
flash-invited = Se ha añadido al moderador; una carta va en camino.
flash-tested = Una carta va en camino hacia ti.
