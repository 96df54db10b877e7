// Generated from src-tauri/desk/src/contract by `make contract`. Don't edit.

/**
 * Whether an account may do something, as far as can be known without filing anything.
 */
export type Ability = "unknown" | "yes" | "not_permitted" | "not_entitled";

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
 * An account that a key can act for.
 */
export type AccountView = { 
/**
 * The service's id of it.
 */
id: string, 
/**
 * Its name.
 */
name: string, };

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
 * What is suspicious was filled in from it, or can be chosen.
 */
filled: boolean, 
/**
 * What was not.
 */
refused: Array<RefusedFile>, };

/**
 * A part of a web address.
 */
export type AddressPart = "user" | "host" | "path" | "query" | "fragment";

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
 * Whether an appeal can be sent, and exactly what would be.
 */
export type AppealCheckView = { 
/**
 * What stands in the way.
 */
problems: Array<AppealProblem>, 
/**
 * The requests, one a report.
 */
previews: Array<PreviewView>, 
/**
 * Names what was checked: sending asks for it.
 */
fingerprint: string, };

/**
 * A field of the dialog, for placing a problem.
 */
export type AppealField = "reasons" | "note" | "full_name" | "company" | "street_address" | "city" | "state" | "country" | "zip_code" | "phone_number" | "email" | "urls" | "counter_notice_response" | "perjury_attestation" | "jurisdiction_consent" | "signature";

/**
 * Everything a person fills in for an appeal. Saved as typed.
 */
export type AppealFields = { 
/**
 * Which form. Fixed when it is begun.
 */
form: AppealForm, 
/**
 * For blocks: which, and why. A block that it was begun for can be left out, and put back.
 */
reasons: Array<BlockReason>, 
/**
 * For blocks: all that it was begun for, those that were left out included. Fixed when it is begun.
 */
begun: Array<BlockRef>, 
/**
 * For a whole report: which. Fixed when it is begun.
 */
report_id: string, 
/**
 * A private note: whether it is really gone, and who confirmed it. It is not sent.
 */
note: string, 
/**
 * For a counter-notice.
 */
notice: CounterNoticeFields, };

/**
 * The documented forms of an appeal.
 */
export type AppealForm = "blocks" | "content_removed" | "counter_notice";

/**
 * One thing that stands in the way.
 */
export type AppealProblem = { 
/**
 * What.
 */
code: AppealProblemCode, 
/**
 * Where.
 */
field: AppealField | null, 
/**
 * About which block.
 */
block: BlockRef | null, 
/**
 * What was typed, defanged.
 */
text: string | null, 
/**
 * How many there are.
 */
count: number | null, 
/**
 * How many there may be.
 */
limit: number | null, };

/**
 * What stands in the way of sending an appeal.
 */
export type AppealProblemCode = "reason_missing" | "not_offered" | "no_blocks" | "not_eligible" | "appeal_open" | "note_too_long" | "missing" | "email_unreadable" | "url_unreadable" | "several_hosts" | "url_twice" | "too_many_urls" | "not_ticked" | "key_missing" | "account_missing";

/**
 * An appeal after proof was added.
 */
export type AppealProofView = { 
/**
 * The appeal.
 */
appeal: AppealView, 
/**
 * What was added; empty when the dialog was cancelled.
 */
added: Array<string>, 
/**
 * What was not.
 */
refused: Array<RefusedFile>, };

/**
 * Why a block should go. No free text can be added.
 */
export type AppealReason = "removed" | "misclassified";

/**
 * What was asked of a report about us.
 */
export type AppealSentView = { 
/**
 * In which form.
 */
form: AppealForm, 
/**
 * About which report.
 */
report_id: string, 
/**
 * The blocks, with a reason each.
 */
blocks: Array<BlockReason>, };

/**
 * An appeal being written.
 */
export type AppealView = { 
/**
 * Its draft.
 */
draft_id: string, 
/**
 * The file that it is kept in: note, proof, what was sent.
 */
case_id: string, 
/**
 * What is filled in.
 */
fields: AppealFields, 
/**
 * The blocks, as they stand now, in the order of `fields.begun`.
 */
blocks: Array<BlockRow>, 
/**
 * For a whole report: it.
 */
report: ReceivedRow | null, 
/**
 * For a whole report: whether it can be answered; none where Cloudflare did not say.
 */
eligibility: EligibilityView | null, 
/**
 * For a whole report: how asking Cloudflare went.
 */
following: Following, 
/**
 * The service's own words, when something is wrong.
 */
said: string | null, 
/**
 * Our own proof. It is not sent: Cloudflare takes no files.
 */
proof: Array<EvidenceView>, 
/**
 * When it was last saved.
 */
saved_at: string, };

/**
 * One time that we asked for a review.
 */
export type AskedView = { 
/**
 * The request.
 */
submission: SubmissionView, 
/**
 * Our own note, which was not sent.
 */
note: string, 
/**
 * Our own proof, which was not sent.
 */
proof: Array<EvidenceView>, 
/**
 * Exactly what was sent, or will be.
 */
preview: PreviewView, };

/**
 * A file inside a mail.
 */
export type AttachmentView = { 
/**
 * Its place, for taking it out.
 */
at: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Its size.
 */
size_bytes: number, 
/**
 * It is a mail.
 */
is_mail: boolean, 
/**
 * It belongs to the mail's text, as a logo does.
 */
inline: boolean, 
/**
 * A file of this name and size is among the evidence already.
 */
taken: boolean, };

/**
 * A check of the sender, as the mail states it.
 */
export type AuthCheckView = { 
/**
 * `spf`, `dkim`, `dmarc`, …
 */
method: string, 
/**
 * `pass`, `fail`, …
 */
result: string, 
/**
 * Who says so, defanged; may be empty.
 */
by: string, };

/**
 * How many blocks there are under the same search and filters, the status filter left out.
 */
export type BlockCounts = { all: number, pending: number, active: number, in_review: number, cancelled: number, removed: number, other: number, };

/**
 * What Cloudflare did. Its words are free since autumn 2026.
 */
export type BlockKind = "account_suspend" | "copyright_interstitial" | "geo_block" | "legal_block" | "malware_interstitial" | "misleading_interstitial" | "network_block" | "phishing_interstitial" | "playfairite_enforce" | "r2_takedown_account" | "r2_takedown_bucket" | "r2_takedown_object" | "rate_limit_cache" | "redirect_video_stream" | "zone_fint" | "registrar_freeze" | "registrar_parking" | "stream_block_account" | "user_suspend" | "workers_takedown_by_zone_id" | "other";

/**
 * A block, and why it should go.
 */
export type BlockReason = { 
/**
 * The block.
 */
block: BlockRef, 
/**
 * Why; none while nothing is chosen.
 */
reason: AppealReason | null, };

/**
 * Names a block: the service's numbers of its report and of itself. Whether the second alone is unique is not
 * documented.
 */
export type BlockRef = { 
/**
 * The report that led to it.
 */
report_id: string, 
/**
 * The mitigation.
 */
id: string, };

/**
 * One block in the list.
 */
export type BlockRow = { 
/**
 * The block.
 */
block: BlockRef, 
/**
 * What it is on.
 */
place: PlaceView, 
/**
 * What Cloudflare did.
 */
kind: BlockKind, 
/**
 * The service's word for that.
 */
raw_kind: string, 
/**
 * How far it is.
 */
status: BlockStatus, 
/**
 * The service's word for that.
 */
raw_status: string, 
/**
 * When it starts or started; none where the service's time can't be read.
 */
effective_at: string | null, 
/**
 * The service's own text of that time.
 */
raw_effective: string, 
/**
 * Milliseconds until it starts, by the host's clock; only for what is about to start within 49 days, and 0 once the
 * time is past.
 */
starts_in_ms: number | null, 
/**
 * When we first saw it so.
 */
since: string, 
/**
 * When a read of its report stopped showing it; none while Cloudflare shows it.
 */
gone_at: string | null, 
/**
 * Whether a review may be asked for.
 */
review: ReviewOffer, 
/**
 * When we last asked for a review of it, and it was sent or waits to be.
 */
asked_at: string | null, 
/**
 * Whether a review was decided against us: it was open, and the block is in force again.
 */
kept: boolean, 
/**
 * Whether its report is a DMCA report: then the whole report can be answered as well.
 */
dmca: boolean, };

/**
 * What a block is put on.
 */
export type BlockScope = "url_pattern" | "zone" | "account" | "custom_expression" | "other";

/**
 * What blocks are sorted by.
 */
export type BlockSort = "clock" | "place" | "kind" | "scope" | "status" | "effective_date";

/**
 * How far a block is.
 */
export type BlockStatus = "pending" | "active" | "in_review" | "cancelled" | "removed" | "other";

/**
 * One block with all that is known of it.
 */
export type BlockView = { 
/**
 * Its row.
 */
row: BlockRow, 
/**
 * The report that led to it.
 */
report: ReceivedRow, 
/**
 * The addresses that the report names.
 */
addresses: Array<TargetView>, 
/**
 * What was reported, and by whom.
 */
details: Array<FiledDetail>, 
/**
 * What happened, newest first.
 */
timeline: Array<EventView>, 
/**
 * What we asked, newest first.
 */
asked: Array<AskedView>, };

/**
 * Which blocks to list. What is empty asks for all.
 */
export type BlocksRequest = { 
/**
 * Words in the address, the domain or a number.
 */
search: string, 
/**
 * Only those that stand so.
 */
status: BlockStatus | null, 
/**
 * Only those of this kind, in the service's word.
 */
raw_kind: string | null, 
/**
 * Only those that are put on this.
 */
scope: BlockScope | null, 
/**
 * Only those of this report.
 */
report_id: string | null, 
/**
 * Only those that start at or after this moment.
 */
starts_from: string | null, 
/**
 * Only those that start before this moment.
 */
starts_before: string | null, 
/**
 * By what they are sorted.
 */
sort: BlockSort, 
/**
 * In which order. The clock has its own.
 */
order: SortOrder, 
/**
 * `next` of the page before; none for the first.
 */
after: string | null, };

/**
 * A page of blocks: 100 rows at most.
 */
export type BlocksView = { 
/**
 * The rows.
 */
rows: Array<BlockRow>, 
/**
 * How many there are in all pages.
 */
total: number, 
/**
 * Asks for the page after this one.
 */
next: string | null, 
/**
 * Counts for the filter of statuses.
 */
counts: BlockCounts, 
/**
 * The kinds that occur, most frequent first.
 */
kinds: Array<WordCount>, };

/**
 * How the suspicious mail came to us.
 */
export type Came = "itself" | "attached" | "inline";

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
 * Where it stands: of all that was sent, what presses most.
 */
status: CaseStatus, 
/**
 * The service's own word for it.
 */
raw_status: string | null, 
/**
 * Cloudflare's ground, where that is a refusal.
 */
denial: DenialReason | null, 
/**
 * The service's own word for that ground.
 */
raw_denial: string | null, 
/**
 * Whose status it is; none for a draft.
 */
status_of: Service | null, 
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
export type CaseStatus = "draft" | "sending" | "not_sent" | "unsure" | "pending_review" | "case_building" | "approval_required" | "takedown_ready" | "action_required" | "takedown_in_progress" | "takedown_success" | "takedown_attempt_failed" | "blocklisted" | "pre_weaponised" | "closed" | "report_submitted" | "report_accepted" | "report_denied" | "other";

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
 * Where each thing that was sent stands, PhishFort first.
 */
standings: Array<StandingView>, 
/**
 * A draft that goes on in this case.
 */
draft_id: string | null, 
/**
 * Who could still be told, or told again.
 */
can_tell: Array<Service>, 
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
 * What PhishFort's handbook asks for, and what of it is there; empty where PhishFort is not told.
 */
wanted: Array<WantedView>, 
/**
 * What points at the victim in what would be sent.
 */
personal: Array<PersonalView>, 
/**
 * What would be sent, a request each, in the order of sending. What can't be written yet is left out.
 */
previews: Array<PreviewView>, 
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
export type ConnectionHealth = "no_key" | "untested" | "works" | "partly_works" | "no_account" | "key_refused" | "unreachable" | "failed" | "practice";

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
 * Cloudflare: the account that reports are filed for.
 */
account_id: string | null, 
/**
 * Cloudflare: the accounts that the key can act for, where it says so.
 */
accounts: Array<AccountView>, 
/**
 * Cloudflare: whether filed reports can be read.
 */
reading: Ability, 
/**
 * Cloudflare: whether reports can be filed. Known only once one was.
 */
filing: Ability, 
/**
 * The service's own words, when something is wrong.
 */
said: string | null, };

/**
 * The legal statement of a counter-notice, as typed.
 */
export type CounterNoticeFields = { full_name: string, company: string, street_address: string, city: string, state: string, country: string, zip_code: string, phone_number: string, email: string, 
/**
 * The contested addresses, one a line.
 */
urls: string, counter_notice_response: string, 
/**
 * Ticked by the person, never by us.
 */
perjury_attestation: boolean, 
/**
 * Ticked by the person, never by us.
 */
jurisdiction_consent: boolean, 
/**
 * Typed by the person, never by us.
 */
signature: string, };

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
storage_failing: boolean, 
/**
 * Our sites: blocks for which a review may be asked.
 */
sites_needs_you: number, };

/**
 * Why Cloudflare refused a report. The service gives the words and no descriptions.
 */
export type DenialReason = "unable_to_confirm" | "incomplete_report" | "not_on_cloudflare" | "duplicate_report" | "content_removed" | "report_details_mismatch" | "no_abuse_found" | "missing_original_work" | "direct_url_required" | "wrong_report_category" | "content_unavailable" | "law_enforcement_referral_required" | "domain_dispute_process_required" | "other";

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
ip_address_on_it: string, 
/**
 * Whether PhishFort is told.
 */
to_phishfort: boolean, 
/**
 * Whether Cloudflare is told.
 */
to_cloudflare: boolean, 
/**
 * Cloudflare: what is wrong.
 */
report_kind: ReportKind, 
/**
 * More web addresses of the same thing, one a line. Cloudflare gets all of them, a report a host; PhishFort finds
 * them in the note.
 */
more_addresses: string, 
/**
 * The sender profile that fills what it can; empty for the person's own name and address.
 */
profile_id: string, 
/**
 * Cloudflare: what was filled in by hand. A field that is not here has its [`FillView`]; one that is here and empty
 * was emptied by hand.
 */
answers: { [key in ReportField]?: string }, };

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
clients: Array<ClientView>, 
/**
 * Cloudflare: what stands in its fields by itself.
 */
fills: Array<FillView>, 
/**
 * Cloudflare: the reports that the addresses become, one a host, and one for every 250 addresses.
 */
splits: Array<SplitView>, 
/**
 * Cloudflare: addresses that were given more than once, and are sent once.
 */
repeated: number, 
/**
 * What was found in its evidence.
 */
found: FoundView, };

/**
 * Whether a DMCA report can be answered as a whole, as Cloudflare tells it.
 */
export type EligibilityView = { 
/**
 * Whether it can be appealed.
 */
appealable: boolean, 
/**
 * Whether an appeal is open; none where Cloudflare did not say.
 */
has_open_appeal: boolean | null, 
/**
 * Whether there is a block that can be appealed.
 */
has_appealable_blocks: boolean | null, 
/**
 * Appeals so far.
 */
appeal_count: number | null, 
/**
 * Appeals at most.
 */
max_appeals: number | null, };

/**
 * Why a command did not do what it was asked. The window has words for every code; a code without words does not compile.
 */
export type ErrorCode = "not_found" | "bad_request" | "not_ready" | "draft_changed" | "too_late" | "key_missing" | "key_refused" | "account_missing" | "account_unlikely" | "not_permitted" | "key_unlikely" | "unreachable" | "slow_down" | "service_failed" | "not_known_there" | "no_window" | "dialog_open" | "nothing_to_paste" | "text_too_long" | "attachment_gone" | "no_preview" | "storage_failed" | "storage_in_use" | "storage_damaged" | "storage_newer" | "practice_only" | "practice_no_key" | "wait_for_reports" | "unexpected";

/**
 * What happened.
 */
export type EventKind = "draft_made" | "confirmed" | "undone" | "held" | "sent" | "deferred" | "accepted" | "rejected" | "answer_lost" | "looked" | "found" | "needs_person" | "send_again" | "status_changed" | "service_said" | "settled" | "note_added" | "personal_removed" | "block_seen" | "block_changed" | "block_gone" | "block_back" | "block_not_named" | "other";

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
 * For Cloudflare's refusals: why.
 */
denial: DenialReason | null, 
/**
 * Cloudflare: the category.
 */
report_kind: ReportKind | null, 
/**
 * Where a case has several reports: the host that this one is about, defanged.
 */
hostname: string | null, 
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
bytes: number | null, 
/**
 * Our sites: where the block stands from then on; its own word is in `raw_status`.
 */
block: BlockStatus | null, 
/**
 * Our sites: why we asked for a review.
 */
appeal: AppealReason | null, };

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
 * What can be chosen in a [`FieldShape::Choice`] or [`FieldShape::Several`].
 */
export type FieldChoice = "none" | "send_anon" | "send" | "yes" | "no" | "disclosure" | "invalid_whois" | "government" | "corporation" | "individual" | "registrant_name" | "registrant_organization" | "registrant_email" | "registrant_phone" | "registrant_address" | "registrant_address_country" | "registrant_address_postal_code" | "admin_name" | "admin_organization" | "admin_email" | "admin_phone" | "admin_address" | "tech_name" | "tech_organization" | "tech_email" | "tech_phone" | "tech_address";

/**
 * Where in the form a field stands.
 */
export type FieldGroup = "story" | "network" | "sender" | "told" | "more" | "statements";

/**
 * A field of the report form, for placing a problem.
 */
export type FieldId = "target" | "note" | "reported_by" | "client_id" | "phone_received_on" | "phone_date" | "phone_time" | "phone_zone" | "ip_address_on_it" | "evidence" | "key" | "recipients" | "report_kind" | "more_addresses" | "report" | "cloudflare_key" | "cloudflare_account";

/**
 * What one field of one kind takes.
 */
export type FieldRule = { 
/**
 * Which.
 */
field: ReportField, 
/**
 * How it is filled in.
 */
shape: FieldShape, 
/**
 * Where it stands.
 */
group: FieldGroup, 
/**
 * Whether it must be there.
 */
required: boolean, 
/**
 * Fewest characters, once it is there.
 */
min: number, 
/**
 * Most characters; 0 for choices and ticks.
 */
max: number, 
/**
 * Most items of a list; 0 elsewhere.
 */
most: number, 
/**
 * What can be chosen, the safest lawful one first; it is what stands there until another is chosen, where the field
 * says who is told.
 */
choices: Array<FieldChoice>, 
/**
 * Cloudflare warns that it may pass this on, to the Lumen Database for instance.
 */
passed_on: boolean, };

/**
 * How a field is filled in.
 */
export type FieldShape = "line" | "text" | "lines" | "choice" | "several" | "tick";

/**
 * What a file is.
 */
export type FileKind = "png" | "jpeg" | "pdf" | "email" | "outlook_email" | "text" | "csv" | "word" | "excel" | "other";

/**
 * Why PhishFort would not take a file.
 */
export type FileProblem = "type_not_taken" | "disguised" | "too_big";

/**
 * How many filed reports there are under the same search.
 */
export type FiledCounts = { all: number, submitted: number, accepted: number, denied: number, };

/**
 * One detail of a filed report as Cloudflare tells it.
 */
export type FiledDetail = { 
/**
 * Our field of it, where it is one.
 */
field: ReportField | null, 
/**
 * The service's name of it.
 */
name: string, 
/**
 * Its text.
 */
value: string, };

/**
 * A mail that Cloudflare sent to whoever filed the report. Text, never markup.
 */
export type FiledEmail = { 
/**
 * When.
 */
sent_at: string | null, 
/**
 * To whom.
 */
recipient: string, 
/**
 * Its subject.
 */
subject: string, 
/**
 * Its text, defanged.
 */
body: string, };

/**
 * One filed report, read.
 */
export type FiledReportView = { 
/**
 * Its row.
 */
row: FiledRow, 
/**
 * The addresses in it.
 */
addresses: Array<TargetView>, 
/**
 * Everything else that Cloudflare tells of it.
 */
details: Array<FiledDetail>, 
/**
 * The mails, newest first.
 */
emails: Array<FiledEmail>, 
/**
 * When it was last read at Cloudflare; none while only the list told of it.
 */
read_at: string | null, 
/**
 * Whether it could be read just now; else this is what we had.
 */
following: Following, 
/**
 * The service's own words, when something is wrong.
 */
said: string | null, };

/**
 * Which filed reports are shown.
 */
export type FiledRequest = { 
/**
 * Words in the domain, number or category; empty for all.
 */
search: string, 
/**
 * Only those that stand so.
 */
status: FiledStatus | null, 
/**
 * `next` of the page before; none for the first.
 */
after: string | null, };

/**
 * One filed report in the list.
 */
export type FiledRow = { 
/**
 * Cloudflare's number of it.
 */
id: string, 
/**
 * When it was filed; none where the service's time can't be read.
 */
filed_at: string | null, 
/**
 * The domain it is about, defanged.
 */
domain: string, 
/**
 * Its category, where we know the service's word.
 */
report_kind: ReportKind | null, 
/**
 * The service's word for the category.
 */
raw_type: string, 
/**
 * Where it stands.
 */
status: FiledStatus, 
/**
 * The service's word for that.
 */
raw_status: string, 
/**
 * Why it was refused.
 */
denial: DenialReason | null, 
/**
 * The service's word for that.
 */
raw_denial: string | null, 
/**
 * Our case, where we filed it; none when it was filed elsewhere.
 */
case_id: string | null, };

/**
 * Where a filed report stands.
 */
export type FiledStatus = "submitted" | "accepted" | "denied" | "other";

/**
 * A page of filed reports: 100 rows at most, newest first.
 */
export type FiledView = { 
/**
 * The rows.
 */
rows: Array<FiledRow>, 
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
counts: FiledCounts, 
/**
 * When Cloudflare was last asked and answered.
 */
refreshed_at: string | null, 
/**
 * Whether Cloudflare can be asked, as of the last time.
 */
following: Following, 
/**
 * The service's own words, when something is wrong.
 */
said: string | null, };

/**
 * Where a text comes from that nobody typed into its field.
 */
export type FillSource = "profile" | "note" | "suggested" | "safest";

/**
 * What stands in a field of the Cloudflare report until something else is filled in. Never a declaration.
 */
export type FillView = { 
/**
 * Which field.
 */
field: ReportField, 
/**
 * Its text, or the word of a choice.
 */
value: string, 
/**
 * Where it comes from.
 */
from: FillSource, };

/**
 * How many cases each filter holds under the same search.
 */
export type FilterCounts = { all: number, needs_you: number, waiting: number, done: number, drafts: number, };

/**
 * Whether what was filed can be followed.
 */
export type Following = "not_asked" | "works" | "no_key" | "no_account" | "key_refused" | "not_permitted" | "no_such_list" | "unreachable" | "slow_down" | "failed";

/**
 * A web address that may be reported.
 */
export type FoundAddressView = { 
/**
 * The address.
 */
target: TargetView, 
/**
 * The file in which its best place is.
 */
evidence_id: string, 
/**
 * Its best place.
 */
place: FoundPlace, 
/**
 * It is the one link that the mail is about.
 */
main: boolean, 
/**
 * The attached file in which it stands, where it is one.
 */
file: string | null, 
/**
 * The text that people see instead of it, defanged; none where it is the address itself or a picture.
 */
text: string | null, 
/**
 * Mail gateways and redirects whose wrapper was taken off, the outermost first.
 */
unwrapped: Array<string>, 
/**
 * The wrapper told the domain alone.
 */
domain_only: boolean, 
/**
 * What speaks against it.
 */
signs: Array<SignView>, 
/**
 * How often it stands there.
 */
times: number, 
/**
 * It is among those that the person has to choose from.
 */
likely: boolean, 
/**
 * It is what is reported now.
 */
chosen: boolean, 
/**
 * It is among the further addresses.
 */
added: boolean, };

/**
 * Where an address stood.
 */
export type FoundPlace = "form" | "refresh" | "button" | "picture_link" | "link" | "text" | "subject" | "list";

/**
 * What the person has to choose.
 */
export type FoundQuestion = "which_address" | "report_sender";

/**
 * What was found in all files of a draft together.
 */
export type FoundView = { 
/**
 * What the person has to choose, while nothing is entered as suspicious.
 */
question: FoundQuestion | null, 
/**
 * Web addresses that may be reported, the most suspicious first; at most 50.
 */
addresses: Array<FoundAddressView>, 
/**
 * How many more there are.
 */
more: number, 
/**
 * What is not proposed, and why; at most 50.
 */
set_aside: Array<SetAsideView>, 
/**
 * The sender's e-mail address, where that may be reported.
 */
sender: TargetView | null, 
/**
 * Every file that was read, or could not be.
 */
mails: Array<MailView>, };

/**
 * A scenario and whom the guide suggests. Somebody can always act: at least one of the three is filled.
 */
export type GuideEntry = { 
/**
 * Which.
 */
scenario: GuideScenario, 
/**
 * Under which question.
 */
topic: GuideTopic, 
/**
 * PhishFort, and what to ask for.
 */
phishfort: Wish | null, 
/**
 * Cloudflare, and in which category.
 */
cloudflare: ReportKind | null, 
/**
 * Who else can act, the most useful first.
 */
others: Array<OtherDesk>, };

/**
 * One thing that a person may have before them.
 */
export type GuideScenario = "login_page_of_ours" | "login_page_of_another" | "login_page_not_yet_up" | "login_page_gone" | "login_page_on_hacked_site" | "login_page_in_form" | "login_page_behind_short_link" | "card_details_asked" | "wallet_phrase_asked" | "support_chat_fake" | "shop_in_our_name" | "shop_sells_fakes" | "shop_never_delivers" | "shop_on_marketplace" | "shop_advert" | "investment_platform" | "pictures_copied" | "text_copied" | "whole_site_copied" | "software_copied" | "video_streamed" | "copy_in_search_results" | "logo_on_harmful_site" | "logo_on_harmless_site" | "name_in_domain_harmful" | "name_in_domain_parked" | "name_in_domain_for_sale" | "name_in_advert" | "false_claim_of_partnership" | "call_in_our_name" | "text_message_with_link" | "text_message_without_link" | "email_with_link" | "email_without_link" | "email_from_our_domain" | "messenger_account" | "invoice_fraud" | "profile_pretends_to_be_us" | "profile_pretends_to_be_our_boss" | "post_links_to_fake_page" | "fake_job_offers" | "app_in_store" | "app_outside_store" | "browser_extension" | "malware_download" | "attack_on_our_servers" | "threat_against_person" | "intimate_images" | "child_abuse" | "domain_owner_unknown" | "domain_owner_wrong" | "false_statements_about_us" | "customer_data_published" | "spam_sender";

/**
 * What it is, in the person's words.
 */
export type GuideTopic = "fake_login" | "fake_shop" | "copied_work" | "name_or_logo" | "scam_contact" | "social_profile" | "app" | "something_else";

/**
 * A station of a mail's way.
 */
export type HopView = { 
/**
 * How the sender named itself, defanged; may be empty.
 */
from: string, 
/**
 * The sender's IP address, defanged.
 */
ip: string | null, 
/**
 * Who took it, defanged; may be empty.
 */
by: string, 
/**
 * When.
 */
at: string | null, };

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
 * One kind of report.
 */
export type KindRule = { 
/**
 * Which.
 */
kind: ReportKind, 
/**
 * The service's word for it, in the path and in `act`.
 */
act: string, 
/**
 * Its fields, in the order of the form.
 */
fields: Array<FieldRule>, 
/**
 * Whether files are looked after in a case of this kind; where not, the evidence tray is off.
 */
evidence: boolean, 
/**
 * Whether the report always goes out with our name.
 */
always_named: boolean, };

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
 * Mail programs that can be told by what they leave behind.
 */
export type MailProgram = "gmail" | "outlook" | "apple_mail" | "thunderbird" | "yahoo" | "unknown";

/**
 * What a file says of itself. Texts are as they stand, what can't be seen made visible, addresses defanged; nothing of
 * it is checked by anybody.
 */
export type MailView = { 
/**
 * The file.
 */
evidence_id: string, 
/**
 * Its name here.
 */
name: string, 
/**
 * What was read.
 */
source: ReadSource, 
/**
 * Why nothing was read.
 */
unread: UnreadReason | null, 
/**
 * How the suspicious mail came to us.
 */
came: Came, 
/**
 * The program that forwarded it, where that can be told.
 */
forwarded_by: MailProgram, 
/**
 * Who wrote it, as it claims.
 */
from: MailboxView | null, 
/**
 * Where answers go, if not to the sender.
 */
reply_to: MailboxView | null, 
/**
 * Its subject; empty where it has none.
 */
subject: string, 
/**
 * When it was written, as it claims.
 */
date: string | null, 
/**
 * The first station of its way.
 */
first_hop: HopView | null, 
/**
 * What it states about checks of its sender.
 */
checks: Array<AuthCheckView>, 
/**
 * It has its full head, with the marks of its way.
 */
whole_head: boolean, 
/**
 * The files in it.
 */
attachments: Array<AttachmentView>, 
/**
 * What was not read, since a limit was met.
 */
cut: Array<ReadLimit>, };

/**
 * A name and an e-mail address, as a mail claims them.
 */
export type MailboxView = { 
/**
 * The name; may be empty, and may lie.
 */
name: string, 
/**
 * The address, defanged; may be empty.
 */
address: string, 
/**
 * The address as a target, while it can be read.
 */
target: TargetView | null, };

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
bytes_total: number, } | { "kind": "filed_changed" } | { "kind": "sites_changed" } | { "kind": "sites_sync" } | { "kind": "connection_changed" } | { "kind": "preferences_changed" } | { "kind": "files_over", 
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
 * What is suspicious was filled in, or can be chosen: the report can be checked.
 */
filled: boolean, 
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
 * Somebody else who can act.
 */
export type OtherDesk = "hosting_provider" | "domain_registrar" | "domain_dispute" | "mail_provider" | "phone_carrier" | "messenger" | "social_network" | "app_store" | "extension_store" | "marketplace" | "search_engine" | "ad_network" | "short_link_service" | "form_service" | "site_owner" | "payment_provider" | "police" | "hotline" | "image_abuse_help" | "our_it" | "our_lawyers";

/**
 * Everything that is not settled.
 */
export type OutboxView = { 
/**
 * What needs the person comes first, then what is on its way, then what was refused.
 */
submissions: Array<SubmissionView>, 
/**
 * Services whose whole queue waits for a key, or for a right.
 */
paused: Array<Service>, };

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
 * What is personal.
 */
export type PersonalKind = "address" | "encoded_address" | "name" | "token" | "opaque" | "names_recipient";

/**
 * Something personal in what would be sent. It stays in the case whatever is done about it.
 */
export type PersonalView = { 
/**
 * Names it while the report says the same.
 */
id: string, 
/**
 * What it is.
 */
kind: PersonalKind, 
/**
 * Where it stands: the target, the further addresses, the note, a field of the Cloudflare report, a file.
 */
field: FieldId, 
/**
 * Which field of the Cloudflare report.
 */
report_field: ReportField | null, 
/**
 * Which file.
 */
evidence_id: string | null, 
/**
 * As it stands there, defanged; for a file, whom it names.
 */
text: string, 
/**
 * What it says once decoded, defanged.
 */
says: string | null, 
/**
 * The part of an address in which it stands.
 */
part: AddressPart | null, 
/**
 * Whether it can be taken out so that the report still works.
 */
removable: boolean, };

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
 * What a block is on, as far as its report tells it.
 */
export type PlaceView = { 
/**
 * The address or domain; none where the report names neither.
 */
target: TargetView | null, 
/**
 * How many addresses the report names, where it is not told which of them the block is on; else 0, and `target`
 * is exact. Then `target` is the domain.
 */
one_of: number, 
/**
 * What it is put on.
 */
scope: BlockScope, 
/**
 * The service's word for that.
 */
raw_scope: string, 
/**
 * The service's number of that. What it holds is not documented.
 */
entity_id: string, };

/**
 * What practice's Cloudflare does next.
 */
export type PracticeReportStep = "accepted" | "denied" | "lose_answer" | "not_entitled" | "slow_down";

/**
 * What practice's Cloudflare does next about our sites.
 */
export type PracticeSiteStep = "new_block" | "block_starts" | "review_lifted" | "review_kept" | "lose_answer" | "part_answer";

/**
 * What the practice services do next.
 */
export type PracticeStep = "accepted" | "question" | "taken_down" | "failed" | "lose_answer" | "refuse_key" | "slow_down" | "unreachable";

/**
 * What of the preferences changes; what is left out stays.
 */
export type PreferencesChange = { name?: string, email?: string, brands?: Array<string>, own_sites?: Array<string>, undo_seconds?: number, theme?: Theme, zoom_percent?: number, client_id?: string, clients?: Array<ClientView>, set_up?: boolean, profiles?: Array<ProfileView>, profile_id?: string, reminders?: boolean, };

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
set_up: boolean, 
/**
 * Who we are to Cloudflare, in several roles perhaps. Empty: the person's own name and address.
 */
profiles: Array<ProfileView>, 
/**
 * The profile that new reports begin with; empty for the first.
 */
profile_id: string, 
/**
 * Whether the desktop reminds of blocks that are about to start.
 */
reminders: boolean, };

/**
 * Exactly what a service would receive, without the key.
 */
export type PreviewView = { 
/**
 * Who would get it.
 */
service: Service, 
/**
 * Cloudflare: the category.
 */
report_kind: ReportKind | null, 
/**
 * The target, or the first of the addresses.
 */
target: TargetView, 
/**
 * How many addresses it names.
 */
addresses: number, 
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
 * The comment as the service gets it, reference line included.
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
 * Which field of the Cloudflare report, where it is one.
 */
report_field: ReportField | null, 
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
text: string | null, 
/**
 * When what it names happened.
 */
at: string | null, };

/**
 * What stands in the way of sending, or would make the report stronger.
 */
export type ProblemCode = "target_missing" | "target_unchosen" | "target_not_found" | "target_unreadable" | "web_unreadable" | "email_unreadable" | "phone_unreadable" | "ip_unreadable" | "ipv6" | "several_targets" | "own_domain" | "mail_provider" | "shared_host" | "private_address" | "note_too_long" | "reporter_unreadable" | "client_unreadable" | "phone_received_on_missing" | "phone_received_on_unreadable" | "phone_date_missing" | "phone_date_unreadable" | "phone_time_missing" | "phone_time_unreadable" | "phone_zone_missing" | "ip_address_missing" | "ip_address_unreadable" | "too_many_files" | "too_big" | "file_not_taken" | "file_damaged" | "key_missing" | "no_reporter" | "no_picture" | "no_original_mail" | "no_note" | "reported_before" | "no_path" | "nobody_told" | "cloudflare_takes_web" | "address_unreadable" | "address_is_ours" | "field_missing" | "field_too_short" | "field_too_long" | "too_many_items" | "item_twice" | "item_unreadable" | "field_email_unreadable" | "country_unreadable" | "statement_missing" | "signature_differs" | "comments_too_long" | "not_on_cloudflare" | "cloudflare_key_missing" | "cloudflare_account_missing" | "reported_this_week" | "not_entitled_yet" | "on_cloudflare_unknown" | "split_by_host" | "split_by_size" | "sent_once" | "others_in_note" | "files_stay" | "our_sentence" | "thin_story" | "original_without_address" | "no_way_to_see_it" | "perhaps_other_kind" | "owner_hears_name" | "police_first" | "perhaps_dispute";

/**
 * A sender profile: what a report to Cloudflare says of whoever files it. What is not known is empty.
 */
export type ProfileView = { 
/**
 * Names it; given by whoever makes it.
 */
id: string, 
/**
 * What people call it.
 */
label: string, name: string, email: string, company: string, telephone: string, title: string, address1: string, city: string, state: string, country: string, 
/**
 * Who holds the rights: the copyright holder.
 */
rights_holder: string, trademark_symbol: string, trademark_number: string, trademark_office: string, };

/**
 * What happens to unsent reports when the app ends.
 */
export type QuitChoice = "send_now" | "keep";

/**
 * What was not read in a file that was.
 */
export type ReadLimit = "depth" | "parts" | "text" | "addresses" | "time" | "damaged";

/**
 * What kind of thing was read.
 */
export type ReadSource = "mail" | "outlook_mail" | "text" | "list";

/**
 * One report about us with all that is known of it.
 */
export type ReceivedReportView = { 
/**
 * Its row.
 */
row: ReceivedRow, 
/**
 * The addresses that it names.
 */
addresses: Array<TargetView>, 
/**
 * What was reported, and by whom.
 */
details: Array<FiledDetail>, 
/**
 * The mails that Cloudflare sent us about it, newest first.
 */
emails: Array<FiledEmail>, 
/**
 * For DMCA reports: whether the whole can be answered; none where Cloudflare did not say.
 */
eligibility: EligibilityView | null, 
/**
 * What happened to it as a whole, newest first.
 */
timeline: Array<EventView>, 
/**
 * What we asked about it as a whole, newest first.
 */
asked: Array<AskedView>, 
/**
 * When it was last read at Cloudflare; none while only the list told of it.
 */
read_at: string | null, 
/**
 * Whether it could be read just now; else this is what we had.
 */
following: Following, 
/**
 * The service's own words, when something is wrong.
 */
said: string | null, };

/**
 * Which reports about us to list. What is empty asks for all.
 */
export type ReceivedRequest = { 
/**
 * Words in the domain, the addresses or the number.
 */
search: string, 
/**
 * Only those about this domain, exactly.
 */
domain: string, 
/**
 * Only those of this category, in the service's word.
 */
raw_type: string | null, 
/**
 * Only those that stand so.
 */
status: ReceivedStatus | null, 
/**
 * Only those with a block that stands so.
 */
block_status: BlockStatus | null, 
/**
 * Only those received at or after this moment.
 */
received_from: string | null, 
/**
 * Only those received before this moment.
 */
received_before: string | null, 
/**
 * By what they are sorted.
 */
sort: ReceivedSort, 
/**
 * In which order.
 */
order: SortOrder, 
/**
 * `next` of the page before; none for the first.
 */
after: string | null, };

/**
 * One report about us in the list.
 */
export type ReceivedRow = { 
/**
 * Cloudflare's number of it.
 */
id: string, 
/**
 * When Cloudflare received it; none where its time can't be read.
 */
received_at: string | null, 
/**
 * The domain it is about.
 */
domain: TargetView, 
/**
 * Its category, where we know the service's word.
 */
report_kind: ReportKind | null, 
/**
 * The service's word for the category.
 */
raw_type: string, 
/**
 * How far it is.
 */
status: ReceivedStatus, 
/**
 * The service's word for that.
 */
raw_status: string, 
/**
 * Addresses that it names.
 */
addresses: number, 
/**
 * Addresses that Cloudflare accepted.
 */
accepted_addresses: number, 
/**
 * Blocks about to start.
 */
pending: number, 
/**
 * Blocks in force.
 */
active: number, 
/**
 * Blocks under review.
 */
in_review: number, 
/**
 * Blocks that we keep of it, those that are over included.
 */
blocks: number, 
/**
 * Whether Cloudflare told the host outside as well.
 */
host_notified: boolean, 
/**
 * Whether it is a DMCA report.
 */
dmca: boolean, };

/**
 * What reports about us are sorted by.
 */
export type ReceivedSort = "received_at" | "id" | "domain" | "kind" | "status";

/**
 * How far Cloudflare is with a report about us. Neither word is described.
 */
export type ReceivedStatus = "accepted" | "in_review" | "other";

/**
 * A page of reports about us: 100 rows at most.
 */
export type ReceivedView = { 
/**
 * The rows.
 */
rows: Array<ReceivedRow>, 
/**
 * How many there are in all pages.
 */
total: number, 
/**
 * Asks for the page after this one.
 */
next: string | null, 
/**
 * The categories that occur, most frequent first.
 */
kinds: Array<WordCount>, };

/**
 * What is done about a ground for a refusal before anything is sent.
 */
export type RefusalCheck = "blocks" | "advises" | "cant_happen" | "cant_be_known";

/**
 * One ground for a refusal.
 */
export type RefusalRow = { 
/**
 * Where it comes from.
 */
source: RefusalSource, 
/**
 * The service's or the rule's name.
 */
name: string, 
/**
 * What is done about it.
 */
check: RefusalCheck, 
/**
 * What the person is told, where it is checked.
 */
problems: Array<ProblemCode>, };

/**
 * Where a ground for a refusal comes from.
 */
export type RefusalSource = "cloudflare_answer" | "cloudflare_denial" | "phishfort";

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
export type RefusedReason = "folder" | "link" | "not_a_file" | "empty" | "too_big" | "unreadable" | "already_here" | "report_gone" | "evidence_off" | "not_kept";

/**
 * A field of a report to Cloudflare that a person may fill in. What repeats another field (`email2`, `act`) is none.
 */
export type ReportField = "justification" | "original_work" | "agent_name" | "trademark_symbol" | "trademark_number" | "trademark_office" | "subject_representation" | "whois_request_type" | "whois_elements" | "whois_legal_basis" | "whois_requestor_type" | "whois_authorization" | "source_ips" | "destination_ips" | "ports_protocols" | "name" | "email" | "company" | "telephone" | "title" | "address1" | "city" | "state" | "country" | "host_notification" | "owner_notification" | "ncmec_notification" | "reported_country" | "reported_user_agent" | "comments" | "dmca_liability" | "dmca_good_faith" | "dmca_authority" | "signature" | "whois_good_faith" | "whois_lawful_processing";

/**
 * A kind of report to Cloudflare, in the order of the form.
 */
export type ReportKind = "phishing" | "trademark" | "dmca" | "threat" | "ncsei" | "children" | "registrar_whois" | "general";

/**
 * Whether a review may be asked for, and why not.
 */
export type ReviewOffer = "offered" | "on_its_way" | "unsure" | "already_open" | "cancelled" | "lifted" | "gone" | "unknown_status";

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
 * A file that was saved where the person chose.
 */
export type SavedView = { 
/**
 * Its name; none when the dialog was cancelled.
 */
name: string | null, 
/**
 * How many entries it holds.
 */
entries: number, };

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
export type Service = "phishfort" | "cloudflare";

/**
 * Why an address is not proposed.
 */
export type SetAsideReason = "ours" | "mail_provider" | "known_good" | "shared_host" | "private" | "loaded";

/**
 * An address that is not proposed.
 */
export type SetAsideView = { 
/**
 * The address.
 */
target: TargetView, 
/**
 * Why.
 */
why: SetAsideReason, };

/**
 * What makes an address suspicious.
 */
export type SignCode = "text_names_other" | "has_brand" | "looks_like_brand" | "punycode" | "user_in_address" | "ip_host" | "hidden" | "takes_input";

/**
 * What makes an address suspicious. Seen in the file alone.
 */
export type SignView = { 
/**
 * Which.
 */
code: SignCode, 
/**
 * The brand, or the domain that the link's text names, defanged.
 */
text: string | null, };

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
 * How our sites stand, and how their list is followed.
 */
export type SitesView = { 
/**
 * Blocks that we keep.
 */
blocks: number, 
/**
 * Reports that we keep.
 */
reports: number, 
/**
 * Blocks for which a review may be asked.
 */
offered: number, 
/**
 * Blocks that are about to start.
 */
pending: number, 
/**
 * Whether Cloudflare can be asked, as of the last time.
 */
following: Following, 
/**
 * The service's own words, when something is wrong.
 */
said: string | null, 
/**
 * When a refresh last came to its end.
 */
refreshed_at: string | null, 
/**
 * The refresh that runs.
 */
sync: SyncView | null, 
/**
 * Whether a refresh was broken off: the next goes on where it stopped.
 */
unfinished: boolean, 
/**
 * Until when Cloudflare asks to be left in peace.
 */
waits_until: string | null, 
/**
 * Whether reminders are shown on the desktop.
 */
reminders: boolean, 
/**
 * Whether the desktop did not take a reminder that is due: it is tried again.
 */
reminders_failing: boolean, };

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
 * A way to order rows.
 */
export type SortOrder = "ascending" | "descending";

/**
 * One report that Cloudflare would get.
 */
export type SplitView = { 
/**
 * The host, defanged.
 */
hostname: string, 
/**
 * Addresses in it.
 */
addresses: number, };

/**
 * Where one thing that was sent stands.
 */
export type StandingView = { 
/**
 * The submission.
 */
submission_id: string, 
/**
 * Who was told.
 */
service: Service, 
/**
 * Cloudflare: the category.
 */
report_kind: ReportKind | null, 
/**
 * The target, or the first of the addresses.
 */
target: TargetView, 
/**
 * How many addresses it names.
 */
addresses: number, 
/**
 * The service's number.
 */
number: string | null, 
/**
 * Where it stands.
 */
status: CaseStatus, 
/**
 * The service's own word for it.
 */
raw_status: string | null, 
/**
 * Cloudflare's ground for a refusal.
 */
denial: DenialReason | null, 
/**
 * The service's own word for that.
 */
raw_denial: string | null, 
/**
 * Whether it waits for the person.
 */
needs_you: boolean, 
/**
 * Whether the person may say that there is nothing more to do about it.
 */
can_settle: boolean, 
/**
 * Whether the service can be asked about it.
 */
can_refresh: boolean, 
/**
 * When the service was last asked.
 */
refreshed_at: string | null, };

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
practice_failed: boolean, 
/**
 * Files that the app was opened with, and that wait until it is known where they go.
 */
files_waiting: number, };

/**
 * Why a submission stands where it stands.
 */
export type SubmissionReason = "app_closed" | "unreachable" | "slow_down" | "key_missing" | "key_refused" | "not_entitled" | "not_permitted" | "account_missing" | "broke_off" | "no_answer" | "unreadable_answer" | "service_failed" | "ended_while_sending" | "not_found_there" | "perhaps_found" | "cannot_look" | "already_there" | "refused" | "too_big" | "redirected" | "person_found" | "found_there" | "file_damaged" | "too_many_tries";

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
 * What is asked for, of PhishFort.
 */
wish: Wish, 
/**
 * Cloudflare: in which category.
 */
report_kind: ReportKind | null, 
/**
 * An appeal: what it asks; then `wish` says nothing.
 */
appeal: AppealSentView | null, 
/**
 * About what: the target, or the first of the addresses. For an appeal what the first block is on, or the domain.
 */
target: TargetView, 
/**
 * How many addresses it names; for an appeal of blocks, how many blocks.
 */
addresses: number, 
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
can_undo: boolean, 
/**
 * How many reports go back together when it is taken back, itself included; 0 when it can't be.
 */
undo_takes: number, };

/**
 * How far a refresh is. It reads the list of reports, and then the blocks of each report that changed.
 */
export type SyncView = { 
/**
 * Reports of the list that were read.
 */
reports_read: number, 
/**
 * Reports in the list; 0 while nobody said.
 */
reports_total: number, 
/**
 * Reports whose blocks were read in this refresh.
 */
lists_read: number, 
/**
 * Reports whose blocks are to be read in this refresh, the read ones included.
 */
lists_total: number, 
/**
 * Whether it was told to stop, and only what was asked already is still awaited.
 */
stopping: boolean, };

/**
 * What became of a pasted text.
 */
export type TakenTextView = { 
/**
 * The draft that has it now.
 */
draft: DraftView, 
/**
 * Something was filled in from it.
 */
filled: boolean, 
/**
 * The text as evidence; none where it was nothing but addresses, or is there already.
 */
kept: string | null, };

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
 * A file's text, what can't be seen made visible, addresses defanged.
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
 * What a Send became again when it was taken back.
 */
export type UndoneView = { "kind": "draft", 
/**
 * Its draft, open again.
 */
draft: DraftView, } | { "kind": "appeal", 
/**
 * It, open again.
 */
appeal: AppealView, };

/**
 * Why nothing was read in a file. The file itself is kept whole in any case.
 */
export type UnreadReason = "too_big" | "damaged" | "too_long";

/**
 * What PhishFort's handbook asks for.
 */
export type Want = "exact_page" | "screenshot" | "how_found" | "genuine_site" | "original_mail" | "other_number" | "call_time" | "call_story" | "address_on_ip" | "explanation";

/**
 * Something that PhishFort's handbook asks for, and whether it is there. Nothing of it is required.
 */
export type WantedView = { 
/**
 * What.
 */
want: Want, 
/**
 * Whether it is there.
 */
there: boolean, };

/**
 * What should happen to the target.
 */
export type Wish = "takedown" | "monitor";

/**
 * One of the service's words that occur, for a filter.
 */
export type WordCount = { 
/**
 * The word as it came.
 */
word: string, 
/**
 * How often it occurs, whatever the filters.
 */
count: number, };

/** Every command: what it takes and what it gives. A refusal is an `AppError`. */
export interface Commands {
  app_start: { args: Record<string, never>; returns: StartView };
  app_ready: { args: Record<string, never>; returns: Done };
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
  practice_next_report: { args: { step: PracticeReportStep; denial: DenialReason | null }; returns: Done };
  practice_next_site: { args: { step: PracticeSiteStep }; returns: Done };
  practice_checklist: { args: Record<string, never>; returns: ChecklistView };
  practice_sample_email: { args: Record<string, never>; returns: DraftView };
  practice_save_samples: { args: Record<string, never>; returns: SamplesView };
  connection_read: { args: { service: Service }; returns: ConnectionView };
  connection_save_key: { args: { service: Service; key: KeyText }; returns: ConnectionView };
  connection_test: { args: { service: Service }; returns: ConnectionView };
  connection_forget_key: { args: { service: Service }; returns: ConnectionView };
  connection_choose_account: { args: { account_id: string }; returns: ConnectionView };
  draft_create: { args: { target: string | null }; returns: DraftView };
  draft_take_text: { args: { draft_id: string | null; text: string }; returns: TakenTextView };
  draft_open: { args: { draft_id: string | null }; returns: DraftView | null };
  draft_save: { args: { draft_id: string; fields: DraftFields }; returns: DraftView };
  draft_check: { args: { draft_id: string }; returns: CheckView };
  draft_send: { args: { draft_id: string; fingerprint: string }; returns: Array<SubmissionView> };
  draft_delete: { args: { draft_id: string }; returns: Done };
  draft_restore: { args: { draft_id: string }; returns: DraftView };
  evidence_pick: { args: { draft_id: string }; returns: AddedView };
  evidence_paste: { args: { draft_id: string }; returns: AddedView };
  evidence_take_attachment: { args: { draft_id: string; evidence_id: string; at: number }; returns: AddedView };
  evidence_remove: { args: { draft_id: string; evidence_id: string }; returns: DraftView };
  evidence_move: { args: { draft_id: string; evidence_id: string; direction: Direction }; returns: DraftView };
  evidence_rename: { args: { draft_id: string; evidence_id: string; name: string }; returns: DraftView };
  evidence_send: { args: { draft_id: string; evidence_id: string; send: boolean }; returns: DraftView };
  evidence_thumbnail: { args: { evidence_id: string }; returns: PictureView };
  evidence_picture: { args: { evidence_id: string }; returns: PictureView };
  evidence_text: { args: { evidence_id: string }; returns: TextView };
  personal_remove: { args: { draft_id: string; ids: Array<string> }; returns: DraftView };
  outbox_list: { args: Record<string, never>; returns: OutboxView };
  outbox_undo: { args: { submission_id: string }; returns: UndoneView };
  outbox_pause: { args: { submission_id: string; paused: boolean }; returns: SubmissionView };
  outbox_send_now: { args: { submission_id: string }; returns: SubmissionView };
  outbox_look_again: { args: { submission_id: string }; returns: SubmissionView };
  outbox_found: { args: { submission_id: string; number: string }; returns: SubmissionView };
  outbox_send_again: { args: { submission_id: string }; returns: SubmissionView };
  cases_list: { args: { request: CasesRequest }; returns: CasesView };
  case_read: { args: { case_id: string }; returns: CaseView };
  case_refresh: { args: { case_id: string }; returns: CaseView };
  case_note: { args: { case_id: string; text: string }; returns: CaseView };
  case_report_again: { args: { case_id: string; service: Service | null }; returns: DraftView };
  case_settle: { args: { submission_id: string }; returns: CaseView };
  case_open_dashboard: { args: { case_id: string }; returns: Done };
  filed_list: { args: { request: FiledRequest }; returns: FiledView };
  filed_refresh: { args: Record<string, never>; returns: FiledView };
  filed_read: { args: { report_id: string }; returns: FiledReportView };
  sites_state: { args: Record<string, never>; returns: SitesView };
  sites_blocks: { args: { request: BlocksRequest }; returns: BlocksView };
  sites_reports: { args: { request: ReceivedRequest }; returns: ReceivedView };
  sites_block: { args: { block: BlockRef }; returns: BlockView };
  sites_report: { args: { report_id: string }; returns: ReceivedReportView };
  sites_refresh: { args: Record<string, never>; returns: SitesView };
  sites_stop: { args: Record<string, never>; returns: SitesView };
  sites_calendar: { args: Record<string, never>; returns: SavedView };
  appeal_begin: { args: { blocks: Array<BlockRef> }; returns: AppealView };
  appeal_begin_report: { args: { report_id: string; form: AppealForm }; returns: AppealView };
  appeal_open: { args: { draft_id: string | null }; returns: AppealView | null };
  appeal_save: { args: { draft_id: string; fields: AppealFields }; returns: AppealView };
  appeal_proof_pick: { args: { draft_id: string }; returns: AppealProofView };
  appeal_proof_paste: { args: { draft_id: string }; returns: AppealProofView };
  appeal_proof_remove: { args: { draft_id: string; evidence_id: string }; returns: AppealView };
  appeal_check: { args: { draft_id: string }; returns: AppealCheckView };
  appeal_send: { args: { draft_id: string; fingerprint: string }; returns: Array<SubmissionView> };
  appeal_discard: { args: { draft_id: string }; returns: Done };
}

/** What each kind of report takes. */
export const REPORT_KINDS: readonly KindRule[] = [
  {"kind":"phishing","act":"abuse_phishing","fields":[{"field":"justification","shape":"text","group":"story","required":true,"min":20,"max":5000,"most":0,"choices":[],"passed_on":false},{"field":"original_work","shape":"line","group":"story","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":true},{"field":"name","shape":"line","group":"sender","required":true,"min":1,"max":255,"most":0,"choices":[],"passed_on":true},{"field":"email","shape":"line","group":"sender","required":true,"min":1,"max":254,"most":0,"choices":[],"passed_on":true},{"field":"company","shape":"line","group":"sender","required":false,"min":1,"max":100,"most":0,"choices":[],"passed_on":true},{"field":"telephone","shape":"line","group":"sender","required":false,"min":1,"max":20,"most":0,"choices":[],"passed_on":true},{"field":"title","shape":"line","group":"sender","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":false},{"field":"host_notification","shape":"choice","group":"told","required":true,"min":0,"max":0,"most":0,"choices":["send_anon","send"],"passed_on":false},{"field":"owner_notification","shape":"choice","group":"told","required":true,"min":0,"max":0,"most":0,"choices":["send_anon","send"],"passed_on":false},{"field":"reported_country","shape":"line","group":"more","required":false,"min":2,"max":2,"most":0,"choices":[],"passed_on":false},{"field":"reported_user_agent","shape":"line","group":"more","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":false},{"field":"comments","shape":"text","group":"more","required":false,"min":1,"max":2000,"most":0,"choices":[],"passed_on":false}],"evidence":true,"always_named":false},
  {"kind":"trademark","act":"abuse_trademark","fields":[{"field":"justification","shape":"text","group":"story","required":true,"min":1,"max":5000,"most":0,"choices":[],"passed_on":false},{"field":"trademark_symbol","shape":"line","group":"story","required":true,"min":1,"max":1000,"most":0,"choices":[],"passed_on":false},{"field":"trademark_number","shape":"line","group":"story","required":true,"min":1,"max":1000,"most":0,"choices":[],"passed_on":false},{"field":"trademark_office","shape":"line","group":"story","required":true,"min":1,"max":1000,"most":0,"choices":[],"passed_on":false},{"field":"name","shape":"line","group":"sender","required":true,"min":1,"max":255,"most":0,"choices":[],"passed_on":true},{"field":"email","shape":"line","group":"sender","required":true,"min":1,"max":254,"most":0,"choices":[],"passed_on":true},{"field":"company","shape":"line","group":"sender","required":false,"min":1,"max":100,"most":0,"choices":[],"passed_on":true},{"field":"telephone","shape":"line","group":"sender","required":false,"min":1,"max":20,"most":0,"choices":[],"passed_on":true},{"field":"title","shape":"line","group":"sender","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":false},{"field":"host_notification","shape":"choice","group":"told","required":true,"min":0,"max":0,"most":0,"choices":["send"],"passed_on":false},{"field":"owner_notification","shape":"choice","group":"told","required":true,"min":0,"max":0,"most":0,"choices":["send"],"passed_on":false},{"field":"reported_country","shape":"line","group":"more","required":false,"min":2,"max":2,"most":0,"choices":[],"passed_on":false},{"field":"reported_user_agent","shape":"line","group":"more","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":false},{"field":"comments","shape":"text","group":"more","required":false,"min":1,"max":2000,"most":0,"choices":[],"passed_on":false}],"evidence":true,"always_named":true},
  {"kind":"dmca","act":"abuse_dmca","fields":[{"field":"original_work","shape":"text","group":"story","required":true,"min":1,"max":255,"most":0,"choices":[],"passed_on":true},{"field":"agent_name","shape":"line","group":"story","required":true,"min":1,"max":60,"most":0,"choices":[],"passed_on":true},{"field":"name","shape":"line","group":"sender","required":true,"min":1,"max":255,"most":0,"choices":[],"passed_on":true},{"field":"email","shape":"line","group":"sender","required":true,"min":1,"max":254,"most":0,"choices":[],"passed_on":true},{"field":"company","shape":"line","group":"sender","required":false,"min":1,"max":100,"most":0,"choices":[],"passed_on":true},{"field":"telephone","shape":"line","group":"sender","required":false,"min":1,"max":20,"most":0,"choices":[],"passed_on":true},{"field":"title","shape":"line","group":"sender","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":false},{"field":"address1","shape":"line","group":"sender","required":true,"min":1,"max":100,"most":0,"choices":[],"passed_on":true},{"field":"city","shape":"line","group":"sender","required":true,"min":1,"max":255,"most":0,"choices":[],"passed_on":true},{"field":"state","shape":"line","group":"sender","required":true,"min":1,"max":255,"most":0,"choices":[],"passed_on":true},{"field":"country","shape":"line","group":"sender","required":true,"min":1,"max":255,"most":0,"choices":[],"passed_on":true},{"field":"host_notification","shape":"choice","group":"told","required":true,"min":0,"max":0,"most":0,"choices":["send"],"passed_on":false},{"field":"owner_notification","shape":"choice","group":"told","required":true,"min":0,"max":0,"most":0,"choices":["send"],"passed_on":false},{"field":"reported_country","shape":"line","group":"more","required":false,"min":2,"max":2,"most":0,"choices":[],"passed_on":false},{"field":"reported_user_agent","shape":"line","group":"more","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":false},{"field":"comments","shape":"text","group":"more","required":false,"min":1,"max":2000,"most":0,"choices":[],"passed_on":false},{"field":"dmca_good_faith","shape":"tick","group":"statements","required":true,"min":0,"max":0,"most":0,"choices":[],"passed_on":false},{"field":"dmca_authority","shape":"tick","group":"statements","required":true,"min":0,"max":0,"most":0,"choices":[],"passed_on":false},{"field":"dmca_liability","shape":"tick","group":"statements","required":true,"min":0,"max":0,"most":0,"choices":[],"passed_on":false},{"field":"signature","shape":"line","group":"statements","required":true,"min":1,"max":255,"most":0,"choices":[],"passed_on":false}],"evidence":true,"always_named":true},
  {"kind":"threat","act":"abuse_threat","fields":[{"field":"justification","shape":"text","group":"story","required":true,"min":1,"max":5000,"most":0,"choices":[],"passed_on":false},{"field":"name","shape":"line","group":"sender","required":true,"min":1,"max":255,"most":0,"choices":[],"passed_on":true},{"field":"email","shape":"line","group":"sender","required":true,"min":1,"max":254,"most":0,"choices":[],"passed_on":true},{"field":"company","shape":"line","group":"sender","required":false,"min":1,"max":100,"most":0,"choices":[],"passed_on":true},{"field":"telephone","shape":"line","group":"sender","required":false,"min":1,"max":20,"most":0,"choices":[],"passed_on":true},{"field":"title","shape":"line","group":"sender","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":false},{"field":"host_notification","shape":"choice","group":"told","required":true,"min":0,"max":0,"most":0,"choices":["send_anon","send"],"passed_on":false},{"field":"owner_notification","shape":"choice","group":"told","required":true,"min":0,"max":0,"most":0,"choices":["send_anon","send"],"passed_on":false},{"field":"reported_country","shape":"line","group":"more","required":false,"min":2,"max":2,"most":0,"choices":[],"passed_on":false},{"field":"reported_user_agent","shape":"line","group":"more","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":false},{"field":"comments","shape":"text","group":"more","required":false,"min":1,"max":2000,"most":0,"choices":[],"passed_on":false}],"evidence":true,"always_named":false},
  {"kind":"ncsei","act":"abuse_ncsei","fields":[{"field":"subject_representation","shape":"choice","group":"story","required":true,"min":0,"max":0,"most":0,"choices":["yes","no"],"passed_on":false},{"field":"country","shape":"line","group":"story","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":true},{"field":"name","shape":"line","group":"sender","required":true,"min":1,"max":255,"most":0,"choices":[],"passed_on":true},{"field":"email","shape":"line","group":"sender","required":true,"min":1,"max":254,"most":0,"choices":[],"passed_on":true},{"field":"company","shape":"line","group":"sender","required":false,"min":1,"max":100,"most":0,"choices":[],"passed_on":true},{"field":"telephone","shape":"line","group":"sender","required":false,"min":1,"max":20,"most":0,"choices":[],"passed_on":true},{"field":"title","shape":"line","group":"sender","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":false},{"field":"host_notification","shape":"choice","group":"told","required":true,"min":0,"max":0,"most":0,"choices":["send_anon","send"],"passed_on":false},{"field":"owner_notification","shape":"choice","group":"told","required":true,"min":0,"max":0,"most":0,"choices":["none","send_anon","send"],"passed_on":false},{"field":"reported_country","shape":"line","group":"more","required":false,"min":2,"max":2,"most":0,"choices":[],"passed_on":false},{"field":"reported_user_agent","shape":"line","group":"more","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":false},{"field":"comments","shape":"text","group":"more","required":false,"min":1,"max":2000,"most":0,"choices":[],"passed_on":false}],"evidence":false,"always_named":false},
  {"kind":"children","act":"abuse_children","fields":[{"field":"justification","shape":"text","group":"story","required":true,"min":1,"max":5000,"most":0,"choices":[],"passed_on":false},{"field":"country","shape":"line","group":"story","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":true},{"field":"name","shape":"line","group":"sender","required":true,"min":1,"max":255,"most":0,"choices":[],"passed_on":true},{"field":"email","shape":"line","group":"sender","required":true,"min":1,"max":254,"most":0,"choices":[],"passed_on":true},{"field":"company","shape":"line","group":"sender","required":false,"min":1,"max":100,"most":0,"choices":[],"passed_on":true},{"field":"telephone","shape":"line","group":"sender","required":false,"min":1,"max":20,"most":0,"choices":[],"passed_on":true},{"field":"title","shape":"line","group":"sender","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":false},{"field":"ncmec_notification","shape":"choice","group":"told","required":true,"min":0,"max":0,"most":0,"choices":["send_anon","send"],"passed_on":false},{"field":"host_notification","shape":"choice","group":"told","required":true,"min":0,"max":0,"most":0,"choices":["send_anon","send"],"passed_on":false},{"field":"owner_notification","shape":"choice","group":"told","required":true,"min":0,"max":0,"most":0,"choices":["none","send_anon","send"],"passed_on":false},{"field":"reported_country","shape":"line","group":"more","required":false,"min":2,"max":2,"most":0,"choices":[],"passed_on":false},{"field":"reported_user_agent","shape":"line","group":"more","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":false},{"field":"comments","shape":"text","group":"more","required":false,"min":1,"max":2000,"most":0,"choices":[],"passed_on":false}],"evidence":false,"always_named":false},
  {"kind":"registrar_whois","act":"abuse_registrar_whois","fields":[{"field":"whois_request_type","shape":"choice","group":"story","required":true,"min":0,"max":0,"most":0,"choices":["disclosure","invalid_whois"],"passed_on":false},{"field":"whois_elements","shape":"several","group":"story","required":true,"min":0,"max":0,"most":17,"choices":["registrant_name","registrant_organization","registrant_email","registrant_phone","registrant_address","registrant_address_country","registrant_address_postal_code","admin_name","admin_organization","admin_email","admin_phone","admin_address","tech_name","tech_organization","tech_email","tech_phone","tech_address"],"passed_on":false},{"field":"whois_legal_basis","shape":"text","group":"story","required":true,"min":1,"max":5000,"most":0,"choices":[],"passed_on":false},{"field":"whois_requestor_type","shape":"choice","group":"story","required":false,"min":0,"max":0,"most":0,"choices":["corporation","individual","government"],"passed_on":false},{"field":"whois_authorization","shape":"text","group":"story","required":false,"min":1,"max":5000,"most":0,"choices":[],"passed_on":false},{"field":"name","shape":"line","group":"sender","required":true,"min":1,"max":255,"most":0,"choices":[],"passed_on":true},{"field":"email","shape":"line","group":"sender","required":true,"min":1,"max":254,"most":0,"choices":[],"passed_on":true},{"field":"company","shape":"line","group":"sender","required":false,"min":1,"max":100,"most":0,"choices":[],"passed_on":true},{"field":"telephone","shape":"line","group":"sender","required":false,"min":1,"max":20,"most":0,"choices":[],"passed_on":true},{"field":"title","shape":"line","group":"sender","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":false},{"field":"owner_notification","shape":"choice","group":"told","required":true,"min":0,"max":0,"most":0,"choices":["send_anon","send","none"],"passed_on":false},{"field":"reported_country","shape":"line","group":"more","required":false,"min":2,"max":2,"most":0,"choices":[],"passed_on":false},{"field":"reported_user_agent","shape":"line","group":"more","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":false},{"field":"comments","shape":"text","group":"more","required":false,"min":1,"max":2000,"most":0,"choices":[],"passed_on":false},{"field":"whois_good_faith","shape":"tick","group":"statements","required":true,"min":0,"max":0,"most":0,"choices":[],"passed_on":false},{"field":"whois_lawful_processing","shape":"tick","group":"statements","required":true,"min":0,"max":0,"most":0,"choices":[],"passed_on":false}],"evidence":true,"always_named":false},
  {"kind":"general","act":"abuse_general","fields":[{"field":"justification","shape":"text","group":"story","required":true,"min":1,"max":5000,"most":0,"choices":[],"passed_on":false},{"field":"source_ips","shape":"lines","group":"network","required":false,"min":1,"max":2000,"most":30,"choices":[],"passed_on":false},{"field":"destination_ips","shape":"lines","group":"network","required":false,"min":1,"max":2000,"most":30,"choices":[],"passed_on":false},{"field":"ports_protocols","shape":"lines","group":"network","required":false,"min":1,"max":2000,"most":30,"choices":[],"passed_on":false},{"field":"name","shape":"line","group":"sender","required":true,"min":1,"max":255,"most":0,"choices":[],"passed_on":true},{"field":"email","shape":"line","group":"sender","required":true,"min":1,"max":254,"most":0,"choices":[],"passed_on":true},{"field":"company","shape":"line","group":"sender","required":false,"min":1,"max":100,"most":0,"choices":[],"passed_on":true},{"field":"telephone","shape":"line","group":"sender","required":false,"min":1,"max":20,"most":0,"choices":[],"passed_on":true},{"field":"title","shape":"line","group":"sender","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":false},{"field":"host_notification","shape":"choice","group":"told","required":true,"min":0,"max":0,"most":0,"choices":["send_anon","send"],"passed_on":false},{"field":"owner_notification","shape":"choice","group":"told","required":true,"min":0,"max":0,"most":0,"choices":["send_anon","send"],"passed_on":false},{"field":"reported_country","shape":"line","group":"more","required":false,"min":2,"max":2,"most":0,"choices":[],"passed_on":false},{"field":"reported_user_agent","shape":"line","group":"more","required":false,"min":1,"max":255,"most":0,"choices":[],"passed_on":false},{"field":"comments","shape":"text","group":"more","required":false,"min":1,"max":2000,"most":0,"choices":[],"passed_on":false}],"evidence":true,"always_named":false},
];

/** Whom the guide suggests, scenario by scenario. */
export const GUIDE: readonly GuideEntry[] = [
  {"scenario":"login_page_of_ours","topic":"fake_login","phishfort":"takedown","cloudflare":"phishing","others":["hosting_provider"]},
  {"scenario":"login_page_of_another","topic":"fake_login","phishfort":null,"cloudflare":"phishing","others":["hosting_provider"]},
  {"scenario":"login_page_not_yet_up","topic":"fake_login","phishfort":"monitor","cloudflare":null,"others":["domain_registrar"]},
  {"scenario":"login_page_gone","topic":"fake_login","phishfort":"monitor","cloudflare":null,"others":[]},
  {"scenario":"login_page_on_hacked_site","topic":"fake_login","phishfort":"takedown","cloudflare":"phishing","others":["site_owner","hosting_provider"]},
  {"scenario":"login_page_in_form","topic":"fake_login","phishfort":"takedown","cloudflare":null,"others":["form_service"]},
  {"scenario":"login_page_behind_short_link","topic":"fake_login","phishfort":"takedown","cloudflare":"phishing","others":["short_link_service"]},
  {"scenario":"card_details_asked","topic":"fake_login","phishfort":"takedown","cloudflare":"phishing","others":["payment_provider"]},
  {"scenario":"wallet_phrase_asked","topic":"fake_login","phishfort":"takedown","cloudflare":"phishing","others":["hosting_provider"]},
  {"scenario":"support_chat_fake","topic":"fake_login","phishfort":"takedown","cloudflare":"phishing","others":["police"]},
  {"scenario":"shop_in_our_name","topic":"fake_shop","phishfort":"takedown","cloudflare":"phishing","others":["payment_provider"]},
  {"scenario":"shop_sells_fakes","topic":"fake_shop","phishfort":"takedown","cloudflare":"trademark","others":["payment_provider","our_lawyers"]},
  {"scenario":"shop_never_delivers","topic":"fake_shop","phishfort":"takedown","cloudflare":"phishing","others":["payment_provider","police"]},
  {"scenario":"shop_on_marketplace","topic":"fake_shop","phishfort":null,"cloudflare":null,"others":["marketplace"]},
  {"scenario":"shop_advert","topic":"fake_shop","phishfort":"takedown","cloudflare":"phishing","others":["ad_network"]},
  {"scenario":"investment_platform","topic":"fake_shop","phishfort":"takedown","cloudflare":"phishing","others":["police"]},
  {"scenario":"pictures_copied","topic":"copied_work","phishfort":null,"cloudflare":"dmca","others":["hosting_provider"]},
  {"scenario":"text_copied","topic":"copied_work","phishfort":null,"cloudflare":"dmca","others":["hosting_provider"]},
  {"scenario":"whole_site_copied","topic":"copied_work","phishfort":"takedown","cloudflare":"dmca","others":["hosting_provider"]},
  {"scenario":"software_copied","topic":"copied_work","phishfort":null,"cloudflare":"dmca","others":["hosting_provider"]},
  {"scenario":"video_streamed","topic":"copied_work","phishfort":null,"cloudflare":"dmca","others":["hosting_provider"]},
  {"scenario":"copy_in_search_results","topic":"copied_work","phishfort":null,"cloudflare":null,"others":["search_engine"]},
  {"scenario":"logo_on_harmful_site","topic":"name_or_logo","phishfort":"takedown","cloudflare":"phishing","others":["hosting_provider"]},
  {"scenario":"logo_on_harmless_site","topic":"name_or_logo","phishfort":null,"cloudflare":"trademark","others":["site_owner","our_lawyers"]},
  {"scenario":"name_in_domain_harmful","topic":"name_or_logo","phishfort":"takedown","cloudflare":"phishing","others":["domain_registrar"]},
  {"scenario":"name_in_domain_parked","topic":"name_or_logo","phishfort":"monitor","cloudflare":null,"others":["domain_dispute"]},
  {"scenario":"name_in_domain_for_sale","topic":"name_or_logo","phishfort":"monitor","cloudflare":null,"others":["domain_dispute","our_lawyers"]},
  {"scenario":"name_in_advert","topic":"name_or_logo","phishfort":null,"cloudflare":null,"others":["ad_network"]},
  {"scenario":"false_claim_of_partnership","topic":"name_or_logo","phishfort":null,"cloudflare":"trademark","others":["site_owner","our_lawyers"]},
  {"scenario":"call_in_our_name","topic":"scam_contact","phishfort":"takedown","cloudflare":null,"others":["phone_carrier","police"]},
  {"scenario":"text_message_with_link","topic":"scam_contact","phishfort":"takedown","cloudflare":"phishing","others":["phone_carrier"]},
  {"scenario":"text_message_without_link","topic":"scam_contact","phishfort":"takedown","cloudflare":null,"others":["phone_carrier"]},
  {"scenario":"email_with_link","topic":"scam_contact","phishfort":"takedown","cloudflare":"phishing","others":["mail_provider"]},
  {"scenario":"email_without_link","topic":"scam_contact","phishfort":"takedown","cloudflare":null,"others":["mail_provider"]},
  {"scenario":"email_from_our_domain","topic":"scam_contact","phishfort":null,"cloudflare":null,"others":["our_it"]},
  {"scenario":"messenger_account","topic":"scam_contact","phishfort":null,"cloudflare":null,"others":["messenger"]},
  {"scenario":"invoice_fraud","topic":"scam_contact","phishfort":"takedown","cloudflare":null,"others":["police","payment_provider"]},
  {"scenario":"profile_pretends_to_be_us","topic":"social_profile","phishfort":"takedown","cloudflare":null,"others":["social_network"]},
  {"scenario":"profile_pretends_to_be_our_boss","topic":"social_profile","phishfort":"takedown","cloudflare":null,"others":["social_network"]},
  {"scenario":"post_links_to_fake_page","topic":"social_profile","phishfort":"takedown","cloudflare":"phishing","others":["social_network"]},
  {"scenario":"fake_job_offers","topic":"social_profile","phishfort":"takedown","cloudflare":null,"others":["social_network"]},
  {"scenario":"app_in_store","topic":"app","phishfort":"takedown","cloudflare":null,"others":["app_store"]},
  {"scenario":"app_outside_store","topic":"app","phishfort":"takedown","cloudflare":"phishing","others":["hosting_provider"]},
  {"scenario":"browser_extension","topic":"app","phishfort":null,"cloudflare":null,"others":["extension_store"]},
  {"scenario":"malware_download","topic":"something_else","phishfort":"takedown","cloudflare":"phishing","others":["hosting_provider"]},
  {"scenario":"attack_on_our_servers","topic":"something_else","phishfort":null,"cloudflare":"general","others":["our_it","police"]},
  {"scenario":"threat_against_person","topic":"something_else","phishfort":null,"cloudflare":"threat","others":["police"]},
  {"scenario":"intimate_images","topic":"something_else","phishfort":null,"cloudflare":"ncsei","others":["image_abuse_help","police"]},
  {"scenario":"child_abuse","topic":"something_else","phishfort":null,"cloudflare":"children","others":["hotline","police"]},
  {"scenario":"domain_owner_unknown","topic":"something_else","phishfort":null,"cloudflare":"registrar_whois","others":["domain_registrar"]},
  {"scenario":"domain_owner_wrong","topic":"something_else","phishfort":null,"cloudflare":"registrar_whois","others":["domain_registrar"]},
  {"scenario":"false_statements_about_us","topic":"something_else","phishfort":null,"cloudflare":null,"others":["our_lawyers","site_owner"]},
  {"scenario":"customer_data_published","topic":"something_else","phishfort":"takedown","cloudflare":"general","others":["our_it","police"]},
  {"scenario":"spam_sender","topic":"something_else","phishfort":null,"cloudflare":null,"others":["mail_provider"]},
];

/** Every known ground for a refusal. */
export const REFUSALS: readonly RefusalRow[] = [
  {"source":"cloudflare_answer","name":"BadActError","check":"cant_happen","problems":[]},
  {"source":"cloudflare_answer","name":"UnexpectedActError","check":"cant_happen","problems":[]},
  {"source":"cloudflare_answer","name":"BadNameError","check":"blocks","problems":["field_missing"]},
  {"source":"cloudflare_answer","name":"BadEmailError","check":"blocks","problems":["field_email_unreadable"]},
  {"source":"cloudflare_answer","name":"DiffEmailError","check":"cant_happen","problems":[]},
  {"source":"cloudflare_answer","name":"BadUrlsError","check":"blocks","problems":["target_missing","target_unreadable","web_unreadable","cloudflare_takes_web","address_unreadable"]},
  {"source":"cloudflare_answer","name":"UrlNotvalidError","check":"advises","problems":["split_by_host"]},
  {"source":"cloudflare_answer","name":"UrlNotOrangeError","check":"advises","problems":["on_cloudflare_unknown","not_on_cloudflare"]},
  {"source":"cloudflare_answer","name":"DedupeError","check":"blocks","problems":["reported_this_week"]},
  {"source":"cloudflare_answer","name":"BadJustError","check":"blocks","problems":["field_missing","field_too_short","field_too_long"]},
  {"source":"cloudflare_answer","name":"BadCommentsError","check":"blocks","problems":["comments_too_long"]},
  {"source":"cloudflare_answer","name":"NoOriginalWorkError","check":"blocks","problems":["field_missing","field_too_long"]},
  {"source":"cloudflare_answer","name":"NoSigError","check":"blocks","problems":["field_missing","signature_differs"]},
  {"source":"cloudflare_answer","name":"NoAgreeError","check":"blocks","problems":["statement_missing"]},
  {"source":"cloudflare_answer","name":"MustNotifyError","check":"blocks","problems":["field_missing"]},
  {"source":"cloudflare_answer","name":"InvalidNotifyError","check":"cant_happen","problems":[]},
  {"source":"cloudflare_answer","name":"BadAddressError","check":"blocks","problems":["field_missing","field_too_long"]},
  {"source":"cloudflare_answer","name":"BadAgentNameError","check":"blocks","problems":["field_missing","field_too_long"]},
  {"source":"cloudflare_answer","name":"BadCityError","check":"blocks","problems":["field_missing","field_too_long"]},
  {"source":"cloudflare_answer","name":"BadStateError","check":"blocks","problems":["field_missing","field_too_long"]},
  {"source":"cloudflare_answer","name":"BadCountryError","check":"blocks","problems":["field_missing","field_too_long"]},
  {"source":"cloudflare_answer","name":"BadIPError","check":"blocks","problems":["item_unreadable","item_twice"]},
  {"source":"cloudflare_answer","name":"MaxIPsError","check":"blocks","problems":["too_many_items"]},
  {"source":"cloudflare_answer","name":"BadPortsProtocolError","check":"blocks","problems":["item_unreadable","item_twice"]},
  {"source":"cloudflare_answer","name":"PortsProtocolError","check":"blocks","problems":["too_many_items","field_too_long","item_unreadable"]},
  {"source":"cloudflare_answer","name":"DBError","check":"cant_be_known","problems":[]},
  {"source":"cloudflare_answer","name":"EmailError","check":"cant_be_known","problems":[]},
  {"source":"cloudflare_answer","name":"InternalError","check":"cant_be_known","problems":[]},
  {"source":"cloudflare_answer","name":"UnknownError","check":"cant_be_known","problems":[]},
  {"source":"cloudflare_denial","name":"unable_to_confirm","check":"advises","problems":["no_way_to_see_it","thin_story","our_sentence"]},
  {"source":"cloudflare_denial","name":"incomplete_report","check":"advises","problems":["thin_story","our_sentence"]},
  {"source":"cloudflare_denial","name":"not_on_cloudflare","check":"advises","problems":["on_cloudflare_unknown","not_on_cloudflare"]},
  {"source":"cloudflare_denial","name":"duplicate_report","check":"advises","problems":["reported_before","reported_this_week"]},
  {"source":"cloudflare_denial","name":"content_removed","check":"cant_be_known","problems":[]},
  {"source":"cloudflare_denial","name":"report_details_mismatch","check":"cant_be_known","problems":[]},
  {"source":"cloudflare_denial","name":"no_abuse_found","check":"advises","problems":["thin_story","our_sentence"]},
  {"source":"cloudflare_denial","name":"missing_original_work","check":"advises","problems":["original_without_address","field_missing"]},
  {"source":"cloudflare_denial","name":"direct_url_required","check":"advises","problems":["no_path"]},
  {"source":"cloudflare_denial","name":"wrong_report_category","check":"advises","problems":["perhaps_other_kind"]},
  {"source":"cloudflare_denial","name":"content_unavailable","check":"advises","problems":["no_way_to_see_it"]},
  {"source":"cloudflare_denial","name":"law_enforcement_referral_required","check":"advises","problems":["police_first"]},
  {"source":"cloudflare_denial","name":"domain_dispute_process_required","check":"advises","problems":["perhaps_dispute"]},
  {"source":"phishfort","name":"one_of_four_kinds","check":"blocks","problems":["target_missing","target_unreadable"]},
  {"source":"phishfort","name":"one_subject","check":"blocks","problems":["several_targets"]},
  {"source":"phishfort","name":"web_address","check":"blocks","problems":["web_unreadable"]},
  {"source":"phishfort","name":"domain_not_as_subject","check":"cant_happen","problems":[]},
  {"source":"phishfort","name":"email_address","check":"blocks","problems":["email_unreadable"]},
  {"source":"phishfort","name":"e164","check":"blocks","problems":["phone_unreadable"]},
  {"source":"phishfort","name":"no_ipv6","check":"blocks","problems":["ipv6"]},
  {"source":"phishfort","name":"ipv4_address","check":"blocks","problems":["ip_unreadable"]},
  {"source":"phishfort","name":"not_ours","check":"blocks","problems":["own_domain","address_is_ours"]},
  {"source":"phishfort","name":"not_mail_provider","check":"blocks","problems":["mail_provider"]},
  {"source":"phishfort","name":"not_shared_host","check":"blocks","problems":["shared_host"]},
  {"source":"phishfort","name":"not_private","check":"blocks","problems":["private_address"]},
  {"source":"phishfort","name":"reporter_address","check":"blocks","problems":["reporter_unreadable"]},
  {"source":"phishfort","name":"reporter_given","check":"advises","problems":["no_reporter"]},
  {"source":"phishfort","name":"client_id","check":"blocks","problems":["client_unreadable"]},
  {"source":"phishfort","name":"comment_not_null","check":"cant_happen","problems":[]},
  {"source":"phishfort","name":"comment_length","check":"blocks","problems":["note_too_long"]},
  {"source":"phishfort","name":"twelve_files","check":"blocks","problems":["too_many_files"]},
  {"source":"phishfort","name":"body_limit","check":"blocks","problems":["too_big"]},
  {"source":"phishfort","name":"file_types","check":"blocks","problems":["file_not_taken"]},
  {"source":"phishfort","name":"media_types","check":"cant_happen","problems":[]},
  {"source":"phishfort","name":"files_whole","check":"blocks","problems":["file_damaged"]},
  {"source":"phishfort","name":"key","check":"blocks","problems":["key_missing"]},
  {"source":"phishfort","name":"again","check":"advises","problems":["reported_before"]},
  {"source":"phishfort","name":"full_address","check":"advises","problems":["no_path"]},
  {"source":"phishfort","name":"screenshot","check":"advises","problems":["no_picture"]},
  {"source":"phishfort","name":"original_mail","check":"advises","problems":["no_original_mail"]},
  {"source":"phishfort","name":"call_details","check":"blocks","problems":["phone_received_on_missing","phone_received_on_unreadable","phone_date_missing","phone_date_unreadable","phone_time_missing","phone_time_unreadable","phone_zone_missing"]},
  {"source":"phishfort","name":"address_on_ip","check":"blocks","problems":["ip_address_missing","ip_address_unreadable"]},
  {"source":"phishfort","name":"explanation","check":"advises","problems":["no_note"]},
  {"source":"phishfort","name":"signs_of_malice","check":"cant_be_known","problems":[]},
  {"source":"phishfort","name":"slow_down","check":"cant_be_known","problems":[]},
];

/** Most addresses in one report. */
export const ADDRESSES_MAX = 250;
