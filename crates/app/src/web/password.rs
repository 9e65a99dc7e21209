//! Passwords: kept as Argon2id, ruled by length alone, slow to guess.

use std::sync::OnceLock;

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash};
use jiff::SignedDuration;
use store::Throttle;

/// Wrong passwords for one login, and from one address, before they must wait.
pub const FOR_LOGIN: Throttle = Throttle {
    failures: 8,
    within: SignedDuration::from_mins(15),
    lock: SignedDuration::from_mins(15),
};

/// An office shares an address: it may err more often than a person.
pub const FOR_ADDRESS: Throttle = Throttle {
    failures: 60,
    within: SignedDuration::from_mins(15),
    lock: SignedDuration::from_mins(5),
};

/// Longer ones would only make the server work.
pub const LONGEST: usize = 256;

/// What the database keeps of a password.
///
/// # Errors
/// What the library says.
pub fn hash(password: &str) -> Result<String, argon2::password_hash::Error> {
    Ok(Argon2::default()
        .hash_password(password.as_bytes())?
        .to_string())
}

/// Whether a password is the one kept. Where there is none (no such account) it takes as long, and
/// nobody learns which accounts there are.
pub fn is_right(password: &str, kept: Option<&str>) -> bool {
    static NOBODYS: OnceLock<Option<String>> = OnceLock::new();
    let nobodys = || NOBODYS.get_or_init(|| hash("nobody has this password").ok());
    let Some(of) = kept.or_else(|| nobodys().as_deref()) else {
        return false;
    };
    let Ok(parsed) = PasswordHash::new(of) else {
        return false;
    };
    let same = Argon2::default()
        .verify_password(password.as_bytes(), &parsed)
        .is_ok();
    same && kept.is_some()
}

/// A password to be given to somebody: letters and digits that nobody mistakes for each other, in
/// groups, at least 20 of them.
///
/// # Errors
/// The operating system has no chance to give.
pub fn made(length: usize) -> Result<String, getrandom::Error> {
    const LETTERS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let length = length.clamp(20, LONGEST / 2);
    let mut bytes = vec![0u8; 2 * length];
    getrandom::fill(&mut bytes)?;
    // Bytes beyond the last whole round of letters would make the first letters more likely.
    let fair = bytes.iter().filter(|byte| **byte < 248).take(length);
    let mut out = String::new();
    for (at, byte) in fair.enumerate() {
        if at > 0 && at % 5 == 0 {
            out.push('-');
        }
        out.push(char::from(LETTERS[usize::from(byte % 31)]));
    }
    Ok(out)
}
