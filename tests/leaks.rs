//! No trace of what somebody may not see: canaries for every state of a text,
//! planted through the program's own doors, looked for in every page, route,
//! letter and frame, as six kinds of people. What they may see is read from
//! the published matrix, not asked of the code under test.

#[path = "leaks/checker.rs"]
mod checker;
#[path = "leaks/letters.rs"]
mod letters;
#[path = "leaks/oracle.rs"]
mod oracle;
#[path = "leaks/plant.rs"]
mod plant;
#[path = "leaks/private.rs"]
mod private;
#[path = "leaks/scan.rs"]
mod scan;
#[path = "leaks/sequences.rs"]
mod sequences;
#[path = "leaks/sockets.rs"]
mod sockets;
#[path = "leaks/traces.rs"]
mod traces;
#[path = "leaks/walk.rs"]
mod walk;
