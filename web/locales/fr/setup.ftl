# The first ten minutes of a new site.

setup-title = Un nouveau site
setup-lede = Dans dix minutes, on peut entrer. Commencez par vous : vous administrerez.
setup-you = Vous
setup-person = Votre nom
setup-site = Nom et langues
setup-name = Nom du site
setup-name-hint = En haut de chaque page et dans les lettres ; 60 caractères au plus.
setup-name-bad = Un nom de 1 à 60 caractères.
setup-language = Langue de dernier recours
setup-language-hint = Pour les lecteurs dont les pages ne parlent pas les langues.
setup-languages = Langues dans lesquelles on écrit ici
setup-languages-hint = La langue d’un message est reconnue parmi elles.
setup-languages-bad = Choisissez au moins une langue.
setup-begin = Commencer
setup-list = Mise en route
setup-list-lede = Ce qu’il faut à un site avant qu’on y vienne. Rien n’est perdu si vous partez et revenez.
setup-done = Fait
setup-open = À faire
setup-step-name = Nom et langues
setup-step-name-text = Le site s’appelle { $site }.
setup-step-name-way = Modifier
setup-step-pages = Conditions, confidentialité, contact
setup-step-pages-text = Ce que les membres acceptent, ce qui est conservé d’eux, et qui eux et les autorités peuvent joindre (règlement sur les services numériques, art. 11, 12 et 14). Manquent dans la langue du site :
setup-step-pages-way = Écrire les pages
setup-step-spaces = Espaces
setup-step-spaces-way = Voir les espaces
setup-moderator = Premier modérateur
setup-moderator-text = Les messages des nouveaux attendent quelqu’un : il faut que cette personne soit là. Elle reçoit une lettre et se connecte par un lien envoyé par courriel.
setup-moderator-button = Ajouter le modérateur
setup-moderator-name = Nom du modérateur
setup-letter = Une lettre à vous-même
setup-letter-text = Confirmations, liens et résumés partent par lettre. Vérifiez qu’une vous parvient.
setup-letter-files = Les lettres sont gardées en fichiers et n’atteignent personne : réglez mail.url dans la configuration.
setup-letter-button = M’envoyer une lettre
setup-letter-sent = Envoyée
setup-letter-failed = La lettre n’a pas été prise : { $why }
setup-address = Adresse
setup-address-text = Le site est à l’adresse { $address }.
setup-address-bare = Sans https, les mots de passe voyagent à découvert. Placez devant un mandataire avec TLS et réglez server.public_url.
setup-copies = Copies
setup-copies-text = Faites-en une chaque nuit (stoa backup DIR), gardez-la ailleurs et essayez une fois de la restaurer : le manuel dit comment.
setup-copies-last = Dernière copie
setup-step-spaces-text = { $n ->
    [one] Il y a un espace ; changez qui entre et écrit, ou ajoutez-en.
   *[other] Il y a { $n } espaces ; changez qui entre et écrit, ou ajoutez-en.
}

flash-begun = Bienvenue. Voici les étapes suivantes.
flash-invited = Le modérateur est ajouté ; une lettre est en route.
flash-tested = Une lettre est en route vers vous.
