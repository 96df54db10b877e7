use std::io::Cursor;

use intake::{NoPicture, Picture, picture};

use crate::made::{HEIC, MAIL, jpeg, png, png_that_claims, turned_jpeg};

fn shown(bytes: Vec<u8>, limit: u32) -> Result<Picture, NoPicture> {
    picture(Cursor::new(bytes), limit)
}

#[test]
fn a_small_picture_stays_as_it_is() {
    for bytes in [png(30, 20), jpeg(30, 20)] {
        let picture = shown(bytes, 100).unwrap();
        assert_eq!((picture.width, picture.height, picture.full_width, picture.full_height), (30, 20, 30, 20));
        assert_eq!(picture.rgba.len(), 30 * 20 * 4);
        assert!(picture.rgba.chunks_exact(4).all(|pixel| pixel[3] == 255), "opaque");
    }
}

#[test]
fn a_big_one_is_scaled_to_fit() {
    let picture = shown(png(300, 100), 90).unwrap();
    assert_eq!((picture.width, picture.height, picture.full_width, picture.full_height), (90, 30, 300, 100));
    assert_eq!(picture.rgba.len(), 90 * 30 * 4);
    let line = shown(png(5000, 1), 10).unwrap();
    assert_eq!((line.width, line.height), (10, 1));
    assert_eq!(shown(png(3, 3), 0).map(|picture| picture.width), Ok(1));
}

#[test]
fn a_photo_is_turned_as_its_camera_says() {
    let picture = shown(turned_jpeg(40, 20, 6), 20).unwrap();
    assert_eq!((picture.width, picture.height, picture.full_width, picture.full_height), (10, 20, 20, 40));
    let picture = shown(turned_jpeg(40, 20, 3), 20).unwrap();
    assert_eq!((picture.width, picture.height, picture.full_width, picture.full_height), (20, 10, 40, 20));
}

#[test]
fn a_flood_of_pixels_is_refused_before_it_is_decoded() {
    for (width, height) in [(60_000, 60_000), (12_001, 1), (1, 12_001), (12_000, 12_000), (0x7FFF_FFFF, 1)] {
        assert_eq!(shown(png_that_claims(width, height), 100), Err(NoPicture::TooManyPixels), "{width}x{height}");
    }
}

#[test]
fn broken_pictures_are_broken() {
    for (width, height) in [(0, 0), (0, 5), (5, 0), (500, 500)] {
        assert_eq!(shown(png_that_claims(width, height), 100), Err(NoPicture::Broken), "{width}x{height}");
    }
    let whole = png(64, 64);
    assert_eq!(shown(whole[..whole.len() / 2].to_vec(), 100), Err(NoPicture::Broken));
    assert_eq!(shown(whole[..8].to_vec(), 100), Err(NoPicture::Broken));
    assert_eq!(shown(jpeg(64, 64)[..100].to_vec(), 100), Err(NoPicture::Broken));
}

#[test]
fn what_is_neither_png_nor_jpeg_is_no_picture() {
    for bytes in [HEIC, MAIL.as_bytes(), b"GIF89a\x01\0\x01\0\0\0\0;", b"", b"BM"] {
        assert_eq!(shown(bytes.to_vec(), 100), Err(NoPicture::NotAPicture));
    }
}
