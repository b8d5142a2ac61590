//! The regions of the world as the United Nations number them (M49), and
//! which country lies where. Taiwan and Kosovo have no code there and are
//! placed with their neighbours, so that a city in them can be found.

/// The whole world.
pub const WORLD: &str = "001";

/// The smallest regions, each with its countries.
const LEAVES: &[(&str, &str)] = &[
    ("001", "AQ"),
    ("005", "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE"),
    ("011", "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG"),
    ("013", "BZ CR GT HN MX NI PA SV"),
    ("014", "BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW"),
    ("015", "DZ EG EH LY MA SD TN"),
    ("017", "AO CD CF CG CM GA GQ ST TD"),
    ("018", "BW LS NA SZ ZA"),
    ("021", "BM CA GL PM US"),
    ("029", "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI"),
    ("030", "CN HK JP KP KR MN MO TW"),
    ("034", "AF BD BT IN IR LK MV NP PK"),
    ("035", "BN ID KH LA MM MY PH SG TH TL VN"),
    ("039", "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK"),
    ("053", "AU CC CX HM NF NZ"),
    ("054", "FJ NC PG SB VU"),
    ("057", "FM GU KI MH MP NR PW UM"),
    ("061", "AS CK NU PF PN TK TO TV WF WS"),
    ("143", "KG KZ TJ TM UZ"),
    ("145", "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE"),
    ("151", "BG BY CZ HU MD PL RO RU SK UA"),
    ("154", "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ"),
    ("155", "AT BE CH DE FR LI LU MC NL"),
];

/// Groupings, each with what lies directly below it.
const GROUPS: &[(&str, &[&str])] = &[
    ("002", &["015", "202"]),
    ("009", &["053", "054", "057", "061"]),
    ("019", &["021", "419"]),
    ("142", &["030", "034", "035", "143", "145"]),
    ("150", &["039", "151", "154", "155"]),
    ("202", &["011", "014", "017", "018"]),
    ("419", &["005", "013", "029"]),
];

/// The continents, in the order of their codes.
pub const CONTINENTS: [&str; 5] = ["002", "009", "019", "142", "150"];

/// The country's code, if there is such a country.
pub(crate) fn country(code: &str) -> Option<&'static str> {
    let codes = || LEAVES.iter().flat_map(|(_, countries)| countries.split(' '));
    codes().find(|known| *known == code)
}

/// The smallest region a country lies in.
#[must_use]
pub fn of(country: &str) -> Option<&'static str> {
    let holds = |(_, countries): &&(&str, &str)| countries.split(' ').any(|one| one == country);
    LEAVES.iter().find(holds).map(|(region, _)| *region)
}

/// The smallest region a country lies in and the groupings around it, the smallest first.
#[must_use]
pub fn around(country: &str) -> Vec<&'static str> {
    let mut found: Vec<&'static str> =
        of(country).filter(|region| *region != WORLD).into_iter().collect();
    while let Some(inner) = found.last().copied() {
        match GROUPS.iter().find(|(_, below)| below.contains(&inner)) {
            Some((group, _)) => found.push(group),
            None => break,
        }
    }
    found
}

/// The code of a region or grouping below the world; `None` for anything else.
#[must_use]
pub fn parse(code: &str) -> Option<&'static str> {
    let leaves = LEAVES.iter().map(|(region, _)| *region).filter(|region| *region != WORLD);
    leaves.chain(GROUPS.iter().map(|(group, _)| *group)).find(|known| *known == code)
}

/// The smallest regions within a region or grouping; itself when it is one.
#[must_use]
pub fn within(code: &'static str) -> Vec<&'static str> {
    match GROUPS.iter().find(|(group, _)| *group == code) {
        Some((_, below)) => below.iter().flat_map(|part| within(part)).collect(),
        None => vec![code],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_country_lies_in_one_region() {
        let all: Vec<_> = LEAVES.iter().flat_map(|(_, countries)| countries.split(' ')).collect();
        assert_eq!(all.len(), 250);
        assert_eq!(all.iter().collect::<HashSet<_>>().len(), 250);
        assert_eq!(of("KE"), Some("014"));
        assert_eq!(of("ZZ"), None);
    }

    #[test]
    fn continents_hold_every_region_once() {
        let below: Vec<_> = CONTINENTS.into_iter().flat_map(within).collect();
        assert_eq!(below.len(), LEAVES.len() - 1);
        assert_eq!(below.iter().collect::<HashSet<_>>().len(), below.len());
        assert_eq!(within("202"), ["011", "014", "017", "018"]);
        assert_eq!(around("KE"), ["014", "202", "002"]);
        assert_eq!(around("AQ"), [""; 0]);
        assert_eq!(parse("154"), Some("154"));
        assert_eq!(parse("001"), None);
    }
}
