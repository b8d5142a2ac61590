//! A world with every state of a text in three kinds of spaces, made as people
//! make it: through the API, and the verbs where no door is built yet.

use std::collections::BTreeMap;
use std::time::Duration;

use sea_orm::FromQueryResult;
use serde_json::{Value, json};
use stoa_kernel::db::rows;
use stoa_kernel::ids::{PostId, TranslationId};
use stoa_kernel::{Actor, Reads, RoleKind, Tx};
use stoa_policy::{Holding, Posting, Visibility};
use stoa_tests::{Person, World};
use stoa_threads::spaces::{self, Settings};

use crate::oracle::{PLACES, Place, State, Who};
use crate::scan::{canaries, canary};

/// What a canary stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Meaning {
    /// The state of the text it stands in.
    pub state: State,
    /// The space it stands in.
    pub place: Place,
    /// A name for messages.
    pub name: String,
}

/// The world, its people and what was planted.
pub struct Planted {
    /// The instance.
    pub world: World,
    /// One of each kind.
    pub people: BTreeMap<Who, Person>,
    /// Canaries and what they stand for.
    pub canaries: BTreeMap<String, Meaning>,
    /// Threads in every state.
    pub threads: Vec<String>,
    /// Posts in every state.
    pub posts: Vec<String>,
    /// Every case.
    pub cases: Vec<String>,
    /// Every decision.
    pub decisions: Vec<String>,
    /// Ids of drafts.
    pub drafts: Vec<String>,
    /// Files that texts in every state name.
    pub files: Vec<String>,
    /// Rules of every space.
    pub rules: Vec<String>,
}

/// The slug of the space of a kind.
#[must_use]
pub fn slug(place: Place) -> &'static str {
    match place {
        Place::Public => "open-hall",
        Place::Members => "members-hall",
        Place::Private => "closed-hall",
        Place::Sealed => "conversations",
    }
}

/// A space that all this has nothing to do with; another moderator looks after it.
pub const ELSEWHERE: &str = "elsewhere";

fn settings(name: &str, visibility: Visibility) -> Settings {
    let texts =
        |text: &str| serde_json::from_value(json!({ "en": text })).expect("texts by locale");
    Settings {
        names: texts(name),
        summaries: texts("A space of the tests"),
        languages: vec!["en".into()],
        visibility,
        posting: Posting::Members,
        // Everything is held, so that each state is reached by a decision.
        holding: Holding::Everybody,
        public_history: true,
        neutral_subject: false,
        translated: true,
        place: 50,
    }
}

impl Planted {
    /// The world with its spaces and people, and nothing said in it.
    pub async fn empty() -> Self {
        let world = World::new().await;
        let administrator = world.administrator("Zora Admin").await;
        let actor = actor(&world, &administrator).await;
        let kinds = [Visibility::Public, Visibility::Members, Visibility::Private];
        for (place, visibility) in PLACES.into_iter().zip(kinds) {
            make(&world, &actor, slug(place), visibility).await;
        }
        make(&world, &actor, ELSEWHERE, Visibility::Public).await;
        let mut people =
            BTreeMap::from([(Who::Guest, world.guest()), (Who::Administrator, administrator)]);
        people.insert(Who::Member, world.member("Mira Member").await);
        let author = world.member("Alda Author").await;
        world.gives(&author, RoleKind::Participant, Some(slug(Place::Private))).await;
        people.insert(Who::Author, author);
        let here = world.member("Hedda Here").await;
        for place in PLACES {
            world.gives(&here, RoleKind::Moderator, Some(slug(place))).await;
        }
        people.insert(Who::ModeratorHere, here);
        people
            .insert(Who::ModeratorElsewhere, world.moderator_of("Elmo Elsewhere", ELSEWHERE).await);
        Self {
            world,
            people,
            canaries: BTreeMap::new(),
            threads: Vec::new(),
            posts: Vec::new(),
            cases: Vec::new(),
            decisions: Vec::new(),
            drafts: Vec::new(),
            files: Vec::new(),
            rules: Vec::new(),
        }
    }

    /// The person of a kind.
    #[must_use]
    pub fn person(&self, who: Who) -> &Person {
        &self.people[&who]
    }

    fn author(&self) -> &Person {
        self.person(Who::Author)
    }

    /// What every canary meant before anything was taken away.
    #[must_use]
    pub fn before_it_was_gone(&self) -> BTreeMap<String, Meaning> {
        let mut all = self.canaries.clone();
        for meaning in all.values_mut() {
            if matches!(meaning.state, State::Deleted | State::Removed) {
                meaning.state = State::Published;
            }
        }
        all
    }

    /// A new canary.
    pub fn mark(&mut self, state: State, place: Place, name: &str) -> String {
        let name = format!("{state:?} {place:?} {name}");
        let token = canary(&name);
        let meaning = Meaning { state, place, name };
        let before = self.canaries.insert(token.clone(), meaning.clone());
        assert!(before.is_none_or(|before| before == meaning), "two names share {token}");
        token
    }

    /// Everything was written in French and has an English translation with a canary of its own,
    /// whatever became of it meanwhile.
    pub async fn translates_everything(&mut self) {
        #[derive(FromQueryResult)]
        struct Row {
            id: PostId,
            version: i32,
            html: String,
            opening: bool,
        }
        let sql = "SELECT id, version, html, opening FROM posts ORDER BY id";
        let posts: Vec<Row> = rows(&self.world.app.db, sql, vec![]).await.expect("the posts");
        let mut all = Vec::new();
        for post in posts {
            let found = canaries(&post.html).into_iter().next();
            let Some(meaning) = found.and_then(|token| self.canaries.get(&token)).cloned() else {
                continue;
            };
            let name = format!("{} translated", meaning.name);
            let [text, title] = ["text", "title"]
                .map(|field| self.mark(meaning.state, meaning.place, &format!("{name}.{field}")));
            all.push((post, text, title));
        }
        let all = &all;
        let done = self.world.app.db.write(async |tx: &mut Tx| {
            for table in ["posts", "threads"] {
                tx.run(&format!("UPDATE {table} SET language = 'fr'"), vec![]).await?;
            }
            for (post, text, title) in all {
                let sql = "INSERT INTO translations (id, post_id, language, version, edition, \
                           latest, state, title, markdown, html, renderer, editor_id, made_at) \
                           VALUES (?, ?, 'en', ?, 1, TRUE, 'made', ?, ?, ?, 1, NULL, ?)";
                let html = format!("<p>In English {text}</p>");
                let title = post.opening.then(|| format!("Title {title}"));
                let id: TranslationId = tx.new_id();
                let values = vec![
                    id.into(),
                    post.id.into(),
                    post.version.into(),
                    title.into(),
                    text.clone().into(),
                    html.into(),
                    tx.now().into(),
                ];
                tx.run(sql, values).await?;
            }
            Ok(())
        });
        done.await.expect("all is translated");
    }

    /// A text with a canary as a word, as a link, as code, in a file of its author and as an
    /// option of a poll.
    pub async fn text(&mut self, state: State, place: Place, name: &str) -> String {
        let [word, link, code, file, option] = ["word", "link", "code", "file", "option"]
            .map(|field| self.mark(state, place, &format!("{name}.{field}")));
        let table = format!("word\n{file}\n");
        let sent = self.author().upload("table.csv", table.as_bytes()).await.expect(201).json();
        let id = text_of(&sent["id"]);
        self.files.push(id.clone());
        format!(
            "About {word}, see [this](https://example.org/{link}), `{code}` and [it](/f/{id}).\n\n\
             - ( ) {option}\n- ( ) none"
        )
    }

    /// Opens a thread as the author; it is held.
    pub async fn opens(&mut self, state: State, place: Place, name: &str) -> (String, String) {
        let title = format!("About {} here", self.mark(state, place, &format!("{name}.title")));
        let body = self.text(state, place, name).await;
        let json = json!({ "title": title, "body": body, "kind": "question", "language": "en" });
        let path = format!("/spaces/{}/threads", slug(place));
        let made = self.author().api("POST", &path, Some(json)).await.expect(201).json();
        assert_eq!(made["state"], "held", "{made}");
        let (thread, post) = (text_of(&made["thread"]), text_of(&made["post"]));
        self.threads.push(thread.clone());
        self.posts.push(post.clone());
        (thread, post)
    }

    /// Replies as the author; the reply is held.
    pub async fn replies(
        &mut self,
        state: State,
        place: Place,
        thread: &str,
        name: &str,
    ) -> String {
        let body = self.text(state, place, name).await;
        let json = json!({ "body": body, "language": "en" });
        let made = self
            .author()
            .api("POST", &format!("/threads/{thread}/posts"), Some(json))
            .await
            .expect(201)
            .json();
        assert_eq!(made["state"], "held", "{made}");
        let post = text_of(&made["post"]);
        self.posts.push(post.clone());
        post
    }

    /// Gives a published post new words; they are held.
    pub async fn edits(&mut self, state: State, place: Place, post: &str, name: &str) {
        let body = self.text(state, place, name).await;
        self.edits_to(post, &body).await;
    }

    /// Gives a published post these words; they are held.
    pub async fn edits_to(&self, post: &str, body: &str) {
        // Past the time in which small changes leave no trace.
        self.world.passes(Duration::from_secs(900));
        let now =
            self.author().api("GET", &format!("/posts/{post}"), None).await.expect(200).json();
        let version = format!("\"{}\"", now["version"]);
        let json = json!({ "body": body });
        let path = format!("/posts/{post}");
        let done =
            self.author().api_with("PATCH", &path, Some(json), &[("if-match", &version)]).await;
        assert!(done.status.is_success(), "{} {}", done.status, done.body);
        self.world.settle().await;
    }

    /// Decides the open case about a post, as its moderator.
    pub async fn decides(&mut self, post: &str, action: &str, note: Option<&str>) {
        self.world.settle().await;
        let desk = self.person(Who::ModeratorHere);
        let open = desk
            .api("GET", "/moderation/cases?state=open&limit=100", None)
            .await
            .expect(200)
            .json();
        let cases = open["items"].as_array().cloned().unwrap_or_default();
        let about =
            |case: &&Value| case["subject"]["id"] == post || case["subject"]["post"] == post;
        let case =
            cases.iter().find(about).unwrap_or_else(|| panic!("no case about {post}: {open}"));
        let (id, version) = (text_of(&case["id"]), format!("\"{}\"", case["version"]));
        let reason = (action != "approve").then_some("off_topic");
        let json = json!({ "action": action, "reason": reason, "note": note });
        let path = format!("/moderation/cases/{id}/decision");
        let made = desk
            .api_with("POST", &path, Some(json), &[("if-match", &version)])
            .await
            .expect(200)
            .json();
        self.cases.push(id);
        self.decisions.push(text_of(&made["reference"]));
        self.world.settle().await;
    }

    /// Takes a published post away by the verb, which has no door of its own yet.
    pub async fn removes(&self, post: &str) {
        let id: PostId = post.parse().expect("an id");
        let done =
            self.world.app.db.write(async |tx: &mut Tx| stoa_threads::posts::remove(tx, id).await);
        done.await.expect("the post is taken away");
        self.world.settle().await;
    }

    /// Everybody follows all spaces that he may, at that level.
    pub async fn everybody_follows(&self, level: &str) {
        for (who, place) in self.people.keys().flat_map(|who| PLACES.map(|place| (*who, place))) {
            let path = format!("/spaces/{}/subscription", slug(place));
            // Who may not see a space cannot follow it: the answer is not the point here.
            let _ = self.person(who).api("PUT", &path, Some(json!({ "level": level }))).await;
        }
    }

    /// Every text is among everybody's bookmarks, as if kept while it could be seen, everybody keeps a
    /// search that finds all of them, and is asked to answer in every thread because of it: what
    /// became of each, and of who may see it, is for lists and digests to find out.
    pub async fn everybody_keeps_everything(&self) {
        let members: Vec<_> = self.people.values().filter_map(|person| person.member).collect();
        let keep = async |tx: &mut Tx| {
            for member in &members {
                let sql = "INSERT INTO bookmarks (member_id, post_id, note, remind_at, made_at) \
                           SELECT ?, id, '', NULL, ? FROM posts";
                tx.run(sql, vec![(*member).into(), tx.now().into()]).await?;
                let sql = "INSERT INTO answer_requests (thread_id, member_id, side, reason, theme, \
                           because_id, asked_at) SELECT id, ?, 'mission', 'near', NULL, id, ? \
                           FROM threads WHERE 1 = 1 ON CONFLICT (thread_id, member_id) DO NOTHING";
                tx.run(sql, vec![(*member).into(), tx.now().into()]).await?;
                let sql = "INSERT INTO saved_searches (id, member_id, words, address, saved_at) \
                           VALUES (?, ?, 'about', '/search?q=about', ?) \
                           ON CONFLICT (member_id, address) DO NOTHING";
                let id: sea_orm::prelude::Uuid = tx.new_id();
                tx.run(sql, vec![id.into(), (*member).into(), tx.now().into()]).await?;
            }
            Ok(())
        };
        self.world.app.db.write(keep).await.expect("everything is kept");
    }

    /// Each space has a rule of its own, which fits no text.
    pub async fn has_rules(&mut self) {
        for place in PLACES {
            let token = self.mark(State::Rule, place, "title");
            let word = self.mark(State::Rule, place, "word");
            let json = json!({ "kind": "words", "act": "hold", "space": slug(place),
                "title": token, "lines": [word], "active": true });
            let desk = self.person(Who::ModeratorHere);
            let made = desk.api("POST", "/moderation/rules", Some(json)).await.expect(201).json();
            self.rules.push(text_of(&made["id"]));
        }
    }

    /// Every case that waits has a note for colleagues.
    pub async fn has_notes(&mut self) {
        for place in PLACES {
            let token = self.mark(State::Rule, place, "note");
            let desk = self.person(Who::ModeratorHere);
            let open =
                desk.api("GET", "/moderation/cases?limit=100", None).await.expect(200).json();
            let cases = open["items"].as_array().cloned().unwrap_or_default();
            for case in cases.iter().filter(|case| case["space"] == slug(place)) {
                let path = format!("/moderation/cases/{}/notes", text_of(&case["id"]));
                desk.api("POST", &path, Some(json!({ "note": token }))).await.expect(201);
            }
        }
    }

    /// Each thread is summed up, and each poll of an opening post concluded, by a reply that was
    /// taken away or waits: neither is to show there.
    pub async fn what_is_hidden_stands_on_top(&self) {
        let reply = "(SELECT r.id FROM posts r WHERE r.thread_id = threads.id AND NOT r.opening \
                     ORDER BY CASE r.state WHEN 'removed' THEN 0 WHEN 'held' THEN 1 ELSE 2 END \
                     LIMIT 1)";
        let put = async |tx: &mut Tx| {
            tx.run(&format!("UPDATE threads SET summary_post_id = {reply}"), vec![]).await?;
            let sql = format!(
                "INSERT INTO polls (post_id, closed_at, outcome_id) \
                 SELECT p.id, 1, {reply} FROM posts p JOIN threads ON threads.id = p.thread_id \
                 WHERE p.opening"
            );
            tx.run(&sql, vec![]).await.map(|_| ())
        };
        self.world.app.db.write(put).await.expect("all is summed up");
    }

    /// Notes the cases that are still open.
    pub async fn knows_open_cases(&mut self) {
        let desk = self.person(Who::ModeratorHere);
        let open = desk
            .api("GET", "/moderation/cases?state=open&limit=100", None)
            .await
            .expect(200)
            .json();
        let ids = open["items"].as_array().cloned().unwrap_or_default();
        self.cases.extend(ids.iter().map(|case| text_of(&case["id"])));
        self.cases.sort();
        self.cases.dedup();
    }
}

async fn make(world: &World, actor: &Actor, slug: &str, visibility: Visibility) {
    let settings = settings(slug, visibility);
    let done =
        world.app.db.write(async |tx: &mut Tx| spaces::create(tx, actor, slug, &settings).await);
    done.await.expect("the space is made");
}

/// Who a person is to the verbs.
pub async fn actor(world: &World, person: &Person) -> Actor {
    let id = person.member.expect("a member");
    stoa_accounts::views::actor(&world.app.db, id)
        .await
        .expect("the database answers")
        .expect("an actor")
}

/// A JSON string's text.
#[must_use]
pub fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}

/// What is published, in one kind of space: a thread with a reply, and a wording before the last.
pub async fn plant_published(planted: &mut Planted, place: Place) -> (String, String) {
    let (thread, opening) = planted.opens(State::Published, place, "thread").await;
    planted.decides(&opening, "approve", None).await;
    let reply = planted.replies(State::OldRevision, place, &thread, "first-wording").await;
    planted.decides(&reply, "approve", None).await;
    planted.edits(State::Published, place, &reply, "second-wording").await;
    planted.decides(&reply, "approve", None).await;
    (thread, reply)
}

/// What waits: a thread, a reply, new words of a published post, and a draft.
pub async fn plant_waiting(planted: &mut Planted, place: Place, thread: &str, published: &str) {
    planted.opens(State::Held, place, "waiting-thread").await;
    planted.replies(State::Held, place, thread, "waiting-reply").await;
    planted.edits(State::HeldEdit, place, published, "waiting-edit").await;
    let body = planted.text(State::Draft, place, "draft").await;
    let title = planted.mark(State::Draft, place, "draft.title");
    let path = format!("/me/drafts/reply:{thread}");
    let json = json!({ "title": title, "body": body, "fields": {}, "sequence": 1 });
    let kept = planted.person(Who::Author).api("PUT", &path, Some(json)).await;
    assert!(kept.status.is_success(), "{} {}", kept.status, kept.body);
    let drafts =
        planted.person(Who::Author).api("GET", "/me/drafts", None).await.expect(200).json();
    let ids = drafts["items"].as_array().cloned().unwrap_or_default();
    planted.drafts = ids.iter().map(|draft| text_of(&draft["id"])).collect();
    planted.world.settle().await;
}

/// Posts that are published and will be taken away: by their author, and by a moderator.
pub struct Doomed {
    deleted: [String; 2],
    removed: [String; 2],
}

/// What never became part of the conversation.
pub async fn plant_refused(planted: &mut Planted, place: Place, thread: &str) {
    let note = planted.mark(State::Note, place, "note");
    let note = format!("Because of {note}.");
    let (_, declined) = planted.opens(State::Declined, place, "declined-thread").await;
    planted.decides(&declined, "decline", Some(&note)).await;
    let declined = planted.replies(State::Declined, place, thread, "declined-reply").await;
    planted.decides(&declined, "decline", Some(&note)).await;
    let revise = planted.replies(State::Held, place, thread, "to-be-changed").await;
    planted.decides(&revise, "revise", Some(&note)).await;
}

/// What is part of the conversation, for now.
pub async fn plant_doomed(planted: &mut Planted, place: Place, thread: &str) -> Doomed {
    let pair = async |planted: &mut Planted, state: State, name: &str| {
        let reply = planted.replies(state, place, thread, &format!("{name}-reply")).await;
        planted.decides(&reply, "approve", None).await;
        let (_, opening) = planted.opens(state, place, &format!("{name}-thread")).await;
        planted.decides(&opening, "approve", None).await;
        [reply, opening]
    };
    let deleted = pair(planted, State::Deleted, "deleted").await;
    let removed = pair(planted, State::Removed, "removed").await;
    Doomed { deleted, removed }
}

/// Takes away what was doomed.
pub async fn take_away(planted: &Planted, doomed: &Doomed) {
    for post in &doomed.deleted {
        let gone = planted.author().api("DELETE", &format!("/posts/{post}"), None).await;
        assert!(gone.status.is_success(), "{} {}", gone.status, gone.body);
    }
    for post in &doomed.removed {
        planted.removes(post).await;
    }
    planted.world.settle().await;
}

/// All of it, in all three kinds of spaces.
pub async fn plant_all() -> Planted {
    let mut planted = Planted::empty().await;
    planted.everybody_follows("watching").await;
    for place in PLACES {
        let (thread, reply) = plant_published(&mut planted, place).await;
        plant_refused(&mut planted, place, &thread).await;
        let doomed = plant_doomed(&mut planted, place, &thread).await;
        take_away(&planted, &doomed).await;
        // Last: a reply that is sent ends the draft of it.
        plant_waiting(&mut planted, place, &thread, &reply).await;
    }
    planted.has_rules().await;
    planted.knows_open_cases().await;
    planted.has_notes().await;
    planted.translates_everything().await;
    planted.everybody_keeps_everything().await;
    planted.what_is_hidden_stands_on_top().await;
    planted
}
