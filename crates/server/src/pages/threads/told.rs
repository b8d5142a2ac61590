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
    if thread.summary.kind != ThreadKind::Question {
        let posting = json!({
            "@context": "https://schema.org", "@type": "DiscussionForumPosting",
            "headline": title, "url": url, "commentCount": replies,
        });
        return text(post, cast, posting);
    }
    let mut question = json!({
        "@type": "Question", "name": title, "url": url, "answerCount": replies,
    });
    if let (Value::Object(question), Some(answer)) = (&mut question, answer) {
        question.insert("acceptedAnswer".to_owned(), accepted(answer, cast, url));
    }
    let question = text(post, cast, question);
    json!({ "@context": "https://schema.org", "@type": "QAPage", "mainEntity": question })
}

fn accepted(answer: &PostView, cast: &Cast, url: &str) -> Value {
    let url = format!("{url}#p{}", answer.number.unwrap_or_default());
    let about = json!({ "@type": "Answer", "url": url, "upvoteCount": answer.useful });
    text(answer, cast, about)
}

/// `about` with what every post tells of itself.
fn text(post: &PostView, cast: &Cast, mut about: Value) -> Value {
    let person = cast.person(post.author, post.city);
    let at = post.published_at.unwrap_or(post.created_at).timestamp();
    let of_post = json!({
        "text": prose::excerpt(&prose::own_words(&post.html), LONG),
        "inLanguage": post.language,
        "datePublished": format!("{at:.0}"),
        "author": { "@type": "Person", "name": person.name },
    });
    if let (Value::Object(about), Value::Object(of_post)) = (&mut about, of_post) {
        about.extend(of_post);
    }
    about
}
