use std::io::Cursor;

use intake::{judge, picture, text};
use proptest::prelude::*;

use crate::made::{compound, jpeg, png, zip};

const NAMES: [&str; 13] =
    ["a.png", "a.jpg", "a.pdf", "a.eml", "a.msg", "a.txt", "a.csv", "a.doc", "a.docx", "a.xls", "a.xlsx", "a.zip", ""];

fn look_at(bytes: &[u8], name: &str) {
    let judged = judge(name, Cursor::new(bytes)).unwrap();
    assert_eq!(judged.problem.is_some(), judged.media_type == intake::OCTET_STREAM);
    if let Ok(picture) = picture(Cursor::new(bytes), 16) {
        assert!(picture.width <= 16 && picture.height <= 16);
        assert_eq!(picture.rgba.len(), (picture.width * picture.height * 4) as usize);
    }
    let preview = text(bytes).unwrap();
    assert_eq!(domain::visible(&preview.text), preview.text);
}

/// A whole file of each kind that is taken apart.
fn whole() -> impl Strategy<Value = Vec<u8>> {
    prop::sample::select(vec![
        png(9, 9),
        jpeg(9, 9),
        zip(&["[Content_Types].xml", "word/document.xml"]),
        compound(&["WordDocument", "Data"], &["Workbook"]),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000), name in prop::sample::select(&NAMES[..])) {
        look_at(&bytes, name);
    }

    #[test]
    fn no_damaged_file_panics(
        mut bytes in whole(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<prop::sample::Index>(),
        cuts in any::<bool>(),
        name in prop::sample::select(&NAMES[..]),
    ) {
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cuts {
            bytes.truncate(cut.index(bytes.len()));
        }
        look_at(&bytes, name);
    }
}
