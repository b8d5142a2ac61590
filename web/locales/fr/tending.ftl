# Bookmarks and moments.
threads-bookmarks = Signets
threads-bookmarks-lede = Les messages que vous gardez pour plus tard. Personne d’autre ne voit ce que vous gardez.
threads-bookmarks-none = Vous ne gardez rien pour l’instant. Sous chaque message, « Garder » le range ici.
threads-bookmarks-older = Signets plus anciens
threads-bookmark = Votre signet
threads-bookmark-away = Ce texte n’est plus là.
threads-bookmark-note = Votre note
threads-bookmark-note-long = La note est trop longue : 300 caractères au plus.
threads-bookmark-when = Me le rappeler
threads-bookmark-never = Pas besoin
threads-bookmark-reminds = Rappel le { $time }.
threads-bookmark-change = Note et rappel
threads-bookmark-delete = Retirer le signet
threads-bookmark-save = Enregistrer
threads-bookmarks-many = Vous gardez 2 000 messages, c’est le maximum. Retirez-en d’abord quelques-uns.
threads-moment-past = Ce moment est passé. Choisissez-en un plus tard.
threads-moment-far = C’est dans plus de deux ans. Choisissez un moment plus proche.
flash-bookmarked = Gardé dans vos signets. « Gardé » permet d’ajouter un rappel.
flash-bookmark-set = Votre signet est enregistré.
flash-bookmark-gone = Le signet est retiré.
chrome-post-bookmark = Garder
chrome-post-bookmark-of = Garder le message de { $name }
chrome-post-bookmarked = Gardé
chrome-post-bookmarked-of = Gardé : le message de { $name }
threads-key-b = garder
threads-home-reminder = Vous vouliez qu’on vous le rappelle
digests-inbox-reminder = Vous vouliez qu’on vous le rappelle
digests-why-reminder = parce que vous l’avez demandé
letters-reminder-subject = Rappel : { $title }
letters-reminder-note = Votre note : { $note }
letters-why-reminder = Vous recevez ce courriel parce que vous avez demandé qu’on vous rappelle ce message.
moment-in-hour = Dans une heure
moment-in-tomorrow = Demain à huit heures
moment-in-days = Dans trois jours à huit heures
moment-in-monday = Lundi prochain à huit heures
moment-in-month = Dans quatre semaines à huit heures
moment-at = Au moment indiqué ci-dessous
moment-at-label = Jour et heure
moment-zone = Dans votre fuseau horaire, { $zone }.
moment-unread = Choisissez un jour et une heure.

# Closed and opened by the clock, and slow mode.
flash-timer = Le fil se fermera de lui-même à ce moment.
flash-timer-off = Le fil ne se ferme plus de lui-même.
flash-slow = Désormais, chacun sauf la modération écrit ici de temps en temps.
flash-slow-off = On écrit ici aussi souvent qu’ailleurs.
threads-tend-clock = À heure fixe
threads-tend-opens = Fermer maintenant, rouvrir
threads-tend-opens-never = Quand la modération le rouvre
threads-tend-close-until = Fermer jusque-là
threads-tend-timer = Ouvert ; fermer de lui-même
threads-tend-timer-never = Jamais
threads-tend-timer-set = Fixer le moment
threads-timer-closed = Le fil est déjà fermé.
threads-opens-at = Rouvre le { $time }
threads-closes-at = Ferme le { $time }
threads-slow = Mode lent
threads-slow-off = Désactivé
threads-slow-set = Fixer le rythme
threads-slow-unknown = Choisissez un rythme de la liste.
threads-slow-rule = Mode lent : { $every }, pour que chacun puisse suivre.
threads-slow-until = Vous pourrez écrire de nouveau le { $time }.
threads-slow-minutes = { $n ->
    [one] un texte par personne toutes les { $n } minute
    [many] un texte par personne toutes les { $n } minutes
   *[other] un texte par personne toutes les { $n } minutes
}
threads-slow-hours = { $n ->
    [one] un texte par personne toutes les { $n } heure
    [many] un texte par personne toutes les { $n } heures
   *[other] un texte par personne toutes les { $n } heures
}

# Published later.
threads-later = À publier
threads-later-at = Publication le { $time }
threads-later-stop = Ne pas publier seul
threads-later-choose = Publier plus tard
threads-later-when = Quand
threads-later-choose-when = Choisissez un moment
threads-later-send = Publier à ce moment
threads-later-many = Cinquante de vos textes attendent leur moment, c’est le maximum. Publiez-en ou supprimez-en d’abord.
flash-later = Gardé. Le texte sera publié de lui-même à son moment ; d’ici là, vous pouvez le modifier ici.
flash-later-not = Le texte reste un brouillon jusqu’à ce que vous le publiiez.
digests-inbox-unsent = Un de vos textes n’a pas pu être publié à son moment
digests-why-unsent = il est gardé dans vos brouillons
threads-later-not-this = Seuls un nouveau fil ou une réponse peuvent être publiés plus tard.

# Blocked people.
threads-level-blocked = Bloquer : replier les textes, ne rien signaler
threads-level-blocked-hint = Rien ne vous est signalé, pas même quand cette personne vous nomme ou vous répond. Elle n’en sait rien.
chrome-post-folded = Vous avez bloqué cette personne. Afficher le texte

# Polls.
threads-poll = Sondage
threads-poll-help = Une liste dont les éléments commencent par ( ) est un sondage : - ( ) Tramways.
threads-poll-choose = Choisissez une des options.
threads-poll-reason = Dire pourquoi
threads-poll-reason-hint = Votre raison devient une réponse dans le fil, sous votre nom. Sans elle, personne ne voit votre vote.
threads-poll-vote = Voter
threads-poll-again = Changer mon vote
threads-poll-withdraw = Retirer mon vote
threads-poll-yours = votre vote
threads-poll-over = Fermé
threads-poll-closed = Le sondage est fermé.
threads-poll-changed = Les options ont changé. Relisez-les avant de voter.
threads-poll-keep = Clôture et issue du sondage
threads-poll-conclude = Le sondage est terminé. Écrivez ce qui en ressort
threads-poll-closing = Quand il ferme
threads-poll-closing-never = Quand j’écris l’issue
threads-poll-closing-set = Fixer le moment
threads-poll-outcome = Ce qui en ressort
threads-poll-outcome-hint = Ce qui est décidé, et la suite. Cela devient une réponse dans le fil et figure près du sondage.
threads-poll-outcome-close = Fermer le sondage sur cette issue
threads-poll-outcome-write = Écrire l’issue
threads-poll-outcome-is = Issue
threads-poll-outcome-go = Le lire dans le fil
flash-voted = Votre vote compte.
flash-vote-withdrawn = Votre vote est retiré.
flash-vote-reason-held = Votre vote compte. Votre raison attend la modération.
flash-poll-set = Le moment du sondage est fixé.
flash-poll-closed = Le sondage est fermé et son issue figure dans le fil.
threads-home-poll-closed = Votre sondage est terminé. Écrivez ce qui en ressort
digests-inbox-poll-closed = Votre sondage est terminé. Écrivez ce qui en ressort
digests-why-poll-closed = parce que vous avez fait le sondage
threads-poll-voters = { $n ->
    [0] Personne n’a encore voté
    [one] { $n } personne a voté
   *[other] { $n } personnes ont voté
}
threads-poll-votes = { $n ->
    [one] { $n } vote : { $mission } de villes Mission, { $world } de villes du monde
   *[other] { $n } votes : { $mission } de villes Mission, { $world } de villes du monde
}
threads-poll-newcomer = Vous pourrez voter quand deux de vos textes auront été approuvés.
threads-poll-count = { $n ->
    [0] aucun vote
    [one] { $n } vote
   *[other] { $n } votes
}
threads-unreplied = { $n ->
    [one] { $n } fil attend sa première réponse
   *[other] { $n } fils attendent leur première réponse
}
threads-unreplied-head = Personne n’a encore répondu
threads-filter-unreplied = Sans aucune réponse
threads-related = Fils proches
threads-table = Tableau de ce fil
threads-table-number = N°
threads-table-who = Qui
threads-table-begins = Début
threads-table-useful = Utile
threads-table-day = Quand
threads-table-gone = Ce message n’est plus là.
threads-order-refused = { $n ->
    [one] { $n } fil reste ici. Les autres sont partis.
   *[other] { $n } fils restent ici. Les autres sont partis.
}
threads-tend-many = Tenir cet espace en ordre
threads-order-many = Déplacer plusieurs fils
threads-order-lede = Choisissez les fils qui ont leur place ailleurs. Leurs adresses, citations et positions de lecture restent.
threads-order-look = voir
threads-order-none = Choisissez d’un à cent fils.
threads-order-nowhere = Vous ne vous occupez d’aucun autre espace.
flash-moved-all = Les fils sont maintenant dans cet espace.

# The summary of a thread.
threads-summary = Résumé
threads-summary-lede = Ce qu’il faut savoir de ce fil en deux minutes : ce qui est acquis, ce qui reste ouvert, quels messages lire. Cela devient une réponse et reste en tête jusqu’à ce que quelqu’un en écrive un meilleur.
threads-summary-text = Le résumé
threads-summary-send = Le mettre en tête
threads-summary-sources = Liens vers les messages, à copier dans le texte
threads-summary-write = Résumer ce fil
threads-summary-anew = Le récrire
threads-summary-reply = Le lire parmi les réponses
threads-summary-unset = N’est plus un résumé
threads-summary-other = Un autre résumé est là maintenant.
flash-summary = Votre résumé est maintenant en tête du fil.
flash-summary-gone = Le fil n’a plus de résumé. La réponse reste.
threads-summary-reply-only = Seule une réponse de ce fil peut le résumer.

# Posts that everybody may edit.
threads-wiki = Tout le monde peut modifier ce texte.
threads-wiki-by = Tout le monde peut modifier ce texte. Dernière version : { $name }.
threads-wiki-waits = Ce texte ne peut pas être modifié pour l’instant. Réessayez plus tard.
chrome-post-wiki = Ouvrir à la modification
chrome-post-wiki-of = Ouvrir à la modification le message de { $name }
chrome-post-unwiki = Réserver à l’auteur
chrome-post-unwiki-of = Réserver à l’auteur : message de { $name }
flash-wiki = Tout le monde peut désormais modifier ce texte. Chaque version est gardée.
flash-wiki-off = Seul son auteur modifie désormais ce texte.
threads-wiki-files = Le texte d’une autre personne montre les fichiers qui y sont. On ne peut pas en ajouter.
threads-later-gone = Ce texte est déjà publié, ou a été jeté.
