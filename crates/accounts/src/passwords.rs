//! Password hashes, in a bounded pool; and the proof that somebody knew one.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use argon2::password_hash::phc::PasswordHash as Phc;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use secrecy::{ExposeSecret, SecretString};
use stoa_kernel::ids::MemberId;
use stoa_kernel::{Fault, Reads};
use tokio::sync::Semaphore;

use crate::parse::{EmailAddress, Password};
use crate::store;

/// 19 MiB, two passes, one lane: the first choice of the OWASP sheet on storing passwords.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;

/// What the database keeps of a password (PHC string). Made by [`Hasher::hash`] alone.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(pub(crate) String);

impl std::fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

/// Hashes and verifies on threads of their own, so many at once and so many waiting, no more:
/// a storm of sign-ins costs those who sign in, not those who read. Cheap to clone.
#[derive(Clone)]
pub struct Hasher(Arc<Pool>);

struct Pool {
    permits: Arc<Semaphore>,
    inside: AtomicUsize,
    most: usize,
}

/// One who waits for a permit or works; leaves when dropped.
struct Seat(Arc<Pool>);

impl Drop for Seat {
    fn drop(&mut self) {
        self.0.inside.fetch_sub(1, Ordering::AcqRel);
    }
}

impl Hasher {
    /// A pool for `parallel` hashes at once and `queue` waiting.
    #[must_use]
    pub fn new(parallel: usize, queue: usize) -> Self {
        let parallel = parallel.max(1);
        Self(Arc::new(Pool {
            permits: Arc::new(Semaphore::new(parallel)),
            inside: AtomicUsize::new(0),
            most: parallel.saturating_add(queue),
        }))
    }

    /// The hash of a new password, with a salt of its own.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when too many wait already.
    pub async fn hash(&self, password: &Password) -> Result<PasswordHash, Fault> {
        let secret = password.secret().clone();
        self.run(move |argon| hashed(argon, &secret)).await?.map(PasswordHash)
    }

    /// Whether the secret is the one behind `kept`. Without `kept` the same work is done for
    /// nothing, so that the time does not tell whether there is an account.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when too many wait already.
    pub async fn verify(&self, secret: &SecretString, kept: Option<&str>) -> Result<bool, Fault> {
        let secret = secret.clone();
        let kept = kept.map(str::to_owned);
        self.run(move |argon| match kept.as_deref().map(Phc::new) {
            Some(Ok(phc)) => argon.verify_password(secret.expose_secret().as_bytes(), &phc).is_ok(),
            // The result is dropped on purpose: only its cost is wanted.
            _ => hashed(argon, &secret).is_err_and(|_| false),
        })
        .await
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Argon2<'_>) -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let seat = self.enter()?;
        let permits = Arc::clone(&self.0.permits);
        let permit = permits.acquire_owned().await.map_err(Fault::broken)?;
        // Seat and permit travel with the work: a client that hangs up does not free them early.
        let task = tokio::task::spawn_blocking(move || {
            let done = argon().map(|argon| work(&argon));
            drop((permit, seat));
            done
        });
        task.await.map_err(Fault::broken)?
    }

    fn enter(&self) -> Result<Seat, Fault> {
        let before = self.0.inside.fetch_add(1, Ordering::AcqRel);
        let seat = Seat(Arc::clone(&self.0));
        if before < self.0.most { Ok(seat) } else { Err(Fault::Unavailable("hash".to_owned())) }
    }
}

fn argon() -> Result<Argon2<'static>, Fault> {
    let params =
        Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|e| Fault::broken(e.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hashed(argon: &Argon2<'_>, secret: &SecretString) -> Result<String, Fault> {
    // The salt is made inside, by the operating system's chance.
    let made: Result<Phc, _> = argon.hash_password(secret.expose_secret().as_bytes());
    made.map(|phc| phc.to_string()).map_err(|error| Fault::broken(error.to_string()))
}

/// Proof that somebody knew a member's password a moment ago.
#[derive(Clone, Debug)]
pub struct Proven {
    pub(crate) member: MemberId,
    pub(crate) hash: String,
}

impl Proven {
    /// Whose.
    #[must_use]
    pub fn member(&self) -> MemberId {
        self.member
    }
}

/// Address and password of somebody who signs in: `None` for an address that is not known or
/// not confirmed, for an account without password and for the wrong one, all in the same time.
///
/// # Errors
/// [`Fault::Unavailable`] when the pool is full or the database away.
pub async fn check(
    db: &impl Reads,
    hasher: &Hasher,
    email: &EmailAddress,
    secret: &SecretString,
) -> Result<Option<Proven>, Fault> {
    let known = store::members::secret_by_address(db, email.key()).await?;
    prove(hasher, known, secret).await
}

/// The password of a member who is signed in and about to change something that matters.
///
/// # Errors
/// [`Fault::Unavailable`] when the pool is full or the database away.
pub async fn check_own(
    db: &impl Reads,
    hasher: &Hasher,
    member: MemberId,
    secret: &SecretString,
) -> Result<Option<Proven>, Fault> {
    let known = store::members::secret_by_id(db, member).await?;
    prove(hasher, known, secret).await
}

async fn prove(
    hasher: &Hasher,
    known: Option<(MemberId, String)>,
    secret: &SecretString,
) -> Result<Option<Proven>, Fault> {
    let fits = hasher.verify(secret, known.as_ref().map(|(_, hash)| hash.as_str())).await?;
    Ok(known.filter(|_| fits).map(|(member, hash)| Proven { member, hash }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn password(text: &str) -> Password {
        Password::parse(text, "", "").unwrap()
    }

    #[tokio::test]
    async fn a_hash_fits_its_password_alone_and_is_salted() {
        let hasher = Hasher::new(2, 8);
        let one = hasher.hash(&password("correct horse")).await.unwrap();
        let two = hasher.hash(&password("correct horse")).await.unwrap();
        assert_ne!(one, two);
        assert!(one.0.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(hasher.verify(&"correct horse".into(), Some(&one.0)).await.unwrap());
        assert!(!hasher.verify(&"correct house".into(), Some(&one.0)).await.unwrap());
        assert!(!hasher.verify(&"correct horse".into(), None).await.unwrap());
        assert!(!hasher.verify(&"correct horse".into(), Some("damaged")).await.unwrap());
        assert!(!format!("{one:?}").contains("argon2id"));
    }

    #[tokio::test]
    async fn the_pool_is_bounded_and_frees_its_seats() {
        let hasher = Hasher::new(1, 2);
        let secret = SecretString::from("correct horse");
        let tries = (0..12).map(|_| {
            let (hasher, secret) = (hasher.clone(), secret.clone());
            tokio::spawn(async move { hasher.verify(&secret, None).await })
        });
        let (mut served, mut refused) = (0, 0);
        for attempt in tries.collect::<Vec<_>>() {
            match attempt.await.unwrap() {
                Ok(fits) => served += i32::from(!fits),
                Err(Fault::Unavailable(what)) => refused += i32::from(what == "hash"),
                Err(other) => panic!("{other}"),
            }
        }
        assert!(served >= 3 && refused >= 1 && served + refused == 12, "{served} {refused}");
        assert!(!hasher.verify(&secret, None).await.unwrap(), "seats are free again");
        assert_eq!(hasher.0.inside.load(Ordering::Acquire), 0);
    }

    #[tokio::test]
    async fn without_an_account_the_work_is_the_same() {
        let hasher = Hasher::new(1, 8);
        let kept = hasher.hash(&password("correct horse")).await.unwrap();
        let secret = SecretString::from("another secret");
        let mut times = [Vec::new(), Vec::new()];
        for round in 0..10 {
            let known = (round % 2 == 0).then_some(kept.0.as_str());
            let began = std::time::Instant::now();
            hasher.verify(&secret, known).await.unwrap();
            times[round % 2].push(began.elapsed());
        }
        times.iter_mut().for_each(|list| list.sort());
        let (known, unknown) = (times[0][0], times[1][0]);
        assert!(unknown * 3 > known && known * 3 > unknown, "{known:?} {unknown:?}");
    }
}
