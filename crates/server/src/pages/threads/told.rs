//! What a public thread tells programs that read pages: OpenGraph and JSON-LD.

use serde_json::{Value, json};
use stoa_kernel::policy::Visibility;
use stoa_render::{SafeHtml, prose};
use stoa_threads::views::{PostView, ThreadView};
use stoa_threads::{State, ThreadKind};

use crate::pages::cast::Cast;

/// Letters of a description, and of a text in JSON-LD.
const SHORT: usize = 200;
const LONG: usize = 1000;

/// For the head of a page; only where everybody may read the thread.
pub(super) struct Told {
    /// The thread's title.
    pub title: String,
    /// The beginning of its first post.
    pub description: String,
    /// The page.
    pub url: String,
    /// JSON-LD, ready to stand in a script element; on the first page alone.
    pub json: SafeHtml,
}

/// `None` for threads that not everybody may read, and for those that are gone.
pub(super) fn told(
    thread: &ThreadView,
    posts: &[PostView],
    answer: Option<&PostView>,
    cast: &Cast,
    url: &str,
) -> Option<Told> {
    let public = thread.facts.visibility == Visibility::Public;
    let title = thread.summary.title.clone().filter(|_| public)?;
    let stands = thread.summary.state == State::Published;
    let first = posts.iter().find(|post| post.opening && post.state == State::Published);
    let words = first.map(|post| prose::own_words(&post.html)).unwrap_or_default();
    let json = first.map(|post| data(thread, post, &title, answer, cast, url));
    stands.then(|| Told {
        description: prose::excerpt(&words, SHORT),
        json: json.map(|json| SafeHtml::script_data(&json.to_string())).unwrap_or_default(),
        url: url.to_owned(),
        title,
    })
}

/// A question with its answers (`QAPage`), anything else as a posting with its comments.
fn data(
    thread: &ThreadView,
    post: &PostView,
    title: &str,
    answer: Option<&PostView>,
    cast: &Cast,
    url: &str,
) -> Value {
    let replies = thread.summary.replies();
    let mut about = text(post, cast);
    about["url"] = url.into();
    if thread.summary.kind != ThreadKind::Question {
        about["@context"] = "https://schema.org".into();
        about["@type"] = "DiscussionForumPosting".into();
        about["headline"] = title.into();
        about["commentCount"] = replies.into();
        return about;
    }
    about["@type"] = "Question".into();
    about["name"] = title.into();
    about["answerCount"] = replies.into();
    if let Some(answer) = answer {
        let mut accepted = text(answer, cast);
        accepted["@type"] = "Answer".into();
        accepted["url"] = format!("{url}#p{}", answer.number.unwrap_or_default()).into();
        accepted["upvoteCount"] = answer.useful.into();
        about["acceptedAnswer"] = accepted;
    }
    json!({ "@context": "https://schema.org", "@type": "QAPage", "mainEntity": about })
}

fn text(post: &PostView, cast: &Cast) -> Value {
    let person = cast.person(post.author, post.city);
    let at = post.published_at.unwrap_or(post.created_at).timestamp();
    json!({
        "text": prose::excerpt(&prose::own_words(&post.html), LONG),
        "inLanguage": post.language,
        "datePublished": format!("{at:.0}"),
        "author": { "@type": "Person", "name": person.name },
    })
}
