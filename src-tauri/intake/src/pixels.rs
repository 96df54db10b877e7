//! Bare pixels become a file: what a clipboard gives on systems that have no files in it.

use std::io::Cursor;

use image::{ImageFormat, RgbaImage};

/// RGBA pixels, 8 bits each and row by row, as a PNG; none when there are fewer bytes than width and height ask for.
pub fn png_of(rgba: &[u8], width: usize, height: usize) -> Option<Vec<u8>> {
    let (width, height) = (u32::try_from(width).ok()?, u32::try_from(height).ok()?);
    let picture = RgbaImage::from_raw(width, height, rgba.to_vec())?;
    let mut png = Cursor::new(Vec::new());
    picture.write_to(&mut png, ImageFormat::Png).ok()?;
    Some(png.into_inner())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

    use super::*;

    #[test]
    fn pixels_come_back_out_of_the_file() {
        let rgba: Vec<u8> = (0..24).collect();
        let png = png_of(&rgba, 3, 2).unwrap();
        let picture = crate::picture(Cursor::new(png), 10).unwrap();
        assert_eq!((picture.width, picture.height, picture.rgba), (3, 2, rgba));
    }

    #[test]
    fn too_few_pixels_make_no_file() {
        assert_eq!(png_of(&[0; 23], 3, 2), None);
    }
}
