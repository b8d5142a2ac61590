# Inscription, connexion, réglages, pages des personnes, membres pour l’administration.

flash-joined = Regardez vos courriels : un message avec un lien est en route.
flash-confirmed = Votre adresse est confirmée. Bienvenue.
flash-signed-in = Votre session est ouverte.
flash-signed-out = Votre session est fermée.
flash-saved = Enregistré.
flash-session-ended = Cette session est fermée.
flash-sessions-ended = Toutes les autres sessions sont fermées.
flash-password-changed = Votre mot de passe est changé. Vos autres sessions sont fermées.
flash-link-sent = Regardez vos courriels : un message avec un lien est en route.

## Champs

accounts-email = Courriel
accounts-email-hint = Ne sert qu’aux courriels envoyés d’ici. Personne d’autre ne voit cette adresse.
accounts-email-empty = Écrivez votre adresse de courriel
accounts-email-bad = Écrivez une seule adresse, par exemple nom@ville.example
accounts-email-taken = Un membre a déjà cette adresse.
accounts-name = Nom affiché
accounts-name-hint = Le nom à côté de ce que vous écrivez. Ici, presque tout le monde utilise son nom complet.
accounts-name-empty = Écrivez le nom que les autres verront
accounts-name-long = Écrivez au plus 60 caractères
accounts-name-link = Écrivez un nom sans adresse ni arobase : les logiciels de courriel en feraient un lien
accounts-handle = Pour les mentions
accounts-password = Mot de passe
accounts-password-new = Nouveau mot de passe
accounts-password-current = Mot de passe actuel
accounts-password-hint = Au moins 10 caractères. Trois ou quatre mots sans rapport entre eux sont sûrs et faciles à retenir.
accounts-password-empty = Écrivez un mot de passe
accounts-password-short = Écrivez au moins 10 caractères : plus court, il se trouve à force d’essais
accounts-password-long = Écrivez au plus 200 caractères
accounts-password-common = Prenez-en un autre : celui-ci est parmi les premiers essayés
accounts-password-own = Prenez-en un autre : celui-ci n’est que votre nom ou votre adresse
accounts-password-wrong = Ce n’est pas votre mot de passe actuel
accounts-bio = À propos de vous
accounts-bio-hint = Ce sur quoi vous travaillez et ce qu’on peut vous demander. Texte simple ; tout le monde peut le lire.
accounts-bio-long = Écrivez au plus 2 000 caractères
accounts-note = Un mot à la modération
accounts-note-hint = Ce qui vous amène, si vous voulez le dire. Seule l’administration le lit.
accounts-note-long = Écrivez au plus 1 000 caractères
accounts-languages = Langues que vous lisez et écrivez
accounts-languages-empty = Choisissez au moins une langue
accounts-languages-many = Choisissez au plus 10 langues
accounts-language-bad = Écrivez le code de la langue, par exemple fr ou pt-BR
accounts-locale = Langue des pages et des courriels
accounts-locale-hint = Les mots autour des messages, et les courriels que vous recevez.
accounts-locale-bad = Les pages ne sont pas encore écrites dans cette langue
accounts-zone = Fuseau horaire
accounts-zone-hint = Pour les heures dans les pages et l’heure de votre résumé.
accounts-zone-later = Le dire plus tard (UTC d’ici là)
accounts-zone-bad = Choisissez un fuseau horaire dans la liste
accounts-choose = Choisir
accounts-theme = Affichage
accounts-theme-auto = Comme l’appareil
accounts-theme-light = Clair
accounts-theme-bad = Choisissez auto, light ou dark
accounts-theme-dark = Sombre
accounts-keys = Les lettres seules servent de raccourcis
accounts-keys-hint = j et k parcourent les listes, r répond, ? les montre tous. Désactivez-les si vous parlez à votre ordinateur ou si votre lecteur d’écran a ses propres touches.

## Au nom de qui

accounts-audience = Au nom de qui vous parlez
accounts-audience-hint = Affiché à côté de tout ce que vous écrivez. Pour quitter « entreprise » plus tard, il faut passer par la modération.
accounts-audience-empty = Choisissez au nom de qui vous parlez
accounts-audience-moderator = C’est la modération qui change « entreprise » en autre chose. Écrivez-lui.
accounts-audience-local-authority = collectivité locale
accounts-audience-international-organisation = organisation internationale
accounts-audience-policy-maker = politiques publiques
accounts-audience-researcher = recherche
accounts-audience-practitioner = métiers de la ville
accounts-audience-industry = entreprise
accounts-audience-civil-society = société civile
accounts-audience-citizen = habitantes et habitants

## Le lien avec une ville

accounts-tie = Votre lien avec une ville
accounts-tie-empty = Choisissez votre lien avec une ville
accounts-tie-city = Je travaille pour une ville
accounts-tie-city-hint = Dans ses services, dans une de ses sociétés ou sous contrat
accounts-tie-citizen = J’habite une ville et je participe à ce titre
accounts-tie-citizen-hint = Les autres voient la ville et que vous y habitez
accounts-tie-across = Je travaille avec plusieurs villes
accounts-tie-across-hint = Réseau, ministère, université, fondation : aucune ville n’apparaît à côté de votre nom
accounts-city = Ville
accounts-city-hint = Écrivez-la comme chez vous ou en anglais : Łódź, Toyama. Laissez vide si vous travaillez avec plusieurs villes.
accounts-city-find = Chercher
accounts-city-which = Laquelle
accounts-city-add = « { $name } » n’est pas dans la liste : l’ajouter
accounts-city-add-hint = Vous l’utilisez tout de suite. Les autres la voient une fois que la modération l’a regardée.
accounts-city-empty = Écrivez la ville
accounts-city-choose = Choisissez l’une des villes trouvées
accounts-city-unknown = Aucune ville de la liste ne porte ce nom : ajoutez-la avec son pays, ou écrivez-la autrement
accounts-city-gone = Choisissez de nouveau la ville : celle-ci n’est plus dans la liste
accounts-city-missing = Pour un lien avec une ville, il faut la ville
accounts-city-unlisted = Aucune ville de la liste n’a ce nom dans son adresse
accounts-city-name-bad = Écrivez seulement le nom de la ville
accounts-country = Pays
accounts-country-when = (d’une ville que vous ajoutez)
accounts-country-empty = Choisissez le pays de la ville que vous ajoutez

## S’inscrire

accounts-join-title = S’inscrire
accounts-join-lede = Ici, on parle depuis la pratique d’une ville, en tant qu’habitante ou habitant, ou d’une ville à l’autre. Vous pouvez lire sans vous inscrire ; pour demander et répondre, inscrivez-vous.
accounts-join-button = S’inscrire
accounts-join-have = Votre inscription est déjà faite ?
accounts-join-stored = Nous gardons ce que vous écrivez ici, la date de votre venue et, pendant 30 jours, d’où vous venez (la moitié de l’adresse réseau). Cela ne sert qu’à cette communauté et n’est donné à personne ; vous pouvez le changer, l’emporter ou le faire effacer. Une adresse non confirmée est supprimée au bout de 7 jours.
accounts-sent-title = Regardez vos courriels
accounts-sent-join = Un courriel est en route vers l’adresse que vous avez écrite. Suivez son lien dans les 7 jours, et vous y êtes.
accounts-sent-confirm = Si quelqu’un s’est inscrit avec cette adresse sans l’avoir confirmée, un courriel est en route.
accounts-sent-sign-in = Si un membre a cette adresse, un courriel avec un lien est en route. Le lien fonctionne une fois, pendant 15 minutes, sur n’importe quel appareil.
accounts-sent-reset = Si un membre a cette adresse, un courriel avec un lien est en route. Le lien fonctionne une fois, pendant 60 minutes.
accounts-sent-nothing = Rien au bout de cinq minutes ? Regardez dans les indésirables, vérifiez l’adresse, puis
accounts-sent-again = demandez-en un autre.

## Liens des courriels

accounts-way-new = Demander un nouveau lien
accounts-way-sign-in = Se connecter
accounts-confirm-title = Confirmez votre adresse
accounts-confirm-lede = Un clic, et vous pouvez écrire. Si cette inscription ne vient pas de vous, fermez cette page : il ne se passe rien.
accounts-confirm-button = Confirmer et entrer
accounts-confirm-used-title = Déjà confirmée
accounts-confirm-used = Cette adresse est confirmée. Connectez-vous avec votre mot de passe ou un lien reçu par courriel.
accounts-confirm-expired-title = Ce lien a expiré
accounts-confirm-expired = Il fonctionnait pendant 7 jours, ou un courriel plus récent l’a remplacé. Demandez-en un nouveau, ou recommencez l’inscription.
accounts-confirm-ask-title = Un nouveau lien de confirmation
accounts-confirm-ask-lede = Écrivez l’adresse de votre inscription.
accounts-confirm-ask-button = Envoyer le courriel
accounts-sign-in-link-title = Se connecter
accounts-sign-in-link-lede = Un clic, et vous y êtes. Le lien fonctionne une fois.
accounts-sign-in-link-button = Se connecter
accounts-sign-in-link-used-title = Ce lien a déjà servi
accounts-sign-in-link-used = Un lien ne connecte qu’une fois. Demandez-en un nouveau, ou utilisez votre mot de passe.
accounts-sign-in-link-expired-title = Ce lien a expiré
accounts-sign-in-link-expired = Il fonctionnait pendant 15 minutes, ou un lien plus récent l’a remplacé. Demandez-en un nouveau.
accounts-sign-in-link-ask-title = Se connecter par courriel
accounts-sign-in-link-ask-lede = Écrivez votre adresse, et nous vous envoyons un lien. Il fonctionne une fois, pendant 15 minutes, sur n’importe quel appareil.
accounts-sign-in-link-ask-button = Recevoir un lien
accounts-reset-title = Choisissez un nouveau mot de passe
accounts-reset-lede = Il remplace l’ancien, et toutes vos sessions se ferment. Connectez-vous ensuite avec le nouveau.
accounts-reset-button = Enregistrer le mot de passe
accounts-reset-used-title = Ce lien a déjà servi
accounts-reset-used = Un lien ne change le mot de passe qu’une fois. Demandez-en un nouveau si nécessaire.
accounts-reset-expired-title = Ce lien a expiré
accounts-reset-expired = Il fonctionnait pendant 60 minutes, ou un lien plus récent l’a remplacé. Demandez-en un nouveau.
accounts-reset-ask-title = Mot de passe oublié
accounts-reset-ask-lede = Écrivez votre adresse, et nous vous envoyons un lien pour choisir un nouveau mot de passe. L’ancien reste valable d’ici là.
accounts-reset-ask-button = Recevoir un lien

## Se connecter

accounts-sign-in-title = Se connecter
accounts-sign-in-button = Se connecter
accounts-sign-in-send = Recevoir un lien
accounts-sign-in-wrong = L’adresse et le mot de passe ne vont pas ensemble, ou l’adresse n’est pas encore confirmée. Essayez encore, ou demandez qu’on vous envoie un lien.
accounts-sign-in-note = Le lien arrive par courriel et fonctionne une fois, pendant 15 minutes, sur n’importe quel appareil. Il vous dispense de mot de passe.
accounts-sign-in-forgotten = Mot de passe oublié
accounts-sign-in-new = Première visite ?
accounts-sign-in-new-lede = Vous pouvez lire presque tout sans compte. Pour demander et répondre, inscrivez-vous.
accounts-sign-in-join = S’inscrire
accounts-too-often = Cela fait beaucoup de tentatives en peu de temps. Vous pouvez réessayer à partir de { $time }. Ce que vous avez écrit est toujours là.
accounts-busy = Beaucoup de personnes se connectent en ce moment. Réessayez dans quelques secondes ; ce que vous avez écrit est toujours là.

## Réglages

accounts-settings-title = Réglages
accounts-tab-profile = Profil
accounts-tab-email = Courriel
accounts-tab-sessions = Sessions
accounts-tab-password = Mot de passe
accounts-tab-files = Fichiers
accounts-tab-data = Vos données
accounts-sign-in-anew = Reconnectez-vous pour continuer : ceci reste ouvert une heure après la connexion.
accounts-tab-hours = Permanences
accounts-stale = Vos réglages ont changé ailleurs entre-temps ; le nom est maintenant { $name }. Ce que vous avez écrit est ci-dessous : le bouton Enregistrer le met à la place.
accounts-changed-meanwhile = Vos réglages ont changé entre-temps. Relisez-les et refaites la modification.
accounts-profile-title = Profil et langues
accounts-profile-page = Votre page
accounts-profile-see = Voir la page
accounts-password-title = Mot de passe
accounts-password-button = Changer le mot de passe
accounts-password-ends = Vos autres sessions se ferment, et un courriel vous informe du changement.
accounts-password-none = Vous n’avez pas de mot de passe ; vous vous connectez par des liens reçus par courriel. Pour en choisir un, demandez qu’on vous envoie un lien.
accounts-sessions-title = Vos sessions ouvertes
accounts-sessions-lede = Chaque navigateur ou programme qui agit en votre nom. Fermez ceux que vous ne connaissez pas, puis changez votre mot de passe.
accounts-sessions-end = Fermer toutes les autres
accounts-sessions-note = Une session se ferme après 30 jours sans visite et, dans tous les cas, après 180 jours.
accounts-session-device = { $browser } sur { $system }
accounts-session-unknown = Programme inconnu
accounts-session-here = celle-ci
accounts-session-seen = Dernière visite
accounts-session-since = depuis le
accounts-session-network = réseau
accounts-session-end = Fermer
accounts-hours-title = Heures de permanence
accounts-hours-lede = Quand vous regardez ce qui attend, dans votre fuseau ({ $zone }). Ces heures servent à dire à qui attend quand une personne lira son texte ; sans heures, rien n’est promis.
accounts-hours-from = { $day }, plage { $n }, début
accounts-hours-to = { $day }, plage { $n }, fin
accounts-hours-bad = Écrivez les deux heures de la plage, la plus tôt en premier ; 00:00 à la fin veut dire minuit
accounts-hours-overlap = Deux plages d’un même jour se chevauchent
accounts-hours-many = Indiquez au plus 28 plages par semaine

## Pages des personnes

accounts-person-edit = Modifier votre profil
accounts-person-admin = Rôles et suspension
accounts-person-joined = Ici depuis le
accounts-person-posts = Messages
accounts-person-none = Pas encore de message que vous puissiez lire.
accounts-person-opened = a ouvert le fil
accounts-person-reply = réponse { $n }
accounts-list-more = Plus anciens
accounts-list-first = Depuis les plus récents

## Membres, pour l’administration

accounts-members-title = Membres
accounts-members-search = Nom, adresse ou mention
accounts-members-shown = Afficher
accounts-members-show = Afficher
accounts-members-all = Tout le monde
accounts-members-roles = Avec un rôle
accounts-members-suspended = En suspension
accounts-members-unconfirmed = Adresse non confirmée
accounts-members-none = Personne ne correspond. Cherchez avec moins de mots, ou affichez tout le monde.
accounts-member-roles = Rôles
accounts-member-no-roles = Aucun.
accounts-member-state = État
accounts-member-unconfirmed = Adresse non confirmée
accounts-member-silent = En suspension, sans limite de durée
accounts-member-silent-until = En suspension jusqu’au { $time }
accounts-member-created = Inscription
accounts-member-confirmed = Adresse confirmée
accounts-member-audience = Parle au nom de
accounts-member-approved = Messages approuvés
accounts-role = Rôle
accounts-role-where = Où
accounts-role-everywhere-choice = Tous les espaces
accounts-role-moderator = modération
accounts-role-curator = évaluation des pratiques
accounts-role-administrator = administration
accounts-role-participant = participation à un espace privé
accounts-role-in = { $role } dans { $space }
accounts-role-give = Donner le rôle
accounts-role-take = Retirer
accounts-role-everywhere = L’évaluation des pratiques et l’administration valent partout : choisissez tous les espaces
accounts-role-needs-space = Choisissez l’espace privé
accounts-role-no-space = Choisissez un espace dans la liste
accounts-role-last-administrator = C’est la dernière personne à l’administration. Donnez d’abord le rôle à quelqu’un d’autre.
accounts-suspend-title = Suspension
accounts-suspend-lede = Pendant une suspension, un membre lit, exporte et conteste, mais n’écrit pas.
accounts-suspend-days = Durée
accounts-suspend-forever = sans limite
accounts-suspend-button = Suspendre
accounts-suspend-lift = Rendre la parole
accounts-suspend-bad = Choisissez une durée
accounts-translated = Afficher la traduction des textes en d’autres langues
accounts-translated-hint = Quand une traduction existe, elle prend la place de l’original, accessible d’une pression. Les langues que vous lisez restent toujours telles qu’écrites.
