# The moderators' desk: what weighs how much.
moderation-order = Ordre
moderation-order-age = Plus anciens d’abord
moderation-order-score = Signalements les plus lourds d’abord
moderation-weight = Poids { $points }
moderation-weight-why = Pèse { $points } : 1 pour le signalement, { $trust } pour la confiance en son auteur, { $accuracy } pour les signalements précédents ({ $agreed } sur { $judged } étaient justes), { $bonus } pour ce qui continue de nuire.
