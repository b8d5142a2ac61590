//! What a kept file is called.

use crate::Kind;

/// Characters of a name, its extension and the dot included.
const LONGEST: usize = 100;

/// Characters that mean something to a shell, a header, a path or a web page.
const SIGNS: &str = "<>:\"|?*;／＼．：＜＞＂｜？＊";

/// Names of devices on Windows, whatever the extension.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// Makes a name safe to show, to send in a header and to save: the last part of a path, without
/// control characters, invisible ones or signs with a meaning, at most 100 characters long, with
/// an extension of the kind. Letters of every script stay. Never empty, and cleaning a clean name
/// changes nothing.
#[must_use]
pub fn clean_name(name: &str, kind: Kind) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = visible(last);
    let (stem, extension) = parted(trimmed(&plain), kind);
    let room = LONGEST.saturating_sub(extension.len() + 2);
    let stem: String = trimmed(stem).chars().take(room).collect();
    match trimmed(&stem) {
        "" => format!("file.{extension}"),
        stem if is_device(stem) => format!("_{stem}.{extension}"),
        stem => format!("{stem}.{extension}"),
    }
}

fn trimmed(name: &str) -> &str {
    name.trim_matches(['.', ' '])
}

/// Drops what cannot be seen, replaces what has a meaning, and makes white space single spaces.
fn visible(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for letter in name.chars().filter(|letter| !is_hidden(*letter)) {
        match letter {
            letter if letter.is_whitespace() && out.ends_with(' ') => {}
            letter if letter.is_whitespace() => out.push(' '),
            letter if SIGNS.contains(letter) => out.push('_'),
            letter => out.push(letter),
        }
    }
    out
}

/// Control characters, and those that turn the direction of writing, join, or show nothing.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFF}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The name without its extension, and the extension it shall have. A wrong one is cut off, and
/// a right one that stands before it then counts.
fn parted(name: &str, kind: Kind) -> (&str, &'static str) {
    let usual = kind.name();
    let right = |name: &'_ str| {
        let (_, end) = name.rsplit_once('.')?;
        kind.extensions().iter().copied().find(|known| end.eq_ignore_ascii_case(known))
    };
    let name = match right(name) {
        None => without_extension(name),
        Some(_) => name,
    };
    match right(trimmed(name)) {
        None => (name, usual),
        Some(known) => (trimmed(name).rsplit_once('.').map_or(name, |(stem, _)| stem), known),
    }
}

/// Cuts off what looks like an extension: some ASCII letters and digits, not digits alone, so
/// that "Minutes 3.5" keeps its number.
fn without_extension(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, end))
            if (1..=10).contains(&end.len())
                && end.bytes().all(|byte| byte.is_ascii_alphanumeric())
                && end.bytes().any(|byte| byte.is_ascii_alphabetic()) =>
        {
            stem
        }
        _ => name,
    }
}

/// Whether Windows takes the name for a device: what stands before the first dot counts.
fn is_device(name: &str) -> bool {
    let first = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = ["COM", "LPT"].iter().any(|port| {
        let number = first.strip_prefix(port).unwrap_or_default();
        number.chars().count() == 1
            && number.chars().all(|n| n.is_ascii_digit() || "¹²³".contains(n))
    });
    numbered || DEVICES.contains(&first.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn png(name: &str) -> String {
        clean_name(name, Kind::Png)
    }

    #[test]
    fn the_extension_is_that_of_the_kind() {
        assert_eq!(png("photo.png"), "photo.png");
        assert_eq!(png("Photo.PNG"), "Photo.png");
        assert_eq!(png("photo.html"), "photo.png");
        assert_eq!(png("photo"), "photo.png");
        assert_eq!(png("a.php.png"), "a.php.png");
        assert_eq!(png("a.png.exe"), "a.png");
        assert_eq!(png("Minutes 3.5"), "Minutes 3.5.png");
        assert_eq!(png(".htaccess"), "htaccess.png");
        assert_eq!(clean_name("a.jpeg", Kind::Jpeg), "a.jpeg");
        assert_eq!(clean_name("a.jfif", Kind::Jpeg), "a.jpg");
        assert_eq!(clean_name("a.webp", Kind::Jpeg), "a.jpg");
    }

    #[test]
    fn paths_and_signs_go() {
        assert_eq!(png("../../etc/passwd"), "passwd.png");
        assert_eq!(png("C:\\Users\\me\\a.png"), "a.png");
        assert_eq!(png("a/b\\"), "file.png");
        assert_eq!(png("a\r\nSet-Cookie: x=1;.png"), "aSet-Cookie_ x=1_.png");
        assert_eq!(png("a\0.png"), "a.png");
        assert_eq!(png("\"><script>.png"), "___script_.png");
        assert_eq!(png("..．/png"), "png.png");
        assert_eq!(png("a．php"), "a_php.png");
        assert_eq!(png("  . a   b . .png"), "a b.png");
    }

    #[test]
    fn invisible_characters_go_and_letters_stay() {
        assert_eq!(png("a\u{202E}gnp.exe"), "agnp.png");
        assert_eq!(png("\u{200B}\u{FEFF}"), "file.png");
        assert_eq!(png("صورة.png"), "صورة.png");
        assert_eq!(png("会議（春）.png"), "会議（春）.png");
        assert_eq!(png("été\u{3000}1.png"), "été 1.png");
    }

    #[test]
    fn devices_of_windows_get_a_line_before_them() {
        assert_eq!(png("CON.png"), "_CON.png");
        assert_eq!(png("nul"), "_nul.png");
        assert_eq!(png("com1.tar.png"), "_com1.tar.png");
        assert_eq!(png("LPT³.png"), "_LPT³.png");
        assert_eq!(png("Console.png"), "Console.png");
        assert_eq!(png("COM.png"), "COM.png");
    }

    #[test]
    fn long_names_keep_their_extension() {
        let long = png(&format!("{}.png", "日".repeat(300)));
        assert!(long.ends_with("日.png") && long.chars().count() <= 100);
    }

    proptest! {
        #[test]
        fn a_clean_name_is_safe_and_stays(name in "\\PC{0,40}|[a.CONpg1 /\u{202E}]{0,130}") {
            for kind in Kind::ALL {
                let clean = clean_name(&name, kind);
                prop_assert!(clean.chars().count() <= 100);
                prop_assert!(clean.len() > kind.name().len() && !clean.starts_with(['.', ' ']));
                let bad = clean.contains(['/', '\\', '"', ';', '\r', '\n', '\0', '\u{202E}']);
                let ends = |end: &&str| clean.ends_with(&format!(".{end}"));
                prop_assert!(!bad && kind.extensions().iter().any(ends), "{}", clean);
                prop_assert_eq!(&clean_name(&clean, kind), &clean);
            }
        }
    }
}
