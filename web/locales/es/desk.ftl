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
