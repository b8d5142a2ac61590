# Cities: the list, a city's page, facts in words.

## The list

exchange-list-title = Cities
exchange-list-lede = Cities that take part in the exchange: those of the EU Mission for climate-neutral and smart cities, and cities worldwide.
exchange-list-choose = Choose cities
exchange-list-name = Name
exchange-list-find = Find
exchange-list-side = Kind
exchange-side-all = All cities
exchange-side-mission = Mission cities
exchange-side-world = Cities worldwide
exchange-list-region = Region
exchange-list-region-all = All regions
exchange-list-region-in = – { $region }
exchange-list-country = Country
exchange-list-country-all = All countries
exchange-list-invented = With the invented cities of the demonstration
exchange-list-show = Show
exchange-list-all = Show all cities
exchange-list-count =
    { $n ->
        [one] { $n } city
       *[other] { $n } cities
    }
exchange-list-people = { $people } people
exchange-list-none = No city fits this choice. A city that is missing is added by name when somebody from there joins.
exchange-sources = Places and populations: GeoNames (geonames.org), licence CC BY 4.0, a selection, in part with other names. Climate classes: Köppen and Geiger after Rubel and others. Networks and Mission cities: announcements of the networks, the cities and the European Commission. Languages: Unicode CLDR. Regions: United Nations M49.

## A city

exchange-city-parts = On this page
exchange-city-facts = Facts
exchange-city-threads = Threads
exchange-city-people = People
exchange-city-beside = About the city
exchange-city-languages = Working languages
exchange-city-networks = Networks
exchange-city-aliases = Other names
exchange-city-invented = This city is invented for the demonstration.
exchange-city-pending = Somebody added this city by name. A moderator looks at it before it is listed; until then only those who added it see this page.
exchange-city-threads-none = Nobody has opened a thread for this city yet.
exchange-city-threads-more = Older threads
exchange-city-spaces = See the spaces
exchange-city-people-none = Nobody from this city has joined yet.
exchange-city-people-more =
    { $n ->
        [one] and { $n } more person
       *[other] and { $n } more people
    }
exchange-label-awarded = EU Mission Label awarded
exchange-label-awarded-on = EU Mission Label awarded, announced { $date }
exchange-label-not-confirmed = No announcement of its EU Mission Label was found
exchange-label-source = Source
exchange-unknown = not known
exchange-fact-people = People
exchange-fact-climate = Climate
exchange-fact-income = Income of the country
exchange-fact-income-of = World Bank group
exchange-income-low = low
exchange-income-lower-middle = lower middle
exchange-income-upper-middle = upper middle
exchange-income-high = high

## Adding a city by name

exchange-name-empty = Write the name of the city
exchange-name-long = Too long: the name of a city has at most 120 characters
exchange-name-bad = This does not look like the name of a city: it needs a letter and no address
exchange-country-unknown = Choose a country from the list
exchange-region-unknown = No region has this code. Regions are codes of the United Nations, such as 154 or 202
exchange-claim-twin = Somebody has added the same city since; decide on that one

## Networks

exchange-network-c40 = C40 Cities
exchange-network-iuc = International Urban Cooperation (2017–2020)
exchange-network-iurc = International Urban and Regional Cooperation
exchange-network-utm = Urban Transitions Mission
exchange-network-gcom = Global Covenant of Mayors for Climate and Energy

## Months

exchange-month-1 = January { $year }
exchange-month-2 = February { $year }
exchange-month-3 = March { $year }
exchange-month-4 = April { $year }
exchange-month-5 = May { $year }
exchange-month-6 = June { $year }
exchange-month-7 = July { $year }
exchange-month-8 = August { $year }
exchange-month-9 = September { $year }
exchange-month-10 = October { $year }
exchange-month-11 = November { $year }
exchange-month-12 = December { $year }

## Regions (United Nations M49)

exchange-region-002 = Africa
exchange-region-009 = Oceania
exchange-region-019 = Americas
exchange-region-142 = Asia
exchange-region-150 = Europe
exchange-region-005 = South America
exchange-region-011 = Western Africa
exchange-region-013 = Central America
exchange-region-014 = Eastern Africa
exchange-region-015 = Northern Africa
exchange-region-017 = Middle Africa
exchange-region-018 = Southern Africa
exchange-region-021 = Northern America
exchange-region-029 = Caribbean
exchange-region-030 = Eastern Asia
exchange-region-034 = Southern Asia
exchange-region-035 = South-eastern Asia
exchange-region-039 = Southern Europe
exchange-region-053 = Australia and New Zealand
exchange-region-054 = Melanesia
exchange-region-057 = Micronesia
exchange-region-061 = Polynesia
exchange-region-143 = Central Asia
exchange-region-145 = Western Asia
exchange-region-151 = Eastern Europe
exchange-region-154 = Northern Europe
exchange-region-155 = Western Europe
exchange-region-202 = Sub-Saharan Africa
exchange-region-419 = Latin America and the Caribbean

## Climates after Köppen and Geiger

exchange-koppen-af = hot, rain all year
exchange-koppen-am = hot, monsoon
exchange-koppen-as = hot, dry summer
exchange-koppen-aw = hot, dry winter
exchange-koppen-bwh = hot desert
exchange-koppen-bwk = cold desert
exchange-koppen-bsh = hot, semi-arid
exchange-koppen-bsk = cold, semi-arid
exchange-koppen-csa = mild winter; dry, hot summer
exchange-koppen-csb = mild winter; dry, warm summer
exchange-koppen-csc = mild winter; dry, cool summer
exchange-koppen-cwa = dry, mild winter; hot summer
exchange-koppen-cwb = dry, mild winter; warm summer
exchange-koppen-cwc = dry, mild winter; cool summer
exchange-koppen-cfa = mild winter; hot, humid summer
exchange-koppen-cfb = mild winter; warm summer, no dry season
exchange-koppen-cfc = mild winter; cool summer, no dry season
exchange-koppen-dsa = cold winter; dry, hot summer
exchange-koppen-dsb = cold winter; dry, warm summer
exchange-koppen-dsc = cold winter; dry, cool summer
exchange-koppen-dsd = very cold winter; dry, cool summer
exchange-koppen-dwa = dry, cold winter; hot summer
exchange-koppen-dwb = dry, cold winter; warm summer
exchange-koppen-dwc = dry, cold winter; cool summer
exchange-koppen-dwd = dry, very cold winter; cool summer
exchange-koppen-dfa = cold winter; hot, humid summer
exchange-koppen-dfb = cold winter; warm summer, no dry season
exchange-koppen-dfc = cold winter; cool summer, no dry season
exchange-koppen-dfd = very cold winter; cool summer, no dry season
exchange-koppen-et = tundra
exchange-koppen-ef = ice all year
