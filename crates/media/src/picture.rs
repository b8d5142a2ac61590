//! Pictures: decoded within limits, turned upright, scaled down, written anew.
//!
//! What is written holds pixels alone. The colour profile is dropped, not applied: pictures of
//! telephones with wide colours come out a little paler, which is little against a parser of
//! profiles for strangers' files. Bytes behind the end of a picture, or a second file within it,
//! do not survive, so that they need not be looked for. Of an animation the first frame stays.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::webp::{WebPDecoder, WebPEncoder};
use image::{DynamicImage, ImageDecoder, ImageError};

use crate::shrink::shrink;
use crate::{Kind, Limits, Ready, Refused, jpeg, png, webp};

/// Quality of a JPEG, of a hundred.
const QUALITY: u8 = 85;

/// Bytes that a pixel may take while it is decoded; one with 16 bits a channel takes up to eight,
/// so that fewer of them are allowed.
const BYTES_PER_PIXEL: u64 = 4;

/// Bytes that decoding may take beside the pixels.
const SLACK: u64 = 8 * 1024 * 1024;

/// A PNG stays one.
///
/// # Errors
/// [`Refused::Damaged`], [`Refused::TooManyPixels`], and [`Refused::TooLarge`] when even a single
/// pixel has more bytes than allowed.
pub(crate) fn from_png(bytes: Vec<u8>, limits: &Limits) -> Result<Ready, Refused> {
    let png::Essence { bytes: essence, size } = png::essence(&bytes)?;
    drop(bytes);
    within(size, limits)?;
    let picture = guarded(|| {
        let essence = Cursor::new(essence);
        decoded(PngDecoder::with_limits(essence, allowed(limits)).map_err(why)?, limits)
    })?;
    finished(picture, Kind::Png, limits)
}

/// A JPEG stays one.
///
/// # Errors
/// As for [`from_png`].
pub(crate) fn from_jpeg(bytes: Vec<u8>, limits: &Limits) -> Result<Ready, Refused> {
    let picture = guarded(|| {
        let decoder = JpegDecoder::new(Cursor::new(&bytes)).map_err(why)?;
        jpeg::check(&bytes, within(decoder.dimensions(), limits)?)?;
        decoded(decoder, limits)
    })?;
    finished(picture, Kind::Jpeg, limits)
}

/// A WebP without transparency becomes a JPEG: the writer here knows WebP without loss only,
/// which would be many times as large.
///
/// # Errors
/// As for [`from_png`].
pub(crate) fn from_webp(bytes: Vec<u8>, limits: &Limits) -> Result<Ready, Refused> {
    webp::check(&bytes, limits)?;
    let picture = guarded(|| decoded(WebPDecoder::new(Cursor::new(bytes)).map_err(why)?, limits))?;
    let kind = if picture.color().has_alpha() { Kind::Webp } else { Kind::Jpeg };
    finished(picture, kind, limits)
}

/// Runs a decoder, which is others' work: one that panics over a malformed file, as that of WebP
/// 0.2.4 does over some animations, stops nothing else.
fn guarded(
    decode: impl FnOnce() -> Result<DynamicImage, Refused>,
) -> Result<DynamicImage, Refused> {
    // Nothing outlives the closure but its answer, so that nothing half done can be seen.
    catch_unwind(AssertUnwindSafe(decode)).unwrap_or(Err(Refused::Damaged))
}

/// The number of pixels, if it is allowed.
fn within((width, height): (u32, u32), limits: &Limits) -> Result<u64, Refused> {
    match u64::from(width) * u64::from(height) {
        0 => Err(Refused::Damaged),
        pixels if pixels > limits.pixels => Err(Refused::TooManyPixels),
        pixels => Ok(pixels),
    }
}

fn allowed(limits: &Limits) -> image::Limits {
    let mut allowed = image::Limits::default();
    allowed.max_image_width = None;
    allowed.max_image_height = None;
    allowed.max_alloc = Some(limits.pixels.saturating_mul(BYTES_PER_PIXEL).saturating_add(SLACK));
    allowed
}

fn why(error: ImageError) -> Refused {
    match error {
        ImageError::Limits(_) => Refused::TooManyPixels,
        _ => Refused::Damaged,
    }
}

/// The picture with eight bits a channel, no larger than it is kept, and upright. It is scaled
/// first, because turning takes a second copy.
fn decoded(mut decoder: impl ImageDecoder, limits: &Limits) -> Result<DynamicImage, Refused> {
    within(decoder.dimensions(), limits)?;
    let most = allowed(limits);
    if most.max_alloc.is_some_and(|most| decoder.total_bytes() > most) {
        return Err(Refused::TooManyPixels);
    }
    decoder.set_limits(most).map_err(why)?;
    // What cannot be read of the metadata turns nothing.
    let orientation = decoder.orientation().ok();
    let picture = DynamicImage::from_decoder(decoder).map_err(why)?;
    let mut picture = shrink(in_eight_bits(picture), limits.side);
    orientation.into_iter().for_each(|how| picture.apply_orientation(how));
    Ok(without_idle_opacity(picture))
}

fn in_eight_bits(picture: DynamicImage) -> DynamicImage {
    match picture {
        DynamicImage::ImageLuma16(_) => DynamicImage::ImageLuma8(picture.into_luma8()),
        DynamicImage::ImageLumaA16(_) => DynamicImage::ImageLumaA8(picture.into_luma_alpha8()),
        DynamicImage::ImageRgb16(_) => DynamicImage::ImageRgb8(picture.into_rgb8()),
        DynamicImage::ImageRgba16(_) => DynamicImage::ImageRgba8(picture.into_rgba8()),
        other => other,
    }
}

/// Drops transparency that no pixel makes use of.
fn without_idle_opacity(picture: DynamicImage) -> DynamicImage {
    match &picture {
        DynamicImage::ImageRgba8(pixels) if pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX) => {
            DynamicImage::ImageRgb8(picture.into_rgb8())
        }
        DynamicImage::ImageLumaA8(pixels) if pixels.pixels().all(|pixel| pixel.0[1] == u8::MAX) => {
            DynamicImage::ImageLuma8(picture.into_luma8())
        }
        _ => picture,
    }
}

/// Writes the picture, and the small one when it is larger than that.
fn finished(picture: DynamicImage, kind: Kind, limits: &Limits) -> Result<Ready, Refused> {
    let (picture, bytes) = fitted(picture, kind, limits.bytes)?;
    let size = Some((picture.width(), picture.height()));
    let small = if longer(&picture) > limits.small {
        Some(written(&shrink(picture, limits.small), kind)?)
    } else {
        None
    };
    Ok(Ready { kind, bytes, small, size })
}

/// Scales down until the file is small enough: a photograph as PNG can outgrow what was sent.
pub(crate) fn fitted(
    mut picture: DynamicImage,
    kind: Kind,
    most: usize,
) -> Result<(DynamicImage, Vec<u8>), Refused> {
    loop {
        let bytes = written(&picture, kind)?;
        if bytes.len() <= most {
            return Ok((picture, bytes));
        }
        let side = longer(&picture);
        if side <= 1 {
            return Err(Refused::TooLarge);
        }
        // Bytes go with the pixels, that is with the square of the side; a little less settles it.
        let ratio = (most as f64 / bytes.len() as f64).sqrt() * 0.95;
        picture = shrink(picture, (f64::from(side) * ratio) as u32);
    }
}

fn longer(picture: &DynamicImage) -> u32 {
    picture.width().max(picture.height())
}

/// The file of a picture, without metadata.
fn written(picture: &DynamicImage, kind: Kind) -> Result<Vec<u8>, Refused> {
    let mut out = Vec::new();
    let done = match kind {
        Kind::Jpeg => picture.write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY)),
        Kind::Webp => picture.to_rgba8().write_with_encoder(WebPEncoder::new_lossless(&mut out)),
        _ => picture.write_with_encoder(PngEncoder::new_with_quality(
            &mut out,
            CompressionType::Default,
            FilterType::Adaptive,
        )),
    };
    done.map(|()| out).map_err(why)
}
