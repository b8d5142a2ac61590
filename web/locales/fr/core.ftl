# Les mots que toute page et tout courriel peut utiliser, et les mots dans les messages.

core-save = Enregistrer
core-cancel = Annuler
core-languages = Langues
core-city = Ville

## Villes


## Jours et heures

core-minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }
core-hours =
    { $n ->
        [one] { $n } heure
       *[other] { $n } heures
    }
core-days =
    { $n ->
        [one] { $n } jour
       *[other] { $n } jours
    }

## Listes de noms


## Dans les messages

core-alert-note = Note
core-alert-tip = Conseil
core-alert-important = Important
core-alert-warning = Avertissement
core-alert-caution = Attention
core-task-done = Fait
core-task-open = À faire
core-table = Tableau
core-footnote-back = Revenir à la note { $n } dans le texte
core-quote-gone = Le message cité n’est plus là.
core-picture-undescribed = Image sans description
core-size-kb = { $n } Ko
core-size-mb = { $n } Mo
core-decimal = ,
