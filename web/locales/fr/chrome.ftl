# Le cadre de toutes les pages et les parties qu’elles partagent.

chrome-skip = Aller au contenu
chrome-nav-label = Navigation principale
chrome-nav-home = Accueil
chrome-nav-spaces = Espaces
chrome-nav-cities = Villes
chrome-nav-moderation = Modération
chrome-menu = Menu
chrome-language = Langue
chrome-inbox = Notifications
chrome-inbox-count = { $n ->
    [one] Notifications, { $n } nouvelle
   *[other] Notifications, { $n } nouvelles
}
chrome-account = Votre compte
chrome-account-page = Votre page
chrome-account-profile = Profil et langues
chrome-account-email = Courriel
chrome-account-sessions = Vos sessions ouvertes
chrome-account-jobs = Tâches d’arrière-plan
chrome-sign-in = Se connecter
chrome-sign-out = Se déconnecter
chrome-join = S’inscrire
chrome-demo = Ceci est une démonstration : les personnes, les fils et les chiffres sont inventés, et aucun courriel ne quitte cette machine.
chrome-demo-mail = Ouvrir la boîte de réception
chrome-foot-log = Journal de modération
chrome-foot-api = Utiliser Stoa avec vos propres logiciels (API)
chrome-foot-cities = Les données sur les villes viennent de GeoNames (geonames.org), licence CC BY 4.0.

# Villes et personnes
chrome-plate-mission = Ville Mission
chrome-plate-world = Ville du monde
chrome-plate-pending = Ville pas encore confirmée
chrome-person-citizen = y habite
chrome-person-across = travaille avec plusieurs villes

# Les traits d’un fil
chrome-strip-empty = Pas encore de réponse
chrome-strip = { $n ->
    [one] { $n } réponse
   *[other] { $n } réponses
} : { $mission } de villes Mission, { $world } d’ailleurs{ $new ->
    [0] { "" }
    [one] ; { $new } nouvelle
   *[other] ; { $new } nouvelles
}{ $accepted ->
    [0] { "" }
   *[other] ; réponse retenue
}

# Les fils dans une liste
chrome-row-unread = Non lu
chrome-row-pinned = En tête
chrome-row-closed = Fermé
chrome-row-answered = Réponse retenue
chrome-row-unanswered = Pas encore de réponse
chrome-row-cities = { $n ->
    [one] { $n } ville
   *[other] { $n } villes
}
chrome-row-fresh = { $n ->
    [one] { $n } nouvelle
   *[other] { $n } nouvelles
}

# Messages
chrome-post-opening = Premier message :
chrome-post-number = Réponse { $n } :
chrome-post-nth = , n° { $n }
chrome-post-unnumbered = Non publié :
chrome-post-new = nouveau
chrome-post-fresh = { $n ->
    [one] { $n } nouvelle réponse
   *[other] { $n } nouvelles réponses
}
chrome-post-accepted = Réponse retenue
chrome-post-accepted-by = choisie par { $name }
chrome-post-held = En attente de modération
chrome-post-revise = Modification demandée
chrome-post-declined = Non publié
chrome-post-removed = Retiré par la modération
chrome-post-deleted = Supprimé par la personne qui l’a écrit
chrome-post-seen-by = Visible seulement par la personne qui l’a écrit et la modération.
chrome-post-seen-by-moderators = Visible seulement par la modération, jusqu’à son effacement.
chrome-post-gone-removed = La modération a retiré ce message.
chrome-post-gone-deleted = La personne qui a écrit ce message l’a supprimé.
chrome-post-edited = modifié
chrome-post-useful = Utile
chrome-post-useful-count = Utile { $n }
chrome-post-useful-found = { $n ->
    [one] Utile pour { $n } personne
   *[other] Utile pour { $n } personnes
}
chrome-post-reply = Répondre
chrome-post-reply-to = Répondre à { $name }
chrome-post-quote = Citer
chrome-post-quote-from = Citer { $name }
chrome-post-accept = Retenir comme réponse
chrome-post-accept-from = Retenir comme réponse : { $name }
chrome-post-unaccept = Ne plus retenir
chrome-post-unaccept-from = Ne plus retenir : { $name }
chrome-post-edit = Modifier
chrome-post-edit-of = Modifier le message de { $name }
chrome-post-withdraw = Retirer
chrome-post-withdraw-of = Retirer le message de { $name }
chrome-post-delete = Supprimer
chrome-post-delete-of = Supprimer le message de { $name }
chrome-post-restore = Rétablir
chrome-post-restore-of = Rétablir le message de { $name }
chrome-post-report = Signaler
chrome-post-report-of = Signaler le message de { $name }
chrome-post-case = Ouvrir le dossier
chrome-post-case-of = Ouvrir le dossier sur le message de { $name }

# L’endroit où l’on écrit
chrome-write-tools = Mise en forme
chrome-write-bold = Gras
chrome-write-italic = Italique
chrome-write-link = Lien
chrome-write-quote = Citation
chrome-write-list = Liste
chrome-write-language = Écrit en
chrome-write-saved = Brouillon enregistré ({ $time })
chrome-write-preview = Aperçu
chrome-write-preview-note = Voilà ce que cela donnera. Rien n’est encore publié.
chrome-write-help = Comment écrire
chrome-write-help-text = **gras**, *italique*, > citation, - liste, [mots](adresse). @nom et @ville préviennent ces personnes et celles de cette ville.

# Formulaires
chrome-form-optional = (facultatif)
chrome-form-problems = { $n ->
    [one] Une chose à corriger
   *[other] { $n } choses à corriger
}

# Chemins entre les pages
chrome-crumbs = Vous êtes ici
chrome-tabs = Parties de cette page
chrome-pager = Pages
chrome-pager-previous = Page précédente
chrome-pager-next = Page suivante
chrome-arrivals = { $n ->
    [one] { $n } nouvelle réponse
   *[other] { $n } nouvelles réponses
}
chrome-arrivals-many = Plus de { $n } nouvelles réponses
chrome-arrivals-reload = Charger les nouvelles réponses

# Touches
chrome-keys = Raccourcis clavier
chrome-keys-off = Désactiver les raccourcis
chrome-keys-on = Activer les raccourcis

# Refus
chrome-error-kept = Ce que vous avez écrit, à copier
chrome-error-number = Si cela se reproduit, donnez ce numéro à l’équipe du site : { $number }

# Texts in other languages
chrome-tr-machine = Traduit automatiquement ({ $language })
chrome-tr-improved = Traduit ({ $language }), amélioré par { $name }
chrome-tr-original = Afficher l’original
chrome-tr-read = Lire en { $language }
chrome-tr-improve = Améliorer cette traduction
chrome-tr-history = Éditions précédentes
chrome-tr-ask = Traduire
chrome-tr-ask-of = Traduire le message de { $name }
chrome-tr-waits = Traduction en cours ({ $language }) : elle apparaîtra ici dans un instant.
chrome-tr-late = Le service de traduction ne répond pas pour l’instant. La traduction ({ $language }) apparaîtra ici dès qu’il répondra.
chrome-tr-failed = Le service de traduction n’a pas pu traduire ce texte.
chrome-tr-always = Toujours afficher les originaux ({ $language })
