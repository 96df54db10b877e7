//! A report of each kind, with the least and with every field.

use cloudflare_abuse::{
    Affirmed, Agreed, Category, Children, CountryCode, DataElement, DataElements, Dmca, Email, General, Ips, Kind,
    Ncsei, Notify, NotifyOwner, Phishing, Ports, RegistrarWhois, Report, RequestType, RequestorType, Sender, Text,
    Threat, Trademark, Urls, WhoisRequest,
};

pub(crate) fn text<const MIN: usize, const MAX: usize>(raw: &str) -> Text<MIN, MAX> {
    Text::new(raw).unwrap()
}

pub(crate) fn strings<const N: usize>(items: [&str; N]) -> Vec<String> {
    items.map(str::to_owned).into()
}

pub(crate) fn sender() -> Sender {
    let email = Email::new("reporter@brand.example").unwrap();
    Sender { email, name: text("A. Reporter"), company: None, tele: None, title: None }
}

fn full_sender() -> Sender {
    Sender {
        company: Some(text("Brand Ltd")),
        tele: Some(text("+44 20 7946 0123")),
        title: Some(text("Analyst")),
        ..sender()
    }
}

pub(crate) fn urls() -> Urls {
    Urls::new(strings(["https://bad.example/login"])).unwrap()
}

pub(crate) fn phishing() -> Phishing {
    Phishing {
        justification: text("Asks for a password on a copy of our page."),
        original_work: None,
        host: Notify::SendAnon,
        owner: Notify::SendAnon,
    }
}

pub(crate) fn dmca() -> Dmca {
    Dmca {
        signature: text("A. Reporter"),
        agent_name: text("Brand Ltd"),
        original_work: text("Our catalogue"),
        address1: text("1 Example Street"),
        city: text("London"),
        state: text("Greater London"),
        country: text("United Kingdom"),
        agreed: Agreed::to_all_three(true, true, true).unwrap(),
    }
}

fn whois() -> WhoisRequest {
    WhoisRequest {
        request_type: RequestType::Disclosure,
        elements: DataElements::new([DataElement::RegistrantName]).unwrap(),
        legal_basis: text("To sue for passing off."),
        requestor_type: None,
        authorization_statement: None,
        affirmed: Affirmed::both(true, true).unwrap(),
    }
}

pub(crate) fn least(kind: Kind) -> Report {
    let (host, justification) = (Notify::SendAnon, "Seen today.");
    let category = match kind {
        Kind::Phishing => Category::Phishing(phishing()),
        Kind::Trademark => Category::Trademark(Trademark {
            justification: text(justification),
            number: text("UK0000"),
            office: text("UKIPO"),
            symbol: text("BRAND"),
        }),
        Kind::Dmca => Category::Dmca(dmca()),
        Kind::General => Category::General(General {
            justification: text(justification),
            source_ips: Ips::default(),
            destination_ips: Ips::default(),
            ports_protocols: Ports::default(),
            host,
            owner: Notify::SendAnon,
        }),
        Kind::Threat => Category::Threat(Threat { justification: text(justification), host, owner: Notify::SendAnon }),
        Kind::Ncsei => {
            Category::Ncsei(Ncsei { subject_is_submitter: false, country: None, host, owner: NotifyOwner::None })
        }
        Kind::Children => Category::Children(Children {
            justification: text(justification),
            country: None,
            host,
            owner: NotifyOwner::None,
            ncmec: Notify::SendAnon,
        }),
        Kind::RegistrarWhois => Category::RegistrarWhois(RegistrarWhois { owner: NotifyOwner::None, request: whois() }),
    };
    Report::new(sender(), urls(), category).unwrap()
}

pub(crate) fn full(kind: Kind) -> Report {
    let country = || Some(text("United Kingdom"));
    let category = match least(kind).category().clone() {
        Category::Phishing(phishing) => {
            Category::Phishing(Phishing { original_work: Some(text("Brand")), host: Notify::Send, ..phishing })
        }
        Category::General(general) => Category::General(General {
            source_ips: Ips::new(strings(["192.0.2.1", "2001:db8::1"])).unwrap(),
            destination_ips: Ips::new(strings(["198.51.100.7"])).unwrap(),
            ports_protocols: Ports::new(strings(["80/TCP", "22/UDP"])).unwrap(),
            ..general
        }),
        Category::Ncsei(ncsei) => {
            Category::Ncsei(Ncsei { country: country(), subject_is_submitter: true, owner: NotifyOwner::Send, ..ncsei })
        }
        Category::Children(children) => {
            Category::Children(Children { country: country(), ncmec: Notify::Send, ..children })
        }
        Category::RegistrarWhois(whois) => Category::RegistrarWhois(RegistrarWhois {
            owner: NotifyOwner::SendAnon,
            request: WhoisRequest {
                elements: DataElements::new(DataElement::ALL.iter().copied()).unwrap(),
                requestor_type: Some(RequestorType::Corporation),
                authorization_statement: Some(text("Power of attorney attached to our letter.")),
                ..whois.request
            },
        }),
        same => same,
    };
    let mut report = Report::new(full_sender(), two_urls(), category).unwrap();
    report.comments = Some(text("TD-7K3M9Q2XAB"));
    report.reported_country = Some(CountryCode::new("gb").unwrap());
    report.reported_user_agent = Some(text("Mozilla/5.0 (X11)"));
    report
}

fn two_urls() -> Urls {
    Urls::new(strings(["https://bad.example/login", "http://bad.example/pay?x=1"])).unwrap()
}
