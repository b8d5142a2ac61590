//! The tree written as HTML: comrak's own way, except where it knows no direction or speaks
//! English.

use std::fmt::{self, Write};

use comrak::{
    Node,
    html::{
        ChildRendering, Context as Writer, format_document_with_formatter, format_node_default,
    },
    nodes::{AlertType, ListType, NodeAlert, NodeList, NodeValue},
    options::Plugins,
};

use super::OPTIONS;
use crate::{Words, language::first_direction};

type Step = Result<ChildRendering, fmt::Error>;

/// Rough HTML, still to be cleaned.
pub(super) fn html(root: Node<'_>, words: Words) -> String {
    let mut html = String::new();
    let plugins = Plugins::default();
    // Writing to a String cannot fail, and the formatter adds no error of its own.
    let _ = format_document_with_formatter(root, &OPTIONS, &mut html, &plugins, node, words);
    html
}

fn node<'a>(to: &mut Writer<'_, '_, Words>, node: Node<'a>, entering: bool) -> Step {
    match &node.data().value {
        NodeValue::BlockQuote => wrap(to, entering, "blockquote", &direction(node)),
        NodeValue::List(list) => wrap(to, entering, list_tag(list), &list_attributes(node, list)),
        NodeValue::Item(_) => item(to, entering, &direction(node)),
        NodeValue::TaskItem(task) => task_item(to, node, entering, task.symbol.is_some()),
        NodeValue::Alert(alert) => alert_box(to, node, entering, alert),
        NodeValue::Table(_) => table(to, node, entering),
        _ => format_node_default(to, node, entering),
    }
}

fn wrap(to: &mut Writer<'_, '_, Words>, entering: bool, tag: &str, attributes: &str) -> Step {
    to.cr()?;
    match entering {
        true => writeln!(to, "<{tag}{attributes}>")?,
        false => writeln!(to, "</{tag}>")?,
    }
    Ok(ChildRendering::HTML)
}

fn item(to: &mut Writer<'_, '_, Words>, entering: bool, attributes: &str) -> Step {
    if entering {
        to.cr()?;
        let attributes = if attributes.is_empty() { " dir=\"auto\"" } else { attributes };
        write!(to, "<li{attributes}>")?;
    } else {
        writeln!(to, "</li>")?;
    }
    Ok(ChildRendering::HTML)
}

/// A task is a sign with a spoken name: a dead checkbox would be a form field without a label.
fn task_item(to: &mut Writer<'_, '_, Words>, node: Node<'_>, entering: bool, done: bool) -> Step {
    let class = if done { " class=\"task done\"" } else { " class=\"task\"" };
    item(to, entering, &format!("{class}{}", direction(node)))?;
    if entering {
        let (sign, key) = if done { ("☑", "core-task-done") } else { ("☐", "core-task-open") };
        to.write_str("<span class=\"box\" role=\"img\" aria-label=\"")?;
        let label = to.user.say(key);
        to.escape(&label)?;
        write!(to, "\">{sign}</span> ")?;
    }
    Ok(ChildRendering::HTML)
}

fn alert_box(
    to: &mut Writer<'_, '_, Words>,
    node: Node<'_>,
    entering: bool,
    alert: &NodeAlert,
) -> Step {
    let (kind, key) = alert_kind(alert.alert_type);
    let attributes = format!(" class=\"markdown-alert markdown-alert-{kind}\"{}", direction(node));
    wrap(to, entering, "div", &attributes)?;
    if entering {
        let title = alert.title.clone().unwrap_or_else(|| to.user.say(key));
        to.write_str("<p class=\"markdown-alert-title\">")?;
        to.escape(&title)?;
        writeln!(to, "</p>")?;
    }
    Ok(ChildRendering::HTML)
}

fn alert_kind(kind: AlertType) -> (&'static str, &'static str) {
    match kind {
        AlertType::Note => ("note", "core-alert-note"),
        AlertType::Tip => ("tip", "core-alert-tip"),
        AlertType::Important => ("important", "core-alert-important"),
        AlertType::Warning => ("warning", "core-alert-warning"),
        AlertType::Caution => ("caution", "core-alert-caution"),
    }
}

/// A table may be wider than the page: it stands in a box that scrolls, is named, and can be
/// reached by keyboard: a group and no landmark, because a page holds many. The box carries the
/// direction, and with it the order of the columns.
fn table(to: &mut Writer<'_, '_, Words>, node: Node<'_>, entering: bool) -> Step {
    if !entering {
        format_node_default(to, node, false)?;
        writeln!(to, "</div>")?;
        return Ok(ChildRendering::HTML);
    }
    to.cr()?;
    to.write_str("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")?;
    let label = to.user.say("core-table");
    to.escape(&label)?;
    writeln!(to, "\"{}>", direction(node))?;
    format_node_default(to, node, true)
}

fn list_tag(list: &NodeList) -> &'static str {
    if list.list_type == ListType::Bullet { "ul" } else { "ol" }
}

fn list_attributes(node: Node<'_>, list: &NodeList) -> String {
    let start = match list.list_type {
        ListType::Ordered if list.start != 1 => format!(" start=\"{}\"", list.start),
        _ => String::new(),
    };
    start + &direction(node)
}

/// ` dir="rtl"` or ` dir="ltr"` by the first letter inside, nothing when there is none.
fn direction(node: Node<'_>) -> String {
    let found = node.descendants().find_map(|inner| match &inner.data().value {
        NodeValue::Text(text) => first_direction(text),
        _ => None,
    });
    found.map(|dir| format!(" dir=\"{}\"", dir.as_str())).unwrap_or_default()
}
