//! Scaling pictures down.
//!
//! Each new pixel is the mean of the area it covers, the pixels at its edges counting by their
//! part. That is exact in whole numbers, looks well for any ratio, reads the picture once, and
//! needs no memory beside the new picture and two rows of it, unlike the filters of the `image`
//! crate, which keep a copy in four bytes a channel.

use image::{DynamicImage, ImageBuffer, Pixel};

/// The picture, no larger than so many pixels a side; as it is when it is that small already.
pub(crate) fn shrink(picture: DynamicImage, side: u32) -> DynamicImage {
    let (from, to) = ((picture.width(), picture.height()), size(&picture, side));
    if from == to {
        return picture;
    }
    match picture {
        DynamicImage::ImageLuma8(buffer) => DynamicImage::ImageLuma8(area::<_, 1>(&buffer, to)),
        DynamicImage::ImageLumaA8(buffer) => DynamicImage::ImageLumaA8(area::<_, 2>(&buffer, to)),
        DynamicImage::ImageRgb8(buffer) => DynamicImage::ImageRgb8(area::<_, 3>(&buffer, to)),
        DynamicImage::ImageRgba8(buffer) => DynamicImage::ImageRgba8(area::<_, 4>(&buffer, to)),
        // No reader here leaves more than eight bits a channel.
        other => DynamicImage::ImageRgba8(area::<_, 4>(&other.into_rgba8(), to)),
    }
}

fn size(picture: &DynamicImage, side: u32) -> (u32, u32) {
    let longer = u64::from(picture.width().max(picture.height()).max(1));
    let side = u64::from(side.max(1)).min(longer);
    let scaled = |length: u32| {
        let exact = (u64::from(length) * side + longer / 2) / longer;
        u32::try_from(exact).unwrap_or(length).max(1)
    };
    (scaled(picture.width()), scaled(picture.height()))
}

/// Along an axis, an old pixel is as many steps long as there are new pixels, and a new pixel as
/// many as there are old ones: so every edge falls on a whole step.
///
/// Sums stay below 2^63: 255 for the colour, 255 for the opacity, and the steps of both axes are
/// the pixels of the old picture, of which there are fewer than 2^40.
fn area<P, const N: usize>(
    picture: &ImageBuffer<P, Vec<u8>>,
    (width, height): (u32, u32),
) -> ImageBuffer<P, Vec<u8>>
where
    P: Pixel<Subpixel = u8>,
{
    let (old, new) = (u64::from(picture.height()), u64::from(height));
    let cells = width as usize;
    let mut out = Vec::with_capacity(cells * height as usize * N);
    let (mut row, mut sums) = (vec![[0; N]; cells], vec![[0; N]; cells]);
    let mut left = old;
    let length = picture.width() as usize * N;
    for pixels in picture.as_raw().chunks_exact(length.max(1)) {
        row.fill([0; N]);
        add_across::<N>(&mut row, pixels, u64::from(picture.width()), u64::from(width));
        let taken = new.min(left);
        add_down(&mut sums, &row, taken);
        left -= taken;
        if left == 0 {
            out.extend(sums.iter().flat_map(|sum| mean(*sum, old * u64::from(picture.width()))));
            sums.fill([0; N]);
            add_down(&mut sums, &row, new - taken);
            left = old - (new - taken);
        }
    }
    // The sums come out even, so that the fallback is for a mistake above alone.
    ImageBuffer::from_raw(width, height, out).unwrap_or_else(|| ImageBuffer::new(width, height))
}

/// Adds a row of old pixels to a row of new ones, each by its share.
fn add_across<const N: usize>(cells: &mut [[u64; N]], pixels: &[u8], old: u64, new: u64) {
    let (pixels, _) = pixels.as_chunks::<N>();
    let mut cells = cells.iter_mut();
    let (mut cell, mut left) = (cells.next(), old);
    for pixel in pixels.iter().map(|pixel| weighed(*pixel)) {
        let taken = new.min(left);
        add(cell.as_deref_mut(), pixel, taken);
        left -= taken;
        if left == 0 {
            cell = cells.next();
            add(cell.as_deref_mut(), pixel, new - taken);
            left = old - (new - taken);
        }
    }
}

/// With transparency, a colour counts by its opacity, lest what cannot be seen shines through.
fn weighed<const N: usize>(pixel: [u8; N]) -> [u64; N] {
    match (N, pixel.last()) {
        (2 | 4, Some(opacity)) => {
            let opacity = u64::from(*opacity);
            let mut weighed = pixel.map(|value| u64::from(value) * opacity);
            if let Some(last) = weighed.last_mut() {
                *last = opacity;
            }
            weighed
        }
        _ => pixel.map(u64::from),
    }
}

fn add<const N: usize>(cell: Option<&mut [u64; N]>, pixel: [u64; N], times: u64) {
    if let Some(cell) = cell {
        cell.iter_mut().zip(pixel).for_each(|(sum, value)| *sum += value * times);
    }
}

fn add_down<const N: usize>(sums: &mut [[u64; N]], row: &[[u64; N]], times: u64) {
    for (sum, cell) in sums.iter_mut().zip(row) {
        add(Some(sum), *cell, times);
    }
}

/// The mean of what was summed over so many steps.
fn mean<const N: usize>(sum: [u64; N], steps: u64) -> [u8; N] {
    let weight = match (N, sum.last()) {
        (2 | 4, Some(opacity)) => *opacity,
        _ => steps,
    };
    let rounded = |value: u64, by: u64| {
        let by = by.max(1);
        u8::try_from((value + by / 2) / by).unwrap_or(u8::MAX)
    };
    let mut pixel = sum.map(|value| rounded(value, weight));
    if let (2 | 4, Some(last)) = (N, pixel.last_mut()) {
        *last = rounded(weight, steps);
    }
    pixel
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{GrayImage, Rgba, RgbaImage};

    fn grey(width: u32, height: u32, pixels: &[u8]) -> DynamicImage {
        DynamicImage::ImageLuma8(GrayImage::from_raw(width, height, pixels.to_vec()).unwrap())
    }

    #[test]
    fn a_new_pixel_is_the_mean_of_what_it_covers() {
        let half = shrink(grey(4, 2, &[0, 100, 10, 20, 100, 200, 30, 40]), 2);
        assert_eq!((half.width(), half.as_bytes()), (2, &[100, 25][..]));
        let two_of_three = shrink(grey(3, 1, &[0, 90, 240]), 2);
        assert_eq!(two_of_three.as_bytes(), [30, 190]);
    }

    #[test]
    fn a_plain_picture_stays_plain() {
        for (width, height, side) in [(97, 31, 13), (31, 97, 30), (1, 500, 7), (500, 1, 499)] {
            let plain = grey(width, height, &vec![77; (width * height) as usize]);
            let small = shrink(plain, side);
            assert_eq!(small.width().max(small.height()), side);
            assert!(small.as_bytes().iter().all(|value| *value == 77));
        }
    }

    #[test]
    fn what_cannot_be_seen_does_not_colour_the_rest() {
        let mut picture = RgbaImage::from_pixel(2, 1, Rgba([255, 0, 0, 0]));
        picture.put_pixel(1, 0, Rgba([0, 0, 200, 255]));
        let small = shrink(DynamicImage::ImageRgba8(picture), 1);
        assert_eq!(small.as_bytes(), [0, 0, 200, 128]);
    }

    #[test]
    fn a_small_picture_stays_as_it_is() {
        let picture = grey(2, 3, &[1, 2, 3, 4, 5, 6]);
        assert_eq!(shrink(picture.clone(), 3), picture);
        assert_eq!(shrink(picture, 0).as_bytes(), [4]);
    }
}
