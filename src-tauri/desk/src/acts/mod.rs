//! What a person can do, one file per act. The functions that are commands of the contract bear its names.

mod add_evidence;
mod appeal;
mod arrange_evidence;
mod brands;
mod check_report;
mod connect;
mod copy_and_quit;
mod decide;
mod filed;
mod list_cases;
mod list_outbox;
mod open_files;
mod personal;
mod practice_samples;
mod practice_week;
mod practise;
mod prefer;
mod read_case;
mod read_evidence;
mod refresh_case;
mod sites;
mod sites_calendar;
mod start;
mod submit_report;
mod take_attachment;
mod take_text;
mod view_evidence;
mod write_draft;

pub(crate) use add_evidence::take_paths;
pub use add_evidence::{evidence_paste, evidence_pick};
pub(crate) use appeal::APPEAL;
pub use appeal::{
    appeal_begin, appeal_begin_report, appeal_check, appeal_discard, appeal_open, appeal_proof_paste,
    appeal_proof_pick, appeal_proof_remove, appeal_save, appeal_send,
};
pub use arrange_evidence::{evidence_move, evidence_remove, evidence_rename, evidence_send};
pub use check_report::draft_check;
pub(crate) use connect::ACCOUNT;
pub use connect::{
    connection_choose_account, connection_forget_key, connection_read, connection_save_key, connection_test,
};
pub use copy_and_quit::{app_quit, text_copy};
pub use decide::{outbox_found, outbox_look_again, outbox_pause, outbox_send_again, outbox_send_now, outbox_undo};
pub use filed::{filed_list, filed_read, filed_refresh};
pub use list_cases::cases_list;
pub use list_outbox::outbox_list;
pub use open_files::app_ready;
pub(crate) use open_files::{can_take, take_waiting, wait};
pub use personal::personal_remove;
pub use practice_samples::{practice_sample_email, practice_save_samples};
pub use practise::{
    practice_checklist, practice_enter, practice_leave, practice_next, practice_next_report, practice_next_site,
    practice_reset,
};
pub use prefer::{preferences_read, preferences_save};
pub use read_case::{case_note, case_read, case_report_again, case_settle};
pub(crate) use read_evidence::{LastFound, UnseenFill, read_added};
pub use refresh_case::{case_open_dashboard, case_refresh};
pub use sites::{sites_block, sites_blocks, sites_refresh, sites_report, sites_reports, sites_state, sites_stop};
pub use sites_calendar::sites_calendar;
pub use start::{app_about, app_counts, app_start};
pub use submit_report::draft_send;
pub use take_attachment::evidence_take_attachment;
pub use take_text::draft_take_text;
pub use view_evidence::{evidence_picture, evidence_text, evidence_thumbnail};
pub(crate) use write_draft::draft_of;
pub use write_draft::{draft_create, draft_delete, draft_open, draft_restore, draft_save};
