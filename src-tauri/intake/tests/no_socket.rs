//! Reading opens no socket. The system is asked to end a process that tries; one that only reads lives on.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::net::UdpSocket;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;

use intake::{FileKind, Ours, attachment, rank, read};
use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, apply_filter_all_threads};

use crate::child;

/// Everything by which a process speaks to another machine begins with one of these.
const FORBIDDEN: [libc::c_long; 12] = [
    libc::SYS_socket,
    libc::SYS_socketpair,
    libc::SYS_connect,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept,
    libc::SYS_accept4,
    libc::SYS_sendto,
    libc::SYS_sendmsg,
    libc::SYS_sendmmsg,
    libc::SYS_recvfrom,
    // Would do any of these without being one of them.
    libc::SYS_io_uring_setup,
];

#[test]
fn opening_a_socket_ends_the_process() {
    let run = child::run("no_socket::without_sockets", "open a socket");
    assert_eq!(run.status.signal(), Some(libc::SIGSYS), "{}", run.status);
}

#[test]
fn reading_every_mail_opens_none() {
    let run = child::run("no_socket::without_sockets", "read");
    assert!(run.status.success(), "{}\n{}", run.status, String::from_utf8_lossy(&run.stderr));
}

#[test]
fn without_sockets() {
    let Some(job) = child::job() else { return };
    forbid_sockets();
    match job.as_str() {
        "read" => read_every_mail(),
        _ => drop(UdpSocket::bind("127.0.0.1:0")),
    }
}

fn forbid_sockets() {
    let rules: BTreeMap<i64, _> = FORBIDDEN.iter().map(|call| (*call, Vec::new())).collect();
    let arch = std::env::consts::ARCH.try_into().unwrap();
    let filter = SeccompFilter::new(rules, SeccompAction::Allow, SeccompAction::KillProcess, arch).unwrap();
    let program: BpfProgram = filter.try_into().unwrap();
    apply_filter_all_threads(&program).unwrap();
}

/// All that happens to a dropped file: it is read, its addresses are ranked, its attachments are taken out.
fn read_every_mail() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/mails");
    let own = ["acme.example".to_owned()];
    let mut count = 0;
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let kind = match path.extension().and_then(|extension| extension.to_str()) {
            Some("eml") => FileKind::Email,
            Some("msg") => FileKind::OutlookEmail,
            Some("txt") => FileKind::Text,
            _ => continue,
        };
        count += 1;
        let Ok(reading) = read(kind, File::open(&path).unwrap()).unwrap() else { continue };
        let _ = rank(&[&reading], Ours { sites: &own, brands: &[] });
        let bytes = fs::read(&path).unwrap();
        for one in &reading.attachments {
            let _ = attachment(kind, &bytes, one.at);
        }
    }
    assert!(count >= 60, "only {count} mails were read");
}
