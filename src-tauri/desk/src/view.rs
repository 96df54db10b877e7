//! What the ledger and the domain hold, as the window sees it.

use domain::{Kind, Moment, Shown, State, Target, Warning};
use ledger::{Evidence, LookResult as Found, Submission};

use crate::bench::Bench;
use crate::contract::*;
use crate::words::from_word;

/// Bytes as the contract counts them. Nothing here is bigger than 4 GiB; what would be is cut to that.
pub(crate) fn size(bytes: u64) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

pub(crate) fn kind(kind: Kind) -> TargetKind {
    match kind {
        Kind::Web => TargetKind::Web,
        Kind::Email => TargetKind::Email,
        Kind::Phone => TargetKind::Phone,
        Kind::Ipv4 => TargetKind::Ipv4,
    }
}

/// A target, defanged.
pub(crate) fn target(target: &Target) -> TargetView {
    let Shown { before, domain, after, unicode, warnings } = target.shown();
    let warning = |warning| match warning {
        Warning::LookAlikeLetters => TargetWarning::LookAlikeLetters,
        Warning::HiddenCharacters => TargetWarning::HiddenCharacters,
        Warning::UserInAddress => TargetWarning::UserInAddress,
    };
    TargetView {
        kind: kind(target.kind()),
        before,
        domain,
        after,
        unicode,
        warnings: warnings.into_iter().map(warning).collect(),
        exact: target.as_sent(),
    }
}

/// A target that was sent: it was readable then, and is shown even if a later version reads it otherwise.
pub(crate) fn sent_target(subject: &str, sent_kind: TargetKind) -> TargetView {
    Target::parse(subject).map_or_else(
        |_| TargetView {
            kind: sent_kind,
            before: String::new(),
            domain: domain::defang(subject),
            after: String::new(),
            unicode: None,
            warnings: Vec::new(),
            exact: subject.to_owned(),
        },
        |read| target(&read),
    )
}

/// Evidence; `sent_name` is the name it would be sent under.
pub(crate) fn evidence(evidence: &Evidence, sent_name: Option<String>) -> EvidenceView {
    let kind = from_word(&evidence.kind).unwrap_or(FileKind::Other);
    EvidenceView {
        id: evidence.id.to_string(),
        name: domain::visible(&evidence.name),
        sent_name,
        kind,
        media_type: evidence.media_type.clone(),
        size_bytes: size(evidence.size_bytes),
        sha256: evidence.sha256.clone(),
        send: evidence.send,
        problem: evidence.problem.as_deref().and_then(from_word),
        has_picture: matches!(kind, FileKind::Png | FileKind::Jpeg),
        has_text: matches!(kind, FileKind::Email | FileKind::Text | FileKind::Csv),
    }
}

/// The service's word for why it refused; a word that we don't know is `Other`, and stands beside it as it came.
pub(crate) fn denial(word: &str) -> DenialReason {
    from_word(word).unwrap_or(DenialReason::Other)
}

fn state(state: State) -> SubmissionState {
    match state {
        State::Held => SubmissionState::Held,
        State::Queued => SubmissionState::Queued,
        State::Sending => SubmissionState::Sending,
        State::Deferred => SubmissionState::Deferred,
        State::Unsure => SubmissionState::Unsure,
        State::NeedsPerson => SubmissionState::NeedsPerson,
        State::Accepted => SubmissionState::Accepted,
        State::Rejected => SubmissionState::Rejected,
        State::Undone => SubmissionState::Undone,
    }
}

fn look(look: &ledger::Look) -> LookView {
    let result = match look.result {
        Found::Exact => LookResult::Exact,
        Found::Candidates => LookResult::Candidates,
        Found::Absent => LookResult::Absent,
        Found::Error => LookResult::Error,
    };
    LookView { at: look.at.iso(), result }
}

/// Whether the person can take it back: it waits, and the service surely has not taken it.
pub(crate) fn can_undo(one: &Submission, attempt: Option<&ledger::Attempt>) -> bool {
    use ledger::Outcome::{Deferred, NotSent, Rejected};
    let not_taken = attempt.is_none_or(|attempt| matches!(attempt.outcome, Some(NotSent | Deferred | Rejected)));
    one.state.can_undo() && not_taken
}

/// Whether an attempt is on its way, or ended so that the service may have it.
fn may_have_arrived(attempt: &ledger::Attempt) -> bool {
    use ledger::Outcome::{Accepted, Maybe, ProbablyNot};
    matches!(attempt.outcome, None | Some(Accepted | Maybe | ProbablyNot))
}

/// What goes back together with a submission when it is taken back: all of its Send while nothing of that has left, else
/// what waits for the same service. Empty when it can't be taken back itself.
pub(crate) fn undo_group(bench: &Bench, one: &Submission) -> Result<Vec<Submission>, AppError> {
    let all = bench.ledger.submissions_of_draft(&one.draft_id)?;
    let mut group = Vec::new();
    for other in &all {
        if can_undo(other, bench.ledger.last_attempt(&other.id)?.as_ref()) {
            group.push(other.clone());
        }
    }
    if group.len() < all.len() {
        group.retain(|other| other.service == one.service);
    }
    if !group.iter().any(|other| other.id == one.id) {
        group.clear();
    }
    Ok(group)
}

/// A submission with its last attempt and all looks since.
pub(crate) fn submission(bench: &Bench, one: &Submission) -> Result<SubmissionView, AppError> {
    let attempt = bench.ledger.last_attempt(&one.id)?;
    let looks = match &attempt {
        Some(attempt) => bench.ledger.looks(attempt.id)?,
        None => Vec::new(),
    };
    let payload: crate::services::Payload =
        serde_json::from_str(&one.payload_json).map_err(|e| AppError::new(ErrorCode::Unexpected, e.to_string()))?;
    let handed = bench.handed.lock().unwrap_or_else(std::sync::PoisonError::into_inner).get(&one.id).copied();
    let can_undo = can_undo(one, attempt.as_ref());
    let undo_takes = if can_undo { undo_group(bench, one)?.len() } else { 0 };
    let now = bench.now();
    let in_ms = |at: Moment| u32::try_from(at.since(now).as_millis()).unwrap_or(u32::MAX);
    Ok(SubmissionView {
        id: one.id.to_string(),
        case_id: one.case_id.to_string(),
        draft_id: one.draft_id.to_string(),
        service: from_word(&one.service).unwrap_or(Service::Phishfort),
        wish: payload.wish,
        report_kind: payload.filing.as_ref().map(|filing| filing.kind),
        appeal: payload.appeal.as_ref().map(|appeal| AppealSentView {
            form: appeal.form,
            report_id: appeal.report_id().to_owned(),
            blocks: appeal.blocks.clone(),
        }),
        target: sent_target(&payload.subject, payload.kind),
        addresses: match (&payload.filing, &payload.appeal) {
            (Some(filing), _) => size(filing.urls.len() as u64),
            (None, Some(appeal)) => size(appeal.blocks.len() as u64),
            (None, None) => 1,
        },
        state: state(one.state),
        reason: one.reason.as_deref().and_then(from_word),
        said: one.said.as_deref().map(domain::visible),
        reference: one.reference.clone(),
        confirmed_at: one.confirmed_at.iso(),
        due_at: one.due_at.map(Moment::iso),
        due_in_ms: match one.paused_left_ms {
            Some(left) => u32::try_from(left).ok(),
            None => one.due_at.map(in_ms),
        },
        paused: one.paused_left_ms.is_some(),
        sent_at: attempt.as_ref().filter(|one| may_have_arrived(one)).map(|attempt| attempt.started_at.iso()),
        looks: looks.iter().map(look).collect(),
        next_look_at: one.next_look_at.map(Moment::iso),
        candidates: serde_json::from_str(&one.candidates_json).unwrap_or_default(),
        files: size(payload.files.len() as u64),
        bytes_total: size(one.bytes_total),
        bytes_handed: handed.map_or(0, size),
        number: one.remote_id.clone(),
        can_undo,
        undo_takes: size(undo_takes as u64),
    })
}
