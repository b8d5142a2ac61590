use super::*;

fn shelf(files: &[(&str, &str)]) -> Shelf {
    Shelf::of(files.iter().map(|(name, text)| (name.to_string(), text.as_bytes().into())).collect())
}

fn text_of<'s>(shelf: &'s Shelf, name: &str) -> &'s str {
    std::str::from_utf8(&shelf.by_path[&shelf.path_of[name]].bytes).unwrap()
}

#[test]
fn references_lead_to_served_names() {
    let shelf = shelf(&[
        (
            "app.css",
            "@import \"./base.css\";@font-face{src:url(../fonts/a.woff2) url('b.woff2?x')}\
                     i{background:url(data:image/png;base64,AA)} u{fill:url(\"#g\")}",
        ),
        ("base.css", "b{background:url(\"a.woff2\")}"),
        ("a.woff2", "font"),
        ("b.woff2", "font b"),
        (
            "app.js",
            "import {a} from './live.js'; import(\"../x/live.js\"); import \"https://x/live.js\";\
                    // it's from 'nobody'\nexport * from \"./unknown.js\"",
        ),
        ("live.js", "export const a = 'from the sea'"),
    ]);
    let path = |name: &str| shelf.path_of[name].as_str();
    assert_eq!(
        text_of(&shelf, "app.css"),
        format!(
            "@import \"{}\";@font-face{{src:url({}) url('{}')}}\
             i{{background:url(data:image/png;base64,AA)}} u{{fill:url(\"#g\")}}",
            path("base.css"),
            path("a.woff2"),
            path("b.woff2")
        )
    );
    assert_eq!(
        text_of(&shelf, "app.js"),
        format!(
            "import {{a}} from '{live}'; import(\"{live}\"); import \"https://x/live.js\";\
             // it's from 'nobody'\nexport * from \"./unknown.js\"",
            live = path("live.js")
        )
    );
    assert_eq!(
        text_of(&shelf, "base.css"),
        format!("b{{background:url(\"{}\")}}", path("a.woff2"))
    );
}

#[test]
fn a_change_renames_all_that_lead_to_it() {
    let before = shelf(&[("a.js", "import './b.js'"), ("b.js", "import './c.js'"), ("c.js", "1")]);
    let after = shelf(&[("a.js", "import './b.js'"), ("b.js", "import './c.js'"), ("c.js", "2")]);
    for name in ["a.js", "b.js", "c.js"] {
        assert_ne!(before.path_of[name], after.path_of[name], "{name}");
    }
}

#[test]
fn circles_are_served() {
    let shelf = shelf(&[("a.js", "import './b.js'"), ("b.js", "import './a.js'")]);
    assert_eq!(text_of(&shelf, "a.js"), format!("import '{}'", shelf.path_of["b.js"]));
    assert_eq!(text_of(&shelf, "b.js"), format!("import '{}'", shelf.path_of["a.js"]));
}

#[test]
fn what_is_embedded_can_be_found_packed_and_typed() {
    let font = "stoa-400-latin.woff2";
    assert!(exists(font));
    let path = href(font);
    let parts: Vec<&str> = path.split('.').collect();
    assert!(path.starts_with("/assets/stoa-400-latin.") && parts[1].len() == 12, "{path}");
    let asset = find(path).unwrap();
    assert_eq!(asset.mime, "font/woff2");
    assert!(asset.br().is_none());
    assert!(find("/assets/stoa-400-latin.000000000000.woff2").is_none());
    assert_eq!(href("nothing.css"), "/assets/nothing.css");
}

#[test]
fn packed_copies_unpack_to_the_same_bytes() {
    let css = "p{margin:0}\n".repeat(100);
    let shelf = shelf(&[("a.css", &css), ("tiny.css", "a")]);
    let asset = &shelf.by_path[&shelf.path_of["a.css"]];
    let mut plain = Vec::new();
    brotli::BrotliDecompress(&mut asset.br().unwrap(), &mut plain).unwrap();
    assert_eq!(plain, css.as_bytes());
    let mut plain = String::new();
    let mut gunzip = flate2::read::GzDecoder::new(asset.gz().unwrap());
    std::io::Read::read_to_string(&mut gunzip, &mut plain).unwrap();
    assert_eq!(plain, css);
    assert!(shelf.by_path[&shelf.path_of["tiny.css"]].br().is_none());
}

#[test]
fn names_are_unique_over_all_folders() {
    let mut seen = std::collections::HashSet::new();
    let paths = Styles::iter().chain(Scripts::iter()).chain(Fonts::iter());
    for path in paths {
        assert!(seen.insert(file_name(&path).to_owned()), "{path} stands in two folders");
    }
}

#[test]
fn own_files_lead_nowhere_that_is_not_there() {
    for asset in all().filter(|asset| asset.path.ends_with(".css") || asset.path.ends_with(".js")) {
        let text = std::str::from_utf8(&asset.bytes).unwrap();
        let left = references::unresolved(&asset.path, text);
        assert_eq!(left, Vec::<&str>::new(), "{}", asset.path);
    }
}
