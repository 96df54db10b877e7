//! Files, made byte by byte: none is taken from anywhere.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};

pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    encoded(width, height, ImageFormat::Png)
}

pub(crate) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encoded(width, height, ImageFormat::Jpeg)
}

fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    DynamicImage::new_rgb8(width, height).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// A JPEG whose camera says that it has to be turned: `turn` as in EXIF's field of that name.
pub(crate) fn turned_jpeg(width: u32, height: u32, turn: u8) -> Vec<u8> {
    let exif = [
        b"Exif\0\0II*\0".as_slice(),
        &8_u32.to_le_bytes(),
        &1_u16.to_le_bytes(),
        &0x0112_u16.to_le_bytes(),
        &3_u16.to_le_bytes(),
        &1_u32.to_le_bytes(),
        &[turn, 0, 0, 0],
        &0_u32.to_le_bytes(),
    ]
    .concat();
    let plain = jpeg(width, height);
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xFF, 0xE1], &length, &exif, &plain[2..]].concat()
}

/// A PNG that claims a size and has next to nothing in it.
pub(crate) fn png_that_claims(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = png(1, 1);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&bytes[12..29]).to_be_bytes();
    bytes[29..33].copy_from_slice(&sum);
    bytes
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}

/// A ZIP archive of empty parts.
pub(crate) fn zip(parts: &[&str]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut list = Vec::new();
    for part in parts {
        let length = u16::try_from(part.len()).unwrap().to_le_bytes();
        let at = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        bytes.extend([b"PK\x03\x04".as_slice(), &[0; 22], &length, &[0; 2], part.as_bytes()].concat());
        list.extend([b"PK\x01\x02".as_slice(), &[0; 24], &length, &[0; 12], &at, part.as_bytes()].concat());
    }
    end_of_zip(bytes, &list, parts.len())
}

/// Puts a list of parts and its end record behind the parts.
pub(crate) fn end_of_zip(mut bytes: Vec<u8>, list: &[u8], parts: usize) -> Vec<u8> {
    let at = u32::try_from(bytes.len()).unwrap().to_le_bytes();
    let count = u16::try_from(parts).unwrap().to_le_bytes();
    let length = u32::try_from(list.len()).unwrap().to_le_bytes();
    bytes.extend(list);
    bytes.extend([b"PK\x05\x06".as_slice(), &[0; 4], &count, &count, &length, &at, &[0; 2]].concat());
    bytes
}

/// A compound file with streams in its root folder, and one folder with streams of its own.
pub(crate) fn compound(streams: &[&str], nested: &[&str]) -> Vec<u8> {
    let mut header = vec![0; 512];
    header[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    header[30] = 9;
    header[48..52].copy_from_slice(&1_u32.to_le_bytes());
    header[68..72].copy_from_slice(&0xFFFF_FFFE_u32.to_le_bytes());
    for at in 0..109 {
        header[76 + at * 4..80 + at * 4].copy_from_slice(&0xFFFF_FFFF_u32.to_le_bytes());
    }
    header[76..80].copy_from_slice(&0_u32.to_le_bytes());

    let none = u32::MAX;
    let mut folder = entry("Root Entry", none, 1);
    let count = u32::try_from(streams.len()).unwrap();
    // Each entry has the next as its right neighbour; a folder comes last.
    for (at, name) in (1..).zip(streams) {
        folder.extend(entry(name, at + 1, none));
    }
    folder.extend(entry("ObjectPool", none, if nested.is_empty() { none } else { count + 2 }));
    for (at, name) in (count + 2..).zip(nested) {
        let last = at == count + 1 + u32::try_from(nested.len()).unwrap();
        folder.extend(entry(name, if last { none } else { at + 1 }, none));
    }
    folder.resize(folder.len().next_multiple_of(512), 0);

    let sectors = u32::try_from(folder.len() / 512).unwrap();
    let mut table = vec![0xFFFF_FFFD_u32];
    table.extend((1..sectors).map(|at| at + 1));
    table.push(0xFFFF_FFFE);
    table.resize(128, 0xFFFF_FFFF);
    let table: Vec<u8> = table.iter().flat_map(|sector| sector.to_le_bytes()).collect();
    [header, table, folder].concat()
}

fn entry(name: &str, right: u32, child: u32) -> Vec<u8> {
    let mut bytes: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = u16::try_from(bytes.len() + 2).unwrap().to_le_bytes();
    bytes.resize(64, 0);
    bytes.extend(length);
    bytes.extend([2, 1]);
    bytes.extend(u32::MAX.to_le_bytes());
    bytes.extend(right.to_le_bytes());
    bytes.extend(child.to_le_bytes());
    bytes.resize(128, 0);
    bytes
}

pub(crate) const MAIL: &str = "Return-Path: <help@acme-support.example>\r\n\
    Received: from mail.acme-support.example\r\n\t(192.0.2.7) by mx.acme.example; Sun, 1 Mar 2026 10:42:10 +0000\r\n\
    From: Acme Support <help@acme-support.example>\r\n\
    To: jo@acme.example\r\n\
    Subject: =?utf-8?Q?Your_account?=\r\n\
    \r\n\
    Go to https://acme-support.example/login\r\n";

pub(crate) const HEIC: &[u8] = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
pub(crate) const PROGRAM: &[u8] = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8\0\0\0";
