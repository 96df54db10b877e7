//! How much may still be asked.

use cloudflare_abuse::Allowance;
use http_kit::Answer;
use proptest::prelude::*;

use crate::answer;

fn of(header: &str) -> Option<(u64, u64)> {
    let told = Allowance::of(&Answer { ratelimit: Some(header.into()), ..answer(200, "") });
    told.map(|allowance| (allowance.remaining, allowance.resets_in_s))
}

#[test]
fn the_tightest_limit_is_told() {
    assert_eq!(of(r#""default";r=50;t=30"#), Some((50, 30)));
    assert_eq!(of(r#""default";r=50;t=30, "burst";r=3;t=60"#), Some((3, 60)));
    assert_eq!(of(r#""a";r=3;t=10,"b";r=3;t=200,"c";r=3;t=5"#), Some((3, 200)), "the one that lasts longest");
    assert_eq!(of(r#""default";r=0;t=0"#), Some((0, 0)));
}

#[test]
fn odd_writing_is_forgiven() {
    assert_eq!(of(r#"  "default" ; t = 30 ; q=100 ; r= 50  ,"#), Some((50, 30)));
    assert_eq!(of(r#"default;r=50;t=30"#), Some((50, 30)));
    assert_eq!(of(r#""a,b;r=1;t=1";r=50;t=30"#), Some((50, 30)), "a name is no parameter");
    assert_eq!(of(r#""a\",;r=1;t=1";r=50;t=30"#), Some((50, 30)));
    assert_eq!(of(r#"garbage, "default";r=50;t=30, "x";r=1"#), Some((50, 30)), "one bad item loses no other");
}

#[test]
fn garbage_tells_nothing() {
    for garbage in [
        "",
        ",",
        ";;;",
        "50",
        r#""default""#,
        r#""default";r=50"#,
        r#""default";t=30"#,
        r#""default";r=-1;t=30"#,
        r#""default";r=+1;t=30"#,
        r#""default";r=1.5;t=30"#,
        r#""default";r=99999999999999999999;t=30"#,
        r#""default;r=50;t=30"#,
    ] {
        assert_eq!(of(garbage), None, "{garbage}");
    }
    assert_eq!(Allowance::of(&answer(200, "")), None);
}

proptest! {
    #[test]
    fn any_header_is_read_or_ignored(header in any::<String>(), more in "[\";=,rt0-9\\\\ ]{0,60}") {
        let _ = (of(&header), of(&more));
    }
}
