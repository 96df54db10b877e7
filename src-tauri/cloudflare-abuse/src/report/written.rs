//! A report in the service's names: what every kind has, then what one has.

use serde_json::Value;

use super::members::Member;
use super::{Category, Children, Dmca, General, Ncsei, Notify, Phishing, Report, Text, Threat, Trademark};

/// Left out where there is none: every optional text has a lower bound of one character.
type Maybe = (&'static str, Option<Value>);

pub(super) fn members(report: &Report) -> Vec<Member> {
    let mut all = vec![("act", Some(report.kind().act().into()))];
    all.extend(sender(report));
    all.push(("urls", Some(report.urls().joined().into())));
    all.extend(match report.category() {
        Category::Phishing(phishing) => self::phishing(phishing),
        Category::Trademark(trademark) => self::trademark(trademark),
        Category::Dmca(dmca) => self::dmca(dmca),
        Category::General(general) => self::general(general),
        Category::Threat(threat) => self::threat(threat),
        Category::Ncsei(ncsei) => self::ncsei(ncsei),
        Category::Children(children) => self::children(children),
        Category::RegistrarWhois(whois) => {
            vec![
                ("reg_who_request", Some(whois.request.value())),
                ("owner_notification", Some(whois.owner.as_str().into())),
            ]
        }
    });
    all.extend([
        ("comments", optional(report.comments.as_ref())),
        ("reported_country", report.reported_country.map(|code| code.to_string().into())),
        ("reported_user_agent", optional(report.reported_user_agent.as_ref())),
    ]);
    all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

fn sender(report: &Report) -> Vec<Maybe> {
    let sender = report.sender();
    vec![
        ("name", text(&sender.name)),
        ("email", Some(sender.email.as_str().into())),
        ("email2", Some(sender.email.as_str().into())),
        ("title", optional(sender.title.as_ref())),
        ("company", optional(sender.company.as_ref())),
        ("tele", optional(sender.tele.as_ref())),
    ]
}

fn phishing(phishing: &Phishing) -> Vec<Maybe> {
    let mut all = vec![
        ("justification", text(&phishing.justification)),
        ("original_work", optional(phishing.original_work.as_ref())),
    ];
    all.extend(told(phishing.host, phishing.owner.as_str()));
    all
}

fn trademark(trademark: &Trademark) -> Vec<Maybe> {
    let mut all = vec![
        ("justification", text(&trademark.justification)),
        ("trademark_number", text(&trademark.number)),
        ("trademark_office", text(&trademark.office)),
        ("trademark_symbol", text(&trademark.symbol)),
    ];
    all.extend(told(Notify::Send, Notify::Send.as_str()));
    all
}

fn dmca(dmca: &Dmca) -> Vec<Maybe> {
    let mut all = vec![
        ("original_work", text(&dmca.original_work)),
        ("agent_name", text(&dmca.agent_name)),
        ("address1", text(&dmca.address1)),
        ("city", text(&dmca.city)),
        ("state", text(&dmca.state)),
        ("country", text(&dmca.country)),
        ("agree", Some(1.into())),
        ("signature", text(&dmca.signature)),
    ];
    all.extend(told(Notify::Send, Notify::Send.as_str()));
    all
}

fn general(general: &General) -> Vec<Maybe> {
    let mut all = vec![
        ("justification", text(&general.justification)),
        ("source_ips", general.source_ips.joined().map(Value::from)),
        ("destination_ips", general.destination_ips.joined().map(Value::from)),
        ("ports_protocols", general.ports_protocols.joined().map(Value::from)),
    ];
    all.extend(told(general.host, general.owner.as_str()));
    all
}

fn threat(threat: &Threat) -> Vec<Maybe> {
    let mut all = vec![("justification", text(&threat.justification))];
    all.extend(told(threat.host, threat.owner.as_str()));
    all
}

fn ncsei(ncsei: &Ncsei) -> Vec<Maybe> {
    let mut all = vec![
        ("ncsei_subject_representation", Some(ncsei.subject_is_submitter.into())),
        ("country", optional(ncsei.country.as_ref())),
    ];
    all.extend(told(ncsei.host, ncsei.owner.as_str()));
    all
}

fn children(children: &Children) -> Vec<Maybe> {
    let mut all =
        vec![("justification", text(&children.justification)), ("country", optional(children.country.as_ref()))];
    all.extend(told(children.host, children.owner.as_str()));
    all.push(("ncmec_notification", Some(children.ncmec.as_str().into())));
    all
}

fn told(host: Notify, owner: &'static str) -> [Maybe; 2] {
    [("host_notification", Some(host.as_str().into())), ("owner_notification", Some(owner.into()))]
}

fn text<const MIN: usize, const MAX: usize>(text: &Text<MIN, MAX>) -> Option<Value> {
    Some(text.as_str().into())
}

fn optional<const MIN: usize, const MAX: usize>(text: Option<&Text<MIN, MAX>>) -> Option<Value> {
    text.map(|text| text.as_str().into())
}
