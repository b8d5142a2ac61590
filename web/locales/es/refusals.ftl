# Lo que se ha rechazado, por qué y cómo seguir. Títulos por estado, frases por motivo.

core-error-400 = No se ha podido leer esta petición
core-error-401 = Inicie sesión para continuar
core-error-403 = Esto no está abierto para usted
core-error-404 = No hay nada en esta dirección
core-error-409 = Alguien se ha adelantado
core-error-410 = Esto ya no está aquí
core-error-413 = Era demasiado grande
core-error-415 = Este tipo de contenido no se admite
core-error-429 = Ha ido muy rápido
core-error-500 = Algo ha fallado por nuestra parte
core-error-503 = Volverá a funcionar en un momento

core-refused-not-found = Puede que se haya movido o que nunca haya estado aquí. Los espacios y la página de inicio son buenos lugares para seguir.
core-refused-invalid = Una parte no se puede aceptar tal como está.
core-refused-malformed = La dirección o el formulario no han llegado completos. Vuelva atrás e inténtelo otra vez.
core-refused-json = El JSON no tiene la forma que indica el documento de la API.
core-refused-utf8 = El texto no es UTF-8 válido y se perdería una parte. Envíelo de nuevo en UTF-8.
core-refused-too-large = Es más grande de lo que este servidor admite en una petición.
core-refused-media-type = Envíe JSON, con el tipo de contenido application/json.
core-refused-method = Esta dirección no admite ese método.
core-refused-cross-site = El formulario venía de otro sitio web, así que no se ha hecho nada. Abra la página aquí y envíelo de nuevo.
core-refused-too-soon = Lo ha hecho muchas veces en poco tiempo.
core-refused-unavailable = La base de datos u otra parte no responde o está llena. No se ha cambiado nada y, si envió un texto, se conserva abajo.
core-refused-broken = No ha funcionado y no ha sido culpa suya. El número de abajo ayuda a los responsables a encontrar la causa.
core-refused-sign-in = Para esto hace falta haber iniciado sesión. Después volverá a esta página.
core-refused-suspended = Por ahora no puede escribir. Puede leer, exportar sus datos y reclamar contra la decisión.
core-refused-moderators-only = En este espacio solo los moderadores abren hilos o publican.
core-refused-closed = Este hilo está cerrado y no admite más respuestas.
core-refused-not-yours = Solo puede hacerlo quien lo escribió.
core-refused-own = Es suyo, así que debe decidir otra persona.
core-refused-newcomer = Esto es para miembros cuyas primeras publicaciones ya se aprobaron.
core-refused-holds-all = En este espacio una persona moderadora mira antes cada texto; por eso solo la moderación mejora traducciones.
core-refused-no-translation = Los textos de este espacio no se entregan a ningún traductor.
core-refused-role = Para esto hace falta una función que usted no tiene.

core-again-at = Puede intentarlo de nuevo a partir de { $time }.
core-way-home = Ir a la página de inicio
core-way-spaces = Ver todos los espacios
core-way-sign-in = Iniciar sesión

core-cursor-bad = Esta lista no tiene ese lugar. Empiece por la primera página.
core-limit-bad = Una página contiene de 1 a 100 elementos.
core-once-bad = La clave tiene de 1 a 200 caracteres imprimibles sin espacios.
core-once-reused = Esta clave ya se usó para otra cosa en el último día. Use una nueva.
core-role-unknown = La función es una de: member, moderator, curator, administrator, participant.
