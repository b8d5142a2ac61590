//! What the first visit of a page brings over the wire.

use std::collections::BTreeSet;

use stoa_tests::wire::{Reply, Wire, request};

/// A visit: every file with its size, head included.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    /// Path and bytes.
    pub files: Vec<(String, usize)>,
    /// Addresses of other hosts that the page would load.
    pub foreign: Vec<String>,
}

impl Visit {
    /// All bytes, KiB.
    #[must_use]
    pub fn kib(&self) -> f64 {
        self.files.iter().map(|(_, size)| *size).sum::<usize>() as f64 / 1024.0
    }
}

/// Opens a page as a browser with an empty cache does: styles, scripts and
/// what they import, and the fonts whose letters stand on the page.
///
/// # Errors
/// A sentence when something cannot be had.
pub async fn first(address: std::net::SocketAddr, path: &str) -> Result<Visit, String> {
    let mut visit = Visit::default();
    let page = fetch(address, path, &mut visit).await?;
    let html = plain(&page)?;
    let letters: BTreeSet<char> = html.chars().collect();
    let mut queue: Vec<String> = references(&html);
    visit.foreign = queue.iter().filter(|path| !own(path)).cloned().collect();
    let mut seen = BTreeSet::new();
    while let Some(path) = queue.pop() {
        if !own(&path) || !seen.insert(path.clone()) {
            continue;
        }
        let file = fetch(address, &path, &mut visit).await?;
        let text = plain(&file).unwrap_or_default();
        if path.contains(".css") {
            queue.extend(fonts(&text, &letters));
        } else if path.contains(".js") {
            queue.extend(imports(&text));
        }
    }
    Ok(visit)
}

fn own(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//")
}

async fn fetch(
    address: std::net::SocketAddr,
    path: &str,
    visit: &mut Visit,
) -> Result<Reply, String> {
    let headers = ["Accept-Encoding: br".to_owned(), "Accept-Language: en".to_owned()];
    let bytes = request("GET", path, &address.to_string(), &headers, &[]);
    let mut wire = Wire::connect(address).await.map_err(|error| error.to_string())?;
    let reply = wire.ask(&bytes).await.map_err(|error| error.to_string())?;
    if reply.status != 200 {
        return Err(format!("{path}: {}", reply.status));
    }
    visit.files.push((path.to_owned(), reply.size()));
    Ok(reply)
}

fn plain(reply: &Reply) -> Result<String, String> {
    use std::io::Read;
    let mut bytes = Vec::new();
    match reply.header("content-encoding") {
        Some("br") => {
            let mut reader = brotli::Decompressor::new(reply.body.as_slice(), 4096);
            reader.read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        }
        _ => bytes.extend_from_slice(&reply.body),
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What the page itself loads: styles, icons, preloads, scripts, pictures.
fn references(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let attribute = |name: &str| {
            let mark = format!(" {name}=\"");
            tag.split_once(&mark).and_then(|(_, rest)| rest.split('"').next()).map(str::to_owned)
        };
        let loads = ["stylesheet", "preload", "modulepreload", "icon", "manifest"];
        let rel = attribute("rel").unwrap_or_default();
        if tag.starts_with("link ") && rel.split(' ').any(|word| loads.contains(&word)) {
            found.extend(attribute("href"));
        } else if tag.starts_with("script ") || tag.starts_with("img ") {
            found.extend(attribute("src"));
        }
    }
    found
}

/// Fonts whose range holds a letter of the page.
fn fonts(css: &str, letters: &BTreeSet<char>) -> Vec<String> {
    let faces = css.split("@font-face").skip(1).filter_map(|rest| rest.split('}').next());
    let used = faces.filter(|face| match face.split_once("unicode-range:") {
        Some((_, ranges)) => ranges.split(';').next().is_some_and(|ranges| covers(ranges, letters)),
        None => true,
    });
    used.filter_map(|face| {
        let (_, rest) = face.split_once("url(")?;
        Some(rest.split(')').next()?.trim_matches(['"', '\'']).to_owned())
    })
    .collect()
}

fn covers(ranges: &str, letters: &BTreeSet<char>) -> bool {
    ranges
        .split(',')
        .filter_map(|range| range.trim().trim_start_matches(['U', 'u']).strip_prefix('+'))
        .any(|range| {
            let (from, to) = range.split_once('-').unwrap_or((range, range));
            let bound = |text: &str, wild: &str| {
                u32::from_str_radix(&text.replace('?', wild), 16).unwrap_or(u32::MAX)
            };
            let (from, to) = (bound(from, "0"), bound(to, "F"));
            letters.iter().any(|letter| (from..=to).contains(&u32::from(*letter)))
        })
}

/// Modules that a script loads before it runs.
fn imports(script: &str) -> Vec<String> {
    let lines = script.split([';', '\n']).map(str::trim).filter(|line| line.starts_with("import"));
    let quoted = lines.filter_map(|line| {
        let rest =
            line.rsplit_once(" from ").map_or(line.trim_start_matches("import"), |(_, rest)| rest);
        let path = rest.trim().trim_matches(['"', '\'']);
        path.starts_with('/').then(|| path.to_owned())
    });
    quoted.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_loads_is_found() {
        let html = "<link rel=\"stylesheet\" href=\"/a.css\"><a href=\"/x\"><script type=\"module\" src=\"/b.js\"></script>\
                    <link rel=\"alternate\" href=\"/feed\"><img alt=\"\" src=\"https://example.org/c.png\">";
        assert_eq!(references(html), ["/a.css", "/b.js", "https://example.org/c.png"]);
        assert!(!own("https://example.org/c.png") && !own("//example.org") && own("/a.css"));
    }

    #[test]
    fn only_fonts_of_the_pages_letters_count() {
        let css = "@font-face{src:url(/l.woff2);unicode-range:U+0-FF,U+2000-206F}\
                   @font-face{src:url(\"/g.woff2\");unicode-range:U+0370-03FF}@font-face{src:url(/k.woff2);unicode-range:U+04??}";
        assert_eq!(fonts(css, &BTreeSet::from(['a'])), ["/l.woff2"]);
        assert_eq!(fonts(css, &BTreeSet::from(['λ', 'ж'])), ["/g.woff2", "/k.woff2"]);
    }

    #[test]
    fn imports_are_followed() {
        assert_eq!(
            imports("import { a } from \"/assets/a.js\";\nimport '/assets/b.js'\nlet x = 1;"),
            ["/assets/a.js", "/assets/b.js"]
        );
    }
}
