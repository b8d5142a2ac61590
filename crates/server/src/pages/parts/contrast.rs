//! Reads the colours of `web/styles/app.css` and holds each pair that text or
//! controls use to its WCAG ratio, by day and by night.

use std::collections::HashMap;

const CSS: &str = include_str!("../../../../../web/styles/app.css");

/// Foreground, ground, lowest ratio.
const PAIRS: [(&str, &str, f64); 29] = [
    ("ink", "bg", 7.0),
    ("ink", "wall-2", 7.0),
    ("ink-2", "bg", 7.0),
    ("ink-2", "wall", 4.5),
    ("ink-2", "wall-2", 4.5),
    ("ink-3", "bg", 4.5),
    ("ink-3", "wall", 4.5),
    ("ink-3", "wall-2", 4.5),
    ("line-2", "bg", 3.0),
    ("line-2", "wall", 3.0),
    ("kyanos", "bg", 4.5),
    ("kyanos", "wall", 4.5),
    ("kyanos", "kyanos-wash", 4.5),
    ("on-kyanos", "kyanos", 4.5),
    ("miltos", "bg", 4.5),
    ("miltos", "wall", 4.5),
    ("malachite", "bg", 4.5),
    ("malachite", "malachite-wash", 4.5),
    ("ink-2", "malachite-wash", 4.5),
    ("ochre", "bg", 4.5),
    ("ochre", "ochre-wash", 4.5),
    ("ink-2", "ochre-wash", 4.5),
    ("kyanos", "ochre-wash", 4.5),
    ("cinnabar", "bg", 4.5),
    ("cinnabar", "cinnabar-wash", 4.5),
    ("cinnabar", "ochre-wash", 4.5),
    ("kyanos-dim", "bg", 1.5),
    ("miltos-dim", "bg", 1.5),
    ("bg", "ink", 7.0),
];

/// The colours of the block that follows a selector.
fn colours(selector: &str) -> HashMap<&'static str, [f64; 3]> {
    let block = CSS.split_once(selector).unwrap().1.split_once('}').unwrap().0;
    let token = |line: &'static str| -> Option<(&'static str, [f64; 3])> {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
        let bits = u32::from_str_radix(value.trim(), 16).ok()?;
        Some((name, [16, 8, 0].map(|shift| f64::from((bits >> shift) & 0xff) / 255.0)))
    };
    block.split(';').filter_map(token).collect()
}

fn luminance(colour: [f64; 3]) -> f64 {
    let linear = |c: f64| {
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    let [r, g, b] = colour.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn ratio(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn every_pair_can_be_read() {
    for selector in [":root {", ":root[data-theme=dark] {"] {
        let colours = colours(selector);
        for (front, ground, least) in PAIRS {
            let found = ratio(colours[front], colours[ground]);
            assert!(found >= least, "{selector} {front} on {ground}: {found:.2}, needs {least}");
        }
    }
}

#[test]
fn night_is_the_same_whether_chosen_or_asked_for() {
    assert_eq!(colours(":root[data-theme=dark] {"), colours(":root:not([data-theme=light]) {"));
}
