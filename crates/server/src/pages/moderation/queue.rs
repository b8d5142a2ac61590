//! `/moderation`: what waits, oldest first, with one case beside the list on wide screens.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use stoa_kernel::ids::{CaseId, CityId, SpaceId};
use stoa_kernel::policy::Action;
use stoa_kernel::{Actor, Fault, Limit, Page as Listed, Reads, Time};
use stoa_moderation::views::{self, CaseView, Counts, Filter, Ours};
use stoa_moderation::{Case, CaseKind, Order, Settings, Subject};
use stoa_render::{SafeHtml, Words, endonym};
use stoa_threads::views::PostCard;

use super::form::Typed;
use super::item::{self, ItemView, Making};
use super::rows::Row;
use super::told::Told;
use super::{settings_for, words};
use crate::app::App;
use crate::http::frame::Query;
use crate::http::{Refusal, Visitor, query};
use crate::pages::cast::{Cast, Named};
use crate::pages::chrome::Chrome;
use crate::pages::parts::{Choice, Link, Tongue};
use crate::pages::show;
use crate::pages::threads::words::Reader;
use crate::pages::translated::Translated;

/// What the address asks for; an empty field asks for nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// Of which kind.
    pub kind: String,
    /// In which space, by slug.
    pub space: String,
    /// In which language.
    pub language: String,
    /// Only those the reader is on.
    pub mine: String,
    /// `all` for those that are colleagues' too; without it the reader's alone.
    pub whose: String,
    /// In what order; without it the oldest first.
    pub order: String,
    /// The case beside the list.
    pub case: String,
    /// Where the list goes on.
    pub cursor: Option<String>,
}

impl Asked {
    /// This list's address, going on at `cursor`.
    pub(super) fn address(&self, cursor: Option<&str>) -> String {
        let fields = [
            ("kind", self.kind.as_str()),
            ("space", &self.space),
            ("language", &self.language),
            ("mine", &self.mine),
            ("whose", &self.whose),
            ("order", &self.order),
            ("cursor", cursor.unwrap_or_default()),
        ];
        query::address("/moderation", &fields)
    }

    /// What an address of the queue asks for; the whole queue for every other address.
    pub(super) fn read(address: &str) -> Self {
        let uri = address.parse::<http::Uri>().ok().filter(|uri| uri.path() == "/moderation");
        let asked = uri.and_then(|uri| axum::extract::Query::try_from_uri(&uri).ok());
        asked.map(|axum::extract::Query(asked)| asked).unwrap_or_default()
    }

    /// Colleagues' cases too.
    fn all(&self) -> bool {
        !self.whose.is_empty()
    }

    fn narrowed(&self) -> bool {
        [&self.kind, &self.space, &self.language, &self.mine]
            .into_iter()
            .any(|field| !field.is_empty())
    }
}

/// What can be taken back still.
pub(super) struct LastAction {
    /// What was done.
    pub sentence: String,
    /// When the author is told.
    pub until: String,
    /// What the button means, for ears.
    pub named: String,
    /// The decision's name in addresses.
    pub reference: String,
    /// Where to go afterwards.
    pub back: String,
}

struct Wall {
    kinds: Vec<(Link, i64, bool)>,
    whose: Vec<(Link, i64, bool)>,
    oldest: Option<SafeHtml>,
}

#[derive(Template)]
#[template(path = "moderation/queue.html")]
struct Page {
    chrome: Chrome,
    open: i64,
    wall: Wall,
    last: Option<LastAction>,
    spaces: Vec<Choice>,
    languages: Vec<Choice>,
    orders: Vec<Choice>,
    asked: Asked,
    rows: Vec<Row>,
    first: Option<String>,
    next: Option<String>,
    done: Option<SafeHtml>,
    /// How many wait for colleagues while the reader's own list is empty.
    others: i64,
    item: Option<ItemView>,
}

/// The queue. Whoever moderates nothing finds nothing here.
pub(super) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    desk(&visitor)?;
    let shown = Shown::of(&app, &visitor, &asked).await?;
    let chrome = Chrome::with_cases(&app, &visitor, shown.badge).await?.with_live();
    let done = shown.done(&app, &visitor).await?;
    let (rows, item) = (shown.rows(&asked), shown.item(&app, &visitor, &asked));
    show(&Page {
        open: shown.counts.open,
        others: if asked.narrowed() { 0 } else { shown.everybody - shown.counts.open },
        wall: shown.wall(&asked),
        last: last_action(&app, &visitor, &asked.address(None)).await?,
        spaces: shown.spaces,
        languages: languages(&app, &visitor, &asked.language),
        orders: orders(visitor.words(), &asked.order),
        first: asked.cursor.as_ref().map(|_| asked.address(None)),
        next: shown.list.next.as_deref().map(|next| asked.address(Some(next))),
        asked,
        rows,
        done,
        item,
        chrome,
    })
}

/// Leads to the sign-in page, or nowhere for those who moderate nothing.
pub(super) fn desk(visitor: &Visitor) -> Result<(), Refusal> {
    visitor.member()?;
    if visitor.actor.moderates().is_empty() { Err(Refusal::not_found()) } else { Ok(()) }
}

/// Everything of the page that comes from the database.
pub(super) struct Shown {
    /// For whom.
    pub reader: Reader,
    /// Who acts.
    pub actor: Actor,
    /// Now.
    pub now: Time,
    /// How many wait in the list's choice of whose.
    pub counts: Counts,
    /// How many are the reader's.
    pub mine: i64,
    /// How many wait in all.
    pub everybody: i64,
    /// How many the reader may decide now.
    pub badge: u64,
    /// How the author of the case beside the list is spoken to.
    pub told: Option<Told>,
    /// The times of the desk.
    pub settings: Settings,
    /// One page of the queue.
    pub list: Listed<Case>,
    /// The texts of its cases.
    pub texts: Vec<PostCard>,
    /// The names of the cities somebody named.
    pub cities: Vec<(CityId, String)>,
    /// The case beside the list.
    pub beside: Option<CaseView>,
    /// Spaces to choose from.
    pub spaces: Vec<Choice>,
    /// Who is named.
    pub cast: Cast,
    /// The texts of the case in other languages.
    pub translated: Translated,
}

impl Shown {
    async fn of(app: &App, visitor: &Visitor, asked: &Asked) -> Result<Self, Refusal> {
        let (db, actor) = (&app.db, &visitor.actor);
        let reader = Reader::of(visitor);
        let (spaces, space) = spaces(app, visitor, &asked.space).await?;
        let tally = views::tally(db, actor).await?;
        let filter = filter(actor, asked, space, &tally.filter)?;
        let list = views::queue(db, actor, &filter, Limit::PAGE, asked.cursor.as_deref()).await?;
        let posts: Vec<_> = list.items.iter().filter_map(|case| case.subject.post()).collect();
        let texts = stoa_threads::views::posts_by_ids(db, actor, &posts).await?;
        let cities = cities(app, &list.items).await?;
        let beside = beside(app, visitor, asked, &list.items).await?;
        let mut named = Named::default();
        for case in &list.items {
            named.person(case.author);
            named.person(case.claim.map(|lease| lease.by));
        }
        texts.iter().for_each(|card| named.city(card.post.city));
        beside.iter().for_each(|view| item::name(&mut named, view));
        let translated = match &beside {
            Some(view) => item::translated(app, actor, &reader, view).await?,
            None => Translated::default(),
        };
        translated.name(&mut named);
        let cast = Cast::of(db, actor, reader.w, named, false).await?;
        let (mine, everybody, badge) = (tally.ours.open, tally.all.open, tally.badge);
        let counts = if asked.all() { tally.all } else { tally.ours };
        let settings = settings_for(app, visitor).await?;
        let told = match &beside {
            Some(view) => Some(Told::of(app, view).await?),
            None => None,
        };
        let (now, actor) = (db.now(), actor.clone());
        Ok(Self {
            reader,
            actor,
            now,
            counts,
            mine,
            everybody,
            badge,
            told,
            settings,
            list,
            texts,
            cities,
            beside,
            spaces,
            cast,
            translated,
        })
    }

    fn item(&self, app: &App, visitor: &Visitor, asked: &Asked) -> Option<ItemView> {
        let view = self.beside.as_ref()?;
        let (typed, back) = (Typed::default(), asked.address(None));
        let making = Making {
            app,
            translated: &self.translated,
            reader: &self.reader,
            actor: &visitor.actor,
            cast: &self.cast,
            told: self.told.as_ref(),
            settings: &self.settings,
            typed: &typed,
            back: &back,
            skip: self.next(view.case.id, asked),
            now: self.now,
        };
        Some(making.item(view))
    }

    /// The case below another in the list, beside it.
    fn next(&self, id: CaseId, asked: &Asked) -> Option<String> {
        let at = self.list.items.iter().position(|case| case.id == id)?;
        let next = self.list.items.get(at + 1)?;
        Some(self.row(next, asked).beside)
    }

    fn wall(&self, asked: &Asked) -> Wall {
        let (w, counts) = (self.reader.w, &self.counts);
        let to = |kind: &str| {
            let asked = Asked { kind: kind.into(), whose: asked.whose.clone(), ..Asked::default() };
            asked.address(None)
        };
        let everything = Link::new(to(""), w.say("moderation-queue-everything"));
        let mut kinds = vec![(everything, counts.open, !asked.narrowed())];
        for kind in CaseKind::ALL {
            let Some(count) = counts.kinds.get(kind) else {
                continue;
            };
            let link = Link::new(to(kind.name()), words::kind(w, *kind));
            kinds.push((link, *count, asked.kind == kind.name()));
        }
        let since =
            |at: Time| w.rich("moderation-queue-oldest", &[("time", w.time_tag(at.timestamp()))]);
        Wall { kinds, whose: self.whose(asked), oldest: counts.oldest.map(since) }
    }

    /// The reader's cases, everybody's, and those the reader is on.
    fn whose(&self, asked: &Asked) -> Vec<(Link, i64, bool)> {
        let (w, all, on) = (self.reader.w, asked.all(), !asked.mine.is_empty());
        let link = |href: &str, key: &str| Link::new(href, w.say(key));
        vec![
            (link("/moderation", "moderation-whose-mine"), self.mine, !all && !on),
            (link("/moderation?whose=all", "moderation-whose-all"), self.everybody, all),
            (link("/moderation?mine=true", "moderation-queue-mine"), self.counts.mine, on),
        ]
    }

    /// When nothing waits: who decided the last case, and when.
    async fn done(&self, app: &App, visitor: &Visitor) -> Result<Option<SafeHtml>, Fault> {
        if self.counts.open > 0 {
            return Ok(None);
        }
        let w = self.reader.w;
        let one = Limit::parse(Some(1))?;
        let past = views::history(&app.db, &visitor.actor, &Filter::default(), one, None).await?;
        let made = past.items.into_iter().next().and_then(|(_, made)| made);
        let Some(made) = made else {
            return Ok(Some(w.rich("moderation-queue-done", &[])));
        };
        let mut named = Named::default();
        named.person(made.by);
        let cast = Cast::of(&app.db, &visitor.actor, w, named, false).await?;
        let name = cast.name(Some(made.by));
        Ok(Some(words::named_at(w, "moderation-queue-done-last", &name, made.at)))
    }
}

/// The case named in the address, else the first of the list nobody else is on.
async fn beside(
    app: &App,
    visitor: &Visitor,
    asked: &Asked,
    list: &[Case],
) -> Result<Option<CaseView>, Fault> {
    let free = |case: &&Case| case.claim.is_none_or(|lease| visitor.actor.is(lease.by));
    let first = || list.iter().find(free).or(list.first()).map(|case| case.id);
    let id: Option<CaseId> = asked.case.parse().ok().or_else(first);
    let Some(id) = id else { return Ok(None) };
    match views::case(&app.db, &visitor.actor, id).await {
        Err(Fault::NotFound) => Ok(None),
        other => other.map(Some),
    }
}

async fn cities(app: &App, list: &[Case]) -> Result<Vec<(CityId, String)>, Fault> {
    let mut found = Vec::new();
    for case in list {
        let Subject::City(id) = case.subject else {
            continue;
        };
        let claim = stoa_exchange::views::claim(&app.db, id).await?;
        found.extend(claim.map(|claim| (id, claim.name)));
    }
    Ok(found)
}

/// The list an address of the queue asks for; the whole queue where that is none any more.
pub(super) async fn list_of(app: &App, visitor: &Visitor, address: &str) -> Result<Filter, Fault> {
    let (asked, actor) = (Asked::read(address), &visitor.actor);
    let ours = views::tally(&app.db, actor).await?.filter;
    match spaces(app, visitor, &asked.space).await {
        Ok((_, space)) => Ok(filter(actor, &asked, space, &ours).unwrap_or_default()),
        Err(Fault::Invalid(_)) => Ok(Filter::default()),
        Err(fault) => Err(fault),
    }
}

fn filter(
    actor: &Actor,
    asked: &Asked,
    space: Option<SpaceId>,
    ours: &Ours,
) -> Result<Filter, Fault> {
    let unknown = |field| Fault::invalid(field, "moderation-filter-unknown");
    let kind = |name| CaseKind::parse(name).ok_or(unknown("kind"));
    let order = |name| Order::parse(name).ok_or(unknown("order"));
    let given = |text| Some(text).filter(|text: &&str| !text.is_empty());
    Ok(Filter {
        state: None,
        kind: given(&asked.kind).map(kind).transpose()?,
        order: given(&asked.order).map(order).transpose()?.unwrap_or_default(),
        space,
        language: Some(asked.language.clone()).filter(|language| !language.is_empty()),
        claimed_by: actor.id().filter(|_| !asked.mine.is_empty()),
        ours: (!asked.all()).then(|| ours.clone()),
    })
}

/// The spaces the reader moderates, to choose from, and the one chosen.
pub(super) async fn spaces(
    app: &App,
    visitor: &Visitor,
    chosen: &str,
) -> Result<(Vec<Choice>, Option<SpaceId>), Fault> {
    let w = visitor.words();
    let all = stoa_threads::views::spaces(&app.db, &visitor.actor).await?;
    let may = |space: SpaceId| visitor.actor.may_in(space, Action::SeeCase).is_ok();
    let mine: Vec<_> = all.into_iter().filter(|space| may(space.id)).collect();
    let id = mine.iter().find(|space| space.slug == chosen).map(|space| space.id);
    if id.is_none() && !chosen.is_empty() {
        return Err(Fault::invalid("space", "moderation-filter-unknown"));
    }
    let none = Choice::new("", w.say("moderation-queue-space-all"), chosen);
    let locale = visitor.locale.code();
    let choice = |space: &stoa_threads::views::SpaceView| {
        Choice::new(space.slug.clone(), space.names.say(locale), chosen)
    };
    Ok((std::iter::once(none).chain(mine.iter().map(choice)).collect(), id))
}

/// The site's languages and the reader's, to choose from.
pub(super) fn languages(app: &App, visitor: &Visitor, chosen: &str) -> Vec<Choice> {
    let own = visitor.me.as_ref().map(|me| me.languages.clone()).unwrap_or_default();
    let mut tags = crate::submit::languages(app, &own);
    if !chosen.is_empty() && !tags.iter().any(|tag| tag == chosen) {
        tags.push(chosen.to_owned());
    }
    let none = Choice::new("", visitor.words().say("moderation-queue-language-all"), chosen);
    let named = tags.into_iter().map(|tag| {
        let endonym = endonym(&tag).to_owned();
        Choice::tongue(&Tongue { code: tag, endonym }, chosen)
    });
    std::iter::once(none).chain(named).collect()
}

fn orders(w: Words, chosen: &str) -> Vec<Choice> {
    let chosen = if chosen.is_empty() { Order::default().name() } else { chosen };
    let choice = |order: &Order| {
        let key = format!("moderation-order-{}", order.name());
        Choice::new(order.name(), w.say(&key), chosen)
    };
    Order::ALL.iter().map(choice).collect()
}

/// The bar above the list: what the reader did last, while it can be taken back.
pub(super) async fn last_action(
    app: &App,
    visitor: &Visitor,
    back: &str,
) -> Result<Option<LastAction>, Fault> {
    let (db, w) = (&app.db, visitor.words());
    let Some(found) = views::undoable(db, &visitor.actor).await? else {
        return Ok(None);
    };
    let title = title_of(app, visitor, &found.case).await?;
    let left = i64::try_from(found.until.since(db.now()).as_secs()).unwrap_or(0);
    Ok(Some(LastAction {
        sentence: words::last_action(w, found.act(), &title),
        until: words::told_in(w, left),
        named: w.a("moderation-undo-named", "title", title),
        reference: found.decision.reference,
        back: back.to_owned(),
    }))
}

/// What a case is about, as a title.
pub(super) async fn title_of(app: &App, visitor: &Visitor, case: &Case) -> Result<String, Fault> {
    let w = visitor.words();
    if let Subject::City(id) = case.subject {
        let claim = stoa_exchange::views::claim(&app.db, id).await?;
        return Ok(words::title(
            w,
            case.subject,
            None,
            claim.as_ref().map(|one| one.name.as_str()),
        ));
    }
    let posts: Vec<_> = case.subject.post().into_iter().collect();
    let found = stoa_threads::views::posts_by_ids(&app.db, &visitor.actor, &posts).await?;
    Ok(words::title(w, case.subject, found.first(), None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_keep_what_was_chosen() {
        let asked = Asked { kind: "held_reply".into(), mine: "true".into(), ..Asked::default() };
        assert_eq!(asked.address(None), "/moderation?kind=held_reply&mine=true");
        assert_eq!(Asked::default().address(Some("x y")), "/moderation?cursor=x%20y");
        let read = Asked::read("/moderation?order=score&space=a%20b");
        assert_eq!((read.order.as_str(), read.space.as_str()), ("score", "a b"));
        assert_eq!(Asked::read("/elsewhere?order=score").order, "");
    }
}
