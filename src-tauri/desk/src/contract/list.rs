// Every command of the product, once. Both hosts take the whole list, the TypeScript is generated from it, and the
// shell's build script includes this very file to name the same list to Tauri. Nothing but the macro may stand here.

/// Hands the list of commands to the macro named by its argument, as `name(argument: Type, ...) -> Type;` lines.
#[macro_export]
macro_rules! commands {
    ($take:ident) => {
        $take! {
            app_start() -> StartView;
            app_ready() -> Done;
            app_counts() -> CountsView;
            app_about() -> AboutView;
            app_quit(how: QuitChoice) -> Done;
            text_copy(text: String) -> Done;
            preferences_read() -> PreferencesView;
            preferences_save(change: PreferencesChange) -> PreferencesView;
            practice_enter() -> StartView;
            practice_leave() -> StartView;
            practice_reset() -> StartView;
            practice_next(step: PracticeStep) -> Done;
            practice_next_report(step: PracticeReportStep, denial: Option<DenialReason>) -> Done;
            practice_next_site(step: PracticeSiteStep) -> Done;
            practice_checklist() -> ChecklistView;
            practice_sample_email() -> DraftView;
            practice_save_samples() -> SamplesView;
            connection_read(service: Service) -> ConnectionView;
            connection_save_key(service: Service, key: KeyText) -> ConnectionView;
            connection_test(service: Service) -> ConnectionView;
            connection_forget_key(service: Service) -> ConnectionView;
            connection_choose_account(account_id: String) -> ConnectionView;
            draft_create(target: Option<String>) -> DraftView;
            draft_take_text(draft_id: Option<DraftId>, text: String) -> TakenTextView;
            draft_open(draft_id: Option<DraftId>) -> Option<DraftView>;
            draft_save(draft_id: DraftId, fields: DraftFields) -> DraftView;
            draft_check(draft_id: DraftId) -> CheckView;
            draft_send(draft_id: DraftId, fingerprint: String) -> Vec<SubmissionView>;
            draft_delete(draft_id: DraftId) -> Done;
            draft_restore(draft_id: DraftId) -> DraftView;
            evidence_pick(draft_id: DraftId) -> AddedView;
            evidence_paste(draft_id: DraftId) -> AddedView;
            evidence_take_attachment(draft_id: DraftId, evidence_id: EvidenceId, at: u32) -> AddedView;
            evidence_remove(draft_id: DraftId, evidence_id: EvidenceId) -> DraftView;
            evidence_move(draft_id: DraftId, evidence_id: EvidenceId, direction: Direction) -> DraftView;
            evidence_rename(draft_id: DraftId, evidence_id: EvidenceId, name: String) -> DraftView;
            evidence_send(draft_id: DraftId, evidence_id: EvidenceId, send: bool) -> DraftView;
            evidence_thumbnail(evidence_id: EvidenceId) -> PictureView;
            evidence_picture(evidence_id: EvidenceId) -> PictureView;
            evidence_text(evidence_id: EvidenceId) -> TextView;
            personal_remove(draft_id: DraftId, ids: Vec<String>) -> DraftView;
            outbox_list() -> OutboxView;
            outbox_undo(submission_id: SubmissionId) -> UndoneView;
            outbox_pause(submission_id: SubmissionId, paused: bool) -> SubmissionView;
            outbox_send_now(submission_id: SubmissionId) -> SubmissionView;
            outbox_look_again(submission_id: SubmissionId) -> SubmissionView;
            outbox_found(submission_id: SubmissionId, number: String) -> SubmissionView;
            outbox_send_again(submission_id: SubmissionId) -> SubmissionView;
            cases_list(request: CasesRequest) -> CasesView;
            case_read(case_id: CaseId) -> CaseView;
            case_refresh(case_id: CaseId) -> CaseView;
            case_note(case_id: CaseId, text: String) -> CaseView;
            case_report_again(case_id: CaseId, service: Option<Service>) -> DraftView;
            case_settle(submission_id: SubmissionId) -> CaseView;
            case_open_dashboard(case_id: CaseId) -> Done;
            filed_list(request: FiledRequest) -> FiledView;
            filed_refresh() -> FiledView;
            filed_read(report_id: String) -> FiledReportView;
            sites_state() -> SitesView;
            sites_blocks(request: BlocksRequest) -> BlocksView;
            sites_reports(request: ReceivedRequest) -> ReceivedView;
            sites_block(block: BlockRef) -> BlockView;
            sites_report(report_id: String) -> ReceivedReportView;
            sites_refresh() -> SitesView;
            sites_stop() -> SitesView;
            sites_calendar() -> SavedView;
            appeal_begin(blocks: Vec<BlockRef>) -> AppealView;
            appeal_begin_report(report_id: String, form: AppealForm) -> AppealView;
            appeal_open(draft_id: Option<DraftId>) -> Option<AppealView>;
            appeal_save(draft_id: DraftId, fields: AppealFields) -> AppealView;
            appeal_proof_pick(draft_id: DraftId) -> AppealProofView;
            appeal_proof_paste(draft_id: DraftId) -> AppealProofView;
            appeal_proof_remove(draft_id: DraftId, evidence_id: EvidenceId) -> AppealView;
            appeal_check(draft_id: DraftId) -> AppealCheckView;
            appeal_send(draft_id: DraftId, fingerprint: String) -> Vec<SubmissionView>;
            appeal_discard(draft_id: DraftId) -> Done;
        }
    };
}
