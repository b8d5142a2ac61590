//! The loader: connections that ask again as soon as they are answered.

use std::cell::RefCell;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use stoa_tests::wire::Wire;
use tokio::task::LocalSet;

/// What a load came to.
#[derive(Clone, Debug, Default)]
pub struct Load {
    /// Answers with the status that was wanted.
    pub good: usize,
    /// Other answers, and connections that broke.
    pub bad: usize,
    /// A status that was not wanted, for the message.
    pub odd: Option<u16>,
    /// Seconds it took.
    pub seconds: f64,
    /// Microseconds of each good answer, sorted.
    pub micros: Vec<u32>,
}

impl Load {
    /// Good answers a second.
    #[must_use]
    pub fn rate(&self) -> f64 {
        self.good as f64 / self.seconds
    }

    /// The time within which this share was answered, in milliseconds.
    #[must_use]
    pub fn within(&self, share: f64) -> f64 {
        let place =
            ((self.micros.len() as f64 * share) as usize).min(self.micros.len().saturating_sub(1));
        self.micros.get(place).map_or(f64::NAN, |micros| f64::from(*micros) / 1000.0)
    }

    /// The load, or a sentence when answers were bad.
    ///
    /// # Errors
    /// When more than one answer in a thousand was not the one wanted.
    pub fn sound(self, what: &str) -> Result<Self, String> {
        if self.bad * 1000 > self.good {
            return Err(format!(
                "{what}: {} of {} answers were bad, such as {:?}",
                self.bad,
                self.good + self.bad,
                self.odd
            ));
        }
        Ok(self)
    }
}

/// What each connection sends: its number and the number of the request are given.
pub type Maker = Rc<dyn Fn(usize, usize) -> Vec<u8>>;

/// Asks for `span` over `connections`; `wanted` is the status of a good answer.
pub async fn run(
    address: SocketAddr,
    connections: usize,
    span: Duration,
    wanted: u16,
    make: Maker,
) -> Load {
    let total = Rc::new(RefCell::new(Load::default()));
    let began = Instant::now();
    let tasks = LocalSet::new();
    for number in 0..connections {
        let (total, make) = (Rc::clone(&total), Rc::clone(&make));
        tasks.spawn_local(async move {
            let mut own = Load::default();
            connection(address, number, began + span, wanted, &make, &mut own).await;
            let mut total = total.borrow_mut();
            total.good += own.good;
            total.bad += own.bad;
            total.odd = total.odd.or(own.odd);
            total.micros.append(&mut own.micros);
        });
    }
    tasks.await;
    let mut load = total.take();
    load.seconds = began.elapsed().as_secs_f64();
    load.micros.sort_unstable();
    load
}

async fn connection(
    address: SocketAddr,
    number: usize,
    until: Instant,
    wanted: u16,
    make: &Maker,
    own: &mut Load,
) {
    let mut wire = None;
    let mut count = 0;
    while Instant::now() < until {
        let mut line = match wire.take() {
            Some(line) => line,
            None => match Wire::connect(address).await {
                Ok(line) => line,
                Err(_) => {
                    own.bad += 1;
                    tokio::time::sleep(Duration::from_millis(20)).await;
                    continue;
                }
            },
        };
        let request = make(number, count);
        count += 1;
        let asked = Instant::now();
        match line.hit(&request).await {
            Ok((status, _)) if status == wanted => {
                own.good += 1;
                own.micros.push(u32::try_from(asked.elapsed().as_micros()).unwrap_or(u32::MAX));
                wire = Some(line);
            }
            Ok((status, _)) => {
                own.bad += 1;
                own.odd = Some(status);
                wire = Some(line);
            }
            Err(_) => own.bad += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_soundness() {
        let load =
            Load { good: 4, seconds: 2.0, micros: vec![1000, 2000, 3000, 4000], ..Load::default() };
        assert!((load.rate() - 2.0).abs() < f64::EPSILON);
        assert!((load.within(0.5) - 3.0).abs() < f64::EPSILON);
        assert!((load.within(0.99) - 4.0).abs() < f64::EPSILON);
        assert!(load.clone().sound("x").is_ok());
        assert!(Load { bad: 1, ..load }.sound("x").is_err());
    }
}
