//! Who the instance is: its name and its languages, as its administrators said
//! in the place of what the configuration says.

use serde::{Deserialize, Serialize};

use crate::db::{Reads, Tx};
use crate::policy::Action;
use crate::{Actor, Fault, Problems, instance, text};

/// The key under which it is kept.
const KEY: &str = "site";
/// The longest name, in characters.
const LONGEST: usize = 60;
/// The most languages that people write in.
const MOST: usize = 60;

/// The instance's words about itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Its name, in the header of every page and in letters.
    pub name: String,
    /// The language of last resort, BCP 47.
    pub language: String,
    /// Languages people write in, BCP 47.
    pub languages: Vec<String>,
}

/// What was said last; `None` where the configuration stands.
///
/// # Errors
/// [`Fault::Broken`] when it cannot be read any more.
pub async fn said(db: &impl Reads) -> Result<Option<Identity>, Fault> {
    let kept = instance::value(db, KEY).await?;
    kept.map(|json| serde_json::from_str(&json).map_err(Fault::broken)).transpose()
}

/// Says who the instance is; the caller has checked that pages speak its language.
///
/// # Errors
/// [`Fault::Forbidden`] for others than administrators; [`Fault::Invalid`] by field for a name
/// that is empty or too long, and for no languages or too many.
pub async fn say(tx: &mut Tx, actor: &Actor, identity: &Identity) -> Result<Identity, Fault> {
    actor.may(Action::Administer)?;
    let fit = checked(identity)?;
    let json = serde_json::to_string(&fit).map_err(Fault::broken)?;
    instance::keep(tx, KEY, &json).await?;
    Ok(fit)
}

/// The identity with its name in one line, or what is wrong with it.
fn checked(identity: &Identity) -> Result<Identity, Fault> {
    let mut problems = Problems::default();
    let name = text::line(&identity.name);
    if name.is_empty() || name.chars().count() > LONGEST {
        problems.add("name", "setup-name-bad");
    }
    if identity.languages.is_empty() || identity.languages.len() > MOST {
        problems.add("languages", "setup-languages-bad");
    }
    problems.into_result()?;
    Ok(Identity { name, ..identity.clone() })
}
