//! Rates per address and per account, with honest answers.
//!
//! Kept in memory of one process: they bound abuse, the rules of the community
//! (how often somebody posts) stand in `stoa_threads::limits` and the database.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use stoa_kernel::{Fault, Time};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rate {
    /// Joining: mails go out. 10 an hour.
    Join,
    /// A wrong password or link. 20 in ten minutes.
    SignIn,
    /// Asking for a mailed link. 5 an hour for one address of a person.
    Link,
    /// Anything that writes. 120 a minute.
    Write,
    /// Typing, drafts, reading positions. 300 a minute.
    Light,
    /// Looking for words. 60 a minute.
    Search,
    /// Something suggested while it is typed.
    Suggest,
    /// Asking for a text in another language. 200 in ten minutes.
    Translate,
    /// Sending a file, or beginning to. 60 an hour.
    Upload,
    /// Taking along all that is kept of oneself. 5 a day.
    Archive,
}

const KINDS: [(Rate, u32, Duration); 10] = [
    (Rate::Join, 10, Duration::from_secs(3600)),
    (Rate::SignIn, 20, Duration::from_secs(600)),
    (Rate::Link, 5, Duration::from_secs(3600)),
    (Rate::Write, 120, Duration::from_secs(60)),
    (Rate::Light, 300, Duration::from_secs(60)),
    (Rate::Search, 60, Duration::from_secs(60)),
    (Rate::Suggest, 240, Duration::from_secs(60)),
    (Rate::Translate, 200, Duration::from_secs(600)),
    (Rate::Upload, 60, Duration::from_secs(3600)),
    (Rate::Archive, 5, Duration::from_secs(24 * 3600)),
];

/// All counters.
pub struct Limits {
    counters: Vec<(Rate, DefaultKeyedRateLimiter<String>)>,
    factor: f64,
}

impl Limits {
    /// Counters multiplied by `factor`; 0 counts nothing.
    #[must_use]
    pub fn new(factor: f64) -> Self {
        let counters = KINDS.iter().filter(|_| factor > 0.0).filter_map(|(rate, count, span)| {
            Some((*rate, RateLimiter::keyed(quota(*count, *span, factor)?)))
        });
        Self { counters: counters.collect(), factor }
    }

    /// The configured factor, for the community's own rules.
    #[must_use]
    pub fn factor(&self) -> f64 {
        self.factor
    }

    /// Counts one act under `key`.
    ///
    /// # Errors
    /// [`Fault::TooSoon`] with the instant from which it would be let through.
    pub fn count(&self, rate: Rate, key: &str, now: Time) -> Result<(), Fault> {
        let Some((_, counter)) = self.counters.iter().find(|(kind, _)| *kind == rate) else {
            return Ok(());
        };
        counter.check_key(&key.to_owned()).map_err(|too_soon| {
            let wait = too_soon.wait_time_from(DefaultClock::default().now());
            Fault::TooSoon(now.plus(wait))
        })
    }

    /// Forgets keys that have recovered, so that memory does not grow.
    pub fn sweep(&self) {
        for (_, counter) in &self.counters {
            counter.retain_recent();
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a positive count far below 2^32"
)]
fn quota(count: u32, span: Duration, factor: f64) -> Option<Quota> {
    let burst = NonZeroU32::new((f64::from(count) * factor).ceil().min(1e9) as u32)?;
    Quota::with_period(span / burst.get()).map(|quota| quota.allow_burst(burst))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_lets_its_burst_through_and_says_when_the_next_may_come() {
        let limits = Limits::new(1.0);
        let now = Time(0);
        for _ in 0..5 {
            assert!(limits.count(Rate::Link, "a", now).is_ok());
        }
        let Err(Fault::TooSoon(until)) = limits.count(Rate::Link, "a", now) else {
            panic!("the sixth is too soon")
        };
        assert!(until > now && until <= now.plus(Duration::from_secs(721)));
        assert!(limits.count(Rate::Link, "b", now).is_ok());
        assert!((0..1000).all(|_| Limits::new(0.0).count(Rate::Link, "a", now).is_ok()));
    }
}
