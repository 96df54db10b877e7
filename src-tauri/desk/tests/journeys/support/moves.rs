//! What a person does again and again, and what is held against it.

use desk::commands;
use desk::contract::*;
use practice::{Processed, SeenRequest};

use super::TestDesk;

/// A confirmed report.
#[derive(Debug, Clone)]
pub(crate) struct Sent {
    pub(crate) id: String,
    pub(crate) case_id: String,
    pub(crate) draft_id: String,
}

impl From<SubmissionView> for Sent {
    fn from(view: SubmissionView) -> Self {
        Self { id: view.id, case_id: view.case_id, draft_id: view.draft_id }
    }
}

/// What is filled in for most reports.
pub(crate) fn fields(target: &str) -> DraftFields {
    DraftFields {
        target: target.into(),
        note: "Copies our login page.".into(),
        reported_by: "jo@acme.example".into(),
        ..DraftFields::default()
    }
}

impl TestDesk {
    pub(crate) async fn draft(&self, fields: DraftFields) -> DraftView {
        let draft = commands::draft_create(self, None).await.unwrap();
        commands::draft_save(self, draft.id, fields).await.unwrap()
    }

    /// A draft with these files, each told by name and bytes.
    pub(crate) async fn draft_with(&self, fields: DraftFields, files: &[(&str, &[u8])]) -> DraftView {
        let draft = self.draft(fields).await;
        let paths = files.iter().map(|(name, bytes)| self.file(name, bytes)).collect();
        let added = self.add_files(draft.id, paths).await.unwrap();
        assert_eq!(added.refused, []);
        added.draft.unwrap()
    }

    pub(crate) async fn check(&self, draft_id: &str) -> CheckView {
        commands::draft_check(self, draft_id.to_owned()).await.unwrap()
    }

    /// Checks and presses Send: everything that it tells, in the order of sending.
    pub(crate) async fn send_all(&self, draft_id: &str) -> Result<Vec<Sent>, AppError> {
        let checked = self.check(draft_id).await;
        let sent = commands::draft_send(self, draft_id.to_owned(), checked.fingerprint).await?;
        Ok(sent.into_iter().map(Sent::from).collect())
    }

    /// The same for a draft that tells one thing.
    pub(crate) async fn send(&self, draft_id: &str) -> Result<Sent, AppError> {
        let [only] = <[Sent; 1]>::try_from(self.send_all(draft_id).await?).expect("one report");
        Ok(only)
    }

    /// Takes a report back: its draft, open again.
    pub(crate) async fn undo(&self, submission_id: &str) -> Result<DraftView, AppError> {
        match commands::outbox_undo(self, submission_id.to_owned()).await? {
            UndoneView::Draft { draft } => Ok(draft),
            UndoneView::Appeal { appeal } => panic!("a report became an appeal: {appeal:#?}"),
        }
    }

    /// Reports a web address and presses Send; nothing has left yet.
    pub(crate) async fn report(&self, target: &str) -> Sent {
        let draft = self.draft(fields(target)).await;
        self.send(&draft.id).await.unwrap()
    }

    /// Reports a web address, and lets the undo window end.
    pub(crate) async fn reported(&self, target: &str) -> Sent {
        let sent = self.report(target).await;
        self.pass(10).await;
        sent
    }

    /// Where a report stands now.
    pub(crate) async fn now(&self, sent: &Sent) -> SubmissionView {
        let case = commands::case_read(self, sent.case_id.clone()).await.unwrap();
        case.sent.into_iter().map(|one| one.submission).find(|one| one.id == sent.id).unwrap()
    }

    #[track_caller]
    pub(crate) fn assert_processed(&self, count: usize) {
        assert_eq!(self.phishfort().processed().len(), count, "reports that PhishFort processed");
    }

    pub(crate) async fn assert_state(&self, sent: &Sent, state: SubmissionState, reason: Option<SubmissionReason>) {
        let now = self.now(sent).await;
        assert_eq!((now.state, now.reason), (state, reason), "{now:#?}");
    }

    pub(crate) fn posts(&self) -> Vec<SeenRequest> {
        self.phishfort().requests().into_iter().filter(|request| request.method == "POST").collect()
    }

    /// What PhishFort received last is what was shown, to the byte.
    pub(crate) fn assert_received_as_shown(&self, shown: &CheckView) -> Processed {
        let preview = &shown.previews[0];
        let request = self.posts().pop().unwrap();
        let processed = self.phishfort().processed().pop().unwrap();
        assert_eq!(preview.method, request.method);
        assert_eq!(preview.url, format!("https://capi.phishfort.com{}", request.path));
        for header in &preview.headers {
            let seen = request.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(&header.name)).unwrap();
            let shown = if header.name == "x-api-key" { "(left out)" } else { &header.value };
            assert_eq!(seen.1, shown, "{}", header.name);
        }
        let bytes = u64::from(preview.bytes);
        assert_eq!(shown.draft.size.bytes, preview.bytes, "the meter shows what the preview counts");
        assert_eq!((processed.bytes_announced, processed.bytes_received), (Some(bytes), bytes));
        let (files, texts): (Vec<_>, Vec<_>) = preview.parts.iter().partition(|part| part.media_type.is_some());
        let received = processed.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let mut told: Vec<_> = texts.iter().map(|part| (part.name.as_str(), part.value.as_str())).collect();
        told.sort_unstable();
        assert_eq!(received.collect::<Vec<_>>(), told);
        if files.is_empty() {
            assert!(processed.json.is_some());
        } else {
            let names: Vec<_> = preview.parts.iter().map(|part| &part.name).collect();
            assert_eq!(processed.parts.iter().collect::<Vec<_>>(), names);
        }
        assert_eq!(processed.files.len(), files.len());
        let evidence = shown.draft.evidence.iter().filter(|one| one.send);
        for (number, ((file, part), kept)) in processed.files.iter().zip(&files).zip(evidence).enumerate() {
            assert_eq!(Some(&file.mime), part.media_type.as_ref());
            assert_eq!((&file.name, Some(&file.name)), (&part.value, kept.sent_name.as_ref()));
            assert_eq!((file.size_bytes, &file.sha256), (u64::from(kept.size_bytes), &kept.sha256));
            assert_eq!(Some(file.size_bytes), part.size_bytes.map(u64::from));
            assert!(file.name.starts_with(&format!("{}_{:02}_", preview.reference, number + 1)), "{}", file.name);
        }
        assert_eq!(processed.fields["comment"], preview.comment);
        assert_eq!(preview.comment.lines().last().unwrap(), format!("Reference: {}", preview.reference));
        processed
    }
}
