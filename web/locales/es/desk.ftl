# The moderators' desk: what weighs how much.
moderation-order = Orden
moderation-order-age = Más antiguos primero
moderation-order-score = Avisos de más peso primero
moderation-weight = Peso { $points }
moderation-weight-why = Pesa { $points }: 1 por el aviso, { $trust } por la confianza en quien lo hizo, { $accuracy } por los avisos anteriores ({ $agreed } de { $judged } eran acertados), { $bonus } por lo que sigue haciendo daño.
moderation-whose-mine = Míos para decidir
moderation-whose-all = De todos en mis espacios
moderation-routed = Ahora es para { $names }; desde { $time } será para más personas.
moderation-routed-all = Espera desde hace dos días y es para todos los que pueden decidirlo: { $names }.

# Away, and time to take a decision back.
accounts-away-title = Ausencias
accounts-away-lede = En estos días, ambos incluidos, ningún caso es para ti y a los autores no se les promete a nadie.
accounts-away-from = Ausencia { $n }, primer día
accounts-away-to = Ausencia { $n }, último día
accounts-away-bad = Escribe los dos días de una ausencia, primero el anterior, con un año de antelación como máximo
accounts-away-many = Indica seis ausencias como máximo
accounts-patient = Dame diez minutos para deshacer una decisión
accounts-patient-hint = La carta al autor espera lo mismo; lo que publicas es público al instante.
rights-file-moderating-absences = Cuándo no moderas.
rights-file-moderating-desk = Cómo prefieres la mesa de moderación.
moderation-undo-left-minutes =
    { $n ->
        [one] Se avisa al autor en { $n } minuto.
       *[other] Se avisa al autor en { $n } minutos.
    }
moderation-decide-undo-minutes =
    { $n ->
        [one] Puedes deshacer durante { $n } minuto
       *[other] Puedes deshacer durante { $n } minutos
    }
moderation-whose-others =
    { $n ->
        [one] { $n } caso espera a una colega o un colega.
       *[other] { $n } casos esperan a colegas.
    }

# Rules that hold, flag or refuse texts.
moderation-rules = Reglas
moderation-rules-lede = Una regla retiene un texto para una persona, lo señala o lo rechaza. Ninguna mira tus propios textos en los espacios que moderas ni las conversaciones privadas.
moderation-rules-none = Todavía no hay ninguna regla.
moderation-rules-many = Ya hay 200 reglas; elimina antes una
moderation-rule-new = Regla nueva
moderation-rule-name = Nombre para quienes moderan
moderation-rule-title = Da a la regla un nombre de 100 caracteres como máximo
moderation-rule-kind = Qué busca
moderation-rule-kind-words = Palabras
moderation-rule-kind-words-hint = Una por línea; palabras enteras, sin distinguir mayúsculas. Un asterisco deja un extremo abierto: apuest*
moderation-rule-kind-patterns = Patrones
moderation-rule-kind-patterns-hint = Expresiones regulares, una por línea, sin distinguir mayúsculas
moderation-rule-kind-new-host = Primer enlace a un sitio
moderation-rule-kind-new-host-hint = Ningún texto publicado enlaza allí; las personas bien conocidas pueden. Las líneas nombran sitios siempre conocidos.
moderation-rule-kind-mentions = Muchas personas mencionadas
moderation-rule-kind-mentions-hint = Más de tantas en un texto
moderation-rule-kind-repeats = El mismo texto otra vez
moderation-rule-kind-repeats-hint = Tantas veces en diez minutos, aunque cambie un poco
moderation-rule-lines = Palabras, patrones o sitios conocidos
moderation-rule-lines-hint = Uno por línea
moderation-rule-lines-missing = Escribe al menos una palabra o un patrón
moderation-rule-words-many = Como máximo 2000 palabras para cada cosa que hacen las reglas
moderation-rule-word-long = Una palabra tiene 100 caracteres como máximo
moderation-rule-word-star = «{ $word }»: los asteriscos van al principio o al final de una palabra
moderation-rule-patterns-many = Como máximo 50 patrones en todas las reglas
moderation-rule-pattern-bad = «{ $pattern }» no es una expresión regular, es demasiado larga o grande, o encaja en cualquier texto
moderation-rule-count = A partir de cuántos
moderation-rule-count-hint = De personas mencionadas (normalmente 10) o veces escritas (normalmente 3)
moderation-rule-most = Escribe un número de 2 a 100
moderation-rule-act = Qué hace
moderation-rule-act-hold = Retiene
moderation-rule-act-hold-hint = El texto espera a una persona que modera; quien lo escribió lee por qué.
moderation-rule-act-flag = Señala
moderation-rule-act-flag-hint = El texto se publica y se abre un caso.
moderation-rule-act-refuse = Rechaza
moderation-rule-act-refuse-hint = El texto no se acepta; a quien lo escribió se le dice qué se encontró y lo conserva.
moderation-rule-repeats-flag = Las copias se retienen o se rechazan: señaladas, cada una sería un caso
moderation-rule-active = En vigor
moderation-rule-off = No está en vigor
moderation-rule-trial = Pruébala antes
moderation-rule-sample = Un texto para probarla
moderation-rule-sample-hint = No se guarda nada de él.
moderation-rule-test = Probar con este texto
moderation-rule-try = Probar con los últimos 30 días
moderation-rule-drop = Eliminar la regla
moderation-rule-others = Esta regla vale en todos los espacios; la lleva quien los modera todos.
moderation-rule-changed = Alguien cambió esta regla entretanto; ábrela de nuevo
moderation-rule-gone = una regla eliminada
moderation-rule-tested-found = Encuentra: { $found }
moderation-rule-tested-nothing = No encuentra nada en este texto.
moderation-rule-tried = En los últimos 30 días habría encontrado { $met } de { $looked } textos.
moderation-rule-refused-words = «{ $found }» no se publica aquí. Quítalo o escribe a quienes moderan
moderation-rule-refused-host = Todavía no se aceptan enlaces a { $found }. Quita el enlace o escribe a quienes moderan
moderation-rule-refused-mentions = Este texto menciona a { $found } personas. Menciona a menos a la vez
moderation-rule-refused-repeats = Has escrito lo mismo { $found } veces en diez minutos
moderation-found-words = La regla «{ $title }» encontró «{ $found }».
moderation-found-patterns = Un patrón de la regla «{ $title }» encaja en «{ $found }».
moderation-found-new-host = La regla «{ $title }»: nadie había enlazado a { $found }.
moderation-found-mentions = La regla «{ $title }»: menciona a { $found } personas.
moderation-found-repeats = La regla «{ $title }»: escrito { $found } veces en diez minutos.
moderation-report-rule = Una regla
moderation-held-word = Palabra de una regla
moderation-held-word-why = Una regla encontró una palabra o un patrón; solo decide una persona.
moderation-held-new-host = Enlace nuevo
moderation-held-new-host-why = Enlaza a un sitio al que ningún texto publicado enlazaba.
moderation-held-mentions = Muchas menciones
moderation-held-mentions-why = Menciona a más personas a la vez de las que deja pasar una regla.
moderation-held-repeats = Otra vez lo mismo
moderation-held-repeats-why = Quien lo escribió ha escrito lo mismo varias veces en diez minutos.
threads-held-word = Una regla de este lugar encontró una palabra que antes mira una persona que modera.
threads-held-new-host = Enlaza a un sitio al que nadie había enlazado aquí; antes lo mira una persona que modera.
threads-held-mentions = Menciona a muchas personas a la vez; antes lo mira una persona que modera.
threads-held-repeats = Has escrito lo mismo varias veces en pocos minutos; antes lo mira una persona que modera.
flash-rule-dropped = La regla se eliminó.
rights-file-found-by-rules = Qué encontraron las reglas en tus textos.
rights-file-rules-by-you = Reglas que cambiaste en último lugar.

# What a decision does to an author beside the text.
moderation-sanction = Para quien lo escribió
moderation-sanction-hint = Además del texto, cuando se retira. Es una advertencia registrada durante 180 días y consta en la decisión.
moderation-sanction-none = Nada
moderation-sanction-warn = Una advertencia
moderation-sanction-nobody = Nadie escribió esto, así que no se puede advertir a nadie
moderation-sanction-days = Elige una advertencia o silencio de 1 a 365 días
moderation-sanction-everywhere = Solo quien modera todos los espacios puede silenciar a alguien
moderation-sanction-duty = Solo la administración puede silenciar a quien tiene aquí una función
moderation-sanction-act = Una advertencia o el silencio acompañan a un texto retirado
moderation-case-author-strikes = Advertencias vigentes
moderation-statement-account = Tu cuenta
moderation-imposed-none = No está limitada.
moderation-imposed-warn = Quedas advertido. No se limita nada; la advertencia cuenta durante 180 días.
moderation-imposed-suspend = No puedes escribir hasta el { $time }. Puedes entrar, leer, avisar, exportar y borrar; para impugnarlo, escribe al contacto de este sitio. Cuenta durante 180 días.
rights-file-strikes = Qué cuenta en tu contra y hasta cuándo.
moderation-sanction-suspend =
    { $n ->
        [one] Sin escribir { $n } día
       *[other] Sin escribir { $n } días
    }
moderation-decide-look = Mostrar lo que leerá quien lo escribió

# Notes for colleagues.
moderation-notes = Notas para colegas
moderation-notes-new = Nota
moderation-notes-hint = Solo la lee quien modera este espacio; nunca quien escribió el texto.
moderation-notes-add = Añadir la nota
moderation-notes-empty = Escribe antes la nota
moderation-notes-many = Este caso ya tiene cien notas.
flash-noted = La nota está en el caso.
rights-file-notes-by-you = Notas que escribiste para colegas de moderación.
rights-file-notes-about-you = Cuándo quienes moderan anotaron algo sobre un texto tuyo; lo que dicen habla también de otras personas.
