//! What a reading took: time, our own CPU, and questions.

use std::future::Future;
use std::time::{Duration, Instant};

use crate::played::Played;

/// Linux counts a process's CPU in hundredths of a second, whatever the machine.
const TICKS_A_SECOND: f64 = 100.0;

/// What a reading took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measured {
    pub(crate) seconds: f64,
    /// Of this process; without a number (`NaN`) where the system does not tell.
    pub(crate) cpu_seconds: f64,
    /// Questions that the service was asked.
    pub(crate) asked: u64,
    /// Blocks that were read, or are there.
    pub(crate) rows: usize,
}

impl Measured {
    /// The mean of two of the same.
    pub(crate) fn mean(&self, other: &Self) -> Self {
        Self {
            seconds: f64::midpoint(self.seconds, other.seconds),
            cpu_seconds: f64::midpoint(self.cpu_seconds, other.cpu_seconds),
            ..*self
        }
    }
}

/// Runs a reading, which answers how many blocks it saw.
pub(crate) async fn measure(played: &mut Played, reading: impl Future<Output = usize>) -> Measured {
    let (asked, cpu, began) = (played.asked(), cpu_seconds(), Instant::now());
    let rows = reading.await;
    let seconds = began.elapsed().as_secs_f64();
    Measured { seconds, cpu_seconds: cpu_seconds() - cpu, asked: played.asked() - asked, rows }
}

fn cpu_seconds() -> f64 {
    let told = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name stands in brackets, and may hold anything; user and system time are the 12th and 13th behind it.
    let numbers: Vec<f64> = told
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|number| number.parse().ok())
        .collect();
    if numbers.len() == 2 { (numbers[0] + numbers[1]) / TICKS_A_SECOND } else { f64::NAN }
}

/// The value below which so many hundredths of the times lie, in milliseconds.
pub(crate) fn percentile_ms(times: &mut [Duration], hundredths: usize) -> f64 {
    times.sort();
    let at = (times.len() * hundredths / 100).min(times.len().saturating_sub(1));
    times.get(at).map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
}
