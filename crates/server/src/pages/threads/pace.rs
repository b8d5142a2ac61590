//! What the page of a thread says of its clock and of its pace.

use stoa_kernel::Time;
use stoa_kernel::policy::Action;
use stoa_threads::views::ThreadView;

use super::tend::slowness;
use crate::http::Visitor;

/// A moment, as the reader's zone has it.
fn moment(visitor: &Visitor, at: Time) -> String {
    visitor.words().date_time(at.timestamp(), &visitor.zone)
}

/// When the clock opens it again or closes it.
pub(super) fn timed(visitor: &Visitor, thread: &ThreadView) -> Option<String> {
    let say = |key, at| visitor.words().a(key, "time", moment(visitor, at));
    let opens = thread.opens_at.map(|at| say("threads-opens-at", at));
    opens.or(thread.closes_at.map(|at| say("threads-closes-at", at)))
}

/// How often everybody may write, and from when the reader may. Moderators see it in the form by
/// which they set it.
pub(super) fn slow(visitor: &Visitor, thread: &ThreadView, until: Option<Time>) -> Option<String> {
    let w = visitor.words();
    let tends = visitor.actor.may_in(thread.summary.space, Action::Tend).is_ok();
    let span = thread.slow.filter(|_| !tends)?;
    let every = slowness(w, i32::try_from(span.as_secs()).unwrap_or(i32::MAX));
    let rule = w.a("threads-slow-rule", "every", every);
    let again = until.map(|at| w.a("threads-slow-until", "time", moment(visitor, at)));
    Some([Some(rule), again].into_iter().flatten().collect::<Vec<_>>().join(" "))
}
