use super::html;
use crate::prose::{ballot, options};

fn of(markdown: &str) -> Vec<String> {
    options(&html(markdown))
}

#[test]
fn a_list_of_boxes_is_a_poll() {
    let text = "Which?\n\n- ( ) Trams & **buses**\n- ( ) None\n\nSay why.";
    assert_eq!(of(text), ["Trams & buses", "None"]);
    assert_eq!(of("* ( ) one\n\n* ( ) two\n"), ["one", "two"]);
    assert_eq!(ballot(text), "Trams & **buses**\nNone");
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
