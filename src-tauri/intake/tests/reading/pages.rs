use intake::reading::Place;

use super::{found, html_mail, led};

#[test]
fn a_link_has_its_text() {
    let reading = html_mail("<p>Please <a href='https://evil.test/a?x=1&amp;y=2'>log <b>in</b>\n here</a> now</p>");
    let link = found(&reading, "https://evil.test/a?x=1&y=2");
    assert_eq!((link.place, link.text.as_str(), link.hidden), (Place::Link, "log in here", false));
    assert!(link.in_suspect);
}

#[test]
fn a_links_own_text_is_no_other_find() {
    let same = html_mail("<a href='https://evil.test/a'>https://evil.test/a</a>");
    assert_eq!(led(&same), [(Place::Link, "https://evil.test/a")]);
    let other = html_mail("<a href='https://evil.test/a'>https://bank.example/login</a>");
    assert_eq!(led(&other), [(Place::Link, "https://evil.test/a"), (Place::Text, "https://bank.example/login")]);
}

#[test]
fn a_link_that_looks_like_a_button_is_one() {
    let buttons = [
        "<a style='background-color:#0070ba;color:#fff' href='https://evil.test/b'>Log in</a>",
        "<a style='padding:10px 20px;border-radius:4px' href='https://evil.test/b'>Log in</a>",
        "<a class='mj-btn' href='https://evil.test/b'>Log in</a>",
        "<a class='main CTA' href='https://evil.test/b'>Log in</a>",
        "<a role=button href='https://evil.test/b'>Log in</a>",
        "<table><tr><td bgcolor='#cc0000'><a href='https://evil.test/b'>Log in</a></td></tr></table>",
        "<a href='https://evil.test/b'><span style='background:navy'>Log in</span></a>",
        "<a href='https://evil.test/b'><button>Log in</button></a>",
        "<style>.go{background:#e00;padding:4px}</style><a class=go href='https://evil.test/b'>Log in</a>",
        "<!--[if mso]><v:roundrect href='https://evil.test/b'><center>Log in</center></v:roundrect><![endif]-->",
        "<button onclick=\"location.href='https://evil.test/b'\">Log in</button>",
        "<div onclick='window.open(\"https://evil.test/b\")'>Log in</div>",
    ];
    for html in buttons {
        let reading = html_mail(&format!("<p>Dear client,</p>{html}"));
        let button = found(&reading, "https://evil.test/b");
        assert_eq!((button.place, button.text.as_str(), button.hidden), (Place::Button, "Log in", false), "{html}");
    }
}

#[test]
fn a_link_in_the_text_of_a_coloured_box_is_a_link() {
    let plain = [
        "<td bgcolor='#cc0000'>Read our <a href='https://evil.test/b'>terms</a> today</td>",
        "<td bgcolor='#ffffff'><a href='https://evil.test/b'>terms</a></td>",
        "<td style='background:#fafafa'><a href='https://evil.test/b'>terms</a></td>",
        "<td style='background: transparent'><a class='contact' href='https://evil.test/b'>terms</a></td>",
    ];
    for html in plain {
        let reading = html_mail(&format!("<table><tr>{html}</tr></table>"));
        assert_eq!(found(&reading, "https://evil.test/b").place, Place::Link, "{html}");
    }
}

#[test]
fn a_link_around_a_picture_is_a_picture_link() {
    let reading = html_mail("<a href='https://evil.test/p'><img src='https://cdn.test/logo.png' alt='Log in'></a>");
    assert_eq!(led(&reading), [(Place::PictureLink, "https://evil.test/p")]);
    assert_eq!(found(&reading, "https://cdn.test/logo.png").place, Place::Loaded);
    assert_eq!(found(&reading, "https://evil.test/p").text, "");
    let map = html_mail("<map><area href='https://evil.test/m'></map>");
    assert_eq!(led(&map), [(Place::PictureLink, "https://evil.test/m")]);
}

#[test]
fn forms_and_refreshes_are_found() {
    let reading = html_mail(
        "<meta http-equiv=Refresh content=\"0; URL='https://evil.test/r'\"><form action='https://evil.test/f'>\
         <input type=submit formaction='https://evil.test/i' value=Go></form>\
         <iframe src='https://evil.test/frame'></iframe><body onload=\"window.location='https://evil.test/load'\">",
    );
    assert_eq!(
        led(&reading),
        [
            (Place::Refresh, "https://evil.test/r"),
            (Place::Form, "https://evil.test/f"),
            (Place::Form, "https://evil.test/i"),
            (Place::Refresh, "https://evil.test/frame"),
            (Place::Refresh, "https://evil.test/load"),
        ]
    );
}

#[test]
fn a_base_makes_links_whole() {
    let reading = html_mail("<base href='https://evil.test/in/'><a href='login'>Go</a><a href='#top'>Up</a>");
    assert_eq!(led(&reading), [(Place::Link, "https://evil.test/in/login")]);
}

#[test]
fn links_that_lead_nowhere_may_say_it_elsewhere() {
    let reading = html_mail(
        "<a href='#' onclick=\"window.open('https://evil.test/1')\">a</a>\
         <a href=\"javascript:location='https://evil.test/2'\">b</a><a href='' data-href='https://evil.test/3'>c</a>",
    );
    let addresses: Vec<_> = led(&reading).into_iter().map(|(_, address)| address).collect();
    assert_eq!(addresses, ["https://evil.test/1", "https://evil.test/2", "https://evil.test/3"]);
}

#[test]
fn what_nobody_sees_is_hidden() {
    let hidden = [
        "<div style='display:none'><a href='https://evil.test/h'>x</a></div>",
        "<div style='visibility: hidden !important'><a href='https://evil.test/h'>x</a></div>",
        "<div style='font-size:0px'><a href='https://evil.test/h'>x</a></div>",
        "<div style='max-height:0;overflow:hidden'><a href='https://evil.test/h'>x</a></div>",
        "<div style='opacity:0'>see https://evil.test/h now</div>",
        "<div hidden><a href='https://evil.test/h'>x</a></div>",
        "<style>.pre{display:none}</style><div class='pre'><a href='https://evil.test/h'>x</a></div>",
        "<a href='https://evil.test/h'></a>",
        "<a href='https://evil.test/h'><img width=1 height=1 src='cid:1'></a>",
    ];
    for html in hidden {
        let reading = html_mail(&format!("{html}<p>Dear client</p><a href='https://seen.test/'>x</a>"));
        assert!(found(&reading, "https://evil.test/h").hidden, "{html}");
        assert!(!found(&reading, "https://seen.test/").hidden, "after {html}");
    }
}

#[test]
fn what_has_its_size_back_is_seen() {
    let reading = html_mail(
        "<td style='font-size:0px'><div style='font-size:13px'><a href='https://evil.test/a'>Go</a></div>\
         <a href='https://evil.test/b'><img src='cid:x'></a></td>",
    );
    assert!(!found(&reading, "https://evil.test/a").hidden);
    assert!(!found(&reading, "https://evil.test/b").hidden);
}

#[test]
fn rules_for_other_screens_hide_nothing() {
    let reading = html_mail(
        "<style>@media (max-width:600px){.a{display:none} .b{color:red}} .c{color:blue}</style>\
         <p class=a><a href='https://evil.test/a'>x</a></p>",
    );
    assert!(!found(&reading, "https://evil.test/a").hidden);
}

#[test]
fn addresses_that_tags_cut_are_whole() {
    let reading = html_mail("<p>Go to https://evil<wbr>.<span>test</span>/a<b>b</b>c now</p>");
    assert_eq!(led(&reading), [(Place::Text, "https://evil.test/abc")]);
}

#[test]
fn unclosed_links_end_where_the_next_begins() {
    let reading = html_mail("<a href='https://evil.test/1'>one<a href='https://evil.test/2'>two</a>");
    assert_eq!(found(&reading, "https://evil.test/1").text, "one");
    assert_eq!(found(&reading, "https://evil.test/2").text, "two");
}

#[test]
fn scripts_and_ordinary_comments_are_no_text() {
    let reading =
        html_mail("<script>if (a<b) '<a href=\"https://no.test/1\">'</script><!-- <a href=https://no.test/2> -->");
    assert!(reading.addresses.iter().all(|found| found.hidden), "{:?}", reading.addresses);
    assert!(!reading.addresses.iter().any(|found| found.address.contains("/2")));
}

#[test]
fn what_is_loaded_is_kept_apart_and_once() {
    let reading = html_mail(
        "<table background='https://cdn.test/bg.png'><img src='https://cdn.test/a.png'><img src='https://cdn.test/a.png'>\
         <div style='background-image:url(\"https://cdn.test/c.png\")'></div><link rel=stylesheet href='https://cdn.test/d.css'>",
    );
    assert!(led(&reading).is_empty());
    assert_eq!(reading.addresses.len(), 4);
    assert!(reading.cut.is_empty());
}

#[test]
fn a_link_too_deep_to_be_followed_is_still_found() {
    let reading = html_mail(&format!("{}<a href='https://evil.test/deep'>x</a>", "<div>".repeat(5000)));
    assert!(!found(&reading, "https://evil.test/deep").hidden);
}

#[test]
fn scripts_that_go_away_are_refreshes_and_the_rest_is_hidden() {
    let reading = html_mail(
        r#"<script>var a="https:\/\/evil.test\/post";window.location.href = 'https://evil.test/go';// don't
        fetch(a)</script>"#,
    );
    assert_eq!(led(&reading), [(Place::Text, "https://evil.test/post"), (Place::Refresh, "https://evil.test/go")]);
    assert!(found(&reading, "https://evil.test/post").hidden);
}
