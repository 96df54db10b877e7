//! A picture as pixels. The page never gets the file: what decodes it is on this side, under limits.

use std::io::{BufReader, Read, Seek};

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

/// Most pixels along either side of a file that is decoded.
const LONGEST_SIDE: u32 = 12_000;
/// Most memory that decoding may take, in bytes.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;

/// A picture, scaled down to fit where it was bigger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// RGBA, 8 bits each, row by row: 4 bytes for each pixel.
    pub rgba: Vec<u8>,
    /// Pixels across in the file itself, turned as it is shown.
    pub full_width: u32,
    /// Pixels down in the file itself, turned as it is shown.
    pub full_height: u32,
}

/// Why there is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NoPicture {
    /// Neither PNG nor JPEG.
    #[error("not a picture")]
    NotAPicture,
    /// More pixels than are safe to decode.
    #[error("too many pixels")]
    TooManyPixels,
    /// Cut off or damaged.
    #[error("broken")]
    Broken,
}

/// Decodes a PNG or JPEG and scales it down, where it is bigger, to fit a square of `limit` pixels, at least one. A
/// photo is turned as its camera says.
pub fn picture(file: impl Read + Seek, limit: u32) -> Result<Picture, NoPicture> {
    let reader = ImageReader::new(BufReader::new(file)).with_guessed_format().map_err(|_| NoPicture::Broken)?;
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg)) {
        return Err(NoPicture::NotAPicture);
    }
    let (image, orientation) = decode(reader)?;
    let (width, height) = (image.width(), image.height());
    if width == 0 || height == 0 {
        return Err(NoPicture::Broken);
    }
    let limit = limit.max(1);
    let mut small = if width.max(height) > limit { image.thumbnail(limit, limit) } else { image };
    small.apply_orientation(orientation);
    let turned = is_quarter_turn(orientation);
    let (full_width, full_height) = if turned { (height, width) } else { (width, height) };
    let small = small.into_rgba8();
    Ok(Picture { width: small.width(), height: small.height(), rgba: small.into_raw(), full_width, full_height })
}

fn decode<R: std::io::BufRead + Seek>(reader: ImageReader<R>) -> Result<(DynamicImage, Orientation), NoPicture> {
    let mut reader = reader;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(no_picture)?;
    if decoder.total_bytes() > MOST_MEMORY {
        return Err(NoPicture::TooManyPixels);
    }
    // Unreadable camera data are no reason to show nothing.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(decoder).map_err(no_picture)?;
    Ok((image, orientation))
}

fn no_picture(error: image::ImageError) -> NoPicture {
    match error {
        image::ImageError::Limits(_) => NoPicture::TooManyPixels,
        _ => NoPicture::Broken,
    }
}

fn is_quarter_turn(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    )
}
