//! A limit on nesting, so that every later step may recurse and HTML stays cheap to clean.

use comrak::{Node, nodes::NodeValue};

/// Containers inside containers that are kept; deeper ones are dissolved into their parent.
const DEEPEST: usize = 24;

/// Dissolves containers that stand deeper than [`DEEPEST`]; their content stays. Each node is
/// moved at most once, so the time grows with the number of nodes only.
pub(super) fn cap(root: Node<'_>) {
    let mut open = vec![(root, 0)];
    while let Some((node, depth)) = open.pop() {
        let mut next = node.first_child();
        while let Some(child) = next {
            if must_go(node, child, depth) {
                next = dissolve(child);
            } else {
                open.push((child, depth + usize::from(is_container(child))));
                next = child.next_sibling();
            }
        }
    }
}

/// Items are never counted or dissolved inside their list, only when it is gone.
fn must_go(parent: Node<'_>, child: Node<'_>, depth: usize) -> bool {
    let stray_item = is_item(child) && !matches!(parent.data().value, NodeValue::List(_));
    stray_item || (depth >= DEEPEST && is_container(child))
}

/// Puts the children of `node` in its place and returns the node that now stands there.
fn dissolve<'a>(node: Node<'a>) -> Option<Node<'a>> {
    let first = node.first_child();
    while let Some(child) = node.first_child() {
        node.insert_before(child);
    }
    let after = node.next_sibling();
    node.detach();
    first.or(after)
}

fn is_item(node: Node<'_>) -> bool {
    matches!(node.data().value, NodeValue::Item(_) | NodeValue::TaskItem(_))
}

fn is_container(node: Node<'_>) -> bool {
    matches!(
        node.data().value,
        NodeValue::BlockQuote
            | NodeValue::List(_)
            | NodeValue::Alert(_)
            | NodeValue::Emph
            | NodeValue::Strong
            | NodeValue::Strikethrough
            | NodeValue::SpoileredText
            | NodeValue::EscapedTag(_)
            | NodeValue::Link(_)
            | NodeValue::Image(_)
    )
}
