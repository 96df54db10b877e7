//! What became of appeals: the blocks of each are read again until nothing more is to be waited for.

use std::sync::Arc;

use ledger::{Bucket, LedgerError, Standing, Submission};

use super::{Refresh, stops_the_round};
use crate::appeals::{SHOWN_LATE, is_over};
use crate::bench::Bench;
use crate::contract::{AppealForm, Notice, Service};
use crate::services::cloudflare::appeal::{DECIDED, REQUESTED};
use crate::services::cloudflare::received::eligibility;
use crate::services::{Appealing, Payload, Trouble};

/// Reads the blocks of an accepted appeal's report again, and writes down where the appeal stands.
pub(super) async fn refresh(bench: &Arc<Bench>, submission: &Submission) -> Result<(), Refresh> {
    let payload: Payload = serde_json::from_str(&submission.payload_json).map_err(LedgerError::from)?;
    let Some(appeal) = &payload.appeal else { return Ok(()) };
    if bench.cloudflare.account().as_ref() != Some(&appeal.prepared.account) {
        // Another account is chosen: it is followed again when this one is, and stands in nobody's way until then.
        return Ok(bench.ledger.record_asked(submission, bench.now())?);
    }
    let was_open = open_appeal(bench, appeal)?;
    let account = &appeal.prepared.account;
    let read = match appeal.form {
        AppealForm::Blocks => bench.cloudflare.read_blocks_of(&bench.cache, account, appeal.report_id()).await?,
        AppealForm::ContentRemoved | AppealForm::CounterNotice => {
            bench.cloudflare.read_received(&bench.cache, appeal.report_id()).await?
        }
    };
    bench.set_offline(bench.line(Service::Cloudflare), matches!(read.trouble, Some(Trouble::Unreachable(_))));
    if let Some(trouble) = read.trouble {
        if !stops_the_round(&trouble) {
            bench.ledger.record_asked(submission, bench.now())?;
        }
        return Err(Refresh::Service(trouble));
    }
    let over = match appeal.form {
        AppealForm::Blocks => all_over(bench, submission, appeal)?,
        // What says that none is open may not know of it yet.
        AppealForm::ContentRemoved | AppealForm::CounterNotice => {
            let late = submission.accepted_at.is_some_and(|at| bench.now() >= at + SHOWN_LATE);
            open_appeal(bench, appeal)? == Some(false) && (was_open == Some(true) || late)
        }
    };
    let standing = Standing {
        bucket: if over { Bucket::Done } else { Bucket::Waiting },
        status: if over { DECIDED } else { REQUESTED },
        raw_status: None,
        denial: None,
    };
    bench.ledger.record_news(submission, &standing, None, bench.now(), &[])?;
    if read.changed > 0 || over {
        bench.tell(Notice::SitesChanged);
    }
    Ok(())
}

/// Whether an answer to the whole report is open, as Cloudflare said last.
fn open_appeal(bench: &Bench, appeal: &Appealing) -> Result<Option<bool>, LedgerError> {
    let kept = bench.cache.received_report(appeal.prepared.account.as_str(), appeal.report_id())?;
    Ok(kept.as_ref().and_then(eligibility).and_then(|told| told.has_open_appeal))
}

fn all_over(bench: &Bench, submission: &Submission, appeal: &Appealing) -> Result<bool, LedgerError> {
    let account = appeal.prepared.account.as_str();
    for one in &appeal.blocks {
        // What is not kept was never seen: nothing can be waited for.
        let Some(block) = bench.cache.block(account, &one.block.report_id, &one.block.id)? else { continue };
        if !is_over(bench, account, &block, submission)? {
            return Ok(false);
        }
    }
    Ok(true)
}
