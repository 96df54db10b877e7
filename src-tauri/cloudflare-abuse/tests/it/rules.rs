//! The service's rules for a report, written down a second time from its pages: what the client writes is held against
//! them. Knows nothing of the client.

use std::collections::HashSet;
use std::net::IpAddr;

use serde_json::{Map, Value};

/// The order of the columns below.
const ACTS: [&str; 8] = [
    "abuse_dmca",
    "abuse_trademark",
    "abuse_general",
    "abuse_phishing",
    "abuse_children",
    "abuse_threat",
    "abuse_registrar_whois",
    "abuse_ncsei",
];

/// Field, rule, and for each act whether it is required (R), optional (o) or not there (-).
const FIELDS: [(&str, Rule, &str); 34] = [
    ("act", Rule::Act, "RRRRRRRR"),
    ("email", Rule::Address, "RRRRRRRR"),
    ("email2", Rule::Same("email"), "RRRRRRRR"),
    ("name", Rule::Chars(1, 255), "RRRRRRRR"),
    ("urls", Rule::Urls, "RRRRRRRR"),
    ("owner_notification", Rule::Owner, "RRRRRRRR"),
    ("host_notification", Rule::Host, "RRRRRR-R"),
    ("ncmec_notification", Rule::Host, "----R---"),
    ("justification", Rule::Justification, "-RRRRR--"),
    ("original_work", Rule::Chars(1, 255), "R--o----"),
    ("signature", Rule::Same("name"), "R-------"),
    ("agree", Rule::One, "R-------"),
    ("agent_name", Rule::Chars(1, 60), "R-------"),
    ("address1", Rule::Chars(1, 100), "R-------"),
    ("city", Rule::Chars(1, 255), "R-------"),
    ("state", Rule::Chars(1, 255), "R-------"),
    ("country", Rule::Chars(1, 255), "R---o--o"),
    ("trademark_number", Rule::Chars(1, 1000), "-R------"),
    ("trademark_office", Rule::Chars(1, 1000), "-R------"),
    ("trademark_symbol", Rule::Chars(1, 1000), "-R------"),
    ("source_ips", Rule::Ips, "--o-----"),
    ("destination_ips", Rule::Ips, "--o-----"),
    ("ports_protocols", Rule::Ports, "--o-----"),
    ("ncsei_subject_representation", Rule::Bool, "-------R"),
    // Optional in the schema; its field notes require parts of it for every request, so it must always be there.
    ("reg_who_request", Rule::Whois, "------R-"),
    ("comments", Rule::Chars(1, 2000), "oooooooo"),
    ("company", Rule::Chars(1, 100), "oooooooo"),
    ("tele", Rule::Chars(1, 20), "oooooooo"),
    ("title", Rule::Chars(1, 255), "oooooooo"),
    ("reported_country", Rule::Code, "oooooooo"),
    ("reported_user_agent", Rule::Chars(1, 255), "oooooooo"),
    // No such fields: what our own words call these must never leave.
    ("kind", Rule::Never, "--------"),
    ("host", Rule::Never, "--------"),
    ("owner", Rule::Never, "--------"),
];

#[derive(Clone, Copy)]
enum Rule {
    Act,
    Address,
    Same(&'static str),
    Chars(usize, usize),
    Urls,
    Owner,
    Host,
    Justification,
    One,
    Ips,
    Ports,
    Bool,
    Whois,
    Code,
    Never,
}

/// Everything that is wrong with a body sent to the path of an act.
pub(crate) fn wrongs(act: &str, body: &Value) -> Vec<String> {
    let column = ACTS.iter().position(|known| *known == act).expect("a known act");
    let members = body.as_object().expect("an object");
    let mut found = Vec::new();
    for (name, rule, presence) in FIELDS {
        match (presence.as_bytes()[column], members.get(name)) {
            (b'R', None) => found.push(format!("{name} is missing")),
            (b'-', Some(_)) => found.push(format!("{name} has no place in {act}")),
            (_, Some(value)) if !holds(rule, act, value, members) => found.push(format!("{name} is wrong: {value}")),
            _ => {}
        }
    }
    let known: HashSet<_> = FIELDS.iter().map(|(name, ..)| *name).collect();
    found.extend(members.keys().filter(|name| !known.contains(name.as_str())).map(|name| format!("{name} is unknown")));
    found
}

/// The fields that an act may have, and those that it must have.
pub(crate) fn fields(act: &str) -> (Vec<&'static str>, Vec<&'static str>) {
    let column = ACTS.iter().position(|known| *known == act).expect("a known act");
    let with = |presences: &'static str| {
        let rows = FIELDS.iter().filter(move |(.., row)| presences.contains(char::from(row.as_bytes()[column])));
        rows.map(|(name, ..)| *name).collect()
    };
    (with("Ro"), with("R"))
}

fn holds(rule: Rule, act: &str, value: &Value, members: &Map<String, Value>) -> bool {
    let text = value.as_str();
    match rule {
        Rule::Act => text == Some(act),
        Rule::Address => text.is_some_and(|address| address.split('@').count() == 2),
        Rule::Same(other) => text.is_some() && members.get(other) == Some(value),
        Rule::Chars(min, max) => has_chars(value, min, max),
        Rule::Urls => text.is_some_and(are_urls),
        Rule::Owner => one_of(value, owner_words(act)),
        Rule::Host if named(act) => one_of(value, &["send"]),
        Rule::Host => one_of(value, &["send", "send-anon"]),
        Rule::Justification => has_chars(value, if act == "abuse_phishing" { 20 } else { 1 }, 5000),
        Rule::One => value.as_u64() == Some(1),
        Rule::Ips => text.is_some_and(are_ips),
        Rule::Ports => text.is_some_and(are_ports),
        Rule::Bool => value.is_boolean(),
        Rule::Whois => value.as_object().is_some_and(is_whois),
        Rule::Code => text.is_some_and(|code| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase())),
        Rule::Never => false,
    }
}

/// Copyright and trademark reports cannot be anonymous.
fn named(act: &str) -> bool {
    matches!(act, "abuse_dmca" | "abuse_trademark")
}

fn owner_words(act: &str) -> &'static [&'static str] {
    match act {
        act if named(act) => &["send"],
        "abuse_general" | "abuse_phishing" | "abuse_threat" => &["send", "send-anon"],
        _ => &["send", "send-anon", "none"],
    }
}

fn one_of(value: &Value, words: &[&str]) -> bool {
    value.as_str().is_some_and(|word| words.contains(&word))
}

fn has_chars(value: &Value, min: usize, max: usize) -> bool {
    value.as_str().is_some_and(|text| (min..=max).contains(&text.chars().count()))
}

fn unique<'a>(items: impl Iterator<Item = &'a str> + Clone) -> bool {
    items.clone().collect::<HashSet<_>>().len() == items.count()
}

fn are_urls(lines: &str) -> bool {
    let urls = lines.split('\n');
    let hosts: Option<HashSet<_>> = urls.clone().map(host).collect();
    unique(urls.clone()) && (1..=250).contains(&urls.count()) && hosts.is_some_and(|hosts| hosts.len() == 1)
}

/// By hand, as another reader of the same text might do it.
fn host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("http://").or_else(|| url.strip_prefix("https://"))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    (!host.is_empty() && url.bytes().all(|byte| byte.is_ascii_graphic())).then_some(host)
}

fn are_ips(lines: &str) -> bool {
    let ips = lines.split('\n');
    unique(ips.clone()) && ips.clone().count() <= 30 && ips.clone().all(|ip| ip.parse::<IpAddr>().is_ok())
}

fn are_ports(list: &str) -> bool {
    let items = list.split(',').map(str::trim);
    let sized = items.clone().all(|item| (1..=100).contains(&item.chars().count()));
    unique(items.clone()) && items.count() <= 30 && sized && list.chars().count() <= 2000
}

fn is_whois(request: &Map<String, Value>) -> bool {
    const ELEMENTS: &str = "registrant_name registrant_organization registrant_email registrant_phone \
        registrant_address registrant_address_country registrant_address_postal_code admin_name admin_organization \
        admin_email admin_phone admin_address tech_name tech_organization tech_email tech_phone tech_address";
    let elements = request.get("reg_who_requested_data_elements").and_then(Value::as_array);
    let elements: Option<Vec<_>> = elements.into_iter().flatten().map(Value::as_str).collect();
    let asked = elements.is_some_and(|elements| {
        let known = elements.iter().all(|element| ELEMENTS.split(' ').any(|known| known == *element));
        known && (1..=17).contains(&elements.len()) && unique(elements.iter().copied())
    });
    let is = |name: &str, rule: &dyn Fn(&Value) -> bool| request.get(name).is_some_and(rule);
    let may = |name: &str, rule: &dyn Fn(&Value) -> bool| request.get(name).is_none_or(rule);
    let required = is("reg_who_request_type", &|value| one_of(value, &["disclosure", "invalid_whois"]))
        && is("reg_who_legal_basis", &|value| has_chars(value, 1, 5000))
        && is("reg_who_good_faith_affirmation", &|value| value == true)
        && is("reg_who_lawful_processing_agreement", &|value| value == true);
    let optional = may("reg_who_requestor_type", &|value| one_of(value, &["government", "corporation", "individual"]))
        && may("reg_who_authorization_statement", &|value| has_chars(value, 1, 5000));
    asked && required && optional && request.keys().all(|name| name.starts_with("reg_who_")) && request.len() <= 7
}
