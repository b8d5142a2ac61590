# Espaces, fils et messages : lire, écrire, brouillons, accueil.

flash-published = Publié.
flash-held = Envoyé. Le texte attend la modération ; d’ici là, il n’est visible ici que par vous.
flash-edited = La nouvelle version est en place.
flash-edit-held = La nouvelle version attend la modération. D’ici là, l’ancienne reste.
flash-deleted = Retiré.
flash-accepted = C’est maintenant la réponse retenue.
flash-unaccepted = La question n’a plus de réponse retenue.
flash-marked = Marqué comme utile.
flash-unmarked = N’est plus marqué comme utile.
flash-draft-saved = Gardé dans vos brouillons.
flash-draft-deleted = Le brouillon est supprimé.
flash-read = Marqué comme lu jusqu’ici.
flash-read-all = Tout est marqué comme lu.
flash-followed = Le choix de vos notifications est enregistré.

# Types de fils
threads-kind-question = Question
threads-kind-question-hint = Vous demandez, et choisissez la réponse qui vous a servi.
threads-kind-experience = Retour d’expérience
threads-kind-experience-hint = Ce que vous avez fait, ce que cela a coûté, ce qui n’a pas marché.
threads-kind-need = Besoin
threads-kind-need-hint = Votre ville cherche un document, un conseil ou un partenaire.
threads-kind-offer = Offre
threads-kind-offer-hint = Votre ville a quelque chose qui peut servir à d’autres.
threads-kind-announcement = Annonce
threads-kind-announcement-hint = Une nouvelle que les villes gagnent à connaître.
threads-kind-dialogue-followup = Suite d’un dialogue
threads-kind-dialogue-followup-hint = Ce qui est resté ouvert après un dialogue en direct.
threads-begin = Ouvrir un fil
threads-begin-more = Ouvrir autre chose
threads-begin-question = Demander aux villes
threads-begin-experience = Raconter une expérience
threads-begin-need = Dire ce que vous cherchez
threads-begin-offer = Faire une offre
threads-begin-announcement = Annoncer quelque chose
threads-opened-question = pose la question
threads-opened-experience = le raconte
threads-opened-need = en a besoin
threads-opened-offer = le propose
threads-opened-announcement = l’annonce
threads-opened-dialogue-followup = y donne suite
threads-answered = réponse retenue

# Personnes
threads-person-former = Ancien membre
threads-person-former-number = Ancien membre { $number }
threads-title-erased = Titre retiré par son auteur
threads-role-moderator = modération

# En attente de modération
threads-held-newcomer = La modération lit les deux premiers textes de chaque nouveau membre avant que les autres les voient.
threads-held-space = Dans cet espace, la modération lit chaque texte avant que les autres le voient.
threads-wait-no-hours = Une personne va le lire. D’ici là, il n’est visible que par vous et la modération.
threads-wait-here = La modération est là en ce moment, jusqu’à { $time }. Avant sa lecture, le texte n’est visible que par vous et elle.
threads-wait-next = Prochaine permanence de la modération : { $time }. Avant sa lecture, le texte n’est visible que par vous et elle.
threads-wait-reads = Prochaine permanence de la modération en { $language } : { $time }. Avant sa lecture, le texte n’est visible que par vous et elle.
threads-declined = Non publié. Le motif est dans vos brouillons.
threads-removed = La modération l’a retiré après sa publication.
threads-edit-waits = Une nouvelle version est en attente de modération

# Un fil
threads-page = page { $n }
threads-position = Page { $page } sur { $pages }
threads-title-gone = Un fil qui a été retiré
threads-replies = { $n ->
    [0] Pas encore de réponse
    [one] { $n } réponse
   *[other] { $n } réponses
}
threads-go-answer = Aller à la réponse retenue
threads-go-unread = Aller au premier message non lu
threads-in-reply-to = en réponse à { $name }
threads-rail = À cet endroit
threads-all-spaces = Tous les espaces
threads-themes = Thèmes
threads-kept = Gardé pour plus tard
threads-beside = À côté
threads-conversation = La conversation
threads-cities = { $n ->
    [one] { $n } ville y participe
   *[other] { $n } villes y participent
}
threads-this = Ce fil
threads-mark-read = Marquer comme lu jusqu’ici
threads-way-thread = Aller au début du fil
threads-way-space = Aller à l’espace

# Ce dont on prévient
threads-level = De quoi vous prévenir
threads-level-set = Appliquer
threads-level-muted = De rien
threads-level-muted-hint = Seulement quand quelqu’un vous mentionne.
threads-level-normal = De ce qui vous concerne
threads-level-normal-hint = Quand quelqu’un vous mentionne ou vous répond.
threads-level-tracking = Du nombre de nouveautés
threads-level-tracking-hint = Vous voyez ici ce qui est nouveau ; pas de courriels.
threads-level-watching = De tout
threads-level-watching-hint = On vous prévient de chaque message.
threads-follow-space = Suivre cet espace
threads-follow-person = Suivre cette personne
threads-follow-city = Suivre cette ville
threads-tab-following = Suivi
threads-following = Ce que vous suivez
threads-following-lede = Fils, espaces, thèmes, villes et personnes dont on vous dit plus que ce qui vous concerne, ou rien. D’un thème et d’une ville on vous dit ce qui commence ; d’une personne, chaque message.
threads-following-none = Vous ne suivez encore rien. Chaque fil, espace, ville et personne le propose sur sa page.
threads-following-a-theme = Suivre un thème
threads-following-thread = Fil
threads-following-space = Espace
threads-following-theme = Thème
threads-following-city = Ville
threads-following-person = Une personne

# Écrire une réponse
threads-reply = Répondre
threads-reply-as = Répondre au nom de { $city }
threads-reply-text = Votre réponse
threads-post-reply = Publier la réponse
threads-replying-to = En réponse à { $name }
threads-reply-to-all = Répondre plutôt à tout le fil
threads-reply-at-end = Répondre à la fin du fil
threads-save-draft = Garder comme brouillon
threads-language-found = Reconnue toute seule
threads-closed = Ce fil est fermé et n’accepte plus de réponses.
threads-closed-guest = Connectez-vous pour répondre.
threads-closed-held = Les réponses s’ouvrent quand le fil est publié.
threads-closed-declined = Non publié. La personne qui l’a écrit trouve le texte et le motif dans ses brouillons.
threads-closed-moderators = Dans cet espace, seule la modération écrit.
threads-closed-meanwhile = Le fil a été fermé pendant que vous écriviez. Votre texte est dans vos brouillons.

# Ouvrir un fil
threads-new-heading = Ouvrir un fil
threads-new-lede = Dites dans le titre ce que vous voulez savoir ou pouvez donner : les autres y voient s’ils peuvent aider.
threads-new-space = Espace
threads-new-space-choose = Choisir un espace
threads-new-kind = De quoi s’agit-il ?
threads-new-title = Titre
threads-new-title-hint = Une ligne, comme une question à un ou une collègue d’une autre ville.
threads-new-themes = Thèmes
threads-new-themes-hint = Cinq au plus. Ouvrez un groupe pour voir ce qu’il contient.
threads-new-body = Votre texte
threads-new-send = Publier le fil

# Ce qui ne peut pas être accepté
threads-title-missing = Donnez un titre : les autres y voient s’ils peuvent aider.
threads-title-long = Le titre dépasse 255 caractères. Passez-en une partie dans le texte.
threads-body-missing = Il n’y a pas encore de texte.
threads-body-long = Le texte dépasse 64 Kio. Répartissez-le en deux messages.
threads-kind-unknown = Choisissez de quoi il s’agit.
threads-space-missing = Choisissez un espace.
threads-theme-unknown = Ce thème n’existe pas.
threads-themes-many = Choisissez cinq thèmes au plus.
threads-language-unknown = Cette langue n’est pas connue ici.
threads-affiliation-unknown = Vous ne pouvez parler que pour votre propre ville.
threads-reply-to-unknown = Le message auquel vous répondez n’est pas dans ce fil.
threads-answer-elsewhere = La réponse retenue doit être une réponse de ce fil.
threads-answer-no-question = Seule une question publiée a une réponse retenue.
threads-post-gone = Ce message n’est plus là pour être modifié.
threads-post-moved-on = Quelqu’un a décidé sur ce message entre-temps.
threads-thread-gone = Ce fil n’est plus là.
threads-level-unknown = Ce niveau n’existe pas.
threads-draft-long = Le brouillon est trop long pour être gardé.
threads-draft-slot-bad = Ce brouillon n’existe pas.
threads-city-unknown = Cette ville n’existe pas ici.
threads-direction-unknown = La direction est mission, worldwide ou neither.
threads-if-match = Envoyez la version que vous avez modifiée dans l’en-tête If-Match.
threads-stale = Quelqu’un l’a changé depuis que vous avez commencé.
threads-space-slug-bad = L’adresse n’a que des minuscules, des chiffres et des traits d’union.
threads-space-slug-taken = Un autre espace a cette adresse.
threads-space-name-missing = Donnez un nom à l’espace.
threads-space-name-long = Le nom est trop long.
threads-space-summary-long = La présentation est trop longue.
threads-space-languages-many = Cela fait trop de langues.

# Modifier et retirer
threads-edit-heading = Modifier votre message
threads-edit-body = La nouvelle version
threads-edit-send = Enregistrer
threads-edit-back = Revenir au message
threads-edit-stale = Le message a changé pendant que vous écriviez
threads-edit-stale-text = Rien n’est perdu : la version en place et la vôtre sont toutes deux sur cette page. Enregistrez de nouveau pour mettre la vôtre à sa place.
threads-edit-there = La version en place
threads-edit-yours = Votre version
threads-delete-heading = Supprimer ce message ?
threads-delete-text = Son texte disparaît pour tout le monde. Une ligne à sa place dit que la personne qui l’a écrit l’a supprimé.
threads-delete-opening = Son texte disparaît pour tout le monde. Si personne d’autre n’a répondu, le fil disparaît avec lui.
threads-delete-send = Supprimer
threads-withdraw-heading = Retirer ce texte ?
threads-withdraw-text = Il sort de la file d’attente de la modération. Personne d’autre ne l’a vu.
threads-withdraw-send = Retirer
threads-history = Ce qui a changé
threads-history-lede = Toutes les versions de ce message, la plus récente en premier. Les mots enlevés sont barrés, les mots ajoutés sont soulignés.
threads-history-now = Version { $n }, telle qu’elle est maintenant
threads-history-version = Version { $n }
threads-history-waits = Une nouvelle version en attente
threads-history-declined = Une nouvelle version non publiée
threads-history-gone = enlevé :
threads-history-new = ajouté :

# Brouillons
threads-drafts = Brouillons
threads-drafts-lede = Les textes que vous n’avez pas encore envoyés. Personne d’autre ne les voit.
threads-drafts-returned = Textes rendus
threads-drafts-waiting = En attente de modération
threads-drafts-kept = Pas encore envoyés
threads-drafts-none = Il n’y a rien ici. Ce que vous écrivez est gardé au fur et à mesure.
threads-drafts-go-on = Continuer à écrire
threads-drafts-delete = Jeter
threads-drafts-statement = Tout sur cette décision
threads-draft-new = Un fil
threads-draft-reply = Une réponse
threads-draft-edit = Une nouvelle version

# Espaces
threads-spaces-lede = Chaque espace est fait pour un genre de conversation. Les thèmes sont des étiquettes sur les fils, et traversent tous les espaces.
threads-count = { $n ->
    [one] { $n } fil
   *[other] { $n } fils
}
threads-last = dernier message
threads-members-only = pour les membres
threads-join-to-write = S’inscrire pour écrire ici
threads-filter = Filtrer les fils
threads-filter-status = État
threads-filter-all = Tous les fils
threads-filter-open = Sans réponse retenue
threads-filter-answered = Avec réponse retenue
threads-filter-unread = Non lus
threads-filter-kind = Type
threads-filter-exchange = Échange
threads-filter-both = Dans les deux sens
threads-filter-mission = Une ville Mission ouvre le fil
threads-filter-worldwide = Une ville du monde ouvre le fil
threads-order = Trier par
threads-order-latest = Dernière réponse
threads-order-newest = Fil le plus récent
threads-filter-space = Espace
threads-filter-spaces = Tous les espaces
threads-filter-kinds = Tous les types
threads-filter-theme = Thème
threads-filter-themes = Tous les thèmes
threads-filter-languages = Toutes les langues
threads-filter-apply = Afficher
threads-filter-drop = Afficher tous les fils
threads-all-read = Tout marquer comme lu
threads-waiting = En attente de modération
threads-list = Fils
threads-none = Personne n’a encore écrit ici. Le premier fil sera vu par toutes les personnes qui suivent cet espace.
threads-none-match = Aucun fil ne correspond à votre choix.
threads-pager-first = Revenir aux plus récents
threads-pager-older = Fils plus anciens
threads-strokes = Comment lire les traits
threads-strokes-text = Un trait est une réponse, la plus ancienne en premier. Un vide est un jour de silence. Le trait à chapiteau est la réponse retenue ; les traits foncés sont nouveaux pour vous.
threads-strokes-example = Un exemple : sept réponses, quatre de villes Mission, trois d’ailleurs, dont la réponse retenue
threads-carers = Qui prend soin de cet espace

# Accueil
threads-home-guest = Ce qu’une ville a appris peut servir à une autre
threads-home-lede = Sur Stoa, les personnes qui travaillent pour des villes se posent des questions, racontent ce qui a marché et ce qui n’a pas marché, et trouvent des partenaires. Villes Mission et villes du monde s’y parlent d’égale à égale.
threads-home-join = S’inscrire avec votre ville
threads-home-look = Regarder d’abord
threads-home-how = Comment ça marche
threads-home-how-text = Ici, tout peut être lu sans compte. Pour écrire, inscrivez-vous avec une adresse et votre ville. La modération lit vos deux premiers textes avant que les autres les voient. Pas de publicité, pas de pistage.
threads-home-city = { $city }, aujourd’hui
threads-home-across = D’une ville à l’autre, aujourd’hui
threads-home-first = Vous êtes la première personne de { $city } ici. Personne n’a encore ouvert de fil pour cette ville : une question suffit pour que les autres le sachent.
threads-home-you = Pour vous
threads-home-nothing = Rien ne vous attend.
threads-home-waiting = En attente
threads-home-returned = Un texte vous a été rendu, avec le motif
threads-home-waits = Votre texte attend la modération
threads-home-mentioned = { $name } vous mentionne
threads-home-quoted = { $name } vous cite
threads-home-replied = { $name } vous répond
threads-home-your-thread = { $name } écrit dans votre fil
threads-home-accepted = { $name } retient votre réponse
threads-home-approved = Votre texte est publié
threads-home-revise = La modération vous demande une modification
threads-home-follows = Fils à poursuivre
threads-why-yours = vous l’avez ouvert
threads-why-follow = vous le suivez
threads-why-read = vous l’avez déjà lu
threads-why-unanswered = personne n’a encore répondu
threads-home-facing = Besoins et offres
threads-home-needs = Elles cherchent
threads-home-offers = Elles proposent
threads-home-no-needs = Aucune ville n’a encore dit ce qu’elle cherche.
threads-home-no-offers = Aucune ville n’a encore fait d’offre.
threads-home-all = Tous les besoins et toutes les offres
threads-home-open = Questions sans réponse
threads-home-newest = Fils les plus récents
threads-home-empty = Personne n’a encore rien écrit. Le premier fil apparaîtra ici pour tout le monde.

# Touches
threads-key-j = message ou fil suivant
threads-key-k = précédent
threads-key-n = premier message non lu
threads-key-a = réponse retenue
threads-key-r = répondre
threads-key-q = citer le message, ou ce qui est sélectionné
threads-key-u = utile
threads-key-send = envoyer

# Tenir les fils en ordre
flash-closed = Le fil est fermé ; seule la modération y répond désormais.
flash-reopened = Le fil est rouvert.
flash-pinned = Le fil est en tête de son espace.
flash-unpinned = Le fil a repris sa place.
flash-moved = Le fil est maintenant dans cet espace.
flash-merged = Les messages sont maintenant ici, et l’ancienne adresse y mène.
flash-split = Les réponses forment maintenant un fil à part.
threads-tend = Tenir ce fil en ordre
threads-tend-close = Fermer
threads-tend-reopen = Rouvrir
threads-tend-pin = Mettre en tête
threads-tend-unpin = Ne plus mettre en tête
threads-tend-space = Espace
threads-tend-move = Y déplacer le fil
threads-tend-into = Réunir à un autre fil
threads-tend-into-hint = L’adresse du fil à la fin duquel iront ces messages.
threads-tend-merge = Réunir
threads-split = Détacher des réponses en un nouveau fil
threads-split-lede = Les réponses que vous choisissez passent dans un fil à part, dans leur ordre. Leurs anciennes adresses y mènent.
threads-split-title = Titre du nouveau fil
threads-split-posts = Réponses
threads-split-look = Voir la réponse { $n } à sa place
threads-split-do = Créer le fil
threads-split-nothing = Aucune réponse de cette page ne peut devenir un fil.
threads-split-none = Choisissez au moins une réponse
threads-split-many = Choisissez au plus 200 réponses à la fois
threads-split-elsewhere = Choisissez des réponses de ce fil
threads-merge-itself = Un fil ne peut pas être réuni à lui-même : donnez l’adresse d’un autre
threads-merge-unknown = Ce n’est pas l’adresse d’un fil. Elle s’écrit /t/ suivi de 26 lettres et chiffres
threads-move-author-outside = La personne qui a ouvert le fil n’a pas accès à cet espace et ne verrait plus le fil. Admettez-la d’abord, ou choisissez un autre espace.
threads-pins-many = Vingt fils sont déjà en tête de cet espace : remettez-en d’abord un à sa place
threads-similar = La question a peut-être déjà été posée
threads-moved = Messages qui sont maintenant dans un autre fil
threads-moved-post = Message { $n }

# Texts in other languages
threads-translate-page = Traduire { $n } messages ({ $language })
threads-key-t = traduire le message ou afficher son original
threads-translation-same = Ce texte est déjà dans cette langue.
threads-translation-adds = Une traduction ne contient que les liens, citations et noms de l’original. Retirez ce qui a été ajouté.
threads-translation-stale = Quelqu’un l’a améliorée entre-temps, ou le message dit autre chose. Votre texte est ci-dessous ; comparez-le avec ce qui est en place.
threads-translation-title = Améliorer la traduction ({ $language })
threads-translation-lede = Votre texte figurera à côté de l’original, sous votre nom. Noms (@…), liens et citations restent tels quels.
threads-translation-original = Texte original
threads-translation-now = Ce qui est en place
threads-translation-heading = Titre
threads-translation-text = Traduction
threads-translation-send = Publier la traduction
threads-translation-history = Éditions de la traduction ({ $language })
threads-translation-edition = Édition { $n }
threads-translation-by-machine = faite par une machine
threads-translation-use = Reprendre cette édition
threads-readers = { $n ->
    [one] Une personne lira ce texte en traduction : { $languages }
   *[other] { $n } personnes liront ce texte en traduction : { $languages }
}
flash-translation-asked = La traduction est en cours. Elle apparaîtra ici dans un instant.
flash-translation-made = Voici la traduction.
flash-translation-improved = Votre traduction figure maintenant à côté de l’original.
flash-reads = Vous lisez cette langue : ses textes restent désormais tels qu’écrits.
threads-translation-withdraw = Retirer cette édition
flash-translation-withdrawn = L’édition est retirée. La précédente s’affiche.
