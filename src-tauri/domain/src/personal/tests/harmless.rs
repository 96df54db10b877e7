use super::*;

/// Addresses of the kind that phishing mails have, none of which names anybody.
const ADDRESSES: [&str; 48] = [
    "https://acme-login.example/secure/verify?id=4711",
    "https://evil.example/wp-content/uploads/2026/11/index.php",
    "https://evil.example/?session=expired&lang=en",
    "https://evil.example",
    "evil.example",
    "http://192.0.2.7/~acme/login.php",
    "http://192.0.2.7:8080/cgi-bin/webscr?cmd=_login-run",
    "https://acme.example@evil.example/signin",
    "https://secure-acme-support.evil.example/account/update/confirm.html",
    "https://evil.example/wp-includes/js/jquery/jquery.min.js?ver=3.7.1",
    "https://evil.example/themes/twentytwentyfour/login.php",
    "https://evil.example/ResetPasswordForm2026v2.aspx",
    "https://evil.example/PasswordResetConfirmationPageForCustomers",
    "https://evil.example/acme-3d-secure-v2-2026-11-22-update/step1/index2.html",
    "https://evil.example/iphone15promax256gb-offer",
    "https://evil.example/track?utm_source=newsletter&utm_medium=email&utm_campaign=spring_sale_2026",
    "https://evil.example/parcel?tracking=00340434161094042557",
    "https://evil.example/parcel/JD014600006281230704",
    "https://evil.example/p?date=2026-11-22T09:30:00Z&amount=149.99&currency=EUR",
    "https://evil.example/p?t=1763800000000",
    "https://evil.example/logo@2x.png",
    "https://evil.example/npm/package@1.2.3/dist/bundle.min.js",
    "https://evil.example/@acme.support/posts",
    "https://maps.evil.example/@51.5072,-0.1276,15z",
    "https://evil.example/login?redirect=https%3A%2F%2Facme.example%2Faccount%2Foverview",
    "https://evil.example/login?continue=%2Fsecure%2Fdashboard&hl=en-GB",
    "https://evil.example/%D0%B2%D1%85%D0%BE%D0%B4/?%D1%8F%D0%B7%D1%8B%D0%BA=ru",
    "https://xn--80ak6aa92e.example/pay",
    "https://evil.example/index.php?option=com_users&view=login&Itemid=101",
    "https://evil.example/index.php/component/content/article/12-news/345-security-update",
    "https://evil.example/support/team/contact?name=support&user=admin&email=info",
    "https://evil.example/acme/support/help?page=2",
    "https://evil.example/cart?items[]=12&items[]=15&coupon=BLACKFRIDAY2026",
    "https://evil.example/verify;step=2?x=1",
    "https://evil.example/a/b/c/d/e/f/g/h.html#section-3.2",
    "https://evil.example/#/login/step/2",
    "https://evil.example/?%",
    "https://evil.example/?a=%zz&b=%4",
    "https://evil.example/sampler/kimono?q=examples",
    "https://evil.example/kim",
    "https://evil.example/assets/main.8f3a9b2c.chunk.css",
    "https://evil.example/assets/index-BZ3k9dQ2.js",
    "https://docs.google.com/forms/d/e/1FAIpQLSfD4k9xQ2mZ7pL4vB8wT1nR5yH3jC6sG0aE/viewform",
    "https://forms.office.com/Pages/ResponsePage.aspx?id=k3J9xQ2mZ7pL4vB8wT1nR5yH3jC6sG0aE",
    "https://acme-verify.pages.dev/de-de/anmelden",
    "https://evil.example/go?u=aHR0cHM6Ly9ldmlsLmV4YW1wbGUvbGFuZGluZz9pZD0z",
    "https://evil.example/go?d=eyJpZCI6NDcxMSwibGFuZyI6ImVuIiwic3RlcCI6Mn0",
    "https://evil.example/internationalization-and-localization-documentation",
];

#[test]
fn ordinary_addresses_raise_no_false_alarm() {
    for address in ADDRESSES {
        assert_eq!(in_address(address, &PEOPLE), [], "{address}");
        assert_eq!(in_text(address, &PEOPLE, &[]), [], "{address}");
    }
}

#[test]
fn a_shared_mailbox_names_nobody() {
    let mailboxes = [
        Person { name: "Acme Security Team", address: "security@acme.example" },
        Person { name: "Corp", address: "corp@corp.example" },
        Person { name: "IT Helpdesk", address: "it-helpdesk@corp.example" },
        Person { name: "", address: "" },
        Person { name: "info@corp.example", address: "info@corp.example" },
    ];
    for address in [
        "https://acme-security-team.evil.example/acme/security",
        "https://evil.example/corp/it-helpdesk/login?team=security",
        "https://evil.example/info?corp=example",
    ] {
        assert_eq!(in_address(address, &mailboxes), [], "{address}");
    }
    assert_eq!(
        in_text("The Acme Security Team and the IT Helpdesk of Corp saw it. Info follows.", &mailboxes, &[]),
        []
    );
}

#[test]
fn what_is_said_about_a_person_is_no_part_of_the_name() {
    for (name, address) in [
        ("Kim Sample (Acme Support)", "ks@acme.example"),
        ("Kim Sample | Acme", "ks@acme.example"),
        ("'Kim Sample' via Billing", "billing@acme.example"),
        ("Kim Sample", "kim@sample.example"),
        ("Sample, Kim", ""),
        ("Kim de Sample", "kim@mail.example.de"),
    ] {
        let people = [Person { name, address }];
        assert_eq!(in_address("https://evil.example/acme/support?n=Kim+Sample", &people).len(), 1, "{name}");
    }
}

#[test]
fn names_that_are_words_do_not_count_alone() {
    let people = [Person { name: "Mark Price", address: "mark@corp.example" }];
    assert_eq!(in_address("https://evil.example/mark?price=3", &people), []);
    assert_eq!(in_text("Mark the box, and the Price falls.", &people, &[]), []);
    assert_eq!(in_address("https://evil.example/?n=Mark+Price", &people).len(), 1);
    assert_eq!(in_text("Sent to Mark Price on Monday.", &people, &[]).len(), 1);
}
