# Courriels : objet, mots, raisons, sorties. `$site` est le nom de l’instance.

letters-hello = Bonjour { $name },
letters-footer-account = Ce courriel concerne votre compte. Il ne peut pas être désactivé.
letters-footer-decision = Chaque personne est toujours informée de ce qui a été décidé sur ses textes, et pourquoi.
letters-footer-approval = Vous recevez ce courriel parce qu’un de vos textes a été approuvé.

# Confirmer l’adresse
letters-confirm-subject = Confirmez votre adresse pour { $site }
letters-confirm-preheader = Un clic, puis vous pouvez vous connecter.
letters-confirm-lead = Quelqu’un s’est inscrit sur { $site } avec cette adresse. Si c’est vous, confirmez-la : vous pourrez vous connecter, et la modération pourra lire votre premier message.
letters-confirm-button = Confirmer cette adresse
letters-confirm-after = Le lien fonctionne pendant sept jours. Si ce n’est pas vous, ne faites rien : sans confirmation, le compte est supprimé.

# L’adresse a déjà un compte
letters-known-subject = Vous avez déjà un compte sur { $site }
letters-known-preheader = Quelqu’un a essayé de s’inscrire avec cette adresse.
letters-known-lead = Quelqu’un vient d’essayer de s’inscrire sur { $site } avec cette adresse. Elle a déjà un compte, et rien n’a été changé.
letters-known-button = Se connecter
letters-known-after = Si vous avez oublié votre mot de passe, demandez un lien de connexion sur la même page. Si ce n’était pas vous, vous n’avez rien à faire.

# Se connecter
letters-sign-in-subject = Votre lien de connexion à { $site }
letters-sign-in-preheader = Il fonctionne une fois, pendant 15 minutes.
letters-sign-in-lead = Ce lien vous connecte. Il fonctionne une fois, pendant 15 minutes.
letters-sign-in-button = Se connecter
letters-sign-in-after = Si vous ne l’avez pas demandé, vous n’avez rien à faire. Personne ne peut se connecter sans ce courriel.

# Un nouveau mot de passe
letters-reset-subject = Choisissez un nouveau mot de passe pour { $site }
letters-reset-preheader = Le lien fonctionne une fois, pendant une heure.
letters-reset-lead = Quelqu’un a demandé un nouveau mot de passe pour ce compte. Le lien fonctionne une fois, pendant une heure.
letters-reset-button = Choisir un nouveau mot de passe
letters-reset-after = Si ce n’était pas vous, votre mot de passe reste le même et vous n’avez rien à faire.

letters-password-subject = Votre mot de passe sur { $site } a été changé
letters-password-preheader = Les sessions de tous les autres appareils sont fermées.
letters-password-lead = Votre mot de passe a été changé le { $when }. Les sessions des autres appareils sont fermées.
letters-password-button = Ce n’était pas moi : choisir un nouveau mot de passe
letters-password-after = Si c’était vous, vous n’avez rien à faire.

letters-erased-subject = Votre compte sur { $site } est effacé
letters-erased-preheader = Nom, adresse et réglages ont disparu ; les traces dans les fichiers suivent en un jour.
letters-erased-lead = Le { $when }, votre compte sur { $site } a été effacé, comme il y a été demandé. Ceci est la dernière lettre : votre adresse n’est plus conservée nulle part.
letters-erased-button = Ce n’était pas moi
letters-erased-after = Si vous ne l’avez pas demandé, écrivez à ceux qui tiennent le site.

letters-invited-subject = Vous modérez désormais { $site }
letters-invited-preheader = Un administrateur vous a ajouté.
letters-invited-lead = Vous avez été ajouté à { $site } comme modérateur : les messages des nouveaux vous y attendent.
letters-invited-button = Se connecter par un lien
letters-invited-after = Demandez un lien avec cette adresse ; vous pourrez choisir un mot de passe plus tard.

letters-test-subject = Une lettre de { $site }
letters-test-preheader = Les lettres partent.
letters-test-lead = Voici la lettre que vous avez demandée le { $when }. Si vous la lisez, les lettres de { $site } vous parviennent.
letters-test-button = Retour à la mise en route
letters-test-after = Regardez aussi sa source : si elle est signée (DKIM) et vient du bon expéditeur (SPF).

# Décisions
letters-approved-subject = Votre message est publié : { $title }
letters-approved-subject-neutral = Votre message est publié
letters-approved-preheader = La modération l’a lu, et tout le monde peut maintenant le lire.
letters-approved-lead = La modération a lu votre message, et tout le monde peut maintenant le lire.
letters-approved-edit-lead = La modération a lu votre nouvelle version, et tout le monde peut maintenant la lire.
letters-approved-welcome = Bienvenue sur { $site }. Nous nous réjouissons de votre arrivée : les villes apprennent de ce que d’autres ont essayé, et la vôtre en fait maintenant partie.
letters-approved-button = Voir votre message
letters-revise-subject = Une modification est demandée : { $title }
letters-revise-subject-neutral = Une modification de votre message est demandée
letters-revise-lead = La modération a lu votre message et demande une modification avant de le publier. Votre texte est conservé ; quand vous l’aurez modifié, il reviendra aux mêmes personnes.
letters-revise-button = Modifier votre texte
letters-declined-subject = Votre message n’a pas été publié : { $title }
letters-declined-subject-neutral = Votre message n’a pas été publié
letters-declined-lead = La modération a lu votre message et a décidé de ne pas le publier. Votre texte est conservé dans vos brouillons.
letters-declined-button = Ouvrir vos brouillons
letters-city-approved-subject = { $city } est maintenant dans la liste des villes
letters-city-approved-lead = La ville que vous avez indiquée, { $city }, est confirmée. Tout le monde peut maintenant la voir.
letters-city-declined-subject = { $city } n’a pas été ajoutée à la liste des villes
letters-city-declined-lead = La ville que vous avez indiquée, { $city }, n’a pas été ajoutée. Vous pouvez en choisir une autre dans votre profil.
letters-city-button = Ouvrir votre profil
letters-decision-reason = Le motif
letters-decision-rule = La règle sur laquelle la décision s’appuie
letters-decision-note = Les mots de la modération
letters-decision-statement = La décision complète, et comment la contester

# Messages
letters-reply-question-subject = { $name } répond à votre question
letters-reply-thread-subject = { $name } répond dans votre fil
letters-reply-post-subject = { $name } vous répond
letters-reply-watched-subject = { $name } répond : { $title }
letters-reply-question-many = { $n ->
    [one] { $name } et un autre message : du nouveau sur votre question
   *[other] { $name } et { $n } autres messages : du nouveau sur votre question
}
letters-reply-many = { $n ->
    [one] { $name } et un autre message : { $title }
   *[other] { $name } et { $n } autres messages : { $title }
}
letters-opened-subject = { $name } ouvre un fil : { $title }
letters-mention-subject = { $name } vous mentionne
letters-quote-subject = { $name } vous cite
letters-folded-subject = { $n ->
    [one] Encore une réponse aujourd’hui
   *[other] Encore { $n } réponses aujourd’hui
}
letters-neutral-subject = { $n ->
    [one] Un nouveau message dans un de vos espaces
   *[other] { $n } nouveaux messages dans un de vos espaces
}
letters-posts-read = Lire et répondre
letters-posts-more = { $n ->
    [one] Et un autre dans ce fil.
   *[other] Et { $n } autres dans ce fil.
}

letters-why-mentioned = Vous recevez ce courriel parce qu’un message vous mentionne.
letters-why-quoted = Vous recevez ce courriel parce qu’un message vous cite.
letters-why-replied = Vous recevez ce courriel parce que quelqu’un a répondu à un de vos messages.
letters-why-your-thread = Vous recevez ce courriel parce que vous avez ouvert le fil.
letters-why-watches-thread = Vous recevez ce courriel parce que vous suivez ce fil.
letters-why-watches-space = Vous recevez ce courriel parce que vous suivez l’espace { $space }.
letters-why-watches-city = Vous recevez ce courriel parce que vous suivez la ville.
letters-why-watches-theme = Vous recevez ce courriel parce que vous suivez un de ses thèmes.
letters-why-watches-person = Vous recevez ce courriel parce que vous suivez qui l’a écrit.
letters-why-folded = Vous avez reçu beaucoup de courriels aujourd’hui, alors ces messages arrivent ensemble.

letters-leave-thread = Quitter ce fil
letters-leave-space = Ne plus suivre cet espace
letters-leave-city = Ne plus suivre cette ville
letters-leave-person = Ne plus suivre cette personne
letters-leave-replies = Ne plus recevoir de courriels sur les réponses
letters-leave-mentions = Ne plus recevoir de courriels sur les mentions
letters-leave-digest = Arrêter le résumé
letters-leave-everything = Arrêter tous les courriels
letters-change = Changer ce que vous recevez

# Personnes et lieux, en mots
letters-person-city = { $name }, { $city }
letters-person-mission = { $city } ({ $country }, ville Mission)
letters-person-world = { $city } ({ $country })
letters-person-former = un ancien membre

# Résumé
letters-digest-subject-question = { $name } répond à votre question
letters-digest-subject-thread = { $name } répond dans votre fil
letters-digest-subject-post = { $name } vous répond
letters-digest-subject-mention = { $name } vous mentionne
letters-digest-subject-quote = { $name } vous cite
letters-digest-subject-followed = { $name } écrit dans « { $title } »
letters-digest-subject-city = Du nouveau de votre ville : { $title }
letters-digest-subject-need = { $name } cherche : { $title }
letters-digest-subject-neutral = Du nouveau dans vos espaces
letters-digest-also = Et aussi : { $rest }
letters-digest-also-replies = { $n ->
    [one] un autre message pour vous
   *[other] { $n } autres messages pour vous
}
letters-digest-also-followed = { $n ->
    [one] du nouveau dans un fil que vous suivez
   *[other] du nouveau dans { $n } fils que vous suivez
}
letters-digest-also-needs = { $n ->
    [one] un besoin ailleurs
   *[other] { $n } besoins ailleurs
}
letters-digest-also-open = { $n ->
    [one] une question ouverte
   *[other] { $n } questions ouvertes
}
letters-digest-for-you = Pour vous
letters-digest-followed = Ce que vous suivez
letters-digest-city = De votre ville
letters-digest-needs = Ce que d’autres cherchent
letters-digest-unanswered = Questions encore sans réponse
letters-digest-new = { $n ->
    [one] Un nouveau message, de { $name }
   *[other] { $n } nouveaux messages, le dernier de { $name }
}
letters-digest-read = Lire et répondre
letters-digest-why-mentioned = vous mentionne
letters-digest-why-quoted = vous cite
letters-digest-why-replied = vous répond
letters-digest-why-your-thread = répond dans votre fil
letters-kind-question = Question
letters-kind-experience = Retour d’expérience
letters-kind-need = Besoin
letters-kind-offer = Offre
letters-kind-announcement = Annonce
letters-kind-dialogue-followup = Suite d’un dialogue
letters-digest-footer-weekly = Vous recevez ce résumé le { $weekday } à { $clock }, à votre heure, quand il y a quelque chose à dire.
letters-digest-footer-daily = Vous recevez ce résumé tous les jours à { $clock }, à votre heure, quand il y a quelque chose à dire.

# Le dernier résumé après une longue absence
letters-farewell-subject = Continuer à vous écrire ?
letters-farewell-preheader = Votre dernière visite sur { $site } date de six mois, alors le résumé s’arrête ici.
letters-farewell-lead = Votre dernière visite sur { $site } date de six mois, alors ce courriel est le dernier de ce genre. Votre compte et vos messages restent tels quels.
letters-farewell-button = Recevoir de nouveau le résumé
letters-farewell-after = Si vous ne faites rien, plus rien n’arrive.

# Texts in other languages
letters-translated = { $language }, traduit automatiquement
letters-translated-by-people = { $language }, traduit
