# Chercher des fils et des réponses.

search-title = Recherche
search-title-of = { $words } · Recherche
search-words = Mots
search-words-hint = Tous les mots doivent s’y trouver. Les mots entre "guillemets", dans cet ordre ; les mots précédés d’un signe moins, pas du tout.
search-find = Chercher
search-found = Résultats
search-none = Rien de ce que vous pouvez lire ici n’a été écrit avec les mots { $words }.
search-half = Aucun texte ne contient tous ces mots. Ceux-ci en contiennent au moins la moitié.
search-more = Résultats suivants
search-making = La liste des mots est en préparation. D’ici là, il peut manquer quelque chose.
search-narrow = Affiner la recherche
search-in = Chercher dans
search-in-all = Fils et réponses
search-in-threads = Titres et premiers messages
search-in-replies = Réponses
search-in-unknown = Cherchez dans all, threads ou replies
search-reply = Réponse { $n }
