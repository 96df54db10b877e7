//! Reports of every kind, at random, with texts at both of their limits. Boxed here and there: unboxed, so many fields
//! are too much for a test's stack.

use cloudflare_abuse::{
    Affirmed, Agreed, Category, Children, CountryCode, DataElement, DataElements, Dmca, Email, General, Ips, Ncsei,
    Notify, NotifyOwner, Phishing, Ports, RegistrarWhois, Report, RequestType, RequestorType, Sender, Text, Threat,
    Trademark, Urls, WhoisRequest,
};
use proptest::collection::{hash_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Few characters, repeated: of every length, control characters and all.
fn text<const MIN: usize, const MAX: usize>() -> BoxedStrategy<Text<MIN, MAX>> {
    let chars = prop_oneof![Just(MIN), Just(MAX), MIN..=MAX.min(MIN + 50)];
    (vec(any::<char>(), 1..6), chars)
        .prop_map(|(some, chars)| {
            let raw: String = some.iter().cycle().take(chars).collect();
            Text::new(&raw).unwrap()
        })
        .boxed()
}

fn notify() -> impl Strategy<Value = Notify> {
    select(Notify::ALL)
}

fn notify_owner() -> impl Strategy<Value = NotifyOwner> {
    select(NotifyOwner::ALL)
}

fn sender() -> impl Strategy<Value = Sender> {
    let email = (0..1000u32).prop_map(|n| Email::new(&format!("reporter+{n}@brand.example")).unwrap());
    (email, text(), option::of(text()), option::of(text()), option::of(text()))
        .prop_map(|(email, name, company, tele, title)| Sender { email, name, company, tele, title })
}

fn urls() -> impl Strategy<Value = Urls> {
    let paths = hash_set((any::<bool>(), vec(any::<char>(), 0..4)), 1..=250);
    paths.prop_filter_map("not two ways to write one address", |paths| {
        let url = |(secure, path): (bool, Vec<char>)| {
            let path: String =
                path.into_iter().filter(|c| !c.is_whitespace() && !c.is_control() && *c != '\\').collect();
            format!("http{}://bad.example/{path}", if secure { "s" } else { "" })
        };
        Urls::new(paths.into_iter().map(url)).ok()
    })
}

fn ips() -> impl Strategy<Value = Ips> {
    hash_set(any::<std::net::IpAddr>(), 0..=30).prop_map(|ips| Ips::new(ips.iter().map(ToString::to_string)).unwrap())
}

fn ports() -> impl Strategy<Value = Ports> {
    let port = (any::<u16>(), select(&["TCP", "UDP", "SCTP"][..]));
    hash_set(port, 0..=30)
        .prop_map(|ports| Ports::new(ports.iter().map(|(port, protocol)| format!("{port}/{protocol}"))).unwrap())
}

fn whois() -> impl Strategy<Value = WhoisRequest> {
    let elements = subsequence(DataElement::ALL, 1..=17).prop_map(|some| DataElements::new(some).unwrap());
    let requestor = option::of(select(RequestorType::ALL));
    (select(RequestType::ALL), elements, text(), requestor, option::of(text())).prop_map(
        |(request_type, elements, legal_basis, requestor_type, authorization_statement)| WhoisRequest {
            request_type,
            elements,
            legal_basis,
            requestor_type,
            authorization_statement,
            affirmed: Affirmed::both(true, true).unwrap(),
        },
    )
}

fn dmca(sender: &Sender) -> impl Strategy<Value = Category> + use<> {
    let signature = sender.name.clone();
    (text(), text(), text(), text(), text(), text()).prop_map(
        move |(agent_name, original_work, address1, city, state, country)| {
            let agreed = Agreed::to_all_three(true, true, true).unwrap();
            let signature = signature.clone();
            Category::Dmca(Dmca { signature, agent_name, original_work, address1, city, state, country, agreed })
        },
    )
}

fn category(sender: &Sender) -> impl Strategy<Value = Category> + use<> {
    prop_oneof![
        (text(), option::of(text()), notify(), notify()).prop_map(|(justification, original_work, host, owner)| {
            Category::Phishing(Phishing { justification, original_work, host, owner })
        }),
        (text(), text(), text(), text()).prop_map(|(justification, number, office, symbol)| {
            Category::Trademark(Trademark { justification, number, office, symbol })
        }),
        dmca(sender),
        (text(), ips(), ips(), ports(), notify(), notify()).prop_map(
            |(justification, source_ips, destination_ips, ports_protocols, host, owner)| {
                Category::General(General { justification, source_ips, destination_ips, ports_protocols, host, owner })
            }
        ),
        (text(), notify(), notify()).prop_map(|(justification, host, owner)| Category::Threat(Threat {
            justification,
            host,
            owner
        })),
        (any::<bool>(), option::of(text()), notify(), notify_owner()).prop_map(
            |(subject_is_submitter, country, host, owner)| {
                Category::Ncsei(Ncsei { subject_is_submitter, country, host, owner })
            }
        ),
        (text(), option::of(text()), notify(), notify_owner(), notify()).prop_map(
            |(justification, country, host, owner, ncmec)| {
                Category::Children(Children { justification, country, host, owner, ncmec })
            }
        ),
        (notify_owner(), whois())
            .prop_map(|(owner, request)| Category::RegistrarWhois(RegistrarWhois { owner, request })),
    ]
}

pub(crate) fn any_report() -> impl Strategy<Value = Report> {
    let code = (b'a'..=b'z', b'A'..=b'Z').prop_map(|(a, b)| CountryCode::new(&String::from_utf8(vec![a, b]).unwrap()));
    let code = code.prop_map(Result::unwrap);
    let parts = sender().prop_flat_map(|sender| {
        let category = category(&sender);
        (Just(sender), urls(), category)
    });
    (parts, option::of(text()), option::of(code), option::of(text())).prop_map(
        |((sender, urls, category), comments, country, agent)| {
            let mut report = Report::new(sender, urls, category).unwrap();
            (report.comments, report.reported_country, report.reported_user_agent) = (comments, country, agent);
            report
        },
    )
}
