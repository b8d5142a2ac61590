# Ce qui se passe pendant qu’une page est ouverte : connexion, présence, saisie ; refus du socket.

## Refus du socket et des historiques

live-refused-query = Cette adresse n’accepte pas de paramètres : envoyez le jeton dans un en-tête.
live-refused-upgrade = Cette adresse ne parle que WebSocket, avec le sous-protocole stoa.v1.
live-refused-gone = Certains de ces événements ne sont plus conservés. Lisez ce qui est là maintenant.
live-after-bad = Le numéro après lequel commencer vaut 0 ou plus.

## Ce que le socket dit des trames qu’il n’accepte pas

live-wrong-malformed = Cette trame n’a aucune des formes décrites dans la documentation.
live-wrong-too-fast = Trop de trames en peu de temps ; celle-ci n’a pas été lue.
live-wrong-too-many-topics = Une connexion écoute au plus 50 sujets.
live-wrong-not-found = Il n’y a pas de tel sujet à écouter.
live-wrong-not-joined = Rejoignez d’abord le sujet.
live-wrong-unavailable = Cela remarche dans un instant.

## La ligne sur la connexion

live-connected = Connexion établie. Les nouvelles réponses apparaissent toutes seules.
live-reconnecting = Reconnexion en cours. Vous pouvez continuer à écrire.
live-offline = Pas de connexion. Vous pouvez continuer à écrire.
live-again = Réessayer
live-back = Connexion rétablie. Vous n’avez rien manqué.
live-away =
    { $n ->
        [one] Connexion rétablie. { $n } réponse est arrivée en votre absence.
       *[other] Connexion rétablie. { $n } réponses sont arrivées en votre absence.
    }
live-away-many = Connexion rétablie. Plus de { $n } réponses sont arrivées en votre absence.
live-left = Ce fil ne vous est plus ouvert.

## Qui est là

live-here =
    { $n ->
        [one] { $n } personne lit en ce moment
       *[other] { $n } personnes lisent en ce moment
    }
live-here-many = Plus de { $n } personnes lisent en ce moment
live-typing-one = { $name } écrit
live-typing-two = { $name } et { $other } écrivent
live-typing-more = Plusieurs personnes écrivent

## Les notifications dans l’en-tête

live-inbox-many = Notifications, plus de { $n } nouvelles
