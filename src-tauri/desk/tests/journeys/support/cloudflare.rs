//! Reports to Cloudflare: what a person does again and again, and what is held against it.

use desk::commands;
use desk::contract::*;
use practice::{CfProcessed, CfSwitches, Fault, FaultOrder, SeenRequest};
use serde_json::Value;

use super::{Sent, TestDesk, Wanted, fields};

/// What is filled in for most reports to Cloudflare alone.
pub(crate) fn filing(target: &str) -> DraftFields {
    DraftFields { to_phishfort: false, ..both(target) }
}

/// The same thing told to both.
pub(crate) fn both(target: &str) -> DraftFields {
    DraftFields { to_cloudflare: true, note: "Copies our login page and asks for passwords.".into(), ..fields(target) }
}

impl TestDesk {
    /// A desk with both services connected.
    pub(crate) async fn connected() -> Self {
        Self::with(Wanted { cloudflare: true, ..Wanted::default() }).await
    }

    /// The same; Cloudflare takes what it has already, so that a duplicate of ours becomes a second report.
    pub(crate) async fn connected_to_one_that_takes_duplicates() -> Self {
        let desk = Self::connected().await;
        desk.switch(|switches| switches.refuses_duplicates = false);
        desk
    }

    /// Changes how Cloudflare behaves.
    pub(crate) fn switch(&self, change: impl FnOnce(&mut CfSwitches)) {
        let mut switches = self.cloudflare().switches();
        change(&mut switches);
        self.cloudflare().set_switches(switches);
    }

    /// Orders what goes wrong with the next report to Cloudflare.
    pub(crate) fn spoil(&self, fault: Fault) {
        self.cloudflare().fault(FaultOrder::next_submission(fault));
    }

    /// Tells Cloudflare of a web address and presses Send; nothing has left yet.
    pub(crate) async fn file_report(&self, target: &str) -> Sent {
        let draft = self.draft(filing(target)).await;
        self.send(&draft.id).await.unwrap()
    }

    /// Tells Cloudflare of a web address, and lets the undo window end.
    pub(crate) async fn filed_report(&self, target: &str) -> Sent {
        let sent = self.file_report(target).await;
        self.pass(10).await;
        sent
    }

    /// The same on a desk whose person has given no name: it is told in the report.
    pub(crate) async fn filed_report_as(&self, name: &str, target: &str) -> Sent {
        let answers = [(ReportField::Name, name.to_owned())].into();
        let draft = self.draft(DraftFields { answers, ..filing(target) }).await;
        let sent = self.send(&draft.id).await.unwrap();
        self.pass(10).await;
        sent
    }

    /// Tells both of a web address, and lets the undo window end: PhishFort's first.
    pub(crate) async fn told_both(&self, target: &str) -> [Sent; 2] {
        let draft = self.draft(both(target)).await;
        let sent = self.send_all(&draft.id).await.unwrap();
        self.pass(10).await;
        sent.try_into().unwrap()
    }

    pub(crate) async fn connection(&self) -> ConnectionView {
        commands::connection_read(self, Service::Cloudflare).await.unwrap()
    }

    pub(crate) async fn case(&self, sent: &Sent) -> CaseView {
        commands::case_read(self, sent.case_id.clone()).await.unwrap()
    }

    #[track_caller]
    pub(crate) fn assert_filed(&self, count: usize) {
        assert_eq!(self.cloudflare().processed().len(), count, "reports that Cloudflare processed");
    }

    /// Every request that would file a report, whatever became of it.
    pub(crate) fn submissions(&self) -> Vec<SeenRequest> {
        self.cloudflare().requests().into_iter().filter(|request| request.method == "POST").collect()
    }

    /// What Cloudflare received is what was shown, to the byte.
    pub(crate) fn assert_filed_as_shown(&self, shown: &PreviewView, processed: &CfProcessed) {
        let place = self.cloudflare().processed().iter().position(|one| one.id == processed.id).unwrap();
        let answered = self.submissions().into_iter().filter(|request| request.status == Some(200));
        let request = answered.collect::<Vec<_>>().swap_remove(place);
        assert_eq!(shown.method, request.method);
        assert_eq!(shown.url, format!("https://api.cloudflare.com{}", request.path));
        assert!(request.path.ends_with(&format!("/{}", processed.act.word())), "the path names the kind");
        for header in &shown.headers {
            let seen = request.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(&header.name)).unwrap();
            let shown = if header.name.eq_ignore_ascii_case("authorization") { "(left out)" } else { &header.value };
            assert_eq!(seen.1, shown, "{}", header.name);
        }
        assert_eq!(u64::from(shown.bytes), processed.bytes_received);
        let members = shown.parts.iter().map(|part| {
            let value = match &processed.body[&part.name] {
                Value::String(_) => Value::String(part.value.clone()).to_string(),
                _ => part.value.clone(),
            };
            format!("{}:{value}", Value::String(part.name.clone()))
        });
        let members: Vec<_> = members.collect();
        assert_eq!(processed.text, format!("{{{}}}", members.join(",")));
        assert_eq!(processed.body["comments"], shown.comment);
        assert_eq!(shown.comment.lines().last().unwrap(), format!("Reference: {}", shown.reference));
    }
}
