# Questions that nobody answered.
threads-request = Pouvez-vous répondre à ceci ?
threads-request-why-answered = On vous le demande parce que vous avez répondu à une question sur « { $theme } ».
threads-request-why-offered = On vous le demande parce que vous avez proposé quelque chose sur « { $theme } ».
threads-request-why-practised = On vous le demande parce que vous avez fait quelque chose sur « { $theme } ».
threads-request-why-follows = On vous le demande parce que vous suivez « { $theme } ».
threads-request-why-near = On vous le demande parce que vous avez répondu à d'autres dans cet espace.
threads-request-why-passed = On l'a demandé à { $name }, qui pense que vous savez peut-être.
threads-request-pass-or-not = La transmettre, ou la laisser
threads-request-answer = Lire et répondre
threads-request-pass = La transmettre à quelqu'un qui sait
threads-request-to = À qui
threads-request-to-hint = Un nom comme dans les mentions, par exemple @ana-lima. Personne n'est sollicité plus de deux fois par semaine.
threads-request-pass-send = La transmettre
threads-request-not = Pas cette fois
threads-request-decline = La laisser
threads-request-why-at-all = Une question qui attend trois jours sa première réponse est soumise à cinq personnes au plus, des deux côtés.
threads-request-never = Ne pas me solliciter
threads-request-passed = Vous l'avez transmise.
threads-request-let-go = Vous l'avez laissée.
threads-request-answered = Elle a reçu une réponse, ou n'en accepte plus.
threads-request-over = Vous l'avez déjà transmise ou laissée.
threads-request-one = Donnez un nom.
threads-request-nobody = Personne ici ne porte ce nom. Regardez comment il s'écrit sur la page de cette personne.
threads-request-closed = On ne peut pas le demander à cette personne. Choisissez-en une autre.
threads-request-busy = Cette personne a déjà été sollicitée pour cela, ou deux fois cette semaine. Choisissez-en une autre.
threads-request-not-him = Choisissez quelqu'un d'autre que vous et que l'auteur de la question.
flash-request-passed = Transmise. Merci.
flash-request-let-go = D'accord : on ne vous le redemandera pas.
threads-home-asked = Pouvez-vous répondre à ceci ?
digests-inbox-asked = Pouvez-vous répondre à ceci ? Personne ne l'a fait
digests-why-asked = parce que vous connaissez le thème, ou qu'une personne sollicitée vous a nommé
digests-mail-requests = Une question de votre domaine restée sans réponse
digests-mail-requests-hint = On vous sollicite par lettre et dans la boîte, deux fois par semaine au plus. Sans cela, on ne vous sollicite pas.
digests-leave-requests-title = Ne plus être sollicité ?
digests-leave-requests-lede = On ne vous soumettra plus de questions sans réponse.
digests-leave-requests-button = Ne pas me solliciter
digests-leave-requests-done = C'est fait. On ne vous sollicitera plus.
letters-leave-requests = Ne pas me solliciter
letters-asked-subject = Pouvez-vous répondre à ceci ? { $title }
letters-asked-button = Lire et répondre
letters-asked-pass = La transmettre, ou la laisser
letters-why-asked = { $why } Personne n'est sollicité plus de deux fois par semaine.

# How questions fare.
threads-answers = Les questions trouvent-elles des réponses ?
threads-answers-lede = Combien de questions ont reçu une réponse, en combien de temps d'une autre ville, et si cela va dans les deux sens.
threads-answers-span = Période
threads-answers-span-unknown = Choisissez 30, 90 ou 365 jours.
threads-answers-all = Toutes les questions
threads-answers-asked = Posées
threads-answers-share = Répondues
threads-answers-soon = Première réponse d'une autre ville, médiane
threads-answers-percent = { $n } %
threads-answers-ways = D'un côté à l'autre
threads-answers-spaces = Par espace
threads-answers-themes = Par thème
threads-answers-mission-mission = Des villes de la Mission demandent, des villes de la Mission répondent
threads-answers-mission-worldwide = Des villes de la Mission demandent, des villes du monde répondent
threads-answers-worldwide-mission = Des villes du monde demandent, des villes de la Mission répondent
threads-answers-worldwide-worldwide = Des villes du monde demandent, des villes du monde répondent
threads-answers-how = Sont comptées les questions que vous pouvez lire, les 5 000 dernières. D'un côté à l'autre, celles auxquelles une ville du côté qui répond a répondu.
threads-answers-hours =
    { $n ->
        [one] { $n } heure
        [many] { $n } heures
       *[other] { $n } heures
    }
threads-answers-days =
    { $n ->
        [one] Le dernier jour
        [many] Les { $n } derniers jours
       *[other] Les { $n } derniers jours
    }
