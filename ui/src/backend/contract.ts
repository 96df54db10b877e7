// Generated from src-tauri/desk/src/contract by `make contract`. Don't edit.

/**
 * What About tells.
 */
export type AboutView = { 
/**
 * The app's version.
 */
version: string, 
/**
 * Where everything is kept.
 */
data_folder: string, 
/**
 * Bytes of evidence, in MB with one decimal.
 */
evidence_mb: string, 
/**
 * Bytes of the ledger, in MB with one decimal.
 */
ledger_mb: string, 
/**
 * SQLite's version.
 */
sqlite: string, 
/**
 * The web view's name and version, where there is one.
 */
engine: string, };

/**
 * What became of files that were dropped, picked or pasted.
 */
export type AddedView = { 
/**
 * The draft with what was added.
 */
draft: DraftView, 
/**
 * What was added; empty when the dialog was cancelled.
 */
added: Array<string>, 
/**
 * What was not.
 */
refused: Array<RefusedFile>, };

/**
 * The one error shape of the contract.
 */
export type AppError = { 
/**
 * What went wrong.
 */
code: ErrorCode, 
/**
 * Details for a disclosure and for logs: the service's own words, or the system's. Never a key.
 */
message: string, 
/**
 * For [`ErrorCode::NotReady`]: everything to mend.
 */
problems: Array<Problem>, };

/**
 * Something at the service that may be our report.
 */
export type CandidateView = { 
/**
 * The service's number of it.
 */
number: string, 
/**
 * When the service says that it was reported.
 */
at: string | null, 
/**
 * Who the service says reported it.
 */
reported_by: string | null, 
/**
 * The service's raw status.
 */
status: string | null, };

/**
 * Which cases are shown.
 */
export type CaseFilter = "all" | "needs_you" | "waiting" | "done" | "drafts";

/**
 * One row of the list.
 */
export type CaseRow = { 
/**
 * The case.
 */
id: string, 
/**
 * Its draft, where it was never sent.
 */
draft_id: string | null, 
/**
 * What it is about; none for an empty draft.
 */
target: TargetView | null, 
/**
 * What was typed, where it can't be read as a target.
 */
typed: string, 
/**
 * Brand or client.
 */
brand: string, 
/**
 * Who was told.
 */
sent_to: Array<Service>, 
/**
 * Where it stands.
 */
status: CaseStatus, 
/**
 * The service's own word for it.
 */
raw_status: string | null, 
/**
 * Whether it waits for the person.
 */
needs_you: boolean, 
/**
 * The service's number.
 */
number: string | null, 
/**
 * When something last happened.
 */
news_at: string, };

/**
 * Where a case stands, on our own scale. `raw` beside it has the service's own word.
 */
export type CaseStatus = "draft" | "sending" | "not_sent" | "unsure" | "pending_review" | "case_building" | "approval_required" | "takedown_ready" | "action_required" | "takedown_in_progress" | "takedown_success" | "takedown_attempt_failed" | "blocklisted" | "pre_weaponised" | "closed" | "other";

/**
 * One whole case.
 */
export type CaseView = { 
/**
 * Its row.
 */
row: CaseRow, 
/**
 * What was asked for.
 */
wish: Wish, 
/**
 * The note as typed.
 */
note: string, 
/**
 * Who gets the status mails.
 */
reported_by: string, 
/**
 * Newest first.
 */
timeline: Array<EventView>, 
/**
 * All evidence of the case.
 */
evidence: Array<EvidenceView>, 
/**
 * What was sent, or will be (`sent_at` tells), word for word, newest first.
 */
sent: Array<SentView>, 
/**
 * Submissions that are not settled.
 */
open: Array<SubmissionView>, 
/**
 * What the service says of the page.
 */
flags: Array<SiteFlag>, 
/**
 * Whether its page at the service can be opened: host and scheme are the service's own.
 */
can_open: boolean, 
/**
 * Whether the service can be asked for news.
 */
can_refresh: boolean, 
/**
 * When the service was last asked.
 */
refreshed_at: string | null, };

/**
 * What to list.
 */
export type CasesRequest = { 
/**
 * Words in the address, brand, number, reference or note; empty for all.
 */
search: string, 
/**
 * Which cases.
 */
filter: CaseFilter, 
/**
 * Only those with news within so many days; 0 for all.
 */
within_days: number, 
/**
 * `next` of the page before; none for the first.
 */
after: string | null, };

/**
 * A page of cases: 100 rows at most.
 */
export type CasesView = { 
/**
 * The rows, newest news first.
 */
rows: Array<CaseRow>, 
/**
 * How many there are in all pages.
 */
total: number, 
/**
 * Asks for the page after this one.
 */
next: string | null, 
/**
 * Counts for the filters.
 */
counts: FilterCounts, 
/**
 * When the services were last asked for news.
 */
refreshed_at: string | null, };

/**
 * A draft, held against everything that is known beforehand.
 */
export type CheckView = { 
/**
 * The draft as it was checked.
 */
draft: DraftView, 
/**
 * What stands in the way; empty when it can be sent.
 */
problems: Array<Problem>, 
/**
 * What would make it stronger, or is worth knowing.
 */
advice: Array<Problem>, 
/**
 * What would be sent; none while the target can't be read.
 */
preview: PreviewView | null, 
/**
 * Names this very state of the draft: sending it needs this back.
 */
fingerprint: string, 
/**
 * Seconds between Send and sending; 0 when undo is off, -1 when it waits for Send now.
 */
undo_seconds: number, };

/**
 * A step, and whether it is done.
 */
export type ChecklistItem = { 
/**
 * Which.
 */
step: ChecklistStep, 
/**
 * Whether it is done.
 */
done: boolean, };

/**
 * One step of the practice checklist.
 */
export type ChecklistStep = "add_evidence" | "send_report" | "undo_once" | "make_time_pass" | "answer_lost" | "connect_for_real";

/**
 * The six steps of practice.
 */
export type ChecklistView = { 
/**
 * In their order.
 */
steps: Array<ChecklistItem>, };

/**
 * A brand or client that PhishFort lets us report for (their sub-client).
 */
export type ClientView = { 
/**
 * PhishFort's id of it.
 */
id: string, 
/**
 * Its name where PhishFort or the person gave one; the id otherwise.
 */
name: string, };

/**
 * How a connection is.
 */
export type ConnectionHealth = "no_key" | "untested" | "works" | "key_refused" | "unreachable" | "failed" | "practice";

/**
 * A service's connection. The key itself never comes back.
 */
export type ConnectionView = { 
/**
 * Which service.
 */
service: Service, 
/**
 * How it is.
 */
health: ConnectionHealth, 
/**
 * The last four characters of the key.
 */
key_tail: string | null, 
/**
 * Where the key is kept.
 */
key_place: KeyPlace | null, 
/**
 * The key store's name, as people know it.
 */
store_name: string, 
/**
 * What is wrong with the key store.
 */
store_problem: KeyStoreProblem | null, 
/**
 * When it was last tried.
 */
checked_at: string | null, 
/**
 * The account's name as the service tells it.
 */
account: string | null, 
/**
 * The brands or clients that the service names.
 */
clients: Array<ClientView>, 
/**
 * The service's own words, when something is wrong.
 */
said: string | null, };

/**
 * Numbers beside the places.
 */
export type CountsView = { 
/**
 * Cases, drafts included.
 */
cases: number, 
/**
 * Cases that wait for the person.
 */
needs_you: number, 
/**
 * Submissions that are not settled.
 */
outbox: number, 
/**
 * Of those, how many wait for the person.
 */
outbox_needs_you: number, 
/**
 * Whether the last request could not reach its service.
 */
offline: boolean, 
/**
 * Whether a service has a key.
 */
connected: boolean, 
/**
 * In practice: real submissions that wait until practice is left.
 */
real_waiting: number, 
/**
 * Whether the ledger can't be written at the moment, so that nothing is sent.
 */
storage_failing: boolean, };

/**
 * Where a piece of evidence moves in the order.
 */
export type Direction = "up" | "down";

/**
 * A command that only does something.
 */
export type Done = Record<symbol, never>;

/**
 * Everything a person fills in for a report. Saved as typed; a draft may be as wrong as it likes.
 */
export type DraftFields = { 
/**
 * What is suspicious, as typed: a web address or domain, an e-mail address, a phone number, an IPv4 address.
 */
target: string, 
/**
 * What should happen.
 */
wish: Wish, 
/**
 * What the analyst should know.
 */
note: string, 
/**
 * E-mail address that gets PhishFort's status mails; empty for none.
 */
reported_by: string, 
/**
 * PhishFort's id of the brand or client that the report is for; empty for the account's own.
 */
client_id: string, 
/**
 * Phone only: the number that was called or written to.
 */
phone_received_on: string, 
/**
 * Phone only: the day of the call or message, `YYYY-MM-DD`.
 */
phone_date: string, 
/**
 * Phone only: the time of day, `HH:MM`.
 */
phone_time: string, 
/**
 * Phone only: the time zone of day and time, as `Europe/Zurich` or `UTC+1`.
 */
phone_zone: string, 
/**
 * IPv4 only: a harmful web address that is served from it.
 */
ip_address_on_it: string, };

/**
 * A report being written.
 */
export type DraftView = { 
/**
 * The draft.
 */
id: string, 
/**
 * The case it belongs to.
 */
case_id: string, 
/**
 * When it was last saved.
 */
saved_at: string, 
/**
 * What is filled in.
 */
fields: DraftFields, 
/**
 * The target as it was understood; none while it can't be read.
 */
target: TargetView | null, 
/**
 * What kind of target the text looks like, even when it can't be read yet.
 */
kind: TargetKind | null, 
/**
 * Its evidence, in the order in which it would be sent.
 */
evidence: Array<EvidenceView>, 
/**
 * Size of the request as it stands.
 */
size: SizeView, 
/**
 * The brands or clients that can be chosen.
 */
clients: Array<ClientView>, };

/**
 * Why a command did not do what it was asked. The window has words for every code; a code without words does not compile.
 */
export type ErrorCode = "not_found" | "bad_request" | "not_ready" | "draft_changed" | "too_late" | "key_missing" | "key_refused" | "key_unlikely" | "unreachable" | "slow_down" | "service_failed" | "not_known_there" | "no_window" | "dialog_open" | "nothing_to_paste" | "no_preview" | "storage_failed" | "storage_in_use" | "storage_damaged" | "storage_newer" | "practice_only" | "practice_no_key" | "wait_for_reports" | "unexpected";

/**
 * What happened.
 */
export type EventKind = "draft_made" | "confirmed" | "undone" | "held" | "sent" | "deferred" | "accepted" | "rejected" | "answer_lost" | "looked" | "found" | "needs_person" | "send_again" | "status_changed" | "service_said" | "note_added" | "other";

/**
 * One entry of the timeline.
 */
export type EventView = { 
/**
 * When.
 */
at: string, 
/**
 * What.
 */
kind: EventKind, 
/**
 * Which service.
 */
service: Service | null, 
/**
 * For status changes: the new status.
 */
status: CaseStatus | null, 
/**
 * For status changes: the service's own word.
 */
raw_status: string | null, 
/**
 * Why, for what went wrong.
 */
reason: SubmissionReason | null, 
/**
 * For looks: what was found.
 */
look: LookResult | null, 
/**
 * A note, or the service's own words.
 */
text: string | null, 
/**
 * The service's number.
 */
number: string | null, 
/**
 * Files that were sent.
 */
files: number | null, 
/**
 * Bytes that were sent.
 */
bytes: number | null, };

/**
 * One piece of evidence of a draft or case.
 */
export type EvidenceView = { 
/**
 * The evidence.
 */
id: string, 
/**
 * Its name here; it can be changed.
 */
name: string, 
/**
 * The name it is sent under, reference code in front; none when it is not sent.
 */
sent_name: string | null, 
/**
 * What it is, by its content.
 */
kind: FileKind, 
/**
 * Its media type as sent; `application/octet-stream` for a type that PhishFort does not take.
 */
media_type: string, 
/**
 * Its size.
 */
size_bytes: number, 
/**
 * SHA-256 of its bytes, in hex.
 */
sha256: string, 
/**
 * Whether it goes to PhishFort, or stays with the case only.
 */
send: boolean, 
/**
 * Why PhishFort would not take it.
 */
problem: FileProblem | null, 
/**
 * Whether there is a picture to show.
 */
has_picture: boolean, 
/**
 * Whether there is text to show.
 */
has_text: boolean, };

/**
 * A field of the report form, for placing a problem.
 */
export type FieldId = "target" | "note" | "reported_by" | "client_id" | "phone_received_on" | "phone_date" | "phone_time" | "phone_zone" | "ip_address_on_it" | "evidence" | "key";

/**
 * What a file is.
 */
export type FileKind = "png" | "jpeg" | "pdf" | "email" | "outlook_email" | "text" | "csv" | "word" | "excel" | "other";

/**
 * Why PhishFort would not take a file.
 */
export type FileProblem = "type_not_taken" | "disguised" | "too_big";

/**
 * How many cases each filter holds under the same search.
 */
export type FilterCounts = { all: number, needs_you: number, waiting: number, done: number, drafts: number, };

/**
 * Where a key is kept.
 */
export type KeyPlace = "key_store" | "until_quit";

/**
 * What is wrong with the operating system's key store.
 */
export type KeyStoreProblem = "missing" | "no_answer" | "failed";

/**
 * A key on its way to the key store. It can't be read, printed or sent back.
 */
export type KeyText = string;

/**
 * What a look at the service found.
 */
export type LookResult = "exact" | "candidates" | "absent" | "error";

/**
 * One look at the service.
 */
export type LookView = { 
/**
 * When.
 */
at: string, 
/**
 * What it found.
 */
result: LookResult, };

/**
 * Which data and services the window works with.
 */
export type Mode = "choosing" | "practice" | "real";

/**
 * Something changed: the window re-reads what it shows.
 */
export type Notice = { "kind": "cases_changed", 
/**
 * Which; none for all.
 */
case_id: string | null, } | { "kind": "outbox_changed", 
/**
 * Which.
 */
submission_id: string, } | { "kind": "upload", 
/**
 * Which submission.
 */
submission_id: string, 
/**
 * Bytes handed to the network.
 */
bytes_handed: number, 
/**
 * Bytes in all.
 */
bytes_total: number, } | { "kind": "connection_changed" } | { "kind": "preferences_changed" } | { "kind": "files_over", 
/**
 * How many.
 */
count: number, } | { "kind": "files_left" } | { "kind": "files_reading", 
/**
 * How many.
 */
count: number, } | { "kind": "files_dropped", 
/**
 * The draft that they belong to now; none when there is none.
 */
draft_id: string | null, 
/**
 * How many were added.
 */
added: number, 
/**
 * What was not.
 */
refused: Array<RefusedFile>, 
/**
 * Why nothing could be added at all.
 */
failed: ErrorCode | null, } | { "kind": "quit_asked", 
/**
 * How many confirmed reports have not been sent, or are being sent; 0 needs no question.
 */
count: number, };

/**
 * Everything that is not settled.
 */
export type OutboxView = { 
/**
 * What needs the person comes first, then what is on its way, then what was refused.
 */
submissions: Array<SubmissionView>, 
/**
 * Whether the whole queue waits for a key.
 */
paused_for_key: boolean, };

/**
 * One part of a request: a JSON member, or a form field.
 */
export type PartView = { 
/**
 * The service's name of it.
 */
name: string, 
/**
 * Its text; for a file, the name it is sent under.
 */
value: string, 
/**
 * For a file: its media type.
 */
media_type: string | null, 
/**
 * For a file: its size.
 */
size_bytes: number | null, };

/**
 * A picture, decoded and scaled on the host so that the page needs no image address.
 */
export type PictureView = { 
/**
 * Pixels across.
 */
width: number, 
/**
 * Pixels down.
 */
height: number, 
/**
 * RGBA, 8 bits each, row by row, in base64.
 */
rgba_base64: string, 
/**
 * Pixels across in the file itself.
 */
full_width: number, 
/**
 * Pixels down in the file itself.
 */
full_height: number, };

/**
 * What the practice services do next.
 */
export type PracticeStep = "accepted" | "question" | "taken_down" | "failed" | "lose_answer" | "refuse_key" | "slow_down" | "unreachable";

/**
 * What of the preferences changes; what is left out stays.
 */
export type PreferencesChange = { name?: string, email?: string, brands?: Array<string>, own_sites?: Array<string>, undo_seconds?: number, theme?: Theme, zoom_percent?: number, client_id?: string, clients?: Array<ClientView>, set_up?: boolean, };

/**
 * Preferences that are no secret.
 */
export type PreferencesView = { 
/**
 * The person's name.
 */
name: string, 
/**
 * E-mail address that gets the status mails.
 */
email: string, 
/**
 * Our brands.
 */
brands: Array<string>, 
/**
 * Our own sites and domains: never reported by mistake.
 */
own_sites: Array<string>, 
/**
 * Those of them that can't be read as a site or domain, and so protect nothing.
 */
unreadable_sites: Array<string>, 
/**
 * Seconds between Send and sending; 0 asks instead, -1 waits for Send now.
 */
undo_seconds: number, 
/**
 * Light, dark, or as the system.
 */
theme: Theme, 
/**
 * What the system shows now, where the host can tell.
 */
system_theme: Theme | null, 
/**
 * Zoom of the window, in percent.
 */
zoom_percent: number, 
/**
 * PhishFort's brand or client that new reports are for.
 */
client_id: string, 
/**
 * Brands or clients that the person typed, where PhishFort names none.
 */
clients: Array<ClientView>, 
/**
 * Whether setting up was finished.
 */
set_up: boolean, };

/**
 * Exactly what a service would receive, without the key.
 */
export type PreviewView = { 
/**
 * `POST`.
 */
method: string, 
/**
 * The whole address that it goes to.
 */
url: string, 
/**
 * Its headers; the key is shown as dots.
 */
headers: Array<PartView>, 
/**
 * Its parts, in order.
 */
parts: Array<PartView>, 
/**
 * Bytes of the body.
 */
bytes: number, 
/**
 * The reference code that finds it again.
 */
reference: string, 
/**
 * The comment as PhishFort gets it, reference line included.
 */
comment: string, };

/**
 * One thing to mend, or one piece of advice.
 */
export type Problem = { 
/**
 * What it is.
 */
code: ProblemCode, 
/**
 * Where it is mended.
 */
field: FieldId, 
/**
 * The file that it is about.
 */
evidence_id: string | null, 
/**
 * An earlier case that it is about.
 */
case_id: string | null, 
/**
 * How many there are.
 */
count: number | null, 
/**
 * How many there may be.
 */
limit: number | null, 
/**
 * What it names.
 */
text: string | null, };

/**
 * What stands in the way of sending, or would make the report stronger.
 */
export type ProblemCode = "target_missing" | "target_unreadable" | "web_unreadable" | "email_unreadable" | "phone_unreadable" | "ip_unreadable" | "ipv6" | "several_targets" | "own_domain" | "mail_provider" | "shared_host" | "private_address" | "note_too_long" | "reporter_unreadable" | "client_unreadable" | "phone_received_on_missing" | "phone_received_on_unreadable" | "phone_date_missing" | "phone_date_unreadable" | "phone_time_missing" | "phone_time_unreadable" | "phone_zone_missing" | "ip_address_missing" | "ip_address_unreadable" | "too_many_files" | "too_big" | "file_not_taken" | "file_damaged" | "key_missing" | "no_reporter" | "no_picture" | "no_original_mail" | "no_note" | "reported_before" | "no_path";

/**
 * What happens to unsent reports when the app ends.
 */
export type QuitChoice = "send_now" | "keep";

/**
 * A file that was not added.
 */
export type RefusedFile = { 
/**
 * Its name.
 */
name: string, 
/**
 * Why.
 */
reason: RefusedReason, };

/**
 * Why a file was not added.
 */
export type RefusedReason = "folder" | "link" | "not_a_file" | "empty" | "too_big" | "unreadable" | "already_here" | "report_gone" | "not_kept";

/**
 * Sample files that were saved.
 */
export type SamplesView = { 
/**
 * The folder, for the person to read; none when the dialog was cancelled.
 */
folder: string | null, 
/**
 * Their names.
 */
names: Array<string>, };

/**
 * A file as it was sent.
 */
export type SentFileView = { 
/**
 * The name it was sent under.
 */
name: string, 
/**
 * Its size.
 */
size_bytes: number, 
/**
 * SHA-256 of its bytes, in hex.
 */
sha256: string, };

/**
 * A submission word for word: sent where its `sent_at` says when, about to be else.
 */
export type SentView = { 
/**
 * The submission.
 */
submission: SubmissionView, 
/**
 * Exactly what was sent.
 */
preview: PreviewView, 
/**
 * Its files, by hash.
 */
files: Array<SentFileView>, 
/**
 * The service's message with its answer.
 */
message: string | null, };

/**
 * A service that reports go to.
 */
export type Service = "phishfort";

/**
 * What PhishFort says of the page, as named flags; unknown ones come as they are.
 */
export type SiteFlag = { 
/**
 * The service's name of the flag.
 */
name: string, 
/**
 * Whether it is set.
 */
set: boolean, };

/**
 * How much of PhishFort's limits a report uses.
 */
export type SizeView = { 
/**
 * Files that would be sent.
 */
files: number, 
/**
 * Most files one report takes: 12.
 */
files_max: number, 
/**
 * Bytes of the whole request body, to the byte.
 */
bytes: number, 
/**
 * The body must be smaller than this many bytes: 10,485,760.
 */
bytes_limit: number, };

/**
 * What the window needs before its first frame.
 */
export type StartView = { 
/**
 * Which data and services.
 */
mode: Mode, 
/**
 * The preferences.
 */
preferences: PreferencesView, 
/**
 * Whether the preferences could not be read and are the defaults; said once.
 */
preferences_reset: boolean, 
/**
 * Whether the app ended without closing last time.
 */
ended_badly: boolean, 
/**
 * The app's version.
 */
version: string, 
/**
 * How many reports are kept back since the app closed too early.
 */
held: number, 
/**
 * Whether practice was open last time and could not be opened now, so that this is the real thing.
 */
practice_failed: boolean, };

/**
 * Why a submission stands where it stands.
 */
export type SubmissionReason = "app_closed" | "unreachable" | "slow_down" | "key_missing" | "key_refused" | "broke_off" | "no_answer" | "unreadable_answer" | "service_failed" | "ended_while_sending" | "not_found_there" | "perhaps_found" | "cannot_look" | "already_there" | "refused" | "too_big" | "redirected" | "person_found" | "found_there" | "file_damaged" | "too_many_tries";

/**
 * Where a submission stands.
 */
export type SubmissionState = "held" | "queued" | "sending" | "deferred" | "unsure" | "needs_person" | "accepted" | "rejected" | "undone";

/**
 * One confirmed intention to tell one service one thing.
 */
export type SubmissionView = { 
/**
 * The submission.
 */
id: string, 
/**
 * Its case.
 */
case_id: string, 
/**
 * The draft that it was made from.
 */
draft_id: string, 
/**
 * Who is told.
 */
service: Service, 
/**
 * What is asked for.
 */
wish: Wish, 
/**
 * About what.
 */
target: TargetView, 
/**
 * Where it stands.
 */
state: SubmissionState, 
/**
 * Why.
 */
reason: SubmissionReason | null, 
/**
 * The service's own words.
 */
said: string | null, 
/**
 * The reference code.
 */
reference: string, 
/**
 * When the person pressed Send.
 */
confirmed_at: string, 
/**
 * When it goes, or goes again.
 */
due_at: string | null, 
/**
 * Milliseconds until then, by the host's clock; 0 when it is due, none when nothing is due.
 */
due_in_ms: number | null, 
/**
 * Whether the undo clock stands still.
 */
paused: boolean, 
/**
 * When it was last sent, in a way that it may have arrived; none while nothing of it can have.
 */
sent_at: string | null, 
/**
 * Every look since then.
 */
looks: Array<LookView>, 
/**
 * When the next look comes.
 */
next_look_at: string | null, 
/**
 * What may be it.
 */
candidates: Array<CandidateView>, 
/**
 * Files in it.
 */
files: number, 
/**
 * Bytes of its request.
 */
bytes_total: number, 
/**
 * Bytes handed to the network so far, while it is being sent.
 */
bytes_handed: number, 
/**
 * The service's number, once accepted.
 */
number: string | null, 
/**
 * Whether it can be taken back: nothing has left this computer.
 */
can_undo: boolean, };

/**
 * The four kinds of target.
 */
export type TargetKind = "web" | "email" | "phone" | "ipv4";

/**
 * A target, ready to be shown: `before` + `domain` + `after` is the defanged text.
 */
export type TargetView = { 
/**
 * Its kind.
 */
kind: TargetKind, 
/**
 * Defanged text before the registrable domain.
 */
before: string, 
/**
 * The registrable domain, defanged; the whole text for a phone number or an IP address.
 */
domain: string, 
/**
 * Defanged text after the domain.
 */
after: string, 
/**
 * The name as it looks in Unicode, defanged, where that differs.
 */
unicode: string | null, 
/**
 * What deceives the eye.
 */
warnings: Array<TargetWarning>, 
/**
 * The real thing, as it is sent: for the second copy act alone, never shown as a link.
 */
exact: string, };

/**
 * Something about an address that deceives the eye.
 */
export type TargetWarning = "look_alike_letters" | "hidden_characters" | "user_in_address";

/**
 * A file's text, what can't be seen made visible.
 */
export type TextView = { 
/**
 * The text.
 */
text: string, 
/**
 * Whether the file goes on after it.
 */
cut: boolean, };

/**
 * Light, dark, or as the system.
 */
export type Theme = "system" | "light" | "dark";

/**
 * What should happen to the target.
 */
export type Wish = "takedown" | "monitor";

/** Every command: what it takes and what it gives. A refusal is an `AppError`. */
export interface Commands {
  app_start: { args: Record<string, never>; returns: StartView };
  app_counts: { args: Record<string, never>; returns: CountsView };
  app_about: { args: Record<string, never>; returns: AboutView };
  app_quit: { args: { how: QuitChoice }; returns: Done };
  text_copy: { args: { text: string }; returns: Done };
  preferences_read: { args: Record<string, never>; returns: PreferencesView };
  preferences_save: { args: { change: PreferencesChange }; returns: PreferencesView };
  practice_enter: { args: Record<string, never>; returns: StartView };
  practice_leave: { args: Record<string, never>; returns: StartView };
  practice_reset: { args: Record<string, never>; returns: StartView };
  practice_next: { args: { step: PracticeStep }; returns: Done };
  practice_checklist: { args: Record<string, never>; returns: ChecklistView };
  practice_sample_email: { args: Record<string, never>; returns: DraftView };
  practice_save_samples: { args: Record<string, never>; returns: SamplesView };
  connection_read: { args: { service: Service }; returns: ConnectionView };
  connection_save_key: { args: { service: Service; key: KeyText }; returns: ConnectionView };
  connection_test: { args: { service: Service }; returns: ConnectionView };
  connection_forget_key: { args: { service: Service }; returns: ConnectionView };
  draft_create: { args: { target: string | null }; returns: DraftView };
  draft_open: { args: { draft_id: string | null }; returns: DraftView | null };
  draft_save: { args: { draft_id: string; fields: DraftFields }; returns: DraftView };
  draft_check: { args: { draft_id: string }; returns: CheckView };
  draft_send: { args: { draft_id: string; fingerprint: string }; returns: SubmissionView };
  draft_delete: { args: { draft_id: string }; returns: Done };
  draft_restore: { args: { draft_id: string }; returns: DraftView };
  evidence_pick: { args: { draft_id: string }; returns: AddedView };
  evidence_paste: { args: { draft_id: string }; returns: AddedView };
  evidence_remove: { args: { draft_id: string; evidence_id: string }; returns: DraftView };
  evidence_move: { args: { draft_id: string; evidence_id: string; direction: Direction }; returns: DraftView };
  evidence_rename: { args: { draft_id: string; evidence_id: string; name: string }; returns: DraftView };
  evidence_send: { args: { draft_id: string; evidence_id: string; send: boolean }; returns: DraftView };
  evidence_thumbnail: { args: { evidence_id: string }; returns: PictureView };
  evidence_picture: { args: { evidence_id: string }; returns: PictureView };
  evidence_text: { args: { evidence_id: string }; returns: TextView };
  outbox_list: { args: Record<string, never>; returns: OutboxView };
  outbox_undo: { args: { submission_id: string }; returns: DraftView };
  outbox_pause: { args: { submission_id: string; paused: boolean }; returns: SubmissionView };
  outbox_send_now: { args: { submission_id: string }; returns: SubmissionView };
  outbox_look_again: { args: { submission_id: string }; returns: SubmissionView };
  outbox_found: { args: { submission_id: string; number: string }; returns: SubmissionView };
  outbox_send_again: { args: { submission_id: string }; returns: SubmissionView };
  cases_list: { args: { request: CasesRequest }; returns: CasesView };
  case_read: { args: { case_id: string }; returns: CaseView };
  case_refresh: { args: { case_id: string }; returns: CaseView };
  case_note: { args: { case_id: string; text: string }; returns: CaseView };
  case_report_again: { args: { case_id: string }; returns: DraftView };
  case_open_dashboard: { args: { case_id: string }; returns: Done };
}
