# Tareas en segundo plano, para administradores.

jobs-title = Tareas en segundo plano
jobs-backlog = { $due ->
    [one] { $due } tarea pendiente
   *[other] { $due } tareas pendientes
}, { $planned } previstas para más tarde, { $dead } apartadas tras fallar.
jobs-none = Ninguna tarea apartada. Las cartas y los avisos se envían solos.
jobs-dead = Tareas apartadas
jobs-kind = Tarea
jobs-attempts = Intentos
jobs-error = Último fallo
jobs-when = Apartada
jobs-act = Acción
jobs-retry = Intentar de nuevo
flash-retried = La tarea se ejecuta de nuevo ahora.
