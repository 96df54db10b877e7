//! Starting, settings, connections, practice.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ClientView, Instant, ProfileId};

/// A command that only does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Done {}

/// A service that reports go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Service {
    /// PhishFort.
    Phishfort,
    /// Cloudflare.
    Cloudflare,
}

/// Which data and services the window works with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// First start: nothing was chosen yet.
    #[default]
    Choosing,
    /// The services are played on this machine.
    Practice,
    /// The real services.
    Real,
}

/// Light, dark, or as the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Preferences that are no secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreferencesView {
    /// The person's name.
    pub name: String,
    /// E-mail address that gets the status mails.
    pub email: String,
    /// Our brands.
    pub brands: Vec<String>,
    /// Our own sites and domains: never reported by mistake.
    pub own_sites: Vec<String>,
    /// Those of them that can't be read as a site or domain, and so protect nothing.
    pub unreadable_sites: Vec<String>,
    /// Seconds between Send and sending; 0 asks instead, -1 waits for Send now.
    pub undo_seconds: i32,
    /// Light, dark, or as the system.
    pub theme: Theme,
    /// What the system shows now, where the host can tell.
    pub system_theme: Option<Theme>,
    /// Zoom of the window, in percent.
    pub zoom_percent: u32,
    /// PhishFort's brand or client that new reports are for.
    pub client_id: String,
    /// Brands or clients that the person typed, where PhishFort names none.
    pub clients: Vec<ClientView>,
    /// Whether setting up was finished.
    pub set_up: bool,
    /// Who we are to Cloudflare, in several roles perhaps. Empty: the person's own name and address.
    pub profiles: Vec<ProfileView>,
    /// The profile that new reports begin with; empty for the first.
    pub profile_id: ProfileId,
    /// Whether the desktop reminds of blocks that are about to start.
    pub reminders: bool,
}

/// A sender profile: what a report to Cloudflare says of whoever files it. What is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[allow(missing_docs, reason = "each is the report's field of that name")]
pub struct ProfileView {
    /// Names it; given by whoever makes it.
    pub id: ProfileId,
    /// What people call it.
    pub label: String,
    pub name: String,
    pub email: String,
    pub company: String,
    pub telephone: String,
    pub title: String,
    pub address1: String,
    pub city: String,
    pub state: String,
    pub country: String,
    /// Who holds the rights: the copyright holder.
    pub rights_holder: String,
    pub trademark_symbol: String,
    pub trademark_number: String,
    pub trademark_office: String,
}

/// What of the preferences changes; what is left out stays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
#[allow(missing_docs, reason = "each is the field of that name in PreferencesView")]
pub struct PreferencesChange {
    pub name: Option<String>,
    pub email: Option<String>,
    pub brands: Option<Vec<String>>,
    pub own_sites: Option<Vec<String>>,
    pub undo_seconds: Option<i32>,
    pub theme: Option<Theme>,
    pub zoom_percent: Option<u32>,
    pub client_id: Option<String>,
    pub clients: Option<Vec<ClientView>>,
    pub set_up: Option<bool>,
    pub profiles: Option<Vec<ProfileView>>,
    pub profile_id: Option<ProfileId>,
    pub reminders: Option<bool>,
}

/// What the window needs before its first frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StartView {
    /// Which data and services.
    pub mode: Mode,
    /// The preferences.
    pub preferences: PreferencesView,
    /// Whether the preferences could not be read and are the defaults; said once.
    pub preferences_reset: bool,
    /// Whether the app ended without closing last time.
    pub ended_badly: bool,
    /// The app's version.
    pub version: String,
    /// How many reports are kept back since the app closed too early.
    pub held: u32,
    /// Whether practice was open last time and could not be opened now, so that this is the real thing.
    pub practice_failed: bool,
    /// Files that the app was opened with, and that wait until it is known where they go.
    pub files_waiting: u32,
}

/// Numbers beside the places.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct CountsView {
    /// Cases, drafts included.
    pub cases: u32,
    /// Cases that wait for the person.
    pub needs_you: u32,
    /// Submissions that are not settled.
    pub outbox: u32,
    /// Of those, how many wait for the person.
    pub outbox_needs_you: u32,
    /// Whether the last request could not reach its service.
    pub offline: bool,
    /// Whether a service has a key.
    pub connected: bool,
    /// In practice: real submissions that wait until practice is left.
    pub real_waiting: u32,
    /// Whether the ledger can't be written at the moment, so that nothing is sent.
    pub storage_failing: bool,
    /// Our sites: blocks for which a review may be asked.
    pub sites_needs_you: u32,
}

/// What About tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AboutView {
    /// The app's version.
    pub version: String,
    /// Where everything is kept.
    pub data_folder: String,
    /// Bytes of evidence, in MB with one decimal.
    pub evidence_mb: String,
    /// Bytes of the ledger, in MB with one decimal.
    pub ledger_mb: String,
    /// SQLite's version.
    pub sqlite: String,
    /// The web view's name and version, where there is one.
    pub engine: String,
}

/// What happens to unsent reports when the app ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum QuitChoice {
    /// Send them now, then end.
    SendNow,
    /// Keep them in the outbox, and end.
    Keep,
}

/// A key on its way to the key store. It can't be read, printed or sent back.
#[derive(Debug, Deserialize, TS)]
#[serde(transparent)]
pub struct KeyText(#[ts(type = "string")] pub secrecy::SecretString);

/// Where a key is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyPlace {
    /// The operating system's key store.
    KeyStore,
    /// Memory, until the app ends.
    UntilQuit,
}

/// What is wrong with the operating system's key store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyStoreProblem {
    /// There is none.
    Missing,
    /// It does not answer: locked, waiting for its password, or stuck.
    NoAnswer,
    /// It refused, or failed.
    Failed,
}

/// How a connection is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ConnectionHealth {
    /// No key.
    NoKey,
    /// There is a key that was not tried yet.
    Untested,
    /// The key works.
    Works,
    /// The key works, and some of what we want to do is not allowed.
    PartlyWorks,
    /// The key works, and no account is chosen.
    NoAccount,
    /// The service refused the key.
    KeyRefused,
    /// The service can't be reached.
    Unreachable,
    /// The service answered with an error or with something that can't be read.
    Failed,
    /// Practice: no key is needed.
    Practice,
}

/// Whether an account may do something, as far as can be known without filing anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Ability {
    /// Nobody knows before it is tried.
    #[default]
    Unknown,
    /// It works.
    Yes,
    /// The key lacks the right.
    NotPermitted,
    /// The account is not set up for it.
    NotEntitled,
}

/// An account that a key can act for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccountView {
    /// The service's id of it.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A service's connection. The key itself never comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConnectionView {
    /// Which service.
    pub service: Service,
    /// How it is.
    pub health: ConnectionHealth,
    /// The last four characters of the key.
    pub key_tail: Option<String>,
    /// Where the key is kept.
    pub key_place: Option<KeyPlace>,
    /// The key store's name, as people know it.
    pub store_name: String,
    /// What is wrong with the key store.
    pub store_problem: Option<KeyStoreProblem>,
    /// When it was last tried.
    pub checked_at: Option<Instant>,
    /// The account's name as the service tells it.
    pub account: Option<String>,
    /// The brands or clients that the service names.
    pub clients: Vec<ClientView>,
    /// Cloudflare: the account that reports are filed for.
    pub account_id: Option<String>,
    /// Cloudflare: the accounts that the key can act for, where it says so.
    pub accounts: Vec<AccountView>,
    /// Cloudflare: whether filed reports can be read.
    pub reading: Ability,
    /// Cloudflare: whether reports can be filed. Known only once one was.
    pub filing: Ability,
    /// The service's own words, when something is wrong.
    pub said: Option<String>,
}

/// What the practice services do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PracticeStep {
    /// They accept the newest report and work on it.
    Accepted,
    /// They ask something about it.
    Question,
    /// They take it down.
    TakenDown,
    /// Their takedown fails.
    Failed,
    /// The next report: its answer is lost after it arrived.
    LoseAnswer,
    /// The next report: the key is refused.
    RefuseKey,
    /// The next report: they ask to slow down.
    SlowDown,
    /// The next report: they can't be reached.
    Unreachable,
}

/// What practice's Cloudflare does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PracticeReportStep {
    /// It accepts the newest report.
    Accepted,
    /// It refuses the newest report.
    Denied,
    /// The next report: its answer is lost after it arrived.
    LoseAnswer,
    /// The next report: the account isn't set up for it.
    NotEntitled,
    /// The next report: they ask to slow down.
    SlowDown,
}

/// What practice's Cloudflare does next about our sites.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PracticeSiteStep {
    /// A report about one of our sites comes in, with a block that starts tomorrow.
    NewBlock,
    /// The block that starts next starts now.
    BlockStarts,
    /// The oldest open review is granted: the block is lifted.
    ReviewLifted,
    /// The oldest open review is refused: the block stays.
    ReviewKept,
    /// The next appeal: its answer is lost after it arrived.
    LoseAnswer,
    /// The next appeal: only the first of its blocks is taken.
    PartAnswer,
}

/// One step of the practice checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the step of that name")]
pub enum ChecklistStep {
    AddEvidence,
    SendReport,
    UndoOnce,
    MakeTimePass,
    AnswerLost,
    ConnectForReal,
}

/// A step, and whether it is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChecklistItem {
    /// Which.
    pub step: ChecklistStep,
    /// Whether it is done.
    pub done: bool,
}

/// The six steps of practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChecklistView {
    /// In their order.
    pub steps: Vec<ChecklistItem>,
}

/// Sample files that were saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SamplesView {
    /// The folder, for the person to read; none when the dialog was cancelled.
    pub folder: Option<String>,
    /// Their names.
    pub names: Vec<String>,
}
