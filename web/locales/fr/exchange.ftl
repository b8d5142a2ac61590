# Villes : la liste, la page d’une ville, les données en mots.

## La liste

exchange-list-title = Villes
exchange-list-lede = Les villes qui participent à l’échange : celles de la Mission de l’UE « Villes neutres pour le climat et intelligentes », et des villes du monde.
exchange-list-choose = Choisir des villes
exchange-list-name = Nom
exchange-list-find = Chercher
exchange-list-side = Type
exchange-side-all = Toutes les villes
exchange-side-mission = Villes Mission
exchange-side-world = Villes du monde
exchange-list-region = Région
exchange-list-region-all = Toutes les régions
exchange-list-region-in = – { $region }
exchange-list-country = Pays
exchange-list-country-all = Tous les pays
exchange-list-invented = Avec les villes inventées de la démonstration
exchange-list-show = Afficher
exchange-list-all = Afficher toutes les villes
exchange-list-count =
    { $n ->
        [one] { $n } ville
       *[other] { $n } villes
    }
exchange-list-people = { $people } habitants
exchange-list-none = Aucune ville ne correspond à ce choix. Une ville qui manque s’ajoute par son nom quand quelqu’un de là-bas s’inscrit.
exchange-sources = Lieux et populations : GeoNames (geonames.org), licence CC BY 4.0, une sélection, en partie sous d’autres noms. Classes de climat : Köppen et Geiger d’après Rubel et autres. Réseaux et villes Mission : annonces des réseaux, des villes et de la Commission européenne. Langues : Unicode CLDR. Régions : Nations unies, M49.

## Une ville

exchange-city-parts = Sur cette page
exchange-city-facts = Données
exchange-city-threads = Fils
exchange-city-people = Personnes
exchange-city-beside = À propos de la ville
exchange-city-languages = Langues de travail
exchange-city-networks = Réseaux
exchange-city-aliases = Autres noms
exchange-city-invented = Cette ville est inventée pour la démonstration.
exchange-city-pending = Quelqu’un a ajouté cette ville par son nom. La modération la regarde avant qu’elle figure dans la liste ; d’ici là, seules les personnes qui l’ont ajoutée voient cette page.
exchange-city-threads-none = Personne n’a encore ouvert de fil pour cette ville.
exchange-city-threads-more = Fils plus anciens
exchange-city-spaces = Voir les espaces
exchange-city-people-none = Personne de cette ville ne s’est encore inscrit.
exchange-city-people-more =
    { $n ->
        [one] et { $n } autre personne
       *[other] et { $n } autres personnes
    }
exchange-label-awarded = Label de la Mission de l’UE obtenu
exchange-label-awarded-on = Label de la Mission de l’UE obtenu (annonce : { $date })
exchange-label-not-confirmed = Aucune annonce de son label de la Mission de l’UE n’a été trouvée
exchange-label-source = Source
exchange-unknown = inconnu
exchange-fact-people = Population
exchange-fact-climate = Climat
exchange-fact-income = Revenu du pays
exchange-fact-income-of = groupe de la Banque mondiale
exchange-income-low = faible
exchange-income-lower-middle = intermédiaire, tranche inférieure
exchange-income-upper-middle = intermédiaire, tranche supérieure
exchange-income-high = élevé

## Ajouter une ville par son nom

exchange-name-empty = Écrivez le nom de la ville
exchange-name-long = Trop long : un nom de ville a au plus 120 caractères
exchange-name-bad = Cela ne ressemble pas à un nom de ville : il faut au moins une lettre et aucune adresse
exchange-country-unknown = Choisissez un pays dans la liste
exchange-region-unknown = Aucune région n’a ce code. Les régions ont des codes des Nations unies, comme 154 ou 202
exchange-claim-twin = Quelqu’un a ajouté la même ville depuis ; décidez pour celle-là

## Réseaux

exchange-network-c40 = C40 Cities
exchange-network-iuc = Coopération urbaine internationale (2017–2020)
exchange-network-iurc = Coopération urbaine et régionale internationale
exchange-network-utm = Mission Transitions urbaines
exchange-network-gcom = Convention mondiale des maires pour le climat et l’énergie

## Mois

exchange-month-1 = janvier { $year }
exchange-month-2 = février { $year }
exchange-month-3 = mars { $year }
exchange-month-4 = avril { $year }
exchange-month-5 = mai { $year }
exchange-month-6 = juin { $year }
exchange-month-7 = juillet { $year }
exchange-month-8 = août { $year }
exchange-month-9 = septembre { $year }
exchange-month-10 = octobre { $year }
exchange-month-11 = novembre { $year }
exchange-month-12 = décembre { $year }

## Régions (Nations unies, M49)

exchange-region-002 = Afrique
exchange-region-009 = Océanie
exchange-region-019 = Amériques
exchange-region-142 = Asie
exchange-region-150 = Europe
exchange-region-005 = Amérique du Sud
exchange-region-011 = Afrique occidentale
exchange-region-013 = Amérique centrale
exchange-region-014 = Afrique orientale
exchange-region-015 = Afrique septentrionale
exchange-region-017 = Afrique centrale
exchange-region-018 = Afrique australe
exchange-region-021 = Amérique septentrionale
exchange-region-029 = Caraïbes
exchange-region-030 = Asie orientale
exchange-region-034 = Asie méridionale
exchange-region-035 = Asie du Sud-Est
exchange-region-039 = Europe méridionale
exchange-region-053 = Australie et Nouvelle-Zélande
exchange-region-054 = Mélanésie
exchange-region-057 = Micronésie
exchange-region-061 = Polynésie
exchange-region-143 = Asie centrale
exchange-region-145 = Asie occidentale
exchange-region-151 = Europe orientale
exchange-region-154 = Europe septentrionale
exchange-region-155 = Europe occidentale
exchange-region-202 = Afrique subsaharienne
exchange-region-419 = Amérique latine et Caraïbes

## Climats d’après Köppen et Geiger

exchange-koppen-af = chaud, pluie toute l’année
exchange-koppen-am = chaud, mousson
exchange-koppen-as = chaud, été sec
exchange-koppen-aw = chaud, hiver sec
exchange-koppen-bwh = désert chaud
exchange-koppen-bwk = désert froid
exchange-koppen-bsh = semi-aride chaud
exchange-koppen-bsk = semi-aride froid
exchange-koppen-csa = hiver doux ; été sec et chaud
exchange-koppen-csb = hiver doux ; été sec et tempéré
exchange-koppen-csc = hiver doux ; été sec et frais
exchange-koppen-cwa = hiver sec et doux ; été chaud
exchange-koppen-cwb = hiver sec et doux ; été tempéré
exchange-koppen-cwc = hiver sec et doux ; été frais
exchange-koppen-cfa = hiver doux ; été chaud et humide
exchange-koppen-cfb = hiver doux ; été tempéré, sans saison sèche
exchange-koppen-cfc = hiver doux ; été frais, sans saison sèche
exchange-koppen-dsa = hiver froid ; été sec et chaud
exchange-koppen-dsb = hiver froid ; été sec et tempéré
exchange-koppen-dsc = hiver froid ; été sec et frais
exchange-koppen-dsd = hiver très froid ; été sec et frais
exchange-koppen-dwa = hiver sec et froid ; été chaud
exchange-koppen-dwb = hiver sec et froid ; été tempéré
exchange-koppen-dwc = hiver sec et froid ; été frais
exchange-koppen-dwd = hiver sec et très froid ; été frais
exchange-koppen-dfa = hiver froid ; été chaud et humide
exchange-koppen-dfb = hiver froid ; été tempéré, sans saison sèche
exchange-koppen-dfc = hiver froid ; été frais, sans saison sèche
exchange-koppen-dfd = hiver très froid ; été frais, sans saison sèche
exchange-koppen-et = toundra
exchange-koppen-ef = glace toute l’année
