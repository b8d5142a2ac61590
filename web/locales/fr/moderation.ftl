# Le bureau de la modération : file d’attente, dossier, décision, historique ; le journal public ; ce que lisent les personnes concernées.

flash-claimed = Vous vous occupez maintenant de ce dossier.
flash-released = Vous avez laissé le dossier.
flash-approved = Publié.
flash-revise = La modification est demandée.
flash-declined = Non publié. Le texte retourne à la personne qui l’a écrit.
flash-undone = La décision est annulée, et le dossier est rouvert.

## La file d’attente

moderation-queue-title = Modération
moderation-queue-heading =
    { $n ->
        [0] Rien en attente
        [one] { $n } en attente
       *[other] { $n } en attente
    }
moderation-queue-list = Dossiers en attente
moderation-queue-item = Le dossier affiché
moderation-queue-waiting = En attente
moderation-queue-everything = Tout
moderation-queue-mine-heading = Les miens
moderation-queue-mine = Je m’en occupe
moderation-queue-oldest = Le plus ancien attend depuis { $time }.
moderation-queue-more-heading = Plus
moderation-queue-history = Dossiers tranchés
moderation-queue-log = Journal public
moderation-queue-hours = Mes permanences
moderation-queue-filter = Choisir des dossiers
moderation-queue-space = Espace
moderation-queue-space-all = Tous mes espaces
moderation-queue-language = Langue
moderation-queue-language-all = Toutes les langues
moderation-queue-show = Afficher
moderation-queue-clear = Tout afficher
moderation-queue-next = Plus de dossiers
moderation-queue-first = Revenir au début
moderation-queue-done = File terminée. Rien n’attend la modération.
moderation-queue-done-last = La dernière décision vient de { $name }, { $time }.
moderation-queue-just-now = à l’instant
moderation-queue-none = Aucun dossier en attente ne correspond à ce choix.

moderation-kind-thread = Fil
moderation-tended-closed = Fermé
moderation-tended-reopened = Rouvert
moderation-tended-pinned = Mis en tête
moderation-tended-unpinned = N’est plus en tête
moderation-tended-moved = Déplacé ici
moderation-tended-joined = Réuni à un autre
moderation-tended-parted = Réponses détachées en un fil
moderation-kind-held-thread = Nouveau fil
moderation-kind-held-reply = Réponse
moderation-kind-held-edit = Modification
moderation-kind-report = Signalement
moderation-kind-member = Inscription
moderation-kind-city-claim = Ville indiquée
moderation-kind-notice = Notification externe
moderation-kind-complaint = Réclamation
moderation-kind-live-question = Question en direct

## Pourquoi un texte attend, pour la modération

moderation-held-newcomer = Premiers messages
moderation-held-newcomer-why = Moins de deux messages de cette personne ont été approuvés. La règle met en attente ; seule une personne décide.
moderation-held-space-holds-all = L’espace met tout en attente
moderation-held-space-holds-all-why = Dans cet espace, chaque message attend que la modération l’ait lu.
moderation-held-city-unknown = Nouvelle ville
moderation-held-city-unknown-why = Quelqu’un a indiqué une ville qui n’est pas dans la liste. Une fois approuvée, tout le monde peut la choisir.

## Un dossier

moderation-case-thread-by = Nouveau fil de { $name }
moderation-case-reply-by = Réponse de { $name }
moderation-case-edit-by = Modification de { $name }
moderation-case-city = Ville indiquée : { $city }
moderation-case-gone = Dossier sans son texte
moderation-case-in-thread = Réponse dans { $thread } · { $space }
moderation-case-in-space = Nouveau fil dans { $space }
moderation-case-edit-in = Modification dans { $thread } · { $space }
moderation-case-claimed-for = Indiquée par { $name }
moderation-case-all =
    { $n ->
        [0] La file d’attente
        [one] Le seul dossier en attente
       *[other] Les { $n } dossiers en attente
    }
moderation-case-nav = Dossiers
moderation-case-previous = Précédent
moderation-case-next = Suivant
moderation-case-mine = Vous vous en occupez jusqu’à { $time }
moderation-case-taken = { $name } s’en occupe jusqu’à { $time }
moderation-case-claim = Je m’en occupe
moderation-case-claim-named = Je m’en occupe : { $title }
moderation-case-take-over = Prendre le relais
moderation-case-take-over-named = Prendre le relais de { $name }
moderation-case-release = Laisser
moderation-case-release-named = Laisser : { $title }
moderation-case-text = Le texte
moderation-case-earlier =
    { $n ->
        [one] Afficher { $n } message précédent
       *[other] Afficher { $n } messages précédents
    }
moderation-case-after = La nouvelle version
moderation-case-public-now = Ce qui est public maintenant
moderation-case-new-title = Nouveau titre :
moderation-case-why = Pourquoi il est ici
moderation-case-author = Qui l’a écrit
moderation-case-author-audience = Parle au nom de
moderation-case-author-approved = Approuvés
moderation-case-author-revised = Renvoyés pour modification
moderation-case-author-declined = Non publiés
moderation-case-author-count =
    { $n ->
        [0] aucun
        [one] { $n } texte
       *[other] { $n } textes
    }
moderation-case-earlier-decisions = Décisions sur ce dossier
moderation-case-history = Ce qui s’est passé
moderation-case-city-name = Nom tel qu’il a été saisi
moderation-case-city-country = Pays
moderation-case-city-members =
    { $n ->
        [one] { $n } personne indique cette ville
       *[other] { $n } personnes indiquent cette ville
    }
moderation-case-own = Ce texte est le vôtre, c’est donc à quelqu’un d’autre de décider.
moderation-case-decided = { $name } a tranché { $time }.
moderation-case-closed = Le texte a été retiré par la personne qui l’a écrit : il n’y a rien à décider.
moderation-case-text-gone = Le texte n’est plus là.

## Décider

moderation-decide-legend = Décision
moderation-decide-approve = Publier
moderation-decide-approve-city = Ajouter la ville
moderation-decide-revise = Demander une modification
moderation-decide-decline = Ne pas publier
moderation-decide-decline-city = Ne pas l’ajouter
moderation-decide-reason = Motif
moderation-decide-reason-hint = Nécessaire, sauf pour publier. La personne concernée en lira le texte.
moderation-decide-reason-none = Aucun motif choisi
moderation-decide-note = Quelques mots à la personne
moderation-decide-note-hint = Ce qui devrait changer, ce qui était bien, où ce serait mieux à sa place. La personne concernée le lira.
moderation-decide-welcome = Souhaiter la bienvenue
moderation-decide-welcome-hint = Le courriel commence par un mot de bienvenue ; vos mots viennent dessous.
moderation-decide-letter = { $name } lira
moderation-decide-letter-approve = Votre texte est publié.
moderation-decide-letter-welcome = Bienvenue. Votre texte est publié, et nous nous réjouissons de votre arrivée.
moderation-decide-letter-person = Décidé par une personne de la modération, pas par une machine.
moderation-decide-send-named = Décider et prévenir { $name }
moderation-decide-skip = Passer
moderation-decide-undo-span =
    { $n ->
        [one] Vous pouvez annuler pendant { $n } seconde
       *[other] Vous pouvez annuler pendant { $n } secondes
    }
moderation-action-missing = Choisissez une décision.
moderation-action-unknown = Ce type de dossier ne connaît pas cette décision. Textes en attente et villes : approve, revise, decline. Messages signalés : agree, disagree, ignore.
moderation-reason-missing = Choisissez un motif : la personne concernée doit savoir pourquoi.
moderation-reason-unknown = Ce motif n’existe pas.
moderation-note-missing = Dites avec vos mots quel est le motif.
moderation-note-long = Restez sous 2 000 caractères.
moderation-restrictions-unknown = Les textes en attente n’admettent pas de restrictions : approuver publie, le reste non.
moderation-version-missing = Envoyez la version qui a été lue, dans l’en-tête If-Match.
moderation-version-bad = La version est un nombre entier entre guillemets.
moderation-filter-unknown = Aucun filtre ne porte ce nom.
moderation-text-changed = Le texte a été modifié au même moment par la personne qui l’a écrit. Relisez-le et décidez.

## La dernière action, et comment l’annuler

moderation-undo-approve = Publié : « { $title } ».
moderation-undo-revise = Modification demandée : « { $title } ».
moderation-undo-decline = Non publié : « { $title } ».
moderation-undo-left =
    { $n ->
        [one] La personne concernée sera prévenue dans { $n } seconde.
       *[other] La personne concernée sera prévenue dans { $n } secondes.
    }
moderation-undo = Annuler
moderation-undo-named = Annuler la décision sur « { $title } »
moderation-restore = Rétablir
moderation-restore-named = Rétablir « { $title } »
moderation-undo-late = Le délai pour annuler cette décision est passé.
moderation-undo-already = Cette décision était déjà annulée.
moderation-undo-superseded = Le dossier a avancé depuis : le texte a été modifié, ou une autre décision a été prise.

## Quelqu’un est passé avant

moderation-conflict-title = Quelqu’un est passé avant vous
moderation-conflict-approve = { $name } a publié ce texte { $time }. Votre décision n’a pas été appliquée.
moderation-conflict-revise = { $name } a demandé une modification { $time }. Votre décision n’a pas été appliquée.
moderation-conflict-decline = { $name } a décidé de ne pas publier ce texte { $time }. Votre décision n’a pas été appliquée.
moderation-conflict-closed = Le texte a été retiré par la personne qui l’a écrit avant votre décision. Il n’y a plus rien à faire.
moderation-conflict-taken = { $name } s’occupe de ce dossier jusqu’à { $time }. Votre décision n’a pas été appliquée.
moderation-conflict-stale-title = Le texte a changé depuis votre lecture
moderation-conflict-stale = Le texte a été modifié après que vous l’avez ouvert. Le voici tel qu’il est maintenant ; ce que vous avez choisi et écrit est conservé ci-dessous. Relisez-le et décidez.
moderation-api-decided = Une autre décision est passée avant ; elle est donnée ici.
moderation-api-claimed = Une autre personne de la modération s’occupe de ce dossier.
moderation-conflict-reason = Motif
moderation-conflict-note = Quelques mots à la personne
moderation-conflict-typed = Ce que vous aviez écrit
moderation-conflict-chosen = Ce que vous aviez choisi
moderation-conflict-case = Ouvrir le dossier
moderation-conflict-queue = Revenir à la file d’attente

## Historique

moderation-history-title = Dossiers tranchés
moderation-history-lede = Ce qui a été décidé dans les espaces que vous modérez, le plus récent en premier. Un texte non publié peut être rétabli pendant 30 jours.
moderation-history-none = Rien n’a encore été décidé.
moderation-history-when = Quand
moderation-history-what = Quoi
moderation-history-decision = Décision
moderation-history-by = Par
moderation-history-act = Action
moderation-history-region = Dossiers tranchés

moderation-did-approve = Publié
moderation-did-revise = Modification demandée
moderation-did-decline = Non publié
moderation-did-undone = Décision annulée
moderation-did-closed = Clos sans décision

moderation-line-opened = Mis en attente
moderation-line-reopened = Rouvert
moderation-line-edited = Le texte a été modifié par la personne qui l’a écrit
moderation-line-claimed = { $name } a pris le dossier
moderation-line-taken-over = { $name } a pris le relais
moderation-line-released = { $name } a laissé le dossier
moderation-line-approved = { $name } a publié
moderation-line-revised = { $name } a demandé une modification
moderation-line-declined = { $name } a décidé de ne pas publier
moderation-line-undone = { $name } a annulé la décision
moderation-line-closed = Le texte a été retiré par la personne qui l’a écrit
moderation-line-nobody = Quelqu’un

## Le journal public

moderation-log-title = Journal de modération
moderation-log-lede = Chaque décision sur un texte ou une ville, avec son motif. Personne n’est nommé, et aucun texte non publié n’est montré.
moderation-log-place = Comment on prend soin de Stoa
moderation-log-here = Journal de modération
moderation-log-desk = Le bureau de la modération
moderation-log-facts = Les 30 derniers jours
moderation-log-machine = Décidé par une machine seule
moderation-log-machine-note = les règles mettent en attente, les personnes décident
moderation-log-filter = Choisir des décisions
moderation-log-action = Décision
moderation-log-action-all = Toutes les décisions
moderation-log-reason = Motif
moderation-log-reason-all = Tous les motifs
moderation-log-space = Espace
moderation-log-space-all = Tous les espaces
moderation-log-show = Afficher
moderation-log-region = Décisions
moderation-log-when = Quand
moderation-log-what = Quoi
moderation-log-by = Par
moderation-log-by-moderator = Modération
moderation-log-nowhere = Tout le site
moderation-log-noreason = pas nécessaire
moderation-log-none = Pas encore de décision. La première apparaîtra ici pour tout le monde.
moderation-log-none-filtered = Aucune décision ne correspond à ce choix.

## Motifs : nom, titre, texte (lu par la personne concernée), règle de la maison

moderation-reason-off-topic = Hors sujet
moderation-reason-off-topic-title = Ce texte n’est pas à sa place ici
moderation-reason-off-topic-body = Votre texte parle d’autre chose que cet espace ou ce fil. Il peut être tout à fait à sa place dans un autre.
moderation-reason-off-topic-rule = Règle 1 : rester dans la question.
moderation-reason-advertising = Publicité
moderation-reason-advertising-title = Ce texte propose quelque chose à vendre
moderation-reason-advertising-body = Votre texte vante un produit ou un service que personne n’avait demandé. Dites plutôt ce que vous avez appris avec lui, ou répondez quand quelqu’un demande des offres.
moderation-reason-advertising-rule = Règle 2 : partager, ne pas vendre.
moderation-reason-personal-data = Données personnelles
moderation-reason-personal-data-title = Ce texte montre des données d’autres personnes
moderation-reason-personal-data-body = Votre texte nomme ou montre des personnes qui n’ont peut-être pas donné leur accord : noms, adresses, numéros de téléphone ou visages. Enlevez-les, et il pourra être publié.
moderation-reason-personal-data-rule = Règle 3 : laisser de côté ce qui relève de la vie privée des autres.
moderation-reason-insult = Attaque contre une personne ou une ville
moderation-reason-insult-title = Ce texte attaque quelqu’un
moderation-reason-insult-body = Votre texte attaque une personne, un groupe ou une ville plutôt que ce qu’ils disent ou font. Exprimez votre désaccord sur le fond, et il pourra être publié.
moderation-reason-insult-rule = Règle 4 : de la fermeté sur le fond, des égards pour les personnes.
moderation-reason-false-information = Information fausse
moderation-reason-false-information-title = Ce texte affirme quelque chose d’inexact
moderation-reason-false-information-body = Votre texte présente comme un fait quelque chose que l’on sait faux, ou cite une source qui ne le dit pas. Corrigez-le, ou dites d’où cela vient.
moderation-reason-false-information-rule = Règle 5 : dire d’où cela vient.
moderation-reason-rights = Droits d’autrui
moderation-reason-rights-title = Ce texte utilise le travail d’autrui
moderation-reason-rights-body = Votre texte reprend un texte, une image ou un plan qui appartient à quelqu’un d’autre. Citez-en un court passage avec sa source, ou mettez un lien.
moderation-reason-rights-rule = Règle 6 : citer et mettre un lien, ne pas copier.
moderation-reason-spam = Envoi en masse
moderation-reason-spam-title = Ce texte a été envoyé en masse
moderation-reason-spam-body = Votre texte a été envoyé à beaucoup d’endroits, ou n’a rien à voir avec celui-ci.
moderation-reason-spam-rule = Règle 7 : écrire pour les personnes de ce fil.
moderation-reason-other = Autre motif
moderation-reason-other-title = Autre motif
moderation-reason-other-body = Les mots de la modération disent pourquoi.
moderation-reason-other-rule = Les règles de la maison

## Ce que lit la personne concernée

moderation-statement-title-approve = Votre texte a été publié
moderation-statement-title-revise = Une modification a été demandée
moderation-statement-title-decline = Votre texte n’a pas été publié
moderation-statement-title-undone = Cette décision a été annulée
moderation-statement-title-city-approve = Votre ville a été ajoutée
moderation-statement-title-city-decline = Votre ville n’a pas été ajoutée
moderation-statement-lede = Décision du { $time }.
moderation-statement-heading = Ce qui a été décidé et pourquoi
moderation-statement-decision = Décision
moderation-statement-decision-approve = Toutes les personnes qui peuvent lire cet espace peuvent lire votre texte.
moderation-statement-decision-revise = Votre texte reste où il est, visible seulement par vous et la modération, jusqu’à ce que vous l’ayez modifié. Une personne le regarde alors de nouveau.
moderation-statement-decision-decline = Votre texte n’est pas montré aux autres. Il est dans vos brouillons, pour que vous puissiez le modifier et le renvoyer.
moderation-statement-decision-city-approve = Tout le monde peut maintenant choisir la ville.
moderation-statement-decision-city-decline = La ville n’est pas dans la liste. Vous pouvez en choisir une autre dans votre profil.
moderation-statement-where = Où
moderation-statement-where-all = Partout sur ce site, sans limite de temps
moderation-statement-reason = Motif
moderation-statement-rule = Règle
moderation-statement-note = Les mots de la modération
moderation-statement-how = Comment cela nous est parvenu
moderation-statement-how-newcomer = Mis en attente parce que moins de deux de vos messages avaient été approuvés, puis lu par une personne
moderation-statement-how-space-holds-all = Mis en attente parce que cet espace met chaque message en attente, puis lu par une personne
moderation-statement-how-city-unknown = Regardé parce que la ville n’était pas dans la liste
moderation-statement-machine = La part de la machine
moderation-statement-machine-text = Elle a mis le texte en attente. Elle n’a pas décidé.
moderation-statement-reference = Numéro
moderation-statement-on = Ce que vous pouvez faire maintenant
moderation-statement-on-post = Aller à votre texte
moderation-statement-on-drafts = Ouvrir vos brouillons
moderation-statement-on-city = Choisir une ville
moderation-statement-undone = La modération a annulé cette décision { $time } ; le texte en attend une nouvelle.
moderation-statement-superseded = Cette décision est antérieure ; depuis, le texte a changé ou une autre décision a été prise.
moderation-statement-for-moderators = Vous voyez cette page au titre de la modération. La personne concernée ne sait pas qui a décidé.

## Espaces, pour l’administration

moderation-spaces-title = Espaces
moderation-spaces-lede = Qui entre, qui publie, ce qui est mis en attente, et qui modère.
moderation-spaces-settings = Réglages de { $space }
moderation-spaces-name = Nom en { $language }
moderation-spaces-summary = Une phrase de présentation, en { $language }
moderation-spaces-slug = Nom dans les adresses
moderation-spaces-slug-hint = Minuscules, chiffres et traits d’union. Il ne peut plus être changé ensuite.
moderation-spaces-visibility = Qui entre
moderation-spaces-visibility-public = Tout le monde
moderation-spaces-visibility-public-hint = Y compris les personnes sans session ouverte, et les moteurs de recherche.
moderation-spaces-visibility-members = Les membres
moderation-spaces-visibility-members-hint = Toute personne avec une session ouverte.
moderation-spaces-visibility-private = Seulement les personnes admises
moderation-spaces-visibility-private-hint = Personne d’autre ne peut savoir que l’espace existe.
moderation-spaces-posting = Qui publie
moderation-spaces-posting-members = Les membres ouvrent des fils et répondent
moderation-spaces-posting-moderators-open = La modération ouvre des fils, les membres répondent
moderation-spaces-posting-moderators = La modération seulement
moderation-spaces-holding = Ce qui est mis en attente
moderation-spaces-holding-newcomers = Les messages des nouveaux membres, jusqu’à ce que deux aient été approuvés
moderation-spaces-holding-everybody = Tous les messages, sauf ceux de la modération
moderation-spaces-languages = Langues
moderation-spaces-languages-hint = Des codes comme en, es, ar, séparés par des virgules. Vide veut dire toutes les langues.
moderation-spaces-order = Place dans la liste
moderation-spaces-history = Les versions antérieures des messages modifiés sont ouvertes à la lecture
moderation-spaces-neutral = Les courriels ne nomment ni l’espace ni le fil dans leur objet
moderation-spaces-save = Enregistrer les réglages
moderation-spaces-add = Ajouter un espace
moderation-spaces-add-button = Ajouter l’espace
moderation-spaces-moderators-none = Personne ne modère seulement cet espace. La modération de tous les espaces et l’administration s’en chargent.
moderation-spaces-form = Réglages
moderation-spaces-here = Qui décide ici
moderation-spaces-roles = Donner et retirer des rôles
moderation-spaces-presence = Ce qui est dit aux personnes qui attendent
moderation-spaces-changed = Quelqu’un d’autre a changé cet espace entre-temps. Voici ses réglages actuels.
moderation-spaces-open = Ouvrir l’espace

## Touches

moderation-key-next = suivant, précédent
moderation-key-claim = prendre, laisser
moderation-key-approve = publier
moderation-key-revise = demander une modification
moderation-key-decline = ne pas publier
moderation-key-reason = choisir un motif
moderation-key-note = écrire à la personne
moderation-key-send = décider
moderation-key-undo = annuler
moderation-key-skip = passer
moderation-spaces-translated = Les textes peuvent être confiés au service de traduction
moderation-tended-slowed = Mode lent activé
moderation-tended-unslowed = Mode lent désactivé
