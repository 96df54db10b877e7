//! Evidence comes in: from the file dialog, from the clipboard, from a drop.

use std::io::{Cursor, Read, Seek};
use std::path::PathBuf;
use std::sync::Arc;

use domain::DraftId;
use ledger::{Draft, NewEvidence, fail_point};

use super::read_evidence::{read_added, seen};
use super::write_draft::{open_draft, open_file, show};
use crate::Desk;
use crate::bench::Bench;
use crate::contract::*;
use crate::words::word;
use crate::{compose, random};

/// Asks for files and adds them.
///
/// # Errors
/// `DialogOpen`, `NoWindow`; `TooLate` for a draft that was sent or deleted. What is wrong with single files is told.
pub async fn evidence_pick(desk: &Desk, draft_id: String) -> Result<AddedView, AppError> {
    open_draft(&desk.bench(), &draft_id)?;
    let paths = desk.desktop.pick_files().await?;
    let taken = take_paths(desk, &draft_id, paths).await?;
    read_and_shown(desk, taken).await
}

/// Adds the clipboard's picture.
///
/// # Errors
/// `NothingToPaste`; else as [`evidence_pick`].
pub async fn evidence_paste(desk: &Desk, draft_id: String) -> Result<AddedView, AppError> {
    open_draft(&desk.bench(), &draft_id)?;
    let taken = take_paste(desk, &draft_id).await?;
    read_and_shown(desk, taken).await
}

/// What became of a batch of files.
pub(crate) struct Taken {
    pub draft_id: DraftId,
    pub added: Vec<EvidenceId>,
    pub refused: Vec<RefusedFile>,
}

/// Reads what was added to a report, and shows it.
pub(crate) async fn read_and_shown(desk: &Desk, taken: Taken) -> Result<AddedView, AppError> {
    let filled = read_added(desk, &taken.draft_id, &taken.added).await?;
    let draft = show(desk, &desk.bench(), &taken.draft_id)?;
    seen(desk, &taken.draft_id);
    Ok(AddedView { draft, added: taken.added, filled, refused: taken.refused })
}

/// Adds the clipboard's picture to a draft of either side.
pub(crate) async fn take_paste(desk: &Desk, draft_id: &str) -> Result<Taken, AppError> {
    let bench = desk.bench();
    open_file(&bench, draft_id)?;
    let nothing = || AppError::new(ErrorCode::NothingToPaste, "the clipboard holds no picture");
    let png = desk.desktop.clipboard_picture().await?.ok_or_else(nothing)?;
    // The name is only a name; the time in it is what tells two pasted pictures apart.
    let time = bench.now().iso();
    let name = format!("Pasted {} {}.png", &time[..10], time[11..19].replace(':', "."));
    let size = png.len() as u64;
    add_bytes(desk, &bench, draft_id, &name, &mut Cursor::new(png), size)
}

/// Adds files to a draft of either side by their paths: only ever paths that a dialog or a drop has just named.
pub(crate) async fn take_paths(desk: &Desk, draft_id: &str, paths: Vec<PathBuf>) -> Result<Taken, AppError> {
    let bench = desk.bench();
    let mut adding = Adding::new(&bench, open_file(&bench, draft_id)?);
    // Copying a large file takes a while, and nothing else may wait for it.
    let adding = tokio::task::spawn_blocking(move || {
        for path in paths {
            adding.add_path(&path);
        }
        adding
    })
    .await
    .map_err(|error| AppError::new(ErrorCode::Unexpected, error.to_string()))?;
    Ok(adding.done(desk))
}

/// Adds bytes that are at hand already, under this name.
pub(crate) fn add_bytes(
    desk: &Desk,
    bench: &Arc<Bench>,
    draft_id: &str,
    name: &str,
    bytes: &mut (impl Read + Seek),
    size: u64,
) -> Result<Taken, AppError> {
    let mut adding = Adding::new(bench, open_file(bench, draft_id)?);
    adding.add(name, size, bytes);
    Ok(adding.done(desk))
}

/// One batch of files on their way into a draft.
struct Adding {
    bench: Arc<Bench>,
    draft: Draft,
    added: Vec<EvidenceId>,
    refused: Vec<RefusedFile>,
}

impl Adding {
    fn new(bench: &Arc<Bench>, draft: Draft) -> Self {
        Self { bench: Arc::clone(bench), draft, added: Vec::new(), refused: Vec::new() }
    }

    fn refuse(&mut self, name: &str, reason: RefusedReason) {
        self.refused.push(RefusedFile { name: domain::visible(name), reason });
    }

    fn add_path(&mut self, path: &std::path::Path) {
        match intake::open(path) {
            Ok(mut opened) => self.add(&opened.name.clone(), opened.size, &mut opened.file),
            Err(refused) => {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                self.refuse(&name, reason(refused));
            }
        }
    }

    /// Whether files are looked after here: pictures of some abuse must not be kept by anybody.
    fn is_off(&self) -> bool {
        let fields = serde_json::from_str::<DraftFields>(&self.draft.fields_json);
        fields.is_ok_and(|fields| !compose::takes_evidence(&fields))
    }

    /// Everything after the opening works on the copy: what is judged is what is sent.
    fn add(&mut self, name: &str, size: u64, source: &mut (impl Read + Seek)) {
        if self.is_off() {
            return self.refuse(name, RefusedReason::EvidenceOff);
        }
        let now = self.bench.now();
        let evidence_id = random::evidence_id(&*self.bench.random, now);
        // A file that grows while it is read must not fill the disk.
        let mut bounded = source.take(size + 1);
        let Ok(kept) = self.bench.ledger.evidence_store().keep(&mut bounded, evidence_id.as_str()) else {
            return self.refuse(name, RefusedReason::NotKept);
        };
        let copy = self.bench.ledger.evidence_store().path(&kept.sha256);
        let judged = std::fs::File::open(copy).and_then(|copy| intake::judge(name, copy));
        let (Ok(judged), false) = (judged, kept.size_bytes != size) else {
            return self.refuse(name, RefusedReason::Unreadable);
        };
        let problem = match judged.problem {
            Some(intake::TypeProblem::TypeNotTaken) => Some(FileProblem::TypeNotTaken),
            Some(intake::TypeProblem::Disguised) => Some(FileProblem::Disguised),
            None if kept.size_bytes >= crate::services::phishfort::BODY_LIMIT => Some(FileProblem::TooBig),
            None => None,
        };
        let new = NewEvidence {
            id: evidence_id.clone(),
            draft_id: self.draft.id.clone(),
            name: name.to_owned(),
            sha256: kept.sha256,
            size_bytes: kept.size_bytes,
            kind: word(&kind(judged.kind)),
            media_type: judged.media_type.to_owned(),
            problem: problem.map(|problem| word(&problem)),
            send: true,
            added_at: now,
        };
        match self.bench.ledger.add_evidence(&new) {
            Ok(true) => {
                fail_point::pass("after_evidence_row");
                self.added.push(evidence_id.to_string());
            }
            Ok(false) => self.refuse(name, RefusedReason::AlreadyHere),
            Err(ledger::LedgerError::Stale) => self.refuse(name, RefusedReason::ReportGone),
            Err(_) => self.refuse(name, RefusedReason::NotKept),
        }
    }

    fn done(self, desk: &Desk) -> Taken {
        desk.tell(Notice::CasesChanged { case_id: Some(self.draft.case_id.to_string()) });
        Taken { draft_id: self.draft.id, added: self.added, refused: self.refused }
    }
}

fn reason(refused: intake::Refused) -> RefusedReason {
    match refused {
        intake::Refused::Folder => RefusedReason::Folder,
        intake::Refused::Link => RefusedReason::Link,
        intake::Refused::NotAFile => RefusedReason::NotAFile,
        intake::Refused::Empty => RefusedReason::Empty,
        intake::Refused::TooBig => RefusedReason::TooBig,
        intake::Refused::Unreadable => RefusedReason::Unreadable,
    }
}

fn kind(kind: intake::FileKind) -> FileKind {
    match kind {
        intake::FileKind::Png => FileKind::Png,
        intake::FileKind::Jpeg => FileKind::Jpeg,
        intake::FileKind::Pdf => FileKind::Pdf,
        intake::FileKind::Email => FileKind::Email,
        intake::FileKind::OutlookEmail => FileKind::OutlookEmail,
        intake::FileKind::Text => FileKind::Text,
        intake::FileKind::Csv => FileKind::Csv,
        intake::FileKind::Word => FileKind::Word,
        intake::FileKind::Excel => FileKind::Excel,
        intake::FileKind::Other => FileKind::Other,
    }
}
