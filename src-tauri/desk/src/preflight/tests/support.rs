//! Drafts held against everything that is known beforehand. Each begins as one that nothing is wrong with.

use domain::{CaseId as Case, EvidenceId, Moment};
use ledger::Evidence;

use super::super::{Checked, Earlier, FiledBefore, advice, problems};
use crate::contract::{
    Ability, DraftFields, FileKind, FileProblem, FoundQuestion, Problem, ProblemCode, ReportField as Field, ReportKind,
};
use crate::filing::Ground;
use crate::filing::tests::support::Draft;
use crate::words::word;

pub(crate) const NOW: Moment = Moment(1_795_000_000_000);
pub(crate) const DAY_MS: i64 = 24 * 3_600_000;
const CASE: &str = "0190a1b2-0000-7000-8000-000000000001";

/// A draft and all that is known around it.
#[derive(Debug, Clone)]
pub(crate) struct Whole {
    pub draft: Draft,
    pub evidence: Vec<Evidence>,
    pub damaged: Vec<String>,
    pub body_bytes: u64,
    pub own_sites: Vec<String>,
    pub has_key: bool,
    pub has_cloudflare_key: bool,
    pub has_account: bool,
    pub earlier: Vec<Earlier>,
    pub entitled: Ability,
    pub filed_before: Vec<FiledBefore>,
    pub question: Option<(FoundQuestion, usize)>,
}

impl Whole {
    fn of(draft: Draft) -> Self {
        Self {
            draft,
            evidence: Vec::new(),
            damaged: Vec::new(),
            body_bytes: 1000,
            own_sites: vec!["acme.example".into()],
            has_key: true,
            has_cloudflare_key: true,
            has_account: true,
            earlier: Vec::new(),
            entitled: Ability::Unknown,
            filed_before: Vec::new(),
            question: None,
        }
    }

    /// PhishFort alone is told of this target, with all that its handbook asks for.
    pub(crate) fn phishfort(target: &str) -> Self {
        let draft = Draft::empty(ReportKind::Phishing).target(target).note("It copies our log-in page.");
        let whole = Self::of(draft).file(FileKind::Png, |_| {}).file(FileKind::Email, |_| {});
        whole.fields(|fields| {
            fields.to_phishfort = true;
            fields.to_cloudflare = false;
            fields.reported_by = "jo@acme.example".into();
            fields.phone_received_on = "+44 20 7946 0992".into();
            fields.phone_date = "2026-11-01".into();
            fields.phone_time = "10:42".into();
            fields.phone_zone = "Europe/Zurich".into();
            fields.ip_address_on_it = "https://192.0.2.7/login".into();
        })
    }

    /// Cloudflare alone gets the fullest report of this kind.
    pub(crate) fn cloudflare(kind: ReportKind) -> Self {
        let named = matches!(kind, ReportKind::Trademark | ReportKind::Dmca);
        Self::of(Draft::full(kind)).answer(Field::OwnerNotification, if named { "send" } else { "send_anon" })
    }

    pub(crate) fn fields(mut self, change: impl FnOnce(&mut DraftFields)) -> Self {
        change(&mut self.draft.fields);
        self
    }

    pub(crate) fn answer(self, field: Field, text: impl Into<String>) -> Self {
        self.drafted(|draft| draft.answer(field, text))
    }

    pub(crate) fn drafted(mut self, change: impl FnOnce(Draft) -> Draft) -> Self {
        self.draft = change(self.draft);
        self
    }

    pub(crate) fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    pub(crate) fn target(self, text: &str) -> Self {
        self.drafted(|draft| draft.target(text))
    }

    pub(crate) fn more(self, lines: &str) -> Self {
        self.drafted(|draft| draft.more(lines))
    }

    pub(crate) fn file(mut self, kind: FileKind, change: impl FnOnce(&mut Evidence)) -> Self {
        let mut file = Evidence {
            id: EvidenceId::parse(&format!("0190a1b2-0000-7000-8000-{:012}", self.evidence.len())).unwrap(),
            case_id: Case::parse(CASE).unwrap(),
            name: "seen".into(),
            sha256: "0".repeat(64),
            size_bytes: 10,
            kind: word(&kind),
            media_type: "image/png".into(),
            problem: None,
            send: true,
        };
        change(&mut file);
        self.evidence.push(file);
        self
    }

    /// A file that PhishFort does not take.
    pub(crate) fn bad_file(self) -> Self {
        self.file(FileKind::Other, |file| file.problem = Some(word(&FileProblem::TypeNotTaken)))
    }

    /// Our account filed this address so long ago.
    pub(crate) fn filed(self, url: &str, ago_ms: i64) -> Self {
        self.with(|whole| {
            whole.filed_before.push(FiledBefore {
                url: url.into(),
                number: "8f3a21c0".into(),
                case_id: Some(CASE.into()),
                at: Moment(NOW.0 - ago_ms),
                denied: false,
            });
        })
    }

    fn checked<T>(&self, look: impl FnOnce(&Checked<'_>) -> T) -> T {
        let ground = self.draft.ground();
        let account = ground.account.filter(|_| self.has_account);
        look(&Checked {
            fields: &self.draft.fields,
            target: &self.draft.target,
            evidence: &self.evidence,
            damaged: &self.damaged,
            body_bytes: self.body_bytes,
            own_sites: &self.own_sites,
            has_key: self.has_key,
            earlier: &self.earlier,
            now: NOW,
            filing: Ground { account, ..ground },
            has_cloudflare_key: self.has_cloudflare_key,
            entitled: self.entitled,
            filed_before: &self.filed_before,
            question: self.question,
        })
    }

    pub(crate) fn problems(&self) -> Vec<Problem> {
        self.checked(problems)
    }

    pub(crate) fn advice(&self) -> Vec<Problem> {
        self.checked(advice)
    }

    /// The one thing that is said with this code, wherever it is said.
    pub(crate) fn said(&self, code: ProblemCode) -> Option<Problem> {
        self.problems().into_iter().chain(self.advice()).find(|one| one.code == code)
    }

    pub(crate) fn blocks(&self) -> Vec<ProblemCode> {
        self.problems().into_iter().map(|one| one.code).collect()
    }
}
