# Ce qui a été refusé, pourquoi, et la suite. Titres par statut, phrases par raison.

core-error-400 = Cette requête n’a pas pu être lue
core-error-401 = Connectez-vous pour continuer
core-error-403 = Cette page ne vous est pas ouverte
core-error-404 = Il n’y a rien à cette adresse
core-error-409 = Quelqu’un est passé avant vous
core-error-410 = Ce n’est plus ici
core-error-413 = C’était trop volumineux
core-error-415 = Ce type de contenu n’est pas accepté
core-error-429 = C’était très rapide
core-error-500 = Quelque chose n’a pas marché de notre côté
core-error-503 = Cela remarche dans un instant

core-refused-not-found = La page a peut-être changé de place, ou n’a jamais été ici. Les espaces et l’accueil sont de bons points de départ.
core-refused-invalid = Une partie ne peut pas être acceptée telle quelle.
core-refused-malformed = L’adresse ou le formulaire n’est pas arrivé en entier. Revenez en arrière et essayez encore une fois.
core-refused-json = Le JSON n’a pas la forme décrite dans le document de l’API.
core-refused-utf8 = Le texte n’est pas de l’UTF-8 valide, et une partie serait perdue. Renvoyez-le en UTF-8.
core-refused-too-large = C’est plus que ce que ce serveur accepte en une requête.
core-refused-media-type = Envoyez du JSON, avec le type de contenu application/json.
core-refused-method = Cette adresse n’accepte pas cette méthode.
core-refused-cross-site = Le formulaire venait d’un autre site, alors rien n’a été fait. Ouvrez la page ici et renvoyez-le.
core-refused-too-soon = Cela fait beaucoup d’envois en peu de temps.
core-refused-unavailable = La base de données ou un autre élément est absent ou plein. Rien n’a été changé, et si vous avez envoyé un texte, il est conservé ci-dessous.
core-refused-broken = Cela n’a pas marché, et vous n’y êtes pour rien. Le numéro ci-dessous aide l’équipe du site à trouver la cause.
core-refused-sign-in = Pour cela, il faut se connecter. Vous reviendrez ici ensuite.
core-refused-suspended = Vous ne pouvez pas écrire pour l’instant. Vous pouvez lire, exporter vos données et contester la décision.
core-refused-moderators-only = Dans cet espace, seule la modération ouvre des fils ou publie.
core-refused-closed = Ce fil est fermé et n’accepte plus de réponses.
core-refused-not-yours = Seule la personne qui l’a écrit peut le faire.
core-refused-own = Cela vient de vous, c’est donc à quelqu’un d’autre de décider.
core-refused-newcomer = C’est réservé aux membres dont les premières publications ont été approuvées.
core-refused-holds-all = Dans cet espace, la modération regarde d’abord chaque texte ; elle seule améliore donc les traductions.
core-refused-no-translation = Les textes de cet espace ne sont confiés à aucun traducteur.
core-refused-role = Pour cela, il faut un rôle que vous n’avez pas.

core-again-at = Vous pouvez réessayer à partir de { $time }.
core-way-home = Aller à l’accueil
core-way-spaces = Voir tous les espaces
core-way-sign-in = Se connecter

core-cursor-bad = Cette liste n’a pas cet endroit. Commencez à sa première page.
core-limit-bad = Une page contient de 1 à 100 éléments.
core-once-bad = La clé a de 1 à 200 caractères imprimables, sans espaces.
core-once-reused = Cette clé a servi à autre chose dans les dernières 24 heures. Prenez-en une nouvelle.
core-role-unknown = Le rôle est l’un de ceux-ci : member, moderator, curator, administrator, participant.
