//! For which blocks a review may be asked, and how many they are.

use std::collections::BTreeSet;

use ledger::{Block, Submission};

use super::account;
use crate::acts::APPEAL;
use crate::appeals::{ask_of, block_status, offer, shows};
use crate::bench::Bench;
use crate::contract::{AppError, ReviewOffer};

/// Appeals under review that are looked at for the count.
const FOLLOWED: u32 = 500;

/// Whether a review of a block may be asked for. `ask`: what speaks for it of all that was asked before.
///
/// # Errors
/// As every read.
pub(super) fn review(
    bench: &Bench,
    account: &str,
    block: &Block,
    ask: Option<&Submission>,
) -> Result<ReviewOffer, AppError> {
    let shown = ask.map_or(Ok(true), |ask| shows(bench, account, block, ask))?;
    Ok(offer(block_status(&block.raw_status), block.gone_at.is_some(), ask, shown))
}

/// For how many blocks a review may be asked: what waits in the outbox, or was asked a moment ago, is asked already.
///
/// # Errors
/// As every read.
pub(crate) fn offered(bench: &Bench) -> Result<u32, AppError> {
    let Some(account) = account(bench) else { return Ok(0) };
    let mut offered = bench.cache.sites_counts(&account)?.offered;
    let mut asked = bench.ledger.open_submissions()?;
    asked.extend(bench.ledger.followed_submissions(bench.now(), FOLLOWED)?);
    let mut blocks = BTreeSet::new();
    for one in asked.iter().filter(|one| one.kind == APPEAL) {
        let named = bench.ledger.blocks_of(&one.id)?.into_iter().filter(|block| block.account == account);
        blocks.extend(named.filter_map(|block| Some((block.report_id, block.block_id?))));
    }
    for (report_id, id) in blocks {
        let Some(block) = bench.cache.block(&account, &report_id, &id)? else { continue };
        let counted = review(bench, &account, &block, None)? == ReviewOffer::Offered;
        let all = bench.ledger.appeals_about(&account, &report_id, Some(&id))?;
        let still = review(bench, &account, &block, ask_of(&all))? == ReviewOffer::Offered;
        offered = offered.saturating_sub(u32::from(counted && !still));
    }
    Ok(offered)
}
