# Buscar hilos y respuestas.

search-title = Buscar
search-title-of = { $words } · Buscar
search-words = Palabras
search-words-hint = Tienen que aparecer todas las palabras. Las palabras entre "comillas", en ese orden; las que llevan un signo menos delante, en ningún caso.
search-find = Buscar
search-found = Resultados
search-none = Nada de lo que puedes leer aquí se escribió con las palabras { $words }.
search-half = Ningún texto tiene todas estas palabras. Estos tienen al menos la mitad.
search-more = Más
search-making = La lista de palabras se está haciendo en este momento. Hasta que termine puede faltar algo.
search-narrow = Acotar
search-in = Buscar en
search-in-all = Hilos y respuestas
search-in-threads = Títulos y primeros mensajes
search-in-replies = Respuestas
search-in-unknown = Busca en all, threads o replies
search-reply = Respuesta { $n }
