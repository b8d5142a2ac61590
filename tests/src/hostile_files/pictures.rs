//! Pictures, what is taken for pictures, and pictures that are something else as well.

use image::ImageFormat;

use super::Hostile;
use super::make::*;

pub(super) fn pngs() -> Vec<Hostile> {
    let idat = |mebibytes| chunk("IDAT", &noughts(mebibytes));
    let sized = |width, height, form| png(header(width, height, form), &[idat(1)]);
    let whole = photo(ImageFormat::Png);
    let packed = |keyword: &[u8]| joined(&[keyword, &noughts(64)]);
    let mut files = vec![
        refused("bomb-1-bit.png", png(header(30_000, 30_000, [1, 0, 0]), &[idat(108)])),
        refused("bomb-16-bit.png", sized(20_000, 20_000, [16, 6, 0])),
        refused("bomb-interlaced.png", sized(60_000, 60_000, [8, 2, 1])),
        refused("just-too-many.png", sized(8_001, 5_000, [8, 2, 0])),
        refused("widest.png", sized(u32::MAX, 1, [8, 0, 0])),
        refused("largest.png", sized(0x7FFF_FFFF, 0x7FFF_FFFF, [16, 6, 1])),
        refused("no-width.png", sized(0, 10, [8, 0, 0])),
        refused("no-height.png", sized(10, 0, [8, 0, 0])),
        refused("promises-much.png", sized(6_000, 6_000, [8, 2, 0])),
        refused("odd-bits.png", sized(10, 10, [7, 0, 0])),
        refused("odd-colour.png", sized(10, 10, [8, 5, 0])),
        refused("no-palette.png", sized(10, 10, [8, 3, 0])),
        refused("odd-interlacing.png", sized(10, 10, [8, 0, 9])),
        refused("no-content.png", png(header(9, 9, [8, 0, 0]), &[])),
        refused("not-packed.png", png(header(9, 9, [8, 0, 0]), &[chunk("IDAT", b"plain")])),
        refused("no-header.png", joined(&[PNG, &chunk("IDAT", b"x"), &chunk("IEND", b"")])),
        refused("signature-only.png", PNG),
        refused("header-only.png", joined(&[PNG, &header(9, 9, [8, 0, 0])])),
        refused("long-chunk.png", joined(&[PNG, b"\xFF\xFF\xFF\xFFIHDR"])),
        accepted("more-content-than-pixels.png", "png", sized(9, 9, [8, 0, 0])),
        accepted("bomb-ztxt.png", "png", dot(&[chunk("zTXt", &packed(b"Comment\0\0"))])),
        accepted("bomb-iccp.png", "png", dot(&[chunk("iCCP", &packed(b"icc\0\0"))])),
        accepted("bomb-itxt.png", "png", dot(&[chunk("iTXt", &packed(b"x\0\x01\0\0\0"))])),
        accepted("many-chunks.png", "png", dot(&vec![chunk("tEXt", b"a\0b"); 50_000])),
        accepted("moving.png", "png", dot(&[chunk("acTL", b"\xFF\xFF\xFF\xFF\0\0\0\0")])),
        accepted(
            "script-in-text.png",
            "png",
            dot(&[chunk("tEXt", b"a\0<script>alert(1)</script>")]),
        ),
        accepted("broken-exif.png", "png", dot(&[chunk("eXIf", b"MM\0\x2A\xFF\xFF\xFF\xFF")])),
        accepted("xmp.png", "png", dot(&[chunk("iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x/>")])),
    ];
    for part in [1, 2, 5, 9] {
        files.push(refused(&format!("cut-{part}.png"), &whole[..whole.len() * part / 10]));
    }
    for place in [17, 25, 30, 45, 60, 90] {
        let mut flipped = whole.clone();
        flipped[place] ^= 0x10;
        files.push(refused(&format!("flipped-{place}.png"), flipped));
    }
    files
}

/// A JPEG whose header says another size, height first.
fn resized(jpeg: &[u8], height: u16, width: u16) -> Vec<u8> {
    let mut jpeg = jpeg.to_vec();
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).expect("a frame");
    jpeg[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    jpeg[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    jpeg
}

pub(super) fn jpegs() -> Vec<Hostile> {
    let whole = photo(ImageFormat::Jpeg);
    let end = whole.len() - 2;
    let exif = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let loops = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\0\0\0\0\x08";
    let inner = with_segment(&whole, 0xE1, &joined(&[b"Exif\0\0", &whole]));
    let mut files = vec![
        refused("65500.jpg", resized(&whole, 65_500, 65_500)),
        refused("promises-much.jpg", resized(&whole, 600, 65_500)),
        refused("no-width.jpg", resized(&whole, 10, 0)),
        refused("no-height.jpg", resized(&whole, 0, 10)),
        refused("start-only.jpg", b"\xFF\xD8\xFF"),
        refused("start-and-end.jpg", b"\xFF\xD8\xFF\xD9"),
        refused("long-segment.jpg", joined(&[b"\xFF\xD8\xFF\xE1\xFF\xFF", &[0; 99]])),
        refused("empty-segment.jpg", b"\xFF\xD8\xFF\xE1\0\0\xFF\xE1\0\0\xFF\xD9"),
        refused("no-end.jpg", &whole[..end]),
        refused("markers-only.jpg", joined(&[b"\xFF\xD8", &[0xFF; 100_000]])),
        refused("end-in-thumbnail.jpg", &inner[..inner.len() - 2]),
        refused("lossless.jpg", changed(whole.clone(), b"\xFF\xC0", b"\xFF\xC3")),
        refused("arithmetic.jpg", changed(whole.clone(), b"\xFF\xC0", b"\xFF\xC9")),
        accepted(
            "script-in-comment.jpg",
            "jpg",
            with_segment(&whole, 0xFE, b"<script>alert(1)</script>"),
        ),
        accepted(
            "php-in-exif.jpg",
            "jpg",
            with_segment(&whole, 0xE1, b"Exif\0\0<?php system('id');"),
        ),
        accepted("turned.jpg", "jpg", with_segment(&whole, 0xE1, exif)),
        accepted("exif-that-loops.jpg", "jpg", with_segment(&whole, 0xE1, loops)),
        accepted("within-itself.jpg", "jpg", inner.clone()),
        accepted("film-behind.jpg", "jpg", joined(&[&whole, b"\0\0\0\x18ftypmp42", &[7; 5_000]])),
    ];
    for part in [1, 3, 7, 9] {
        files.push(refused(&format!("cut-{part}.jpg"), &whole[..whole.len() * part / 10]));
    }
    files
}

/// A WebP of those chunks, whose lengths are even.
fn riff(chunks: &[(&str, &[u8])]) -> Vec<u8> {
    let each = chunks.iter().map(|(name, content)| {
        joined(&[name.as_bytes(), &(content.len() as u32).to_le_bytes(), content])
    });
    let content = each.collect::<Vec<_>>().concat();
    joined(&[b"RIFF", &(content.len() as u32 + 4).to_le_bytes(), b"WEBP", &content])
}

pub(super) fn webps() -> Vec<Hostile> {
    let whole = photo(ImageFormat::WebP);
    let canvas_of_ten: &[u8] = &[0, 0, 0, 0, 9, 0, 0, 9, 0, 0];
    let frame: &[u8] = b"\x10\0\0\x9D\x01\x2A\xFF\x3F\xFF\x3F\0\0\0\0";
    let tables = vec![0x5A; 2_000_000];
    let canvas = |size: &[u8; 6]| {
        let head = joined(&[b"VP8X\x0A\0\0\0\0\0\0\0", size]);
        joined(&[b"RIFF", &(head.len() as u32 + 4).to_le_bytes(), b"WEBP", &head])
    };
    let mut files = vec![
        refused("large-frame.webp", riff(&[("VP8X", canvas_of_ten), ("VP8 ", frame)])),
        refused("large-frame-alone.webp", riff(&[("VP8 ", frame)])),
        refused("tables.webp", riff(&[("VP8L", &joined(&[b"\x2F\x09\x40\x02\0", &tables]))])),
        refused("largest.webp", canvas(&[0xFF; 6])),
        refused("nothing-on-it.webp", canvas(&[9, 0, 0, 9, 0, 0])),
        refused("no-chunk.webp", b"RIFF\x04\0\0\0WEBP"),
        refused("lossy-noise.webp", joined(&[b"RIFF\x40\0\0\0WEBPVP8 \x30\0\0\0", &[0xAA; 48]])),
        refused("lossless-noise.webp", joined(&[b"RIFF\x40\0\0\0WEBPVP8L\x30\0\0\0", &[0xAA; 48]])),
        refused("sound.webp", b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0"),
        accepted("page-behind.webp", "jpg", joined(&[&whole, b"<html><script>alert(1)</script>"])),
    ];
    for part in [2, 5, 9] {
        files.push(refused(&format!("cut-{part}.webp"), &whole[..whole.len() * part / 10]));
    }
    files
}

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"";

/// Kinds that are known and not kept, some under names of kinds that are.
pub(super) fn foreign() -> Vec<Hostile> {
    let svg = |inside: &str| format!("{SVG}>{inside}</svg>");
    let laughs: String = (1..9)
        .map(|n| format!("<!ENTITY l{n} '{}'>", format!("&l{};", n - 1).repeat(10)))
        .collect();
    let still = |brand: &str| format!("\0\0\0\x18ftyp{brand}\0\0\0\0mif1heic").into_bytes();
    let mut files = vec![
        refused(
            "a.gif",
            b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;",
        ),
        refused("gif.png", b"GIF87a\xFF\xFF\xFF\xFF\0\0\0"),
        refused("gif-and-script.gif", b"GIF89a/*\0\0*/=1;alert(1)"),
        refused("gif.csv", b"GIF89a=1;alert(1)//,b\n"),
        refused("script.svg", svg("<script>alert(1)</script>")),
        refused("handler.svg", format!("{SVG} onload=\"alert(1)\"/>")),
        refused("foreign.svg", svg("<foreignObject><iframe src='javascript:1'/></foreignObject>")),
        refused("fetch.svg", svg("<use href='http://e.org/x#a'/>")),
        refused(
            "xxe.svg",
            format!(
                "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>{}",
                svg("&x;")
            ),
        ),
        refused("laughs.svg", format!("<!DOCTYPE svg [<!ENTITY l0 'ha'>{laughs}]>{}", svg("&l8;"))),
        refused("svg.png", svg("")),
        refused("svg.csv", svg("")),
        refused("svg-after-mark.csv", format!("\u{FEFF}\n {}", svg(""))),
        refused("packed.svgz", deflated(svg("").as_bytes(), 1)),
        refused("a.bmp", b"BM\x3A\0\0\0\0\0\0\0\x36\0\0\0"),
        refused("a.tiff", b"II\x2A\0\x08\0\0\0"),
        refused("a.ico", b"\0\0\x01\0\x01\0\x10\x10"),
        refused("a.psd", b"8BPS\0\x01"),
        refused("a.mp4", b"\0\0\0\x18ftypisom\0\0\x02\0"),
        refused("a.jxl", b"\xFF\x0A\0\0"),
        refused("a.jp2", b"\0\0\0\x0CjP  \r\n\x87\n"),
        refused("a.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file"),
        refused("msl.png", b"<?xml version='1.0'?><image><read filename='/etc/passwd'/></image>"),
        refused("mvg.png", b"push graphic-context\nfill 'url(https://e.org/\"|id\")'"),
    ];
    for brand in ["heic", "heix", "mif1", "avif", "avis"] {
        files.push(refused(&format!("{brand}.jpg"), still(brand)));
    }
    files
}

pub(super) fn polyglots() -> Vec<Hostile> {
    let (png, jpeg, jar) = (photo(ImageFormat::Png), photo(ImageFormat::Jpeg), jar());
    let comment = chunk("tEXt", &joined(&[b"c\0", PAGE]));
    let mut files = vec![
        accepted("png-and-page.png", "png", joined(&[&png, PAGE])),
        accepted("png-with-page.png", "png", dot(&[comment])),
        accepted("png-and-page.html", "png", joined(&[&png, PAGE])),
        accepted("png-and-php.php", "png", joined(&[&png, b"<?php system($_GET['c']); ?>"])),
        accepted("png-and-zip.png", "png", joined(&[&png, &jar])),
        accepted("png-and-pdf.pdf", "png", joined(&[&png, &pdf("")])),
        accepted("jpeg-and-zip.jpg", "jpg", joined(&[&jpeg, &jar])),
        accepted("jpeg-and-jar.jar", "jpg", joined(&[&jpeg, &jar])),
        accepted("jpeg-and-pdf.jpg", "jpg", joined(&[&jpeg, &pdf("")])),
        accepted("jpeg-and-script.js", "jpg", with_segment(&jpeg, 0xFE, b"*/=alert(1);/*")),
        refused("page-and-png.png", joined(&[PAGE, &png])),
        refused("space-and-png.png", joined(&[b" ", &png])),
        refused("nought-and-jpeg.jpg", joined(&[b"\0", &jpeg])),
        refused("mark-and-png.png", joined(&[b"\xEF\xBB\xBF", &png])),
        refused("zip-and-png.zip", joined(&[&jar, &png])),
        refused("script-and-png.png", joined(&[b"#!/bin/sh\nid\n", &png])),
        refused("gif-and-jar.gif", joined(&[b"GIF89a\x01\0\x01\0\0\0\0;", &jar])),
    ];
    for name in [
        "page.png",
        "page.jpg",
        "page.webp",
        "page.pdf",
        "page.docx",
        "page.xlsx",
        "page.odt",
        "page.csv",
        "page.html",
        "page",
    ] {
        files.push(refused(name, PAGE));
    }
    files
}
