//! Mail as it leaves the server: one letter after the other, each told as sent or as failed.

use std::time::Duration;

use jiff::Timestamp;
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{Message, SmtpTransport, Transport as _};
use store::{Author, Store};

use super::settings::Mail;

/// A letter to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The account it goes to.
    pub account: i64,
    /// Its address.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
}

/// Who asked for letters to be sent, and why.
#[derive(Clone, Debug)]
pub struct Errand {
    /// The body.
    pub body: String,
    /// The account that asked; none for the server itself.
    pub account: Option<i64>,
    /// Its name.
    pub name: String,
    /// Why: `reminder campaign 3`.
    pub cause: String,
}

/// A server that does not answer for so long is given up.
const PATIENCE: Duration = Duration::from_secs(30);

/// How mail is sent with these settings.
///
/// # Errors
/// What is wrong with the address of the server.
pub fn transport(mail: &Mail) -> Result<SmtpTransport, String> {
    let said = |error: lettre::transport::smtp::Error| error.to_string();
    let (scheme, place) = mail
        .server
        .split_once("://")
        .ok_or_else(|| format!("mail_server: {}", mail.server))?;
    let place = place.trim_end_matches('/');
    let (host, port) = match place.rsplit_once(':') {
        Some((host, port)) => {
            let port: u16 = port.parse().map_err(|_| format!("mail_server: {place}"))?;
            (host, Some(port))
        }
        None => (place, None),
    };
    let mut builder = match scheme {
        "smtp" => SmtpTransport::builder_dangerous(host),
        "smtps" => SmtpTransport::relay(host).map_err(said)?,
        "smtp+starttls" => SmtpTransport::starttls_relay(host).map_err(said)?,
        _ => return Err(format!("mail_server: {scheme}")),
    };
    if let Some(port) = port {
        builder = builder.port(port);
    }
    if let Some((user, password)) = &mail.sign_in {
        builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
    }
    Ok(builder.timeout(Some(PATIENCE)).build())
}

fn message(from: &str, letter: &Letter) -> Result<Message, String> {
    let address = |text: &str| {
        text.parse::<Mailbox>()
            .map_err(|error| format!("{text}: {error}"))
    };
    Message::builder()
        .from(address(from)?)
        .to(address(&letter.to)?)
        .subject(letter.subject.clone())
        .header(ContentType::TEXT_PLAIN)
        .body(letter.text.clone())
        .map_err(|error| error.to_string())
}

/// Sends letters one after the other and notes each: under the errand's cause where the server took
/// it, else under the cause followed by `failed` and what was said. Nothing is tried twice.
pub fn send(store: &Store, mail: &Mail, letters: &[Letter], errand: &Errand) {
    let transport = transport(mail);
    for letter in letters {
        let outcome = transport
            .as_ref()
            .map_err(Clone::clone)
            .and_then(|transport| {
                let message = message(&mail.from, letter)?;
                transport.send(&message).map_err(|error| error.to_string())
            });
        let cause = match &outcome {
            Ok(_) => errand.cause.clone(),
            Err(said) => {
                tracing::error!(to = letter.to, said, "a letter could not be sent");
                let said: String = said.chars().filter(|c| !c.is_control()).take(200).collect();
                format!("{} failed {said}", errand.cause)
            }
        };
        let author = Author {
            account: errand.account,
            name: &errand.name,
            now: Timestamp::now(),
            reason: None,
        };
        let noted = store.note_mail(
            &errand.body,
            Some(letter.account),
            &letter.to,
            &letter.subject,
            &cause,
            &author,
        );
        if let Err(error) = noted {
            tracing::error!(%error, to = letter.to, "a letter could not be noted");
        }
    }
}
