# The moderators' desk: what weighs how much.
moderation-order = Orden
moderation-order-age = Más antiguos primero
moderation-order-score = Avisos de más peso primero
moderation-weight = Peso { $points }
moderation-weight-why = Pesa { $points }: 1 por el aviso, { $trust } por la confianza en quien lo hizo, { $accuracy } por los avisos anteriores ({ $agreed } de { $judged } eran acertados), { $bonus } por lo que sigue haciendo daño.
