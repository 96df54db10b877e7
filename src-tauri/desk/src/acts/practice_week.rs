//! A lived-in week: a dozen made-up cases, one with a question, one with "we don't know yet". Made by the same steps
//! that a real week takes, only with the times of the days before, so that nothing in it could not have happened.

use std::io::Cursor;
use std::time::Duration;

use domain::{Moment, State, Target};
use ledger::{Actor, CaseNews, Closing, Ledger, LookResult, NewEvent, NewLook, Opening, Outcome, Step};
use serde_json::json;

use super::practice_samples::SAMPLES;
use super::practise::control;
use super::{add_evidence, brands, submit_report, write_draft};
use crate::Desk;
use crate::bench::Bench;
use crate::contract::*;
use crate::outbox::standing;
use crate::services::{Baseline, News, Payload};
use crate::words::word;
use crate::{poller, random, view};

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// What became of a made-up report.
enum Fate {
    /// PhishFort has it, with this status and these words.
    Filed(&'static str, &'static [&'static str]),
    /// Cloudflare has it too, with this status and, where it refused, its ground.
    Both(&'static str, &'static [&'static str], &'static str, Option<&'static str>),
    /// Its answer was lost, and it was not found.
    Unknown,
    /// Never sent.
    Draft,
}
use Fate::{Both, Draft, Filed, Unknown};

/// One made-up report: how long ago, what, which brand, what was asked for, the note, how many of the sample files, and
/// what became of it.
struct Story(u64, &'static str, &'static str, Wish, &'static str, usize, Fate);

fn stories() -> Vec<Story> {
    use Wish::{Monitor, Takedown};
    let filed = |status, said| Filed(status, said);
    vec![
        Story(6 * DAY, "https://acme-jobs.example/apply", "Acme", Takedown, "Asks applicants for a deposit.", 0, Draft),
        Story(
            5 * DAY + 3 * HOUR,
            "https://acme-parcel.example/track/9041",
            "Acme Retail",
            Takedown,
            "Text message to customers: pay a customs fee.",
            1,
            filed("takedown_success", &["Notice sent to the hosting provider.", "The page no longer answers."]),
        ),
        Story(
            5 * DAY,
            "https://my-acme.example",
            "Acme Retail",
            Monitor,
            "Parked, but it has our name in it.",
            0,
            filed("pre_weaponised", &["We watch this domain."]),
        ),
        Story(
            4 * DAY + 2 * HOUR,
            "help@acme-support.example",
            "Acme",
            Takedown,
            "Answers to our customers as if it were us.",
            0,
            filed("case_building", &[]),
        ),
        Story(
            4 * DAY,
            "203.0.113.44",
            "Acme Pay",
            Takedown,
            "Serves the same login page as acme-pay-secure.",
            0,
            filed("pending_review", &[]),
        ),
        Story(
            3 * DAY + 5 * HOUR,
            "https://acme-gift.example/win",
            "Acme Retail",
            Takedown,
            "A prize that nobody wins.",
            0,
            Both(
                "takedown_attempt_failed",
                &["The registrar declined. We collect more evidence."],
                "denied",
                Some("unable_to_confirm"),
            ),
        ),
        Story(
            2 * DAY + 4 * HOUR,
            "https://pay-acme.example",
            "Acme Pay",
            Takedown,
            "Copies our payment page.",
            1,
            filed("action_required", &["Can you send a screenshot that shows the whole address bar?"]),
        ),
        Story(
            2 * DAY,
            "https://acme-refund.example/form",
            "Acme",
            Takedown,
            "Refund form that asks for a card number.",
            0,
            filed("blocklisted", &["Added to partners' blocklists."]),
        ),
        Story(
            DAY + 6 * HOUR,
            "+44 20 7946 0123",
            "Acme",
            Takedown,
            "Says that they are our security team and asks for codes.",
            3,
            filed("approval_required", &[]),
        ),
        Story(
            DAY + HOUR,
            "https://xn--acm-dma.example",
            "Acme",
            Takedown,
            "Looks like our name, with an accent.",
            0,
            filed("takedown_in_progress", &["Notice sent to the registrar."]),
        ),
        Story(3 * HOUR, "https://acme-wallet.example", "Acme Pay", Takedown, "Asks for recovery words.", 2, Unknown),
        Story(
            50 * MINUTE,
            "https://shop-acme.example/cart",
            "Acme Retail",
            Takedown,
            "Sells goods that never arrive.",
            2,
            Both(
                "takedown_in_progress",
                &["Notice sent to the hosting provider with your screenshots."],
                "submitted",
                None,
            ),
        ),
    ]
}

/// Evidence rows of the made-up week.
pub(crate) fn evidence_count(ledger: &Ledger) -> Result<u32, AppError> {
    Ok(ledger.fact("week_evidence")?.and_then(|count| count.parse().ok()).unwrap_or(0))
}

/// Fills a practice that was never used.
pub(crate) async fn live_in(desk: &Desk, bench: &std::sync::Arc<Bench>) -> Result<(), AppError> {
    if bench.ledger.fact("week")?.is_some() {
        return Ok(());
    }
    // One job at a time holds here too: a dispatcher that looks on would take these sends for ones whose worker died.
    let _one_at_a_time = bench.busy.lock().await;
    for story in stories() {
        tell(desk, bench, &story).await?;
    }
    // Our own sites as they stand at the played Cloudflare; the first refresh finds them.
    control(bench, "/cloudflare/sites/seed", &json!({ "named": "lived_in" })).await?;
    // Without it the brands have to be typed, as with an account that names none.
    if let Ok(account) = bench.phishfort.account().await {
        brands::keep_account(bench, &account)?;
    }
    for kind in ["accepted", "found", "undone", "answer_lost"] {
        bench.ledger.set_fact(&format!("week_{kind}"), &bench.ledger.count_events(kind)?.to_string())?;
    }
    bench.ledger.set_fact("week_evidence", &bench.ledger.count_evidence()?.to_string())?;
    bench.ledger.set_fact("week", "1")?;
    Ok(())
}

async fn tell(desk: &Desk, bench: &std::sync::Arc<Bench>, story: &Story) -> Result<(), AppError> {
    let Story(ago, typed, brand, wish, note, files, fate) = story;
    let begun = bench.now() - Duration::from_secs(*ago);
    let target = Target::parse(typed).map_err(|error| AppError::new(ErrorCode::Unexpected, error.to_string()))?;
    let fields = DraftFields {
        target: (*typed).into(),
        wish: *wish,
        note: (*note).into(),
        reported_by: "jo@acme.example".into(),
        to_cloudflare: matches!(fate, Both(..)),
        answers: [
            (ReportField::Name, "Jo Example"),
            (ReportField::Email, "jo@acme.example"),
            (ReportField::Company, "Acme"),
        ]
        .map(|(field, text)| (field, text.to_owned()))
        .into(),
        ..DraftFields::default()
    };
    let draft = ledger::Draft {
        id: random::draft_id(&*desk.random, begun),
        case_id: random::case_id(&*desk.random, begun),
        reference: random::reference(&*desk.random).as_str().to_owned(),
        fields_json: serde_json::to_string(&fields).map_err(ledger::LedgerError::from)?,
        saved_at: begun,
        sent_at: None,
        deleted_at: None,
    };
    bench.ledger.add_draft(&draft, &event(begun, "draft_made", Actor::Person, None, json!({})))?;
    let kind = word(&view::kind(target.kind()));
    let key = target.key();
    let search = [typed, domain::defang(typed).as_str(), brand, note, &draft.reference].join(" ");
    let news = CaseNews { typed, target_kind: Some(&kind), target_key: Some(&key), brand, search: &search };
    bench.ledger.describe_case(&draft.case_id, &news, None)?;
    for (name, bytes) in SAMPLES.into_iter().take(*files) {
        add_evidence::add_bytes(desk, bench, draft.id.as_str(), name, &mut Cursor::new(bytes), bytes.len() as u64)?;
    }
    match fate {
        Draft => Ok(()),
        Filed(status, said) => file(desk, bench, &draft, &target, begun, status, said, None).await,
        Both(status, said, theirs, denial) => {
            file(desk, bench, &draft, &target, begun, status, said, Some((theirs, *denial))).await
        }
        Unknown => lose(desk, bench, &draft, begun),
    }
}

fn event(
    at: Moment,
    kind: &'static str,
    actor: Actor,
    submission: Option<&ledger::Submission>,
    detail: serde_json::Value,
) -> NewEvent {
    NewEvent {
        at,
        kind,
        actor,
        submission_id: submission.map(|one| one.id.clone()),
        service: submission.map(|one| one.service.clone()),
        detail,
    }
}

/// Confirms and sends, ten seconds later, as the outbox does.
fn send(
    desk: &Desk,
    bench: &Bench,
    draft: &ledger::Draft,
    begun: Moment,
) -> Result<Vec<(ledger::Submission, ledger::AttemptId)>, AppError> {
    let whole = write_draft::whole(desk, bench, draft.clone())?;
    let confirmed_at = begun + Duration::from_secs(2 * MINUTE);
    let sent_at = confirmed_at + Duration::from_secs(10);
    let mut all = Vec::new();
    for one in whole.outgoing() {
        let json = serde_json::to_string(&one.payload).map_err(ledger::LedgerError::from)?;
        all.push(submit_report::confirmed(desk, &whole, one, json, confirmed_at, Some(sent_at)));
    }
    bench.ledger.confirm(&draft.id, &all, &standing::SENDING, confirmed_at)?;
    let baseline = serde_json::to_string(&Baseline::default()).map_err(ledger::LedgerError::from)?;
    let opening = Opening { baseline_json: &baseline, server_at: None };
    let mut sending = Vec::new();
    for (new, _) in &all {
        let waiting = bench.ledger.submission(&new.id)?;
        let (attempt, one) = bench.ledger.open_attempt(&waiting, &opening, &Step::to(State::Sending, sent_at))?;
        sending.push((one, attempt));
    }
    Ok(sending)
}

/// What the outbox writes down when something left.
fn sent(at: Moment, sending: &ledger::Submission, files: usize) -> NewEvent {
    event(at, "sent", Actor::App, Some(sending), json!({ "files": files, "bytes": sending.bytes_total }))
}

fn closing(outcome: Outcome, http_status: Option<u16>, bytes_handed: u64) -> Closing<'static> {
    Closing { outcome, detail: "", bytes_handed, http_status, server_at: None, request_id: None }
}

/// What became of a report to Cloudflare.
async fn report(
    bench: &std::sync::Arc<Bench>,
    sending: &ledger::Submission,
    attempt: ledger::AttemptId,
    begun: Moment,
    status: &str,
    denial: Option<&str>,
) -> Result<(), AppError> {
    let accepted_at = begun + Duration::from_secs(2 * MINUTE + 14);
    let payload: Payload = serde_json::from_str(&sending.payload_json).map_err(ledger::LedgerError::from)?;
    let urls = payload.filing.as_ref().map(|filing| filing.urls.clone()).unwrap_or_default();
    let there = json!({ "reports": [{
        "urls": urls, "type": "PHISH", "status": status, "denial_reason": denial, "cdate": accepted_at.iso(),
        "comments": payload.comment,
    }] });
    let seeded = control(bench, "/cloudflare/seed", &there).await?;
    let number = seeded["ids"][0].as_str().unwrap_or_default().to_owned();
    let mut step = Step::to(State::Accepted, accepted_at);
    step.accepted = Some((&number, None, None));
    step.standing = Some(bench.line_of(sending).adapter.accepted(&payload));
    step.first = Some(sent(accepted_at, sending, 0));
    step.event = Some(event(accepted_at, "accepted", Actor::Service, Some(sending), json!({ "number": number })));
    let closing = closing(Outcome::Accepted, Some(200), sending.bytes_total);
    let accepted = bench.ledger.close_attempt(sending, attempt, &closing, &step)?;
    let news = News {
        status: match status {
            "accepted" => CaseStatus::ReportAccepted,
            "denied" => CaseStatus::ReportDenied,
            _ => CaseStatus::ReportSubmitted,
        },
        raw_status: Some(status.to_owned()),
        denial: denial.map(str::to_owned),
        flags: None,
        history: Vec::new(),
    };
    poller::write_down(bench, &accepted, &news, accepted_at + Duration::from_secs(5 * HOUR))?;
    Ok(())
}

#[allow(clippy::too_many_arguments, reason = "a story has as many parts")]
async fn file(
    desk: &Desk,
    bench: &std::sync::Arc<Bench>,
    draft: &ledger::Draft,
    target: &Target,
    begun: Moment,
    status: &str,
    said: &[&str],
    theirs: Option<(&str, Option<&str>)>,
) -> Result<(), AppError> {
    let mut all = send(desk, bench, draft, begun)?.into_iter();
    let Some((sending, attempt)) = all.next() else { return Ok(()) };
    for ((sending, attempt), (status, denial)) in all.zip(theirs) {
        report(bench, &sending, attempt, begun, status, denial).await?;
    }
    let accepted_at = begun + Duration::from_secs(2 * MINUTE + 12);
    let minutes_later = |n: usize| accepted_at + Duration::from_secs((n as u64 + 1) * 12 * MINUTE);
    let history: Vec<_> = said.iter().enumerate().map(|(n, said)| (minutes_later(n), *said)).collect();
    let kind = match target {
        Target::Web(_) => "url",
        Target::Email(_) => "email",
        Target::Phone(_) => "phone",
        Target::Ipv4(_) => "ipv4",
    };
    let there = json!({ "incidents": [{
        "subject": target.as_sent(), "kind": kind, "status": status, "timestamp": accepted_at.iso(),
        "reported_by": "jo@acme.example",
        "history": history.iter().map(|(at, said)| json!({ "message": said, "timestamp": at.iso() })).collect::<Vec<_>>(),
    }] });
    let seeded = control(bench, "/seed", &there).await?;
    let number = seeded["ids"][0].as_str().unwrap_or_default().to_owned();
    let page = format!("https://{}/incidents/{number}", crate::services::phishfort::DASHBOARD_HOST);
    let mut step = Step::to(State::Accepted, accepted_at);
    step.accepted = Some((&number, Some(&page), Some("Incident submitted for review")));
    let payload: Payload = serde_json::from_str(&sending.payload_json).map_err(ledger::LedgerError::from)?;
    step.standing = Some(bench.line_of(&sending).adapter.accepted(&payload));
    step.first = Some(sent(accepted_at, &sending, bench.ledger.submission_files(&sending.id)?.len()));
    let detail = json!({ "number": number });
    step.event = Some(event(accepted_at, "accepted", Actor::Service, Some(&sending), detail));
    let closing = closing(Outcome::Accepted, Some(200), sending.bytes_total);
    let accepted = bench.ledger.close_attempt(&sending, attempt, &closing, &step)?;
    let known = serde_json::from_value::<CaseStatus>(json!(status)).unwrap_or(CaseStatus::Other);
    let news = News {
        status: known,
        raw_status: Some(status.to_owned()),
        denial: None,
        flags: Some(Vec::new()),
        history: history.iter().map(|(at, said)| (Some(*at), (*said).to_owned())).collect(),
    };
    let told_at = if status == "pending_review" { accepted_at } else { minutes_later(said.len()) };
    poller::write_down(bench, &accepted, &news, told_at)?;
    Ok(())
}

/// Sent, no answer, looked for four times, not found.
fn lose(desk: &Desk, bench: &Bench, draft: &ledger::Draft, begun: Moment) -> Result<(), AppError> {
    let Some((sending, attempt)) = send(desk, bench, draft, begun)?.into_iter().next() else { return Ok(()) };
    let lost_at = begun + Duration::from_secs(4 * MINUTE);
    let mut step = Step::to(State::Unsure, lost_at);
    let reason = word(&SubmissionReason::NoAnswer);
    step.reason = Some(reason.clone());
    step.standing = Some(standing::UNSURE);
    step.first = Some(sent(lost_at, &sending, bench.ledger.submission_files(&sending.id)?.len()));
    step.event = Some(event(lost_at, "answer_lost", Actor::App, Some(&sending), json!({ "reason": reason })));
    let closing = closing(Outcome::Maybe, None, sending.bytes_total);
    let mut unsure = bench.ledger.close_attempt(&sending, attempt, &closing, &step)?;
    for (looks, after) in [5, 30, 2 * MINUTE, 10 * MINUTE].into_iter().enumerate() {
        let at = lost_at + Duration::from_secs(after);
        let last = looks == 3;
        let mut step = Step::to(if last { State::NeedsPerson } else { State::Unsure }, at);
        step.reason = Some(if last { word(&SubmissionReason::NotFoundThere) } else { reason.clone() });
        step.standing = Some(standing::UNSURE);
        step.event = Some(event(at, "looked", Actor::App, Some(&unsure), json!({ "look": "absent" })));
        let query = format!("{} since {}", draft.reference, begun);
        let look = NewLook { at, query, result: LookResult::Absent, proves: false, detail: json!({}) };
        unsure = bench.ledger.record_look(&unsure, attempt, &look, &step)?;
    }
    Ok(())
}
