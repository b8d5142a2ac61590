use super::html;
use crate::SafeHtml;
use crate::prose::{ballot, options, without_options};

fn of(markdown: &str) -> Vec<String> {
    options(&html(markdown))
}

#[test]
fn a_list_of_boxes_is_a_poll() {
    let text = "Which?\n\n- ( ) Trams & **buses**\n- ( ) None\n\nSay why.";
    assert_eq!(of(text), ["Trams & buses", "None"]);
    assert_eq!(of("* ( ) one\n\n* ( ) two\n"), ["one", "two"]);
    assert_eq!(ballot(text), "Trams & **buses**\nNone");
    assert_eq!(ballot("- ( ) Trams\n  in May\n- ( ) None\n\nand\n  more"), "Trams in May\nNone");
}

#[test]
fn anything_else_is_none() {
    for text in ["- ( ) one", "- one\n- two", "( ) one\n\n( ) two", "`- ( ) a`\n`- ( ) b`"] {
        assert!(of(text).is_empty(), "{text}");
    }
    let quote = "> [Kit](/p/01j6zzzzzzzzzzzzzzzzzzzzzz):\n>\n> - ( ) one\n> - ( ) two\n\nNo.";
    assert!(of(quote).is_empty());
    assert!(of("    - ( ) one\n    - ( ) two\n").is_empty());
    assert!(of("- ( )\n- ( ) two").is_empty());
}

fn rest(markdown: &str) -> String {
    let html = without_options(&SafeHtml::made_here(html(markdown)));
    html.as_str().to_owned()
}

#[test]
fn the_options_stand_once_where_they_can_be_chosen() {
    let text = "Which?\n\n- first\n\nOr:\n\n- ( ) one\n- ( ) two\n\nSay why.";
    let left = rest(text);
    assert!(
        left.contains("Which?") && left.contains("first") && left.contains("Say why."),
        "{left}"
    );
    assert!(!left.contains("one") && !left.contains("two"));
    assert_eq!(left.matches("<ul").count(), left.matches("</ul>").count());
    // A list that says more than its options stays where it is.
    for more in [
        "- ( ) a\n- ( ) b\n- Note: capped",
        "- ( ) a\n  - of it\n- ( ) b",
        "- ( ) [a](/p/1)\n- ( ) b",
    ] {
        assert_eq!(rest(more), html(more), "{more}");
    }
    let plain = "- one\n- two\n\n> - ( ) a\n> - ( ) b";
    assert_eq!(rest(plain), html(plain));
}
