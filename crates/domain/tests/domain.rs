//! Cases of the domain that an official could read and check by hand.

mod formula;
mod reading;
