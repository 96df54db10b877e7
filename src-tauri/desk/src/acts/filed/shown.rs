//! One filed report as the window shows it: every text of the service made harmless.

use domain::Moment;
use ledger::FiledReport;

use super::mail_text;
use crate::contract::*;
use crate::services::cloudflare::filed::{Told, ToldMail};

/// A text from outside: what can't be seen is written out, addresses are defanged.
pub(in crate::acts) fn text(text: &str) -> String {
    domain::defang(&domain::visible(text))
}

/// A report with what was read of it.
///
/// # Errors
/// `Unexpected` when what is kept can't be read back.
pub(super) fn report(
    report: &FiledReport,
    row: FiledRow,
    following: Following,
    said: Option<String>,
) -> Result<FiledReportView, AppError> {
    let told: Told = serde_json::from_str(report.detail_json.as_deref().unwrap_or("{}")).map_err(unreadable)?;
    Ok(FiledReportView {
        row,
        addresses: told.urls.iter().map(|url| address(url)).collect(),
        details: told.details.iter().map(|(name, value)| detail(name, value)).collect(),
        emails: emails(report.emails_json.as_deref())?,
        read_at: report.read_at.map(Moment::iso),
        following,
        said,
    })
}

fn unreadable(error: serde_json::Error) -> AppError {
    AppError::new(ErrorCode::Unexpected, error.to_string())
}

/// Mails as they are kept, newest first.
///
/// # Errors
/// `Unexpected` when what is kept can't be read back.
pub(in crate::acts) fn emails(emails_json: Option<&str>) -> Result<Vec<FiledEmail>, AppError> {
    let mails: Vec<ToldMail> = serde_json::from_str(emails_json.unwrap_or("[]")).map_err(unreadable)?;
    let mut emails: Vec<_> = mails.iter().map(|mail| (sent_at(mail), email(mail))).collect();
    // Stable: mails of the same time, or of none, stay in the service's order.
    emails.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    Ok(emails.into_iter().map(|(_, email)| email).collect())
}

/// An address from outside.
pub(in crate::acts) fn address(url: &str) -> TargetView {
    let mut view = crate::view::sent_target(url, TargetKind::Web);
    // One that can't be read as an address stands there whole, with whatever hides in it.
    view.domain = domain::visible(&view.domain);
    view
}

fn sent_at(mail: &ToldMail) -> Option<Moment> {
    Moment::parse_iso(mail.sent_at.as_deref()?).ok()
}

fn email(mail: &ToldMail) -> FiledEmail {
    FiledEmail {
        sent_at: sent_at(mail).map(Moment::iso),
        recipient: domain::visible(&mail.recipient),
        subject: text(&mail.subject),
        body: text(&mail_text::readable(&mail.body)),
    }
}

/// A detail as the service tells it, tied to our field of it.
pub(in crate::acts) fn detail(name: &str, value: &str) -> FiledDetail {
    let field = field(name);
    let value = match field {
        Some(ReportField::WhoisElements) => elements(value),
        Some(ReportField::WhoisGoodFaith | ReportField::WhoisLawfulProcessing) if value == "true" => "yes".into(),
        _ => value.to_owned(),
    };
    let shown = match field {
        // Our own, and of use only as it is.
        Some(ReportField::Email) => domain::visible(&value),
        _ => text(&value),
    };
    FiledDetail { field, name: text(name), value: shown }
}

/// A list as the form keeps it: words with a space between.
fn elements(value: &str) -> String {
    match serde_json::from_str::<Vec<String>>(value) {
        Ok(words) => words.join(" "),
        Err(_) => value.to_owned(),
    }
}

/// Our field for the service's name, where it is one that a form has.
fn field(name: &str) -> Option<ReportField> {
    Some(match name {
        "justification" => ReportField::Justification,
        "original_work" => ReportField::OriginalWork,
        "agent_name" => ReportField::AgentName,
        "ncsei_subject_representation" => ReportField::SubjectRepresentation,
        "reg_who_request_type" => ReportField::WhoisRequestType,
        "reg_who_requested_data_elements" => ReportField::WhoisElements,
        "reg_who_legal_basis" => ReportField::WhoisLegalBasis,
        "reg_who_requestor_type" => ReportField::WhoisRequestorType,
        "reg_who_authorization_statement" => ReportField::WhoisAuthorization,
        "reg_who_good_faith_affirmation" => ReportField::WhoisGoodFaith,
        "reg_who_lawful_processing_agreement" => ReportField::WhoisLawfulProcessing,
        "source_ips" => ReportField::SourceIps,
        "destination_ips" => ReportField::DestinationIps,
        "ports_protocols" => ReportField::PortsProtocols,
        "name" => ReportField::Name,
        "email" => ReportField::Email,
        "company" => ReportField::Company,
        "telephone" => ReportField::Telephone,
        "title" => ReportField::Title,
        "host_notification" => ReportField::HostNotification,
        "owner_notification" => ReportField::OwnerNotification,
        "ncmec_notification" => ReportField::NcmecNotification,
        "reported_country" => ReportField::ReportedCountry,
        "reported_user_agent" => ReportField::ReportedUserAgent,
        "comments" => ReportField::Comments,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(told: &Told, mails: &[ToldMail]) -> FiledReportView {
        let kept = FiledReport {
            id: "r1".into(),
            cdate: None,
            domain: String::new(),
            raw_type: String::new(),
            raw_status: String::new(),
            raw_denial: None,
            submitter_email: None,
            listed_at: Moment(0),
            shown_at: Moment(0),
            read_at: Some(Moment(0)),
            detail_json: serde_json::to_string(told).ok(),
            emails_json: serde_json::to_string(mails).ok(),
        };
        let row = FiledRow {
            id: "r1".into(),
            filed_at: None,
            domain: String::new(),
            report_kind: None,
            raw_type: String::new(),
            status: FiledStatus::Other,
            raw_status: String::new(),
            denial: None,
            raw_denial: None,
            case_id: None,
        };
        report(&kept, row, Following::Works, None).expect("what was just written can be read")
    }

    fn mail(subject: &str, sent_at: Option<&str>) -> ToldMail {
        ToldMail { subject: subject.into(), sent_at: sent_at.map(str::to_owned), ..ToldMail::default() }
    }

    #[test]
    fn mails_come_newest_first_and_those_without_a_time_last() {
        let mails = [
            mail("old", Some("2026-03-01T08:00:00Z")),
            mail("never", None),
            mail("new", Some("2026-03-02T08:00:00Z")),
            mail("unclear", Some("yesterday")),
        ];
        let view = shown(&Told::default(), &mails);
        let subjects: Vec<_> = view.emails.iter().map(|email| email.subject.as_str()).collect();
        assert_eq!(subjects, ["new", "old", "never", "unclear"]);
        assert_eq!(view.emails[3].sent_at, None);
    }

    #[test]
    fn every_text_is_made_harmless() {
        let hostile = "see https://evil.example/a \u{202e}gpj.exe";
        let told = Told {
            urls: vec!["https://evil.example/a".into(), "no address \u{202e} at all".into()],
            details: vec![("comments".into(), hostile.into()), (hostile.into(), "x".into())],
        };
        let mails = [ToldMail { subject: hostile.into(), body: format!("<p>{hostile}</p>"), ..ToldMail::default() }];
        let view = shown(&told, &mails);
        let harmless = "see hxxps://evil[.]example/a ⟨U+202E⟩gpj[.]exe";
        assert_eq!(view.details[0].value, harmless);
        assert_eq!(view.details[1].name, harmless);
        assert_eq!((view.emails[0].subject.as_str(), view.emails[0].body.as_str()), (harmless, harmless));
        assert_eq!(view.addresses[0].domain, "evil[.]example");
        assert!(!view.addresses[1].domain.contains('\u{202e}'));
    }

    #[test]
    fn details_are_tied_to_our_fields_in_the_words_of_our_forms() {
        let details = [
            ("reg_who_requested_data_elements", r#"["registrant_name","tech_email"]"#),
            ("reg_who_good_faith_affirmation", "true"),
            ("ncsei_subject_representation", "yes"),
            ("court", "on"),
        ];
        let details = details.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        let view = shown(&Told { urls: vec![], details }, &[]);
        let told: Vec<_> = view.details.iter().map(|one| (one.field, one.value.as_str())).collect();
        let wanted = [
            (Some(ReportField::WhoisElements), "registrant_name tech_email"),
            (Some(ReportField::WhoisGoodFaith), "yes"),
            (Some(ReportField::SubjectRepresentation), "yes"),
            (None, "on"),
        ];
        assert_eq!(told, wanted);
    }
}
