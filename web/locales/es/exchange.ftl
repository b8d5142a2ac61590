# Ciudades: la lista, la página de una ciudad, los datos en palabras.

## La lista

exchange-list-title = Ciudades
exchange-list-lede = Ciudades que participan en el intercambio: las de la Misión de la UE por ciudades inteligentes y climáticamente neutras, y ciudades de todo el mundo.
exchange-list-choose = Elegir ciudades
exchange-list-name = Nombre
exchange-list-find = Buscar
exchange-list-side = Tipo
exchange-side-all = Todas las ciudades
exchange-side-mission = Ciudades de la Misión
exchange-side-world = Ciudades del mundo
exchange-list-region = Región
exchange-list-region-all = Todas las regiones
exchange-list-region-in = – { $region }
exchange-list-country = País
exchange-list-country-all = Todos los países
exchange-list-invented = Con las ciudades inventadas de la demostración
exchange-list-show = Mostrar
exchange-list-all = Mostrar todas las ciudades
exchange-list-count =
    { $n ->
        [one] { $n } ciudad
       *[other] { $n } ciudades
    }
exchange-list-people = { $people } habitantes
exchange-list-none = Ninguna ciudad coincide con esta elección. Una ciudad que falta se añade por su nombre cuando se une alguien de allí.
exchange-sources = Lugares y población: GeoNames (geonames.org), licencia CC BY 4.0, una selección, en parte con otros nombres. Clases de clima: Köppen y Geiger, según Rubel y otros. Redes y ciudades de la Misión: anuncios de las redes, de las ciudades y de la Comisión Europea. Idiomas: Unicode CLDR. Regiones: M49 de las Naciones Unidas.

## Una ciudad

exchange-city-parts = En esta página
exchange-city-facts = Datos
exchange-city-threads = Hilos
exchange-city-people = Personas
exchange-city-beside = Sobre la ciudad
exchange-city-languages = Idiomas de trabajo
exchange-city-networks = Redes
exchange-city-aliases = Otros nombres
exchange-city-invented = Esta ciudad está inventada para la demostración.
exchange-city-pending = Alguien añadió esta ciudad por su nombre. Un moderador la revisa antes de que aparezca en la lista; hasta entonces, solo ven esta página quienes la añadieron.
exchange-city-threads-none = Nadie ha abierto todavía un hilo por esta ciudad.
exchange-city-threads-more = Hilos anteriores
exchange-city-spaces = Ver los espacios
exchange-city-people-none = Todavía no se ha unido nadie de esta ciudad.
exchange-city-people-more =
    { $n ->
        [one] y { $n } persona más
       *[other] y { $n } personas más
    }
exchange-label-awarded = Etiqueta de la Misión de la UE concedida
exchange-label-awarded-on = Etiqueta de la Misión de la UE concedida; anuncio: { $date }
exchange-label-not-confirmed = No se ha encontrado un anuncio de su etiqueta de la Misión de la UE
exchange-label-source = Fuente
exchange-unknown = sin datos
exchange-fact-people = Habitantes
exchange-fact-climate = Clima
exchange-fact-income = Renta del país
exchange-fact-income-of = grupo del Banco Mundial
exchange-income-low = baja
exchange-income-lower-middle = media baja
exchange-income-upper-middle = media alta
exchange-income-high = alta

## Añadir una ciudad por su nombre

exchange-name-empty = Escribe el nombre de la ciudad
exchange-name-long = Demasiado largo: el nombre de una ciudad tiene como máximo 120 caracteres
exchange-name-bad = Esto no parece el nombre de una ciudad: debe llevar alguna letra y ninguna dirección
exchange-country-unknown = Elige un país de la lista
exchange-region-unknown = Ninguna región tiene este código. Las regiones son códigos de las Naciones Unidas, como 154 o 202
exchange-claim-twin = Alguien ha añadido la misma ciudad desde entonces; decide sobre esa

## Redes

exchange-network-c40 = C40 Cities
exchange-network-iuc = Cooperación Urbana Internacional (2017–2020)
exchange-network-iurc = Cooperación Urbana y Regional Internacional
exchange-network-utm = Misión de Transiciones Urbanas
exchange-network-gcom = Pacto Mundial de Alcaldes por el Clima y la Energía

## Meses

exchange-month-1 = enero de { $year }
exchange-month-2 = febrero de { $year }
exchange-month-3 = marzo de { $year }
exchange-month-4 = abril de { $year }
exchange-month-5 = mayo de { $year }
exchange-month-6 = junio de { $year }
exchange-month-7 = julio de { $year }
exchange-month-8 = agosto de { $year }
exchange-month-9 = septiembre de { $year }
exchange-month-10 = octubre de { $year }
exchange-month-11 = noviembre de { $year }
exchange-month-12 = diciembre de { $year }

## Regiones (M49 de las Naciones Unidas)

exchange-region-002 = África
exchange-region-009 = Oceanía
exchange-region-019 = América
exchange-region-142 = Asia
exchange-region-150 = Europa
exchange-region-005 = América del Sur
exchange-region-011 = África Occidental
exchange-region-013 = América Central
exchange-region-014 = África Oriental
exchange-region-015 = África del Norte
exchange-region-017 = África Central
exchange-region-018 = África Austral
exchange-region-021 = América del Norte
exchange-region-029 = Caribe
exchange-region-030 = Asia Oriental
exchange-region-034 = Asia Meridional
exchange-region-035 = Asia Sudoriental
exchange-region-039 = Europa Meridional
exchange-region-053 = Australia y Nueva Zelandia
exchange-region-054 = Melanesia
exchange-region-057 = Micronesia
exchange-region-061 = Polinesia
exchange-region-143 = Asia Central
exchange-region-145 = Asia Occidental
exchange-region-151 = Europa Oriental
exchange-region-154 = Europa Septentrional
exchange-region-155 = Europa Occidental
exchange-region-202 = África Subsahariana
exchange-region-419 = América Latina y el Caribe

## Climas según Köppen y Geiger

exchange-koppen-af = cálido, lluvia todo el año
exchange-koppen-am = cálido, monzón
exchange-koppen-as = cálido, verano seco
exchange-koppen-aw = cálido, invierno seco
exchange-koppen-bwh = desierto cálido
exchange-koppen-bwk = desierto frío
exchange-koppen-bsh = semiárido cálido
exchange-koppen-bsk = semiárido frío
exchange-koppen-csa = invierno suave; verano seco y caluroso
exchange-koppen-csb = invierno suave; verano seco y templado
exchange-koppen-csc = invierno suave; verano seco y fresco
exchange-koppen-cwa = invierno seco y suave; verano caluroso
exchange-koppen-cwb = invierno seco y suave; verano templado
exchange-koppen-cwc = invierno seco y suave; verano fresco
exchange-koppen-cfa = invierno suave; verano caluroso y húmedo
exchange-koppen-cfb = invierno suave; verano templado, sin estación seca
exchange-koppen-cfc = invierno suave; verano fresco, sin estación seca
exchange-koppen-dsa = invierno frío; verano seco y caluroso
exchange-koppen-dsb = invierno frío; verano seco y templado
exchange-koppen-dsc = invierno frío; verano seco y fresco
exchange-koppen-dsd = invierno muy frío; verano seco y fresco
exchange-koppen-dwa = invierno seco y frío; verano caluroso
exchange-koppen-dwb = invierno seco y frío; verano templado
exchange-koppen-dwc = invierno seco y frío; verano fresco
exchange-koppen-dwd = invierno seco y muy frío; verano fresco
exchange-koppen-dfa = invierno frío; verano caluroso y húmedo
exchange-koppen-dfb = invierno frío; verano templado, sin estación seca
exchange-koppen-dfc = invierno frío; verano fresco, sin estación seca
exchange-koppen-dfd = invierno muy frío; verano fresco, sin estación seca
exchange-koppen-et = tundra
exchange-koppen-ef = hielo todo el año
