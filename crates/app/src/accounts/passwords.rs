//! Passwords: argon2id, hashed off the request threads.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use pejl_domain::{Refused, Sentence};
use pejl_store::Fault;

/// A password that is long enough. Length is what protects; rules about signs and digits make people write it down.
#[derive(Clone)]
pub struct Password(String);

impl Password {
    /// At least this many characters.
    pub const LEAST: usize = 12;
    const MOST: usize = 200;

    /// The password, if it is long enough and not absurdly long.
    ///
    /// # Errors
    /// Refused beside the field `password`.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let count = text.chars().count();
        if (Self::LEAST..=Self::MOST).contains(&count) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Refused::at("password", Sentence::new("refused-password-length").count("least", Self::LEAST)))
        }
    }
}

fn broken(found: impl ToString) -> Fault {
    Fault::Corrupt { doing: "hashing a password", found: found.to_string(), expected: "an argon2id hash" }
}

/// The hash of a password, in PHC form.
///
/// # Errors
/// A fault of the machine.
pub async fn hash_password(password: Password) -> Result<String, Fault> {
    tokio::task::spawn_blocking(move || Argon2::default().hash_password(password.0.as_bytes()).map(|h| h.to_string()))
        .await
        .map_err(broken)?
        .map_err(broken)
}

/// Whether the password has this hash.
pub(super) async fn fits(typed: String, hash: String) -> Result<bool, Fault> {
    tokio::task::spawn_blocking(move || {
        let hash = PasswordHash::new(&hash).map_err(broken)?;
        Ok(Argon2::default().verify_password(typed.as_bytes(), &hash).is_ok())
    })
    .await
    .map_err(broken)?
}

/// A hash that no password has: an unknown login takes as long to refuse as a wrong password.
pub(super) const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$cGVqbC1ub2JvZHktc2FsdA$Jm0b3n5b1qk0q6s2mJm3h1v7o1m0e5k2w3x4y5z6a7c";

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_and_no_other() {
        let hash = hash_password(Password::parse("fire ord i en række").unwrap()).await.unwrap();
        assert!(fits("fire ord i en række".into(), hash.clone()).await.unwrap());
        assert!(!fits("fire ord i en raekke".into(), hash).await.unwrap());
    }

    #[tokio::test]
    async fn an_unknown_login_is_refused_after_as_much_work_as_a_known_one() {
        assert!(!fits("hvad som helst".into(), NOBODY.into()).await.unwrap());
    }

    #[test]
    fn eleven_characters_are_too_few() {
        assert!(Password::parse("12345678901").is_err() && Password::parse("123456789012").is_ok());
    }
}
