# Tâches d’arrière-plan, pour l’administration.

jobs-title = Tâches d’arrière-plan
jobs-backlog = { $due ->
    [one] { $due } tâche à exécuter
   *[other] { $due } tâches à exécuter
}, { $planned } pour plus tard, { $dead } de côté après échec.
jobs-none = Aucune tâche n’a été mise de côté. Les courriels et les notifications partent tout seuls.
jobs-dead = Tâches mises de côté
jobs-kind = Tâche
jobs-attempts = Tentatives
jobs-error = Dernier échec
jobs-when = Mise de côté
jobs-act = Action
jobs-retry = Réessayer
flash-retried = La tâche est relancée.
