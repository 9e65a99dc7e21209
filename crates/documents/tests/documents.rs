//! What documents promise, whatever a plan holds.

mod pictures;
