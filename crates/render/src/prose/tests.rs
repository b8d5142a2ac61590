use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use proptest::prelude::*;

use super::*;
use crate::words::locale;

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod options;

fn names(target: &Target) -> Option<Named> {
    match target {
        Target::Member(id) if id == "m1" => {
            Some(Named::Person { name: "Ilze <Ozola>".into(), href: "/people/m1".into() })
        }
        Target::City(id) if id == "c1" => Some(Named::City {
            name: "Liepāja".into(),
            href: "/cities/liepaja".into(),
            country: "LV".into(),
            mission: true,
        }),
        _ => None,
    }
}

fn quotes(id: &str) -> QuoteState {
    match id {
        "gone" => QuoteState::Gone,
        "renamed" => QuoteState::By("Ilze [Berga]".into()),
        _ => QuoteState::Visible,
    }
}

fn known_file(id: &str) -> Option<FileFacts> {
    let picture =
        |size, small| FileFacts { kind: "JPEG".into(), size: 900_000, picture: Some(size), small };
    match id {
        "photo" => Some(picture((2560, 1280), true)),
        "icon" => Some(picture((64, 48), false)),
        "plan" => {
            Some(FileFacts { kind: "PDF".into(), size: 1_200_000, picture: None, small: false })
        }
        _ => None,
    }
}

fn made_in(code: &str, prefix: &str, markdown: &str) -> Prose {
    let context = Context {
        id_prefix: prefix,
        origin: "https://stoa.example",
        words: locale(code).unwrap().words(),
        names: &names,
        quote: &quotes,
        file: &known_file,
    };
    render(markdown, &context)
}

fn made(markdown: &str) -> Prose {
    made_in("en", "p1-", markdown)
}

fn html(markdown: &str) -> String {
    made(markdown).html.into_string()
}

const REL: &str = "rel=\"nofollow ugc noopener noreferrer\"";

#[test]
fn a_name_before_a_quote_is_replaced_and_the_words_stay() {
    let quote = |name: &str, id: &str| quote_markdown(name, id, "words *of* hers");
    let names = ["Ilze Ozola", "Ilze [x](y) *Ozola*", "いろは \\ 山田", "a] b `c", "<i>I</i> & Co"];
    for name in names {
        let text = format!("é\n\n{}\nand\n\n{}", quote(name, "gone"), quote("Kit", "kept"));
        let made = without_names(&text, "", "Former *member*", &|id| id == "gone");
        let expected =
            format!("é\n\n{}\nand\n\n{}", quote("Former *member*", "gone"), quote("Kit", "kept"));
        assert_eq!(made.trim(), expected.trim(), "{name}");
        assert_eq!(without_names(&text, "", "x", &|_| false), text);
    }
    let nested = "> > [Ilze](/p/gone):\n> >\n> > hers\n>\n> his";
    let made = without_names(nested, "", "Somebody", &|_| true);
    assert_eq!(made, nested.replace("Ilze", "Somebody"));
}

#[test]
fn lost_quotes_leave_the_markdown_too() {
    let quote = |id: &str| quote_markdown("Ilze", id, "secret\n\nwords");
    let text = format!("before\n\n{}still secret\n\n{}\nafter", quote("gone"), quote("kept"));
    let shown = without_gone(&text, "", &|id| id == "gone");
    assert!(!shown.contains("secret\nstill") && !shown.starts_with("> "), "{shown}");
    assert_eq!(shown.matches("secret").count(), 1, "{shown}");
    assert!(shown.starts_with("before\n\n> …\n") && shown.ends_with("after"), "{shown}");
    assert_eq!(without_gone(&text, "", &|_| false), text);
}

#[test]
fn targets_are_listed_once() {
    let stored = "@{member:m1} and @{city:c1}, again @{member:m1}; not @{member:} or @{thing:x}";
    let both = [Target::Member("m1".into()), Target::City("c1".into())];
    assert_eq!(super::targets(stored), both);
}

#[test]
fn paragraphs_take_their_own_direction_and_keep_line_breaks() {
    assert_eq!(html("one\ntwo"), "<p dir=\"auto\">one<br>\ntwo</p>\n");
}

#[test]
fn raw_html_is_text() {
    let page = html("a <b onclick=x>b</b>\n\n<script>alert(1)</script>\n\n<div>\n\n*c*");
    assert!(page.contains("&lt;b onclick=x&gt;b&lt;/b&gt;"), "{page}");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{page}");
    assert!(page.contains("<em>c</em>"), "{page}");
}

#[test]
fn links_lead_to_the_web_and_to_own_pages_only() {
    let page = html(
        "[a](https://x.example/?a=1&b=2) [b](/p/1) [c](javascript:alert(1)) [d](/admin) [e](//x.example) [f](data:text/html,x)",
    );
    assert!(
        page.contains(&format!("<a href=\"https://x.example/?a=1&amp;b=2\" {REL}>a</a>")),
        "{page}"
    );
    assert!(page.contains(&format!("<a href=\"/p/1\" {REL}>b</a>")), "{page}");
    assert!(page.contains(" c d e f"), "{page}");
    assert_eq!(made("https://x.example and [y](http://y.example)").links.len(), 2);
}

#[test]
fn a_file_of_the_author_is_shown_or_led_to() {
    let prose = made("![Two *lanes*](/f/photo) and [the plan](/f/plan)\n\n![](/f/icon)");
    let page = prose.html.as_str();
    let photo = "<a class=\"pic\" href=\"/f/photo\"";
    assert!(page.contains(photo), "{page}");
    let small = "<img src=\"/f/photo/small\" width=\"800\" height=\"400\" alt=\"Two lanes\"";
    assert!(page.contains(small), "{page}");
    assert!(page.contains("alt=\"Picture without a description\""), "{page}");
    assert!(
        page.contains("the plan</a> <span class=\"file\">(PDF, \u{2068}1.2\u{2069} MB)</span>"),
        "{page}"
    );
    let named: Vec<(&str, bool)> = prose.files.iter().map(|(id, p)| (id.as_str(), *p)).collect();
    assert_eq!(named, [("photo", true), ("plan", false), ("icon", true)]);
    assert!(prose.plain.starts_with("Two lanes and the plan"), "{}", prose.plain);
}

#[test]
fn a_file_of_somebody_else_and_one_in_a_quote_stay_plain_links() {
    let prose =
        made("![x](/f/other) [y](/f/other)\n\n> [Kit](/p/kept):\n>\n> ![z](/f/photo) [w](/f/plan)");
    let page = prose.html.as_str();
    assert!(!page.contains("<img"), "{page}");
    assert_eq!(page.matches("href=\"/f/").count(), 4, "{page}");
    assert!(prose.files.is_empty(), "{:?}", prose.files);
    let own = made("> [!NOTE]\n> [p](/f/plan#page=3)\n\n> ![o](/f/photo/small)");
    assert_eq!(own.files.len(), 2, "{:?} {}", own.files, own.html.as_str());
    let linked = html("[![icon](/f/icon)](https://x.example)");
    assert!(linked.contains("<img") && linked.matches("<a ").count() == 1, "{linked}");
}

#[test]
fn foreign_pictures_become_links() {
    let prose =
        made("![ours](/f/icon) ![theirs](https://x.example/a.png) ![](https://x.example/b.png)");
    let page = prose.html.as_str();
    assert!(
        page.contains("<img src=\"/f/icon\" width=\"64\" height=\"48\" alt=\"ours\""),
        "{page}"
    );
    assert!(
        page.contains(">theirs</a>") && page.contains(">https://x.example/b.png</a>"),
        "{page}"
    );
    assert_eq!(page.matches("<img").count(), 1);
    assert_eq!(prose.links.len(), 2);
    let nested = html("[![badge](https://x.example/a.png)](https://y.example)");
    assert!(nested.contains(">badge</a>") && nested.matches("<a ").count() == 1, "{nested}");
}

#[test]
fn headings_stay_below_the_page() {
    let page = html("# a\n\n## b\n\n### c\n\n###### d");
    assert_eq!(
        page,
        "<h4 dir=\"auto\">a</h4>\n<h5 dir=\"auto\">b</h5>\n<h6 dir=\"auto\">c</h6>\n<h6 dir=\"auto\">d</h6>\n"
    );
}

#[test]
fn tables_are_tables() {
    let page = html("| a | b |\n|:--|--:|\n| 1 | @{city:c1} |");
    assert!(
        page.contains(
            "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Table\" dir=\"ltr\">"
        ),
        "{page}"
    );
    assert!(
        page.contains("<th align=\"left\" dir=\"auto\" scope=\"col\">a</th>")
            || page.contains("<th align=\"left\" scope=\"col\" dir=\"auto\">a</th>"),
        "{page}"
    );
    assert!(page.contains("<td align=\"right\" dir=\"auto\"><a class=\"plate m\""), "{page}");
    assert_eq!(made("|a|b|\n|-|-|\n|1|2|").plain, "a\tb\n1\t2");
}

#[test]
fn footnotes_of_two_posts_do_not_meet() {
    let text = "water[^a] and air[^a]\n\n[^a]: a note";
    let (one, two) = (made_in("en", "p1-", text), made_in("es", "p2-", text));
    for (prose, prefix) in [(&one, "p1-"), (&two, "p2-")] {
        let page = prose.html.as_str();
        for id in ["fn-a", "fnref-a", "fnref-a-2"] {
            assert_eq!(page.matches(&format!(" id=\"{prefix}{id}\"")).count(), 1, "{page}");
            assert!(page.contains(&format!("href=\"#{prefix}{id}\"")), "{page}");
        }
    }
    assert!(
        one.html.as_str().contains("aria-label=\"Back to note \u{2068}1\u{2069} in the text\"")
    );
    assert!(
        two.html
            .as_str()
            .contains("aria-label=\"Volver a la nota \u{2068}1-2\u{2069} en el texto\"")
    );
    assert_eq!(one.plain, "water and air\na note");
}

#[test]
fn footnotes_in_any_script_are_linked() {
    let page = html("水[^日本]\n\n[^日本]: 注");
    let start = page.find("id=\"p1-fn-").unwrap() + 4;
    let id = &page[start..start + page[start..].find('"').unwrap()];
    assert!(page.contains(&format!("href=\"#{id}\"")), "{page}");
}

#[test]
fn emphasis_works_beside_chinese_and_japanese() {
    assert!(html("**「強調」**する").contains("<strong>「強調」</strong>する"));
}

#[test]
fn blocks_run_the_way_of_their_words() {
    let page = html(
        "مرحبا بالجميع\n\n> سلام\n\n- أهلا\n\n  وسهلا\n\n- [hello](/p/1)\n\n```\nlet a = 1;\n```",
    );
    assert!(page.contains("<p dir=\"auto\">مرحبا بالجميع</p>"), "{page}");
    assert!(page.contains("<blockquote dir=\"rtl\">"), "{page}");
    assert!(page.contains("<ul dir=\"rtl\">\n<li dir=\"rtl\">"), "{page}");
    assert!(page.contains("<li dir=\"ltr\">"), "{page}");
    assert!(
        page.contains("<pre dir=\"ltr\" tabindex=\"0\"")
            || page.contains("<pre tabindex=\"0\" dir=\"ltr\""),
        "{page}"
    );
}

#[test]
fn code_keeps_its_language_and_nothing_else() {
    let page = html("```rust evil=\"x\"\nfn a<T>() {}\n```\n\n```\"><script>\nx\n```");
    assert!(page.contains("class=\"language-rust\""), "{page}");
    assert!(page.contains("fn a&lt;T&gt;() {}"), "{page}");
    assert_eq!(page.matches("class=").count(), 1, "{page}");
}

#[test]
fn tasks_and_alerts_speak_the_language_of_the_words() {
    let page =
        made_in("es", "p-", "- [x] hecho\n- [ ] no\n\n> [!WARNING]\n> frío").html.into_string();
    assert!(page.contains("<li class=\"task done\" dir=\"ltr\"><span class=\"box\" role=\"img\" aria-label=\"Hecho\">☑</span> hecho</li>"), "{page}");
    assert!(page.contains("aria-label=\"Pendiente\">☐</span> no"), "{page}");
    assert!(page.contains("<div class=\"markdown-alert markdown-alert-warning\" dir=\"ltr\">\n<p class=\"markdown-alert-title\" dir=\"auto\">Advertencia</p>"), "{page}");
    assert!(html("> [!NOTE] My <title>\n> x").contains("My &lt;title&gt;"));
    assert!(html("a ||b|| c").contains("<span class=\"spoiler\">b</span>"));
}

#[test]
fn mentions_are_shown_by_name() {
    let prose = made(
        "Hi @{member:m1}, is @{city:c1} like @{member:m9}? `@{member:m1}` [see @{member:m1}](/p/2)",
    );
    let page = prose.html.as_str();
    assert!(
        page.contains(&format!(
            "<a class=\"mention\" href=\"/people/m1\" {REL}>@Ilze &lt;Ozola&gt;</a>,"
        )),
        "{page}"
    );
    assert!(
        page.contains(&format!(
            "<a class=\"plate m\" href=\"/cities/liepaja\" {REL}>Liepāja <abbr>LV</abbr></a>"
        )),
        "{page}"
    );
    assert!(page.contains("like @{member:m9}?"), "{page}");
    assert!(page.contains("<code dir=\"ltr\">@{member:m1}</code>"), "{page}");
    assert!(page.contains(">see @Ilze &lt;Ozola&gt;</a>"), "{page}");
    assert_eq!((prose.mentions, prose.cities), (vec!["m1".into()], vec!["c1".into()]));
    assert!(prose.plain.starts_with("Hi @Ilze <Ozola>, is Liepāja like"));
}

#[test]
fn a_reference_cannot_capture_a_mention() {
    let page = html(
        "Ask @{member:m1}.\n\n[member:m1]: https://evil.example\n\n[{member:m1}]: https://evil.example",
    );
    assert!(!page.contains("evil"), "{page}");
    assert!(page.contains("href=\"/people/m1\""), "{page}");
}

fn targets() -> HashMap<String, Target> {
    HashMap::from([
        ("ilze".to_owned(), Target::Member("m1".into())),
        ("liepaja".to_owned(), Target::City("c1".into())),
    ])
}

#[test]
fn handles_are_found_where_people_mean_them() {
    let text = "@Ilze, (@liepaja) _@ilze_ 方は@ilzeさん @ilze- \\@ilze a@ilze.lv x@ilze `@ilze` \
                [@ilze](/p/1) [to @ilze](/p/1) https://x.example/@ilze @ilze@x.example\n\n    @ilze\n\n\
                <b title=\"@ilze\">";
    let bound = bind(text, &targets());
    assert_eq!(
        bound,
        "@{member:m1}, (@{city:c1}) _@{member:m1}_ 方は@{member:m1}さん @{member:m1}- \\@ilze a@ilze.lv x@ilze `@ilze` \
         [@ilze](/p/1) [to @ilze](/p/1) https://x.example/@ilze @ilze@x.example\n\n    @ilze\n\n\
         <b title=\"@ilze\">"
    );
    assert_eq!(scan(text).handles, ["ilze", "liepaja", "ilzeさん"]);
    let typed = |target: &Target| match target {
        Target::Member(_) => Some("Ilze".to_owned()),
        Target::City(_) => Some("liepaja".to_owned()),
    };
    assert!(unbind(&bound, &typed).starts_with("@Ilze, (@liepaja) _@Ilze_ 方は@Ilzeさん @Ilze- "));
}

#[test]
fn unbinding_leaves_code_and_strangers_alone() {
    let text = "`@{member:m1}` @{member:m9} @{planet:m1} @{member:} @{member:m1";
    assert_eq!(unbind(text, &|_| None), text);
    assert_eq!(unbind("`@{member:m1}`", &|_| Some("x".into())), "`@{member:m1}`");
}

#[test]
fn handles_are_compared_folded() {
    assert_eq!(fold("ＩＬＺＥ"), "ilze");
    assert_eq!(fold("Straße"), "straße");
    assert_eq!(scan("@ILZE @ilze").handles, ["ilze"]);
}

#[test]
fn a_text_tells_what_it_refers_to() {
    let found =
        scan("> [A](/p/01j6):\n>\n> b\n\nhttps://x.example/a ![](https://y.example/b) [c](/p/2)");
    assert_eq!(found.links, ["https://x.example/a", "https://y.example/b"]);
    assert_eq!(found.quoted_posts, ["01j6"]);
}

#[test]
fn quotes_point_to_their_source() {
    let quote = quote_markdown("Ilze [x](y) *Ozola*", "01j6", "one\n\ntwo");
    let prose = made(&(quote + "\nI agree"));
    assert_eq!(prose.quotes, ["01j6"]);
    assert_eq!(prose.own_words, "I agree");
    let page = prose.html.as_str();
    assert!(page.contains(&format!("<blockquote dir=\"ltr\">\n<p dir=\"auto\"><a href=\"/p/01j6\" {REL}>Ilze [x](y) *Ozola*</a>:</p>\n<p dir=\"auto\">one</p>")), "{page}");
    assert!(prose.plain.contains("one\ntwo\nI agree"), "{}", prose.plain);
}

#[test]
fn a_quote_dies_with_its_source() {
    for source in [
        "> [Ilze](/p/gone):\n> secret",
        "> [Ilze](https://stoa.example/p/gone#x):\n>\n> secret\n> > deep secret",
        "> [!NOTE] secret title\n> [Ilze](/p/gone) secret",
        "> [Other](/p/2):\n> > [Ilze](/p/gone):\n> > secret",
    ] {
        let prose = made(&format!("{source}\n\nreply"));
        let page = prose.html.as_str();
        assert!(!page.contains("secret") && !prose.plain.contains("secret"), "{page}");
        assert!(
            page.contains("<p class=\"gone\" dir=\"auto\">The quoted post is no longer here.</p>"),
            "{page}"
        );
        assert!(prose.quotes.contains(&"gone".to_owned()));
        assert_eq!(prose.own_words, "reply");
    }
}

#[test]
fn a_quote_bears_the_present_name() {
    let page = html("> [Old *name*](/p/renamed):\n> text");
    assert!(page.contains(">Ilze [Berga]</a>:"), "{page}");
    assert!(!page.contains("Old"), "{page}");
}

#[test]
fn a_quoted_mention_calls_nobody() {
    let prose = made("> [A](/p/1):\n> @{member:m1} said");
    assert!(prose.html.as_str().contains("href=\"/people/m1\""));
    assert!(prose.mentions.is_empty());
}

#[test]
fn deep_nesting_is_flattened_and_keeps_its_words() {
    let deep = |sign: &str| format!("{}word", sign.repeat(500));
    for markdown in [deep("> "), deep("- "), deep("1. "), deep("**a _b "), deep("> - ")] {
        let prose = made(&markdown);
        assert!(prose.plain.contains("word"), "{markdown:.20}");
        assert!(prose.html.as_str().matches("<blockquote").count() <= 24);
        assert!(prose.html.as_str().matches("<ul").count() <= 24);
    }
}
