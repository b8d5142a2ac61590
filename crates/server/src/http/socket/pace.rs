//! How fast a client may speak.

use std::time::Duration;

use tokio::time::Instant;

/// Frames at once: a page that comes back joins all its topics again.
const BURST: f64 = 80.0;
/// Frames a second, in the long run.
const RATE: f64 = 20.0;

/// A bucket of frames that fills with time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    left: f64,
    at: Instant,
    factor: f64,
}

impl Pace {
    /// A full bucket; `factor` multiplies it, and 0 lifts the limit.
    pub(super) fn new(factor: f64) -> Self {
        Self { left: BURST * factor, at: Instant::now(), factor }
    }

    /// Takes a frame out of the bucket; `false` when there is none.
    pub(super) fn takes(&mut self, now: Instant) -> bool {
        if self.factor == 0.0 {
            return true;
        }
        let span: Duration = now.saturating_duration_since(self.at);
        let filled = self.left + span.as_secs_f64() * RATE * self.factor;
        self.left = filled.min(BURST * self.factor);
        self.at = now;
        let takes = self.left >= 1.0;
        if takes {
            self.left -= 1.0;
        }
        takes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_taken_and_then_a_rate() {
        let mut pace = Pace::new(1.0);
        let start = pace.at;
        assert!((0..80).all(|_| pace.takes(start)));
        assert!(!pace.takes(start));
        let later = start + Duration::from_secs(1);
        assert_eq!((0..100).filter(|_| pace.takes(later)).count(), 20);
        let much_later = start + Duration::from_secs(3600);
        assert_eq!((0..200).filter(|_| pace.takes(much_later)).count(), 80);
        let mut lifted = Pace::new(0.0);
        assert!((0..10_000).all(|_| lifted.takes(start)));
    }
}
