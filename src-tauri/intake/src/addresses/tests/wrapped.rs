use data_encoding::{BASE64, BASE64URL_NOPAD};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::*;

const AIM: &str = "https://login.evil.example/a-b_c/d?e=f%20g&h=i+j#k";

fn escaped(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

fn base64url(text: &str) -> String {
    BASE64URL_NOPAD.encode(text.as_bytes())
}

/// As Proofpoint's second version writes an address.
fn second(text: &str) -> String {
    escaped(text).replace("%2F", "_").replace('%', "-")
}

#[test]
fn every_wrapper_gives_back_its_address_exactly() {
    let aim = escaped(AIM);
    for (name, wrapper) in [
        ("Barracuda Link Protection", format!("https://linkprotect.cudasvc.com/url?a={aim}&c=E,1,x&typo=1")),
        ("Check Point Harmony Email", format!("https://protect.checkpoint.com/v2/r01/___{AIM}___.YzJlOng6")),
        ("Check Point Harmony Email", format!("https://url.avanan.click/v2/___{AIM}___.YXAz")),
        ("Cisco Secure Email", format!("https://secure-web.cisco.com/1aB-c_d/{aim}")),
        (
            "EdgePilot",
            "https://link.edgepilot.com/s/12ab/x?u=https://login.evil.example/a-b_c/d?e=f%2520g%26h=i+j%23k".into(),
        ),
        ("Hornetsecurity ATP", format!("https://atpscan.global.hornetsecurity.com/?d=x&f=y&i=&u={aim}")),
        ("Libraesva URLSand", format!("https://urlsand.esvalabs.com/?u={aim}&e=1&h=2")),
        (
            "Microsoft Safe Links",
            format!("https://nam02.safelinks.protection.outlook.com/?url={aim}&data=05%7C01&reserved=0"),
        ),
        (
            "Microsoft Safe Links",
            format!("https://eur01.safelinks.protection.outlook.com/ap/w-59584e83/?url={aim}&data=x"),
        ),
        ("Microsoft Safe Links", format!("https://usg02.safelinks.protection.office365.us/?url={aim}")),
        ("Proofpoint URL Defense", format!("https://urldefense.proofpoint.com/v1/url?u={aim}&k=x")),
        ("Proofpoint URL Defense", format!("https://urldefense.proofpoint.com/v2/url?u={}&d=x&c=y", second(AIM))),
        (
            "Sophos Email",
            format!(
                "https://eu-central-1.protection.sophos.com/?d=evil.example&u={}&i=x",
                BASE64.encode(AIM.as_bytes())
            ),
        ),
        ("Sophos Email", format!("https://us-west-2.protection.sophos.com?d=evil.example&u={}&t=x", base64url(AIM))),
        ("Symantec Click-time Protection", format!("https://clicktime.symantec.com/3Xyz?u={aim}")),
        ("TitanHQ Link Lock", format!("https://linklock.titanhq.com/analyse?url={aim}&data=x")),
        ("Trellix URL protection", format!("https://protect2.fireeye.com/v1/url?k=x&q=1&e=y&u={aim}")),
        (
            "Trend Micro clicktime",
            format!("https://imsva91-ctp.trendmicro.com/wis/clicktime/v1/query?url={aim}&umid=x"),
        ),
        ("Zix Link Protection", format!("https://link.zixcentral.com/u/1ab/x?u={aim}")),
        ("Bing redirect", format!("https://www.bing.com/ck/a?!&&p=1f&ptn=3&u=a1{}&ntb=1", base64url(AIM))),
        ("DuckDuckGo redirect", format!("https://duckduckgo.com/l/?uddg={aim}&rut=x")),
        ("Facebook redirect", format!("https://l.facebook.com/l.php?u={aim}&h=x")),
        ("Facebook redirect", format!("https://l.instagram.com/?u={aim}&e=x")),
        ("GMX and WEB.DE dereferrer", format!("https://deref-gmx.net/mail/client/x/dereferrer/?redirectUrl={aim}")),
        ("Google Ads redirect", format!("https://www.googleadservices.com/pagead/aclk?sa=L&adurl={aim}")),
        ("Google Ads redirect", format!("https://ad.doubleclick.net/ddm/clk/1;2;x?{AIM}")),
        ("Google redirect", format!("https://www.google.com/url?q={aim}&sa=D&ust=1")),
        ("Google redirect", format!("https://www.google.co.uk/url?sa=t&url={aim}&usg=x")),
        ("LinkedIn redirect", format!("https://www.linkedin.com/redir/redirect?url={aim}&urlhash=x")),
        ("LinkedIn redirect", format!("https://www.linkedin.com/safety/go?url={aim}&trk=x")),
        (
            "Microsoft Teams link page",
            format!(
                "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url={aim}&locale=en-us"
            ),
        ),
        ("Outlook link page", format!("https://outlook.office.com/mail/safelink.html?url={aim}&corid=x")),
        ("Slack redirect", format!("https://slack-redir.net/link?url={aim}")),
        ("Yahoo redirect", format!("https://r.search.yahoo.com/_ylt=x/RV=2/RE=1/RO=10/RU={aim}/RK=2/RS=y")),
        ("YouTube redirect", format!("https://www.youtube.com/redirect?event=x&q={aim}&v=y")),
        ("Open redirect", format!("https://medium.com/r/redirect?url={aim}")),
    ] {
        let found = linked(&wrapper, None).unwrap();
        assert_eq!((found.address.as_str(), &found.unwrapped), (AIM, &vec![name.to_owned()]), "{wrapper}");
        assert!(!found.domain_only);
    }
}

#[test]
fn amp_pages_give_back_theirs() {
    for wrapper in [
        "https://www.google.com/amp/s/login.evil.example/x?y=1",
        "https://login-evil-example.cdn.ampproject.org/c/s/login.evil.example/x?y=1",
    ] {
        assert_eq!(leads_to(wrapper).as_deref(), Some("https://login.evil.example/x?y=1"), "{wrapper}");
    }
}

#[test]
fn the_third_proofpoint_puts_back_what_was_taken_out() {
    let taken = |text: &str| BASE64URL_NOPAD.encode(text.as_bytes());
    for (inside, bytes, aim) in [
        ("https://evil.example/a?b=c", String::new(), "https://evil.example/a?b=c"),
        ("https://evil.example/a*b*c", taken("#!"), "https://evil.example/a#b!c"),
        ("https://evil.example/a**Bb", taken("###"), "https://evil.example/a###b"),
        ("https:/evil.example/a*20b", taken("%"), "https://evil.example/a%20b"),
        ("https://evil.example/*x", taken("ü"), "https://evil.example/%C3%BCx"),
    ] {
        for host in ["urldefense.com", "urldefense.us"] {
            let wrapper = format!("https://{host}/v3/__{inside}__;{bytes}!!AbC-d!eF_g$");
            let found = linked(&wrapper, None).unwrap();
            assert_eq!((found.address.as_str(), found.unwrapped.len()), (aim, 1), "{wrapper}");
            assert_eq!(super::found(&format!("Click {wrapper} now")), [aim], "{wrapper}");
        }
    }
}

#[test]
fn where_the_gateway_keeps_the_address_to_itself_the_domain_is_told() {
    for wrapper in [
        "https://protect-eu.mimecast.com/s/aBc1?domain=evil.example",
        "https://url.us.m.mimecastprotect.com/s/aBc1?domain=evil.example",
        "https://shared.outlook.inky.com/link?domain=evil.example&t=x",
        "https://eu-west-1.protection.sophos.com/?d=evil.example&u=%%%",
    ] {
        let found = linked(wrapper, None).unwrap();
        assert_eq!(found.address, "evil.example", "{wrapper}");
        assert!(found.domain_only && found.unwrapped.len() == 1, "{wrapper}");
    }
}

#[test]
fn wrappers_in_wrappers_are_taken_off_up_to_six() {
    let safe = |inner: &str| format!("https://eur01.safelinks.protection.outlook.com/?url={}", escaped(inner));
    let google = |inner: &str| format!("https://www.google.com/url?q={}", escaped(inner));
    let found = linked(&safe(&google(&safe(AIM))), None).unwrap();
    assert_eq!(found.address, AIM);
    assert_eq!(found.unwrapped, ["Microsoft Safe Links", "Google redirect", "Microsoft Safe Links"]);
    let deep = (0..8).fold(AIM.to_owned(), |inner, _| safe(&inner));
    assert_eq!(linked(&deep, None).unwrap().unwrapped.len(), 6);
}

#[test]
fn a_malformed_wrapper_stays_as_it_is() {
    for wrapper in [
        "https://nam02.safelinks.protection.outlook.com/?data=x",
        "https://nam02.safelinks.protection.outlook.com/?url=mailto%3Ajo%40evil.example",
        "https://urldefense.com/v3/__https://evil.example/a**Z__;Iw!!x!y$",
        "https://urldefense.com/v3/__https://evil.example/a*b__;!!x!y$",
        "https://urldefense.com/v3/__https://evil.example/ab",
        "https://urldefense.proofpoint.com/v2/url?u=-ZZ&d=x",
        "https://protect-eu.mimecast.com/s/aBc1",
        "https://protect.checkpoint.com/v2/r03/___mjjq://evil.example___.x",
        "https://www.bing.com/ck/a?u=a1%%%",
        "https://www.google.com/url?q=evil+words",
        "https://www.google.com/amp/s/",
        "https://secure-web.cisco.com/1abc/x",
    ] {
        let found = linked(wrapper, None).unwrap();
        assert_eq!((found.address.as_str(), found.unwrapped.len()), (wrapper, 0), "{wrapper}");
    }
}

#[test]
fn a_page_that_could_itself_be_the_bad_one_is_not_taken_for_a_redirect() {
    for address in [
        "https://evil.example/redirect?url=https://acme.test/",
        "https://evil.github.io/redirect?url=https://acme.test/",
        "https://sites.google.com/view/evil?url=https://acme.test/",
        "https://docs.google.com/forms/d/e/x/viewform?url=https://acme.test/",
        "https://safelinks.protection.outlook.com.evil.example/?url=https://acme.test/",
        "https://google.evil.example/url?q=https://acme.test/",
    ] {
        assert_eq!(leads_to(address).as_deref(), Some(address));
    }
}
