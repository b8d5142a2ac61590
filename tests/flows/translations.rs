//! Texts are read in other languages: asked for, made by a machine, improved by people, and
//! never more than their post shows.

use serde_json::{Value, json};
use stoa_tests::translator::{Mood, Scripted};
use stoa_tests::{Answer, Person, World};

const TEXT: &str = "Hemos renovado *cuarenta* edificios con `cargo` y @liepaja.\n\nVean https://valladolid.example/plan";

/// An instance with a translator.
async fn world() -> (World, Scripted) {
    let engine = Scripted::listening().await;
    let url = engine.url();
    (World::with(move |config| config.translate.url = url).await, engine)
}

async fn reads(person: &Person, languages: &[&str]) {
    person.api("PATCH", "/me", Some(json!({ "languages": languages }))).await.expect(200);
}

fn id(answer: &Answer, field: &str) -> String {
    answer.json()[field].as_str().expect("an id").to_owned()
}

async fn in_spanish(world: &World, by: &Person, title: &str, body: &str) -> (String, String) {
    let wish = json!({ "title": title, "body": body, "language": "es" });
    let path = "/spaces/questions/threads";
    let opened = by.api("POST", path, Some(wish)).await.expect(201);
    world.settle().await;
    (id(&opened, "thread"), id(&opened, "post"))
}

async fn translated(person: &Person, post: &str, language: &str) -> Value {
    person.api("GET", &format!("/posts/{post}/translations/{language}"), None).await.json()
}

#[tokio::test]
async fn a_foreign_text_is_translated_when_asked_and_its_original_is_one_press_away() {
    let (world, engine) = world().await;
    let (ada, bea) = (world.member("Ada").await, world.member("Bea").await);
    reads(&bea, &["en"]).await;
    let (thread, post) = in_spanish(&world, &ada, "Edificios de viviendas", TEXT).await;
    let address = format!("/t/{thread}/edificios-de-viviendas");
    let page = bea.get(&address).await;
    assert!(page.shows("Translate") && !page.shows("[en]"), "{}", page.body);
    assert!(!ada.get(&address).await.shows("Translate the post"), "never for who reads Spanish");
    assert!(!world.guest().get(&address).await.shows("Translate the post"), "guests cannot ask");

    let ask = [("language", "en")];
    bea.submit(&format!("/p/{post}/translation"), &ask).await.expect(303);
    assert!(bea.get(&address).await.shows("being translated into English"));
    world.settle().await;
    let page = bea.get(&address).await;
    assert!(page.shows("[en] Edificios de viviendas"), "the title too: {}", page.body);
    assert!(page.shows("by machine") && page.shows("Show original"));
    assert!(page.shows("Edificios de viviendas") && page.shows("Hemos renovado"));
    assert!(page.body.contains("<em>cuarenta</em>") && page.body.contains("cargo</code>"));
    assert!(page.shows("https://valladolid.example/plan"));
    let heard = engine.heard();
    assert!(!heard.contains("valladolid.example"), "addresses are not sent: {heard}");
    assert!(!heard.contains("liepaja"), "names are not sent: {heard}");

    // Who would rather read originals has the translation beside them.
    bea.api("PATCH", "/me", Some(json!({ "translated": false }))).await.expect(200);
    let page = bea.get(&address).await;
    assert!(page.shows("Read in English") && !page.shows("Show original"));
    assert!(world.guest().get(&address).await.shows("Read in English"));
    assert!(!ada.get(&address).await.shows("[en]"), "never for who reads the original");
}

#[tokio::test]
async fn a_new_wording_voids_its_translations_and_an_erased_one_leaves_none() {
    let (world, _engine) = world().await;
    let (ada, bea) = (world.member("Ada").await, world.member("Bea").await);
    reads(&bea, &["en"]).await;
    let (_, post) = in_spanish(&world, &ada, "Secreto", "La palabra es zarzamora.").await;
    translated(&bea, &post, "en").await;
    world.settle().await;
    assert_eq!(translated(&bea, &post, "en").await["state"], "made");
    let version = ada.api("GET", &format!("/posts/{post}"), None).await.json()["version"].clone();
    let tag = format!("\"{version}\"");
    let edit = json!({ "body": "La palabra es otra, y el texto es bastante distinto." });
    let path = format!("/posts/{post}");
    ada.api_with("PATCH", &path, Some(edit), &[("if-match", &tag)]).await.expect(200);
    let answer = bea.api("GET", &format!("/posts/{post}/translations/en"), None).await;
    assert_eq!(answer.status, 202, "it is made anew: {}", answer.body);
    assert!(!answer.body.contains("zarzamora"));
    world.settle().await;
    assert_eq!(translated(&bea, &post, "en").await["state"], "made");
    ada.api("POST", &format!("/posts/{post}/erasure"), None).await;
    world.settle().await;
    let gone = bea.api("GET", &format!("/posts/{post}/translations/en"), None).await;
    assert!(gone.status == 404 && !gone.body.contains("otra"), "{}", gone.body);
}

#[tokio::test]
async fn members_improve_a_translation_under_their_name_and_its_editions_are_kept() {
    let (world, _engine) = world().await;
    let (ada, bea) = (world.member("Ada").await, world.member("Bea").await);
    let kit = world.newcomer("Kit").await;
    reads(&bea, &["en"]).await;
    let (thread, post) = in_spanish(&world, &ada, "Calor", TEXT).await;
    translated(&bea, &post, "en").await;
    world.settle().await;
    let address = format!("/p/{post}/translation/en");
    let form = bea.get(&address).await;
    assert!(form.shows("[en] Calor") && form.shows("Original"), "{}", form.body);
    let (version, edition) = (form.hidden("version"), form.hidden("edition"));
    let send = |body: &str| {
        let fields =
            [("title", "Heat"), ("body", body), ("version", &version), ("edition", &edition)];
        fields.map(|(name, value)| (name, value.to_owned()))
    };
    let added = send("We renovated forty buildings. See https://spam.example");
    let added: Vec<(&str, &str)> = added.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let refused = bea.post(&address, &added).await;
    assert!(refused.status == 422 && refused.shows("links, quotes and names"), "{}", refused.body);
    assert!(refused.shows("https://spam.example"), "what was typed comes back");
    let good = send(
        "We renovated *forty* buildings with `cargo` and @liepaja.\n\nSee https://valladolid.example/plan",
    );
    let good: Vec<(&str, &str)> = good.iter().map(|(n, v)| (*n, v.as_str())).collect();
    assert_eq!(kit.post(&address, &good).await.status, 403, "newcomers are refused");
    assert_eq!(bea.post(&address, &good).await.status, 303);
    let page = bea.get(&format!("/t/{thread}/calor")).await;
    assert!(page.shows("We renovated") && page.shows("improved by Bea"), "{}", page.body);
    assert!(page.body.contains(">Heat<"), "the title");
    let late = bea.post(&address, &good).await;
    assert!(late.status == 409 && late.shows("Somebody improved this"), "{}", late.body);
    let history = bea.get(&format!("{address}/history")).await;
    assert!(history.shows("Edition 2") && history.shows("made by machine"), "{}", history.body);
    assert!(history.shows("[en] Hemos renovado"));
    // Who leaves and takes the words along takes this along too: the machine's edition is back.
    let leave = json!({ "choice": "delete_posts" });
    let left = bea.api("POST", "/me/erasure", Some(leave)).await;
    assert!(left.status.is_success(), "{}", left.body);
    world.settle().await;
    let told = translated(&ada, &post, "en").await;
    assert_eq!(
        (told["by"].as_str(), told["edition"].as_i64()),
        (Some("machine"), Some(1)),
        "{told}"
    );
}

#[tokio::test]
async fn a_translator_that_fails_costs_nothing_and_brings_nothing_in() {
    let (world, engine) = world().await;
    let (ada, bea) = (world.member("Ada").await, world.member("Bea").await);
    reads(&bea, &["en"]).await;
    for mood in [Mood::ErrorPage, Mood::Unknown, Mood::Endless] {
        engine.is(mood);
        let (thread, post) = in_spanish(&world, &ada, "Prueba", TEXT).await;
        translated(&bea, &post, "en").await;
        world.settle().await;
        let page = bea.get(&format!("/t/{thread}/prueba")).await;
        assert!(page.shows("could not translate") && page.shows("Hemos renovado"), "{mood:?}");
        assert_eq!(translated(&bea, &post, "en").await["state"], "failed", "{mood:?}");
    }
    engine.is(Mood::Evil);
    let (thread, post) = in_spanish(&world, &ada, "Prueba", TEXT).await;
    translated(&bea, &post, "en").await;
    world.settle().await;
    let page = bea.get(&format!("/t/{thread}/prueba")).await;
    assert_eq!(page.status, 200);
    assert!(
        !page.body.contains("<script>alert") && !page.body.contains("href=\"https://evil"),
        "{}",
        page.body
    );
    assert!(!page.body.contains("<img src"), "no picture");
    engine.is(Mood::WithoutMarks);
    let (thread, post) = in_spanish(&world, &ada, "Marcas", TEXT).await;
    translated(&bea, &post, "en").await;
    world.settle().await;
    let page = bea.get(&format!("/t/{thread}/marcas")).await;
    assert!(
        page.body.contains("<em>[en] cuarenta</em>") && page.body.contains("cargo</code>"),
        "{}",
        page.body
    );
}

#[tokio::test]
async fn a_translator_that_is_away_is_asked_again_and_pages_say_so() {
    let (world, engine) = world().await;
    let (ada, bea) = (world.member("Ada").await, world.member("Bea").await);
    reads(&bea, &["en"]).await;
    engine.is(Mood::Busy);
    let (thread, post) = in_spanish(&world, &ada, "Espera", TEXT).await;
    translated(&bea, &post, "en").await;
    world.settle().await;
    world.passes(std::time::Duration::from_secs(120));
    let page = bea.get(&format!("/t/{thread}/espera")).await;
    assert!(page.shows("does not answer just now") && page.shows("Hemos renovado"));
    engine.is(Mood::Good);
    world.settle().await;
    assert!(bea.get(&format!("/t/{thread}/espera")).await.shows("[en] Hemos renovado"));
}

#[tokio::test]
async fn texts_are_made_ahead_for_those_who_follow_and_found_by_their_words() {
    let (world, engine) = world().await;
    let (ada, bea) = (world.member("Ada").await, world.member("Bea").await);
    reads(&bea, &["ja"]).await;
    let space = bea.api("GET", "/spaces/questions", None).await.json()["id"].clone();
    let path = format!("/spaces/{}/subscription", space.as_str().unwrap());
    bea.api("PUT", &path, Some(json!({ "level": "watching" }))).await.expect(200);
    let (_, post) = in_spanish(&world, &ada, "Tranvía", "Vamos a electrificar el tranvía.").await;
    assert!(engine.asked().iter().any(|one| one["target"] == "ja"), "{:?}", engine.asked());
    assert_eq!(translated(&bea, &post, "ja").await["state"], "made");
    let list = bea.get("/s/questions").await;
    assert!(list.shows("[ja] Tranvía") && list.body.contains(">Tranvía<"), "{}", list.body);
    world.digests_until("2026-11-30T12:00:00Z").await;
    let digest = world.letter("digest");
    assert!(
        digest.contains("[ja] Tranvía") && digest.contains("translated by machine"),
        "{digest}"
    );
}

#[tokio::test]
async fn nothing_is_translated_where_the_space_keeps_its_texts_or_nobody_may_read_them() {
    let (world, engine) = world().await;
    let (ada, bea) = (world.member("Ada").await, world.member("Bea").await);
    let (kit, mo) = (world.newcomer("Kit").await, world.moderator("Mo").await);
    for person in [&bea, &mo] {
        reads(person, &["en"]).await;
    }
    // A text that waits: its moderators alone.
    let held = in_spanish(&world, &kit, "Espera", "Un texto que espera.").await;
    let path = format!("/posts/{}/translations/en", held.1);
    assert_eq!(bea.api("GET", &path, None).await.status, 404);
    assert_eq!(mo.api("GET", &path, None).await.status, 202);
    world.settle().await;
    assert_eq!(mo.api("GET", &path, None).await.status, 200);
    assert_eq!(bea.api("GET", &path, None).await.status, 404);
    assert_eq!(world.guest().api("GET", &path, None).await.status, 404);
    // A space that keeps its texts.
    let before = engine.asked().len();
    world.keeps_texts("questions").await;
    let (thread, post) = in_spanish(&world, &ada, "Aquí", "Un texto que se queda.").await;
    let asked = bea.api("GET", &format!("/posts/{post}/translations/en"), None).await;
    assert_eq!(asked.status, 403, "{}", asked.body);
    assert!(!bea.get(&format!("/t/{thread}/aqui")).await.shows("Translate the post"));
    world.settle().await;
    assert_eq!(engine.asked().len(), before, "nothing was sent");
}

#[tokio::test]
async fn without_a_translator_nothing_is_offered_and_nothing_breaks() {
    let world = World::new().await;
    let (ada, bea) = (world.member("Ada").await, world.member("Bea").await);
    reads(&bea, &["en"]).await;
    let (thread, post) = in_spanish(&world, &ada, "Solo", TEXT).await;
    let page = bea.get(&format!("/t/{thread}/solo")).await;
    assert!(page.status == 200 && !page.shows("Translate"), "{}", page.body);
    let asked = bea.post(&format!("/p/{post}/translation"), &[("language", "en")]).await;
    assert_eq!(asked.status, 403);
    let none = bea.api("GET", &format!("/posts/{post}/translations/en"), None).await;
    assert_eq!(none.status, 404);
}

async fn approves(mo: &Person) {
    let cases = mo.api("GET", "/moderation/cases?state=open", None).await.json();
    let case = &cases["items"][0];
    let path = format!("/moderation/cases/{}/decision", case["id"].as_str().expect("a case"));
    let tag = format!("\"{}\"", case["version"]);
    let yes = Some(json!({ "action": "approve" }));
    mo.api_with("POST", &path, yes, &[("if-match", &tag)]).await.expect(200);
}

#[tokio::test]
async fn a_new_wording_that_waits_is_translated_for_its_moderators_alone() {
    let (world, _engine) = world().await;
    let (kit, mo) = (world.newcomer("Kit").await, world.moderator("Mo").await);
    let bea = world.member("Bea").await;
    for person in [&mo, &bea] {
        reads(person, &["en"]).await;
    }
    let (_, post) = in_spanish(&world, &kit, "Primera", "Una pregunta corta.").await;
    approves(&mo).await;
    world.settle().await;
    world.passes(std::time::Duration::from_secs(600));
    let edit = json!({ "body": "Otra pregunta con la palabra zarzamora y mucho más texto." });
    let version = kit.api("GET", &format!("/posts/{post}"), None).await.json()["version"].clone();
    let tag = format!("\"{version}\"");
    kit.api_with("PATCH", &format!("/posts/{post}"), Some(edit), &[("if-match", &tag)]).await;
    world.settle().await;
    let cases = mo.api("GET", "/moderation/cases?state=open", None).await.json();
    let page = format!("/moderation/cases/{}", cases["items"][0]["id"].as_str().expect("a case"));
    assert!(mo.get(&page).await.body.contains("translation?waiting=true"));
    let ask = format!("/p/{post}/translation?waiting=true");
    assert_eq!(bea.post(&ask, &[("language", "en")]).await.status, 404, "it does not exist");
    mo.post(&ask, &[("language", "en"), ("back", "case")]).await.expect(303);
    world.settle().await;
    let seen = mo.get(&page).await;
    assert!(seen.shows("[en] Otra pregunta con la palabra zarzamora"), "{}", seen.body);
    for who in [&bea, &world.guest()] {
        let route = who.api("GET", &format!("/posts/{post}/translations/en"), None).await;
        assert!(!route.body.contains("zarzamora") && !route.body.contains("[en] Otra"));
        assert!(!who.get(&format!("/p/{post}/translation/en/history")).await.shows("zarzamora"));
    }
    // Decided, it is an ordinary wording, translated when it is asked for.
    approves(&mo).await;
    assert_eq!(translated(&bea, &post, "en").await["state"], "asked");
    world.settle().await;
    assert!(translated(&bea, &post, "en").await["html"].as_str().unwrap().contains("zarzamora"));
}

#[tokio::test]
async fn a_language_is_read_as_it_was_written_by_one_press() {
    let (world, _engine) = world().await;
    let (ada, bea) = (world.member("Ada").await, world.member("Bea").await);
    reads(&bea, &["en"]).await;
    let (thread, post) = in_spanish(&world, &ada, "Lectura", TEXT).await;
    translated(&bea, &post, "en").await;
    world.settle().await;
    let address = format!("/t/{thread}/lectura");
    assert!(bea.get(&address).await.shows("Always show originals in"));
    let next = format!("/p/{post}");
    bea.post("/settings/reads", &[("language", "es"), ("next", &next)]).await.expect(303);
    let page = bea.get(&address).await;
    assert!(!page.shows("[en]") && page.shows("Hemos renovado"), "{}", page.body);
    assert_eq!(bea.api("GET", "/me", None).await.json()["languages"], json!(["en", "es"]));
}

#[tokio::test]
async fn a_quote_in_a_translation_is_gone_with_its_source() {
    let (world, engine) = world().await;
    let (ada, bea) = (world.member("Ada").await, world.member("Bea").await);
    reads(&bea, &["en"]).await;
    let (thread, _) = in_spanish(&world, &ada, "Cita", "Empieza aquí.").await;
    let path = format!("/threads/{thread}/posts");
    let said = json!({ "body": "La palabra es zarzamora.", "language": "es" });
    let source = id(&ada.api("POST", &path, Some(said)).await.expect(201), "post");
    let quote = format!("> [Ada](/p/{source}):\n>\n> La palabra es zarzamora.\n\nDe acuerdo.");
    let body = json!({ "body": quote, "language": "es" });
    let post = id(&ada.api("POST", &path, Some(body)).await.expect(201), "post");
    world.settle().await;
    translated(&bea, &post, "en").await;
    world.settle().await;
    let before = translated(&bea, &post, "en").await;
    assert!(before["html"].as_str().unwrap().contains("zarzamora"), "quotes stay: {before}");
    assert!(!engine.heard().contains("zarzamora"), "and are not sent");
    ada.api("DELETE", &format!("/posts/{source}"), None).await;
    world.settle().await;
    let route = format!("/posts/{post}/translations/en");
    for who in [&bea, &world.guest()] {
        let after = who.api("GET", &route, None).await.expect(200);
        assert!(!after.body.contains("zarzamora"), "{}", after.body);
    }
    assert!(!bea.get(&format!("/p/{post}/translation/en")).await.shows("zarzamora"));
}

#[tokio::test]
async fn an_edition_is_taken_away_and_a_program_says_which_wording_it_read() {
    let (world, _engine) = world().await;
    let (ada, bea) = (world.member("Ada").await, world.member("Bea").await);
    let mo = world.moderator("Mo").await;
    reads(&bea, &["en"]).await;
    let (_, post) = in_spanish(&world, &ada, "Texto", "Un texto corto.").await;
    translated(&bea, &post, "en").await;
    world.settle().await;
    let route = format!("/posts/{post}/translations/en");
    let words = |version: i32, words: &str| {
        Some(json!({ "title": "Text", "markdown": words, "version": version }))
    };
    let first = [("if-match", "\"1\"")];
    let old = bea.api_with("PUT", &route, words(7, "Of another wording."), &first).await;
    assert_eq!(old.status, 409, "{}", old.body);
    let link = words(1, "[A thief](/people/01jabcdefghjkmnpqrstvwxyz0)");
    assert_eq!(bea.api_with("PUT", &route, link, &first).await.status, 400, "no new address");
    let rude = bea.api_with("PUT", &route, words(1, "Something rude."), &first).await;
    assert_eq!(rude.expect(200).json()["by"], "member");
    let away = format!("/p/{post}/translation/en/withdraw");
    let cid = world.member("Cid").await;
    assert_eq!(cid.post(&away, &[("edition", "2")]).await.status, 403, "not for anybody");
    ada.post(&away, &[("edition", "2")]).await.expect(303);
    let again = [("if-match", "\"1\"")];
    bea.api_with("PUT", &route, words(1, "Something else."), &again).await.expect(200);
    mo.post(&away, &[("edition", "2")]).await.expect(303);
    let now = translated(&bea, &post, "en").await;
    assert_eq!((now["by"].as_str(), now["edition"].as_i64()), (Some("machine"), Some(1)), "{now}");
    assert_eq!(world.guest().get(&format!("/p/{post}/translation/en/history")).await.status, 401);
}
