# The moderators' desk: what weighs how much.
moderation-order = Ordre
moderation-order-age = Plus anciens d’abord
moderation-order-score = Signalements les plus lourds d’abord
moderation-weight = Poids { $points }
moderation-weight-why = Pèse { $points } : 1 pour le signalement, { $trust } pour la confiance en son auteur, { $accuracy } pour les signalements précédents ({ $agreed } sur { $judged } étaient justes), { $bonus } pour ce qui continue de nuire.
moderation-whose-mine = À moi de décider
moderation-whose-all = À tous dans mes espaces
moderation-routed = Pour l’instant, c’est pour { $names } ; à partir du { $time }, pour davantage.
moderation-routed-all = Ce dossier attend depuis deux jours et s’adresse à tous ceux qui peuvent décider : { $names }.

# Away, and time to take a decision back.
accounts-away-title = Absences
accounts-away-lede = Ces jours-là, bornes comprises, aucun dossier n’est pour vous et rien n’est promis aux auteurs.
accounts-away-from = Absence { $n }, premier jour
accounts-away-to = Absence { $n }, dernier jour
accounts-away-bad = Indiquez les deux jours d’une absence, le plus tôt en premier, un an à l’avance au plus
accounts-away-many = Indiquez six absences au plus
accounts-patient = Me laisser dix minutes pour annuler une décision
accounts-patient-hint = La lettre à l’auteur attend d’autant ; ce que vous publiez est public aussitôt.
rights-file-moderating-absences = Quand vous ne modérez pas.
rights-file-moderating-desk = Comment vous préférez le bureau de modération.
moderation-undo-left-minutes =
    { $n ->
        [one] L’auteur est prévenu dans { $n } minute.
       *[other] L’auteur est prévenu dans { $n } minutes.
    }
moderation-decide-undo-minutes =
    { $n ->
        [one] Vous pouvez annuler pendant { $n } minute
       *[other] Vous pouvez annuler pendant { $n } minutes
    }
moderation-whose-others =
    { $n ->
        [one] { $n } dossier attend un ou une collègue.
       *[other] { $n } dossiers attendent des collègues.
    }
