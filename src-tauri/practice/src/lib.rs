#![doc = include_str!("../README.md")]

mod addresses;
mod clock;
mod cloudflare;
mod control;
mod door;
mod faults;
mod handle;
mod history;
mod kept;
mod mishap;
mod phishfort;
mod server;
mod service;
mod switches;
mod world;

use std::{io, net::Ipv4Addr, path::PathBuf, sync::Arc, time::Duration};

use axum::{Router, extract::DefaultBodyLimit, middleware::from_fn_with_state};
use tokio::{net::TcpListener, task::JoinSet};

pub use cloudflare::{
    ACCOUNT_ID, ACCOUNT_NAME, Act, BadIds, CfAppealed, CfMail, CfMitigation, CfMitigationSeed, CfProcessed, CfReceived,
    CfReceivedSeed, CfReport, CfSeed, CfSiteNews, CfSiteStep, CfStep, CfSwitches, Cloudflare, DenialReason, ErrorKind,
    Failing, PendingAppealed, SitesSwitches, TokenOwner,
};
pub use faults::{Fault, FaultOrder, RetryAfter};
pub use handle::PhishFort;
pub use history::{Processed, SeenRequest, SentFile};
pub use phishfort::{Action, BODY_LIMIT_BYTES, FILES_PER_REPORT, Incident, Kind, Seed, SeedEntry, Step};
pub use switches::{SubClient, Switches};

/// How often news that come by themselves are looked for.
const NEWS_EVERY: Duration = Duration::from_secs(1);

/// How a practice is started.
#[derive(Clone, Default)]
pub struct Options {
    /// The file in which the state outlives a restart, rewritten after each change; none: memory only.
    pub kept_in: Option<PathBuf>,
    /// The `x-api-key` values that are accepted. None given: every request is refused.
    pub keys: Vec<String>,
    /// Cloudflare's Bearer tokens that are accepted, for the one account [`ACCOUNT_ID`]. None given: every request is
    /// refused.
    pub tokens: Vec<String>,
    /// New incidents move on without anyone's doing: looked at after 15 s, in takedown after 40 s of practice time.
    /// Submitted reports are accepted after 20 s. Reviews of mitigations wait for a step.
    pub replies_by_themselves: bool,
    /// How ids look.
    pub id_prefix: IdStyle,
}

/// How ids look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IdStyle {
    /// As the real services' look: 20 letters and digits for incidents; 16 hexadecimal digits for submitted reports,
    /// whose look is undocumented.
    #[default]
    Opaque,
    /// `PRACTICE-0007`, `PRACTICE-CF-0007`, for reports about the account `PRACTICE-IN-0007` and for mitigations
    /// `PRACTICE-BLOCK-0007`: no one takes it for a real one.
    Practice,
}

/// Why a practice could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// No port on the loopback address.
    #[error("no loopback port for the practice services")]
    NoPort(#[source] io::Error),
    /// The state's file is there and can't be read.
    #[error("{} can't be read", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The state's file holds something else. It is left as it is; removing it starts afresh.
    #[error("{} is no practice state of this version", path.display())]
    NotOurs {
        /// The file.
        path: PathBuf,
        /// Where it went wrong.
        source: serde_json::Error,
    },
}

/// Started practice services; dropping it stops them, open connections included.
pub struct Practice {
    port: u16,
    phishfort: PhishFort,
    cloudflare: Cloudflare,
    world: Arc<world::World>,
    _tasks: JoinSet<()>,
}

impl Practice {
    /// Starts on a free port of 127.0.0.1. Must be called within a Tokio runtime with I/O and time.
    pub async fn start(options: Options) -> Result<Practice, StartError> {
        let replies_by_themselves = options.replies_by_themselves;
        let world = Arc::new(world::World::new(options)?);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.map_err(StartError::NoPort)?;
        let port = listener.local_addr().map_err(StartError::NoPort)?.port();

        let mut tasks = JoinSet::new();
        tasks.spawn(server::accept(listener, routes(&world, port)));
        if replies_by_themselves {
            tasks.spawn(news(Arc::clone(&world)));
        }
        let phishfort = PhishFort::new(Arc::clone(&world));
        let cloudflare = Cloudflare::new(Arc::clone(&world));
        Ok(Self { port, phishfort, cloudflare, world, _tasks: tasks })
    }

    /// What a PhishFort client takes for its base URL: `http://127.0.0.1:PORT/v1`.
    pub fn phishfort_url(&self) -> String {
        format!("http://127.0.0.1:{}/v1", self.port)
    }

    /// What a Cloudflare client takes for its base URL: `http://127.0.0.1:PORT/client/v4`.
    pub fn cloudflare_url(&self) -> String {
        format!("http://127.0.0.1:{}/client/v4", self.port)
    }

    /// Where the control desk is: `http://127.0.0.1:PORT/practice`.
    pub fn control_url(&self) -> String {
        format!("http://127.0.0.1:{}/practice", self.port)
    }

    /// The played PhishFort.
    pub fn phishfort(&self) -> &PhishFort {
        &self.phishfort
    }

    /// The played Cloudflare.
    pub fn cloudflare(&self) -> &Cloudflare {
        &self.cloudflare
    }
}

impl Drop for Practice {
    fn drop(&mut self) {
        self.world.stop();
    }
}

fn routes(world: &Arc<world::World>, port: u16) -> Router {
    let door = door::Door { world: Arc::clone(world), port };
    phishfort::routes(world)
        .merge(cloudflare::routes(world))
        .merge(control::routes())
        .fallback(door::unexpected)
        .method_not_allowed_fallback(door::unexpected)
        // The limit is the played service's own, with its own words.
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(door, door::pass))
        .with_state(Arc::clone(world))
}

async fn news(world: Arc<world::World>) {
    let mut tick = tokio::time::interval(NEWS_EVERY);
    loop {
        tick.tick().await;
        world.bring_news();
    }
}
