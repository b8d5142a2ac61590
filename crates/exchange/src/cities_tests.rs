use super::*;
use crate::events::CityClaimed;
use crate::model::{City, Filter};
use crate::testing::{fresh, member};
use crate::views;
use stoa_kernel::policy::Standing;
use stoa_kernel::{Actor, Db, Limit, Role, RoleKind, Subscriptions, jobs};

async fn seeded() -> Db {
    let db = fresh(Subscriptions::default().once::<CityClaimed>("moderation.claim")).await;
    db.write(async |tx: &mut Tx| seed(tx).await).await.unwrap();
    db
}

async fn claimed(db: &Db, who: MemberId, name: &str, country: &str) -> CityId {
    let name = CityName::parse(name).unwrap();
    let country = Country::parse(country).unwrap();
    db.write(async |tx: &mut Tx| claim(tx, who, &name, country).await).await.unwrap()
}

async fn all(db: &Db, filter: &Filter) -> Vec<City> {
    let (mut cities, mut cursor) = (Vec::new(), None);
    loop {
        let limit = Limit::parse(Some(50)).unwrap();
        let page = views::list(db, filter, limit, cursor.as_deref()).await.unwrap();
        cities.extend(page.items);
        match page.next {
            Some(next) => cursor = Some(next),
            None => return cities,
        }
    }
}

fn as_member(id: MemberId) -> Actor {
    Actor::member(id, Standing::Newcomer, vec![])
}

fn as_moderator(id: MemberId) -> Actor {
    Actor::member(id, Standing::Member, vec![Role { kind: RoleKind::Moderator, space: None }])
}

#[tokio::test]
async fn the_cities_of_the_program_are_listed_once() {
    let db = seeded().await;
    let again = db.write(async |tx: &mut Tx| seed(tx).await).await.unwrap();
    assert_eq!(again, 0);
    let cities = all(&db, &Filter::default()).await;
    assert_eq!(cities.len(), 233);
    let slugs: HashSet<_> = cities.iter().map(|city| &city.slug).collect();
    assert_eq!(slugs.len(), 233);
    let mission = Filter { mission: Some(true), ..Filter::default() };
    assert_eq!(views::count(&db, &mission).await.unwrap(), 112);
    assert_eq!(all(&db, &mission).await.len(), 112);
}

#[tokio::test]
async fn facts_of_a_city_are_those_of_the_file() {
    let db = seeded().await;
    let lodz = views::by_slug(&db, &Actor::guest(), "lodz").await.unwrap();
    assert_eq!((lodz.name.as_str(), lodz.country.as_str()), ("Łódź", "PL"));
    assert_eq!(lodz.mission_label, MissionLabel::Awarded);
    assert_eq!(lodz.mission_label_on.as_deref(), Some("2025-05"));
    assert_eq!((lodz.population, lodz.region.as_deref()), (Some(639_890), Some("151")));
    assert_eq!(lodz.languages, ["pl"]);
    let gozo = views::by_slug(&db, &Actor::guest(), "gozo").await.unwrap();
    assert_eq!((gozo.population, gozo.koppen), (None, None));
    assert!(gozo.note.is_some() && gozo.aliases == ["Għawdex"]);
}

#[tokio::test]
async fn every_city_lies_in_the_region_of_its_country() {
    let db = seeded().await;
    for city in all(&db, &Filter::default()).await {
        let country = Country::parse(&city.country).unwrap();
        assert_eq!(city.region.as_deref(), Some(country.region()), "{}", city.slug);
    }
}

#[tokio::test]
async fn lists_are_filtered_and_wildcards_are_letters() {
    let db = seeded().await;
    let slugs = async |filter: Filter| -> Vec<String> {
        all(&db, &filter).await.into_iter().map(|city| city.slug).collect()
    };
    let q = |text: &str| Filter { q: Some(text.to_owned()), ..Filter::default() };
    assert_eq!(slugs(q("KØBENHAVN")).await, ["copenhagen"]);
    assert_eq!(slugs(q("malmo")).await, ["malmo"]);
    assert!(slugs(q("%")).await.is_empty() && slugs(q("_")).await.is_empty());
    assert!(slugs(q("\\")).await.is_empty());
    let latvia = Filter { country: Some(Country::parse("LV").unwrap()), ..Filter::default() };
    assert!(slugs(latvia).await.contains(&"riga".to_owned()));
    let africa = Filter { region: crate::regions::parse("202"), ..Filter::default() };
    let south_of_sahara = all(&db, &africa).await;
    assert!(!south_of_sahara.is_empty());
    let below = crate::regions::within("202");
    assert!(south_of_sahara.iter().all(|city| below.contains(&city.region.as_deref().unwrap())));
}

#[tokio::test]
async fn search_puts_beginnings_and_mission_cities_first() {
    let db = seeded().await;
    let found = views::search(&db, "lov", 5).await.unwrap();
    assert_eq!(found.first().map(|card| card.slug.as_str()), Some("leuven"), "{found:?}");
    assert!(views::search(&db, "  ", 5).await.unwrap().is_empty());
    assert!(views::search(&db, "a", 5).await.unwrap().len() == 5);
}

#[tokio::test]
async fn invented_cities_are_listed_only_when_asked_for_but_found_by_name() {
    let db = seeded().await;
    let new: NewCity = serde_json::from_str(
        r#"{"slug":"northmere","name":"Northmere","country":"GB","mission":true,"invented":true,
            "m49_subregion":"154","m49_name":"Northern Europe","working_languages":["en"]}"#,
    )
    .unwrap();
    let id = db.write(async |tx: &mut Tx| add(tx, &new).await).await.unwrap();
    assert_eq!(db.write(async |tx: &mut Tx| add(tx, &new).await).await.unwrap(), id);
    assert_eq!(views::count(&db, &Filter::default()).await.unwrap(), 233);
    let with = Filter { invented: true, ..Filter::default() };
    assert_eq!(views::count(&db, &with).await.unwrap(), 234);
    assert_eq!(views::search(&db, "northm", 5).await.unwrap().len(), 1);
    assert!(views::cards(&db, &[id]).await.unwrap()[&id].invented);
}

#[tokio::test]
async fn a_claimed_city_exists_for_its_claimer_and_global_moderators_alone() {
    let db = seeded().await;
    let (ada, eve, mo) =
        (member(&db, "ada").await, member(&db, "eve").await, member(&db, "mo").await);
    let city = claimed(&db, ada, "Põltsamaa", "EE").await;
    let sees = async |actor: Actor| {
        let one = views::city(&db, &actor, city).await.is_ok();
        let slug = views::by_slug(&db, &actor, "poltsamaa").await.is_ok();
        let card = views::cards_for(&db, &actor, &[city]).await.unwrap().contains_key(&city);
        assert!(one == slug && slug == card);
        one
    };
    assert!(sees(as_member(ada)).await && sees(as_moderator(mo)).await);
    assert!(!sees(as_member(eve)).await && !sees(Actor::guest()).await);
    assert!(views::cards(&db, &[city]).await.unwrap().is_empty());
    assert!(views::search(&db, "poltsamaa", 5).await.unwrap().is_empty());
    assert!(views::by_slugs(&db, &["poltsamaa".to_owned()]).await.unwrap().is_empty());
    assert_eq!(all(&db, &Filter::default()).await.len(), 233);

    db.write(async |tx: &mut Tx| approve_claim(tx, city).await).await.unwrap();
    assert!(sees(Actor::guest()).await && sees(as_member(eve)).await);
    assert_eq!(views::search(&db, "poltsamaa", 5).await.unwrap().len(), 1);

    db.write(async |tx: &mut Tx| reopen_claim(tx, city).await).await.unwrap();
    db.write(async |tx: &mut Tx| decline_claim(tx, city).await).await.unwrap();
    assert!(!sees(as_member(ada)).await && sees(as_moderator(mo)).await);
}

#[tokio::test]
async fn a_claim_is_shared_and_told_once_and_never_doubles_a_listed_city() {
    let db = seeded().await;
    let (ada, eve) = (member(&db, "ada").await, member(&db, "eve").await);
    let listed = claimed(&db, ada, "kobenhavn", "DK").await;
    assert_eq!(listed, views::by_slug(&db, &Actor::guest(), "copenhagen").await.unwrap().id);
    let (first, second) =
        (claimed(&db, ada, "Malmö", "EE").await, claimed(&db, eve, " MALMO ", "EE").await);
    assert_eq!(first, second);
    let swedish = claimed(&db, ada, "Malmo", "SE").await;
    assert_eq!(swedish, views::by_slug(&db, &Actor::guest(), "malmo").await.unwrap().id);
    assert_eq!(views::claim(&db, first).await.unwrap().unwrap().members, [ada, eve]);
    assert!(views::claim(&db, swedish).await.unwrap().is_none());
    assert!(views::city(&db, &as_member(eve), first).await.is_ok());
    assert_eq!(views::city(&db, &as_member(eve), first).await.unwrap().slug, "malmo-ee");
    assert_eq!(jobs::backlog(&db).await.unwrap().due, 1);
}

#[tokio::test]
async fn a_claim_is_not_reopened_beside_a_newer_one() {
    let db = seeded().await;
    let ada = member(&db, "ada").await;
    let first = claimed(&db, ada, "Nowhere", "FR").await;
    db.write(async |tx: &mut Tx| decline_claim(tx, first).await).await.unwrap();
    let second = claimed(&db, ada, "Nowhere", "FR").await;
    assert_ne!(first, second);
    let undone = db.write(async |tx: &mut Tx| reopen_claim(tx, first).await).await;
    assert!(matches!(undone, Err(Fault::Conflict("exchange-claim-twin"))));
    let gone = db.write(async |tx: &mut Tx| approve_claim(tx, tx.new_id()).await).await;
    assert!(matches!(gone, Err(Fault::NotFound)));
}
