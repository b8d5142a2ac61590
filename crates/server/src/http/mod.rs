//! What HTTP adds: who asks, what he may send, how refusals look, what every answer carries.
//!
//! From outside to inside a request passes: [`host`] (is this our name?), the
//! body's limit and the clock, [`frame`] (who asks, in which language; and the
//! face of every refusal on the way out), the cross-site check, the handler.

pub mod address;
pub mod assets;
pub mod cookies;
pub mod forms;
pub mod frame;
pub mod headers;
pub mod health;
pub mod host;
pub mod json;
pub mod known;
pub mod limits;
pub mod multipart;
pub mod problem;
pub mod query;
pub mod refusal;
pub mod socket;
pub mod visitor;

pub use forms::Form;
pub use json::Body;
pub use refusal::Refusal;
pub use visitor::Visitor;
