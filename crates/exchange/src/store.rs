//! The tables of this feature. Nobody outside gets round the door.

pub(crate) mod city;
pub(crate) mod claim;
