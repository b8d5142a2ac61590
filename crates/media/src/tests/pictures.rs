use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, RgbImage};

use super::made::*;
use super::tried;
use crate::{Kind, Limits, Refused, bytes, ready};

fn seen(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).unwrap()
}

/// The names of the parts of a PNG.
fn parts(png: &[u8]) -> Vec<String> {
    let (mut at, mut names) = (8, Vec::new());
    while let Some(length) = bytes::u32_be(png, at) {
        names.push(String::from_utf8_lossy(&png[at + 4..at + 8]).into_owned());
        at += length as usize + 12;
    }
    names.dedup();
    names
}

#[test]
fn a_picture_keeps_its_pixels_and_nothing_else() {
    let png = file(picture(30, 20), ImageFormat::Png);
    let sent = with_chunk(&png, b"tEXt", b"Comment\0secret");
    let sent = with_chunk(&sent, b"eXIf", &exif(1)[6..]);
    let kept = tried(&[&sent[..], b"<script>alert(1)</script>"].concat()).unwrap();
    assert_eq!((kept.kind, kept.size, kept.small), (Kind::Png, Some((30, 20)), None));
    assert_eq!(parts(&kept.bytes), ["IHDR", "IDAT", "IEND"]);
    assert_eq!(seen(&kept.bytes).into_rgb8(), picture(30, 20));
}

#[test]
fn a_photograph_is_turned_and_forgets_where_it_was_taken() {
    let jpeg = file(picture(64, 32), ImageFormat::Jpeg);
    let sent = with_segment(&jpeg, 0xE1, &exif(6));
    let sent = with_segment(&sent, 0xE2, b"ICC_PROFILE\0\x01\x01profile");
    let sent = with_segment(&sent, 0xFE, b"a comment");
    let kept = tried(&sent).unwrap();
    assert_eq!((kept.kind, kept.size), (Kind::Jpeg, Some((32, 64))));
    for trace in [&b"Exif"[..], b"GPS", b"ICC_PROFILE", b"comment"] {
        assert!(bytes::contains(&sent, trace) && !bytes::contains(&kept.bytes, trace));
    }
    let (before, after) = (seen(&jpeg), seen(&kept.bytes));
    let (lower_left, upper_left) = (before.get_pixel(2, 29), after.get_pixel(2, 2));
    let near = |at: usize| lower_left.0[at].abs_diff(upper_left.0[at]) < 24;
    assert!((0..3).all(near), "{lower_left:?} {upper_left:?}");
}

#[test]
fn a_png_is_turned_even_when_it_says_so_late() {
    let png = file(picture(8, 4), ImageFormat::Png);
    let end = png.len() - 12;
    let late = [&png[..end], &chunk(b"eXIf", &exif(8)[6..]), &png[end..]].concat();
    assert_eq!(tried(&late).unwrap().size, Some((4, 8)));
}

#[test]
fn a_large_picture_is_scaled_down_and_a_small_one_made() {
    let kept = tried(&file(picture(3_000, 1_500), ImageFormat::Jpeg)).unwrap();
    assert_eq!(kept.size, Some((2_560, 1_280)));
    let small = seen(&kept.small.unwrap());
    assert_eq!(small.dimensions(), (800, 400));
    let kept = tried(&file(picture(800, 10), ImageFormat::Png)).unwrap();
    assert_eq!(kept.small, None);
    let kept = tried(&file(picture(801, 10), ImageFormat::Png)).unwrap();
    assert!(kept.small.unwrap().starts_with(b"\x89PNG"));
}

#[test]
fn what_would_outgrow_the_limit_is_scaled_further() {
    let mut state = 1_u32;
    let noise = RgbImage::from_fn(300, 300, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Rgb([(state >> 24) as u8, (state >> 16) as u8, (state >> 8) as u8])
    });
    let sent = file(noise, ImageFormat::Jpeg);
    let limits = Limits { bytes: sent.len(), ..Limits::default() };
    let png = file(seen(&sent), ImageFormat::Png);
    assert!(png.len() > limits.bytes);
    let limits = Limits { bytes: png.len(), ..limits };
    let kept = ready(png, "", &Limits { bytes: limits.bytes, side: 300, ..limits }).unwrap();
    assert!(kept.bytes.len() <= limits.bytes);
    let mean = seen(&kept.bytes);
    let (_, bytes) = crate::picture::fitted(mean, Kind::Png, 50_000).unwrap();
    assert!((10_000..=50_000).contains(&bytes.len()), "{}", bytes.len());
    let dot = DynamicImage::new_rgb8(1, 1);
    assert_eq!(crate::picture::fitted(dot, Kind::Png, 9).unwrap_err(), Refused::TooLarge);
}

#[test]
fn webp_becomes_jpeg_unless_it_is_transparent() {
    let opaque = tried(&file(picture(40, 30), ImageFormat::WebP)).unwrap();
    assert_eq!((opaque.kind, opaque.size), (Kind::Jpeg, Some((40, 30))));
    assert!(opaque.bytes.starts_with(b"\xFF\xD8\xFF"));
    let idle = DynamicImage::ImageRgb8(picture(40, 30)).into_rgba8();
    assert_eq!(tried(&file(idle, ImageFormat::WebP)).unwrap().kind, Kind::Jpeg);
    let kept = tried(&file(sheer(900, 30), ImageFormat::WebP)).unwrap();
    assert_eq!(kept.kind, Kind::Webp);
    assert_eq!(seen(&kept.bytes).into_rgba8(), sheer(900, 30));
    assert!(kept.small.unwrap().starts_with(b"RIFF"));
}

#[test]
fn other_depths_become_eight_bits() {
    let deep = DynamicImage::ImageRgb8(picture(9, 9)).into_rgb16();
    let kept = tried(&file(deep, ImageFormat::Png)).unwrap();
    assert_eq!(seen(&kept.bytes).into_rgb8(), picture(9, 9));
    let grey = DynamicImage::ImageRgb8(picture(9, 9)).into_luma8();
    for format in [ImageFormat::Png, ImageFormat::Jpeg] {
        let kept = tried(&file(grey.clone(), format)).unwrap();
        assert!(matches!(seen(&kept.bytes), DynamicImage::ImageLuma8(_)));
    }
    let kept = tried(&file(sheer(9, 9), ImageFormat::Png)).unwrap();
    assert_eq!(seen(&kept.bytes).into_rgba8(), sheer(9, 9));
}

#[test]
fn too_many_pixels_are_refused_by_the_header() {
    let header = |width: u32, height: u32| {
        [&width.to_be_bytes()[..], &height.to_be_bytes(), b"\x01\0\0\0\0"].concat()
    };
    let png = |width, height| {
        let idat = chunk(b"IDAT", &packed_noughts(1 << 20));
        let start = [b"\x89PNG\r\n\x1A\n".to_vec(), chunk(b"IHDR", &header(width, height))];
        [start.concat(), idat, chunk(b"IEND", b"")].concat()
    };
    assert_eq!(tried(&png(30_000, 30_000)), Err(Refused::TooManyPixels));
    assert_eq!(tried(&png(u32::MAX, u32::MAX)), Err(Refused::TooManyPixels));
    assert_eq!(tried(&png(0, 5)), Err(Refused::Damaged));
    assert_eq!(tried(&png(5_001, 5_000)), Err(Refused::TooManyPixels));
    assert_eq!(tried(&png(5_000, 5_000)), Err(Refused::Damaged));
    assert_eq!(tried(&png(1_000, 1_000)).unwrap().size, Some((1_000, 1_000)));
    let mut jpeg = file(picture(16, 16), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xFF, 0xDC, 0xFF, 0xDC]);
    assert_eq!(tried(&jpeg), Err(Refused::TooManyPixels));
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0x10, 0, 0x10, 0]);
    assert_eq!(tried(&jpeg), Err(Refused::Damaged));
}

#[test]
fn packed_comments_and_profiles_are_not_unpacked() {
    let png = file(picture(4, 4), ImageFormat::Png);
    let bomb = [b"a\0\0".to_vec(), packed_noughts(200 << 20)].concat();
    for name in [b"zTXt", b"iCCP"] {
        let sent = with_chunk(&png, name, &bomb);
        assert!(crate::png::essence(&sent).unwrap().bytes.len() <= png.len());
        assert!(tried(&sent).is_ok());
    }
}

#[test]
fn of_an_animation_the_first_frame_stays() {
    let png = file(picture(4, 4), ImageFormat::Png);
    let moving = with_chunk(&png, b"acTL", b"\0\0\0\x02\0\0\0\0");
    let kept = tried(&moving).unwrap();
    assert_eq!(parts(&kept.bytes), ["IHDR", "IDAT", "IEND"]);
}

#[test]
fn broken_pictures_are_refused() {
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let whole = file(picture(60, 60), format);
        for part in 1..20 {
            let cut = &whole[..whole.len() * part / 20];
            assert!(tried(cut).is_err(), "{format:?} {part}");
        }
    }
}

#[test]
fn sizes_are_judged_first() {
    let limits = Limits { bytes: 10, ..Limits::default() };
    assert_eq!(ready(vec![0; 11], "", &limits), Err(Refused::TooLarge));
    assert_eq!(tried(b""), Err(Refused::Empty));
    assert_eq!(tried(b"x"), Err(Refused::Unknown));
    assert_eq!(tried(b"hello, world"), Err(Refused::Unknown));
}
