//! Our own sites: small worlds of blocks, asking for a review again and again, and what is held against it.

use desk::commands;
use desk::contract::*;
use jiff::SignedDuration;
use practice::{CfMitigationSeed, CfReceivedSeed, Fault, FaultOrder, SeenRequest, SitesSwitches};
use serde_json::Value;

use super::TestDesk;

/// The shop's report, and the blocks on it: what most journeys are about.
pub(crate) const SHOP: &str = "shop-1";
/// Another report.
pub(crate) const BLOG: &str = "blog-1";

/// Names a block.
pub(crate) fn block(report_id: &str, id: &str) -> BlockRef {
    BlockRef { report_id: report_id.into(), id: id.into() }
}

/// A block with this number that stands so.
pub(crate) fn mitigation(id: &str, status: &str) -> CfMitigationSeed {
    CfMitigationSeed { id: Some(id.into()), status: Some(status.into()), ..CfMitigationSeed::default() }
}

/// A report with this number about a site of ours, and its blocks: number and status.
pub(crate) fn received(id: &str, blocks: &[(&str, &str)]) -> CfReceivedSeed {
    let name: String = id.chars().filter(char::is_ascii_alphanumeric).collect();
    CfReceivedSeed {
        id: Some(id.into()),
        domain: format!("{name}.acme.example"),
        urls: vec![format!("https://{name}.acme.example/sale")],
        mitigations: blocks.iter().map(|(id, status)| mitigation(id, status)).collect(),
        ..CfReceivedSeed::default()
    }
}

/// The same, a DMCA report.
pub(crate) fn dmca(id: &str, blocks: &[(&str, &str)]) -> CfReceivedSeed {
    CfReceivedSeed { kind: Some("DMCA".into()), ..received(id, blocks) }
}

/// What the service answers in place of the truth.
pub(crate) fn answers(status: u16, processed: bool) -> Fault {
    Fault::Status { status, body: None, content_type: None, retry_after: None, processed }
}

#[track_caller]
pub(crate) fn assert_offer(row: &BlockRow, status: BlockStatus, review: ReviewOffer) {
    assert_eq!((row.status, row.review), (status, review), "{row:#?}");
}

/// A confirmed request for a review.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) id: String,
    pub(crate) case_id: String,
    report_id: String,
    /// One of its blocks; none where it is about the whole report.
    block: Option<BlockRef>,
}

impl From<SubmissionView> for Asked {
    fn from(view: SubmissionView) -> Self {
        let SubmissionView { id, case_id, appeal, .. } = view;
        let AppealSentView { report_id, blocks, .. } = appeal.expect("a request for a review");
        Self { id, case_id, report_id, block: blocks.into_iter().next().map(|one| one.block) }
    }
}

impl TestDesk {
    /// A desk with both services connected, on whose person these were reported; it has read them.
    pub(crate) async fn with_sites(reports: Vec<CfReceivedSeed>) -> Self {
        let desk = Self::connected().await;
        desk.receive(reports);
        let sites = commands::sites_refresh(&desk).await.unwrap();
        assert_eq!(sites.following, Following::Works, "{:?}", sites.said);
        desk.pass(60).await;
        desk
    }

    /// Puts reports there, made two days ago where they don't say when.
    pub(crate) fn receive(&self, reports: Vec<CfReceivedSeed>) {
        let days_ago = self.cloudflare().now().saturating_sub(SignedDuration::from_hours(48)).unwrap();
        let made = |seed: CfReceivedSeed| CfReceivedSeed { cdate: seed.cdate.or(Some(days_ago)), ..seed };
        self.cloudflare().seed_received(reports.into_iter().map(made).collect());
    }

    /// The same with the shop's report and these blocks.
    pub(crate) async fn with_shop(blocks: &[(&str, &str)]) -> Self {
        Self::with_sites(vec![received(SHOP, blocks)]).await
    }

    /// Changes how Cloudflare behaves towards our sites.
    pub(crate) fn switch_sites(&self, change: impl FnOnce(&mut SitesSwitches)) {
        let mut switches = self.cloudflare().sites_switches();
        change(&mut switches);
        self.cloudflare().set_sites_switches(switches);
    }

    /// Orders what goes wrong with the next appeal.
    pub(crate) fn spoil_appeal(&self, fault: Fault) {
        let path_contains = Some("/mitigations/appeal".into());
        let order = FaultOrder { method: Some("POST".into()), path_contains, ..FaultOrder::next(fault) };
        self.cloudflare().fault(order);
    }

    pub(crate) async fn sites(&self) -> SitesView {
        commands::sites_state(self).await.unwrap()
    }

    pub(crate) async fn rows(&self, request: BlocksRequest) -> Vec<BlockRow> {
        commands::sites_blocks(self, request).await.unwrap().rows
    }

    pub(crate) async fn block(&self, block: &BlockRef) -> BlockView {
        commands::sites_block(self, block.clone()).await.unwrap()
    }

    pub(crate) async fn row(&self, block: &BlockRef) -> BlockRow {
        self.block(block).await.row
    }

    /// Begins an appeal of these, and gives this reason for all.
    pub(crate) async fn written(&self, blocks: &[BlockRef], reason: AppealReason) -> AppealView {
        let begun = commands::appeal_begin(self, blocks.to_vec()).await.unwrap();
        let mut fields = begun.fields;
        fields.reasons.iter_mut().for_each(|one| one.reason = Some(reason));
        fields.note = "Gone since Monday; Kim of the web team looked.".into();
        commands::appeal_save(self, begun.draft_id, fields).await.unwrap()
    }

    pub(crate) async fn check_appeal(&self, draft_id: &str) -> AppealCheckView {
        commands::appeal_check(self, draft_id.to_owned()).await.unwrap()
    }

    /// What stands in the way of sending.
    pub(crate) async fn appeal_problems(&self, draft_id: &str) -> Vec<AppealProblemCode> {
        self.check_appeal(draft_id).await.problems.into_iter().map(|one| one.code).collect()
    }

    /// Checks and presses the button: everything that it asks, in the order of sending.
    pub(crate) async fn send_appeal(&self, draft_id: &str) -> Result<Vec<Asked>, AppError> {
        let checked = self.check_appeal(draft_id).await;
        let sent = commands::appeal_send(self, draft_id.to_owned(), checked.fingerprint).await?;
        Ok(sent.into_iter().map(Asked::from).collect())
    }

    /// Asks for a review of blocks of one report, and presses the button; nothing has left yet.
    pub(crate) async fn ask(&self, blocks: &[BlockRef]) -> Asked {
        let written = self.written(blocks, AppealReason::Removed).await;
        let asked = self.send_appeal(&written.draft_id).await.unwrap();
        <[Asked; 1]>::try_from(asked).expect("one request").into_iter().next().unwrap()
    }

    /// The same, and lets the undo window end.
    pub(crate) async fn asked(&self, blocks: &[BlockRef]) -> Asked {
        let asked = self.ask(blocks).await;
        self.pass(10).await;
        asked
    }

    /// Where a request stands now, with what was kept of it.
    pub(crate) async fn kept(&self, asked: &Asked) -> AskedView {
        let all = match &asked.block {
            Some(block) => self.block(block).await.asked,
            None => commands::sites_report(self, asked.report_id.clone()).await.unwrap().asked,
        };
        all.into_iter().find(|one| one.submission.id == asked.id).unwrap()
    }

    pub(crate) async fn appeal_now(&self, asked: &Asked) -> SubmissionView {
        self.kept(asked).await.submission
    }

    pub(crate) async fn assert_appeal(
        &self,
        asked: &Asked,
        state: SubmissionState,
        reason: Option<SubmissionReason>,
    ) -> SubmissionView {
        let now = self.appeal_now(asked).await;
        assert_eq!((now.state, now.reason), (state, reason), "{now:#?}");
        now
    }

    /// Takes an appeal back: it, open again.
    pub(crate) async fn undo_appeal(&self, submission_id: &str) -> Result<AppealView, AppError> {
        match commands::outbox_undo(self, submission_id.to_owned()).await? {
            UndoneView::Appeal { appeal } => Ok(appeal),
            UndoneView::Draft { draft } => panic!("an appeal became a report: {draft:#?}"),
        }
    }

    /// Every request that asks for a review, whatever became of it.
    pub(crate) fn appeals(&self) -> Vec<SeenRequest> {
        let all = self.cloudflare().requests().into_iter();
        all.filter(|one| one.method == "POST" && one.path.ends_with("/mitigations/appeal")).collect()
    }

    #[track_caller]
    pub(crate) fn assert_appealed(&self, count: usize) {
        assert_eq!(self.cloudflare().appealed().len(), count, "appeals that Cloudflare processed");
    }

    /// What Cloudflare received is what was shown, to the byte.
    pub(crate) fn assert_appealed_as_shown(&self, shown: &[PreviewView]) {
        let (requests, processed) = (self.appeals(), self.cloudflare().appealed());
        assert_eq!((requests.len(), processed.len()), (shown.len(), shown.len()));
        for ((shown, request), processed) in shown.iter().zip(requests).zip(processed) {
            assert_eq!(shown.method, request.method);
            assert_eq!(shown.url, format!("https://api.cloudflare.com{}", request.path));
            assert_eq!(request.query, None);
            for header in &shown.headers {
                let seen = request.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(&header.name)).unwrap();
                let shown =
                    if header.name.eq_ignore_ascii_case("authorization") { "(left out)" } else { &header.value };
                assert_eq!(seen.1, shown, "{}", header.name);
            }
            let members = shown.parts.iter().map(|part| {
                let value = match &processed.body[&part.name] {
                    Value::String(_) => Value::String(part.value.clone()).to_string(),
                    _ => part.value.clone(),
                };
                format!("{}:{value}", Value::String(part.name.clone()))
            });
            assert_eq!(processed.text, format!("{{{}}}", members.collect::<Vec<_>>().join(",")));
            assert_eq!(shown.bytes as usize, processed.text.len());
        }
    }

    /// What a block's timeline tells, oldest first: what happened, and where the block stands since.
    pub(crate) async fn told_of(&self, block: &BlockRef) -> Vec<(EventKind, Option<BlockStatus>)> {
        let timeline = self.block(block).await.timeline;
        timeline.iter().rev().map(|event| (event.kind, event.block)).collect()
    }
}
