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

# Rules that hold, flag or refuse texts.
moderation-rules = Règles
moderation-rules-lede = Une règle retient un texte pour une personne, le signale ou le refuse. Aucune ne regarde vos propres textes dans les espaces que vous modérez, ni les conversations privées.
moderation-rules-none = Il n’y a encore aucune règle.
moderation-rules-many = Il y a déjà 200 règles ; supprimez-en une d’abord
moderation-rule-new = Nouvelle règle
moderation-rule-name = Nom pour les modérateurs
moderation-rule-title = Donnez à la règle un nom de 100 caractères au plus
moderation-rule-kind = Ce qu’elle cherche
moderation-rule-kind-words = Mots
moderation-rule-kind-words-hint = Un par ligne ; mots entiers, sans distinction de casse. Une étoile laisse une extrémité ouverte : pari*
moderation-rule-kind-patterns = Motifs
moderation-rule-kind-patterns-hint = Expressions régulières, une par ligne, sans distinction de casse
moderation-rule-kind-new-host = Premier lien vers un site
moderation-rule-kind-new-host-hint = Aucun texte publié n’y mène ; les membres bien connus le peuvent. Les lignes nomment des sites toujours connus.
moderation-rule-kind-mentions = Beaucoup de personnes nommées
moderation-rule-kind-mentions-hint = Plus que ce nombre dans un texte
moderation-rule-kind-repeats = Le même texte à nouveau
moderation-rule-kind-repeats-hint = Autant de fois en dix minutes, même un peu changé
moderation-rule-lines = Mots, motifs ou sites connus
moderation-rule-lines-hint = Un par ligne
moderation-rule-lines-missing = Écrivez au moins un mot ou un motif
moderation-rule-words-many = Au plus 2 000 mots pour chaque effet des règles
moderation-rule-word-long = Un mot a 100 caractères au plus
moderation-rule-word-star = « { $word } » : les étoiles se mettent au début ou à la fin d’un mot
moderation-rule-patterns-many = Au plus 50 motifs dans toutes les règles
moderation-rule-pattern-bad = « { $pattern } » n’est pas une expression régulière, est trop longue ou trop lourde, ou convient à tout texte
moderation-rule-count = À partir de combien
moderation-rule-count-hint = De personnes nommées (d’habitude 10) ou de fois écrites (d’habitude 3)
moderation-rule-most = Écrivez un nombre de 2 à 100
moderation-rule-act = Ce qu’elle fait
moderation-rule-act-hold = Retient
moderation-rule-act-hold-hint = Le texte attend une personne qui modère ; son auteur lit pourquoi.
moderation-rule-act-flag = Signale
moderation-rule-act-flag-hint = Le texte est publié et un dossier est ouvert.
moderation-rule-act-refuse = Refuse
moderation-rule-act-refuse-hint = Le texte n’est pas pris ; son auteur apprend ce qui a été trouvé et le garde.
moderation-rule-repeats-flag = Les copies sont retenues ou refusées : signalées, chacune serait un dossier
moderation-rule-active = En vigueur
moderation-rule-off = Pas en vigueur
moderation-rule-trial = L’essayer d’abord
moderation-rule-sample = Un texte pour l’essayer
moderation-rule-sample-hint = Rien n’en est gardé.
moderation-rule-test = Essayer sur ce texte
moderation-rule-try = Essayer sur les 30 derniers jours
moderation-rule-drop = Supprimer la règle
moderation-rule-others = Cette règle vaut pour tous les espaces ; qui les modère tous la tient.
moderation-rule-changed = Quelqu’un a changé cette règle entre-temps ; rouvrez-la
moderation-rule-gone = une règle supprimée
moderation-rule-tested-found = Elle trouve : { $found }
moderation-rule-tested-nothing = Elle ne trouve rien dans ce texte.
moderation-rule-tried = Ces 30 derniers jours, elle aurait trouvé { $met } textes sur { $looked }.
moderation-rule-refused-words = « { $found } » ne se publie pas ici. Retirez-le, ou écrivez aux modérateurs
moderation-rule-refused-host = Les liens vers { $found } ne sont pas encore acceptés. Retirez le lien, ou écrivez aux modérateurs
moderation-rule-refused-mentions = Ce texte nomme { $found } personnes. Nommez-en moins à la fois
moderation-rule-refused-repeats = Vous avez écrit la même chose { $found } fois en dix minutes
moderation-found-words = La règle « { $title } » a trouvé « { $found } ».
moderation-found-patterns = Un motif de la règle « { $title } » convient à « { $found } ».
moderation-found-new-host = La règle « { $title } » : personne n’avait encore mis de lien vers { $found }.
moderation-found-mentions = La règle « { $title } » : il nomme { $found } personnes.
moderation-found-repeats = La règle « { $title } » : écrit { $found } fois en dix minutes.
moderation-report-rule = Une règle
moderation-held-word = Mot d’une règle
moderation-held-word-why = Une règle y a trouvé un mot ou un motif ; seule une personne décide.
moderation-held-new-host = Nouveau lien
moderation-held-new-host-why = Il mène à un site vers lequel aucun texte publié ne menait.
moderation-held-mentions = Beaucoup de mentions
moderation-held-mentions-why = Il nomme à la fois plus de personnes qu’une règle n’en laisse passer.
moderation-held-repeats = La même chose à nouveau
moderation-held-repeats-why = Son auteur a écrit la même chose plusieurs fois en dix minutes.
threads-held-word = Une règle de ce lieu y a trouvé un mot qu’une personne regarde d’abord.
threads-held-new-host = Il mène à un site vers lequel personne ici n’avait mis de lien ; une personne le regarde d’abord.
threads-held-mentions = Il nomme beaucoup de personnes à la fois ; une personne le regarde d’abord.
threads-held-repeats = Vous avez écrit la même chose plusieurs fois en quelques minutes ; une personne le regarde d’abord.
flash-rule-dropped = La règle est supprimée.
rights-file-found-by-rules = Ce que des règles ont trouvé dans vos textes.
rights-file-rules-by-you = Règles que vous avez changées en dernier.

# What a decision does to an author beside the text.
moderation-sanction = Pour son auteur
moderation-sanction-hint = En plus du texte, s’il est retiré. C’est un avertissement compté pendant 180 jours, inscrit dans la décision.
moderation-sanction-none = Rien
moderation-sanction-warn = Un avertissement
moderation-sanction-nobody = Personne n’a écrit cela, personne ne peut donc être averti
moderation-sanction-days = Choisissez un avertissement, ou le silence pour 1 à 365 jours
moderation-sanction-everywhere = Seul qui modère tous les espaces peut réduire quelqu’un au silence
moderation-sanction-duty = Seul un administrateur peut réduire au silence une personne chargée d’une fonction ici
moderation-sanction-act = Un avertissement ou le silence accompagnent un texte retiré
moderation-case-author-strikes = Avertissements en cours
moderation-statement-account = Votre compte
moderation-imposed-none = Il n’est pas limité.
moderation-imposed-warn = Vous êtes averti. Rien n’est limité ; l’avertissement compte pendant 180 jours.
moderation-imposed-suspend = Vous ne pouvez pas écrire jusqu’au { $time }. Vous pouvez vous connecter, lire, signaler, exporter et effacer ; pour contester, écrivez au contact de ce site. Cela compte pendant 180 jours.
rights-file-strikes = Ce qui compte contre vous, et jusqu’à quand.
moderation-sanction-suspend =
    { $n ->
        [one] Pas d’écriture pendant { $n } jour
       *[other] Pas d’écriture pendant { $n } jours
    }
moderation-decide-look = Montrer ce que l’auteur lira

# Notes for colleagues.
moderation-notes = Notes pour les collègues
moderation-notes-new = Note
moderation-notes-hint = Seul qui modère cet espace la lit ; jamais l’auteur.
moderation-notes-add = Ajouter la note
moderation-notes-empty = Écrivez d’abord la note
moderation-notes-many = Ce dossier a déjà cent notes.
flash-noted = La note figure au dossier.
rights-file-notes-by-you = Notes que vous avez écrites pour les collègues de la modération.
rights-file-notes-about-you = Quand les modérateurs ont noté quelque chose sur un texte de vous ; ce qu’elles disent parle aussi d’autres personnes.
