//! The loopback server: HTTP/1.1, and connections that can be broken off without an answer, which axum's own `serve`
//! does not allow.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use axum::{Extension, Router};
use hyper::server::conn::http1;
use hyper_util::{rt::TokioIo, service::TowerToHyperService};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Notify,
    task::JoinSet,
};

/// Breaks the connection on which a request came.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cut {
    ordered: Arc<Notify>,
    reset: Arc<AtomicBool>,
}

impl Cut {
    /// Never returns: the connection takes its requests along.
    pub(crate) async fn now(self, reset: bool) -> std::convert::Infallible {
        self.reset.store(reset, Ordering::SeqCst);
        self.ordered.notify_one();
        std::future::pending().await
    }
}

/// Accepts until its task is aborted, which ends every connection too.
pub(crate) async fn accept(listener: TcpListener, router: Router) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => { connections.spawn(connection(stream, router.clone())); }
                // Out of file descriptors, most likely: they come back.
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn connection(stream: TcpStream, router: Router) {
    let cut = Cut::default();
    let service = TowerToHyperService::new(router.layer(Extension(cut.clone())));
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    tokio::select! {
        // A client that breaks off is none of the service's troubles.
        _ = &mut connection => return,
        () = cut.ordered.notified() => {}
    }
    if cut.reset.load(Ordering::SeqCst) {
        let _ = connection.into_parts().io.into_inner().set_zero_linger();
    }
}
