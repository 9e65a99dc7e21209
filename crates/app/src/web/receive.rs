//! From a request to an answer: who asks, may they, and what becomes of it.

use std::cell::OnceCell;
use std::net::{IpAddr, SocketAddr};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, FromRequest as _, Multipart, RawPathParams, Request};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, Method, Response, StatusCode, Uri};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::asked::{
    Asked, COOKIE, LANGUAGE_COOKIE, Pairs, Upload, Who, cookie, csrf_of, digest, hex,
};
use super::failure::Failure;
use super::kept::{Made, Question};
use super::pages::failed;
use super::rights::Role;
use super::routes::{Access, Route};
use super::{Server, assets};
use crate::messages::{Catalogue, Language};

/// What a page answers.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// What goes before the content.
    pub headers: Vec<(HeaderName, String)>,
    /// The content.
    pub content: Bytes,
}

impl Answer {
    /// A page.
    pub fn page(html: String) -> Answer {
        Answer {
            status: StatusCode::OK,
            headers: vec![(header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned())],
            content: html.into(),
        }
    }

    /// The way to another page, after something was done.
    pub fn to(address: impl Into<String>) -> Answer {
        Answer {
            status: StatusCode::SEE_OTHER,
            headers: vec![(header::LOCATION, address.into())],
            content: Bytes::new(),
        }
    }

    /// A file to keep: never shown in the browser.
    pub fn file(name: &str, media: &str, content: impl Into<Bytes>) -> Answer {
        let plain: String = name
            .chars()
            .map(|c| {
                if c.is_ascii_alphanumeric() || "-_. ".contains(c) {
                    c
                } else {
                    '_'
                }
            })
            .collect();
        let encoded: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
        let disposition = format!(
            "attachment; filename=\"{plain}\"; filename*=UTF-8''{}",
            encoded.replace('+', "%20")
        );
        Answer {
            status: StatusCode::OK,
            headers: vec![
                (header::CONTENT_TYPE, media.to_owned()),
                (header::CONTENT_DISPOSITION, disposition),
            ],
            content: content.into(),
        }
    }

    /// Whether it may be given again to the same question: neither a failure nor a cookie.
    pub fn may_be_kept(&self) -> bool {
        let sets_cookie = self
            .headers
            .iter()
            .any(|(name, _)| *name == header::SET_COOKIE);
        self.status == StatusCode::OK && !sets_cookie
    }

    /// The same with another status.
    pub fn status(mut self, status: StatusCode) -> Answer {
        self.status = status;
        self
    }

    /// The same with a cookie that only we can read; an empty value takes it away.
    pub fn with_cookie(mut self, server: &Server, name: &str, value: &str, seconds: u64) -> Answer {
        let secure = if server.settings.is_secure() {
            "; Secure"
        } else {
            ""
        };
        let age = if value.is_empty() { 0 } else { seconds };
        self.headers.push((
            header::SET_COOKIE,
            format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}"),
        ));
        self
    }
}

/// What stands before every answer: no other site shows our pages or runs code in them.
const POLICY: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, assets::POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
];

/// A request taken apart.
struct Parts {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    parts: Vec<(String, String)>,
    form: Pairs,
    files: Vec<Upload>,
    address: IpAddr,
}

/// Answers a request on a route.
pub async fn receive(
    server: Arc<Server>,
    route: &'static Route,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    names: RawPathParams,
    request: Request,
) -> Response<Body> {
    let parts: Vec<(String, String)> = names
        .iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let method = request.method().clone();
    let uri = request.uri().clone();
    let headers = request.headers().clone();
    let address = caller(&server.settings.proxies, peer.ip(), &headers);
    let wait = server.visits.count(address, std::time::Instant::now());
    let read = match wait {
        Some(seconds) => Err(Failure::TooMany(seconds)),
        None => content(&server, request).await,
    };
    let (form, files, unusable) = match read {
        Ok((form, files)) => (form, files, None),
        Err(failure) => (Pairs::default(), Vec::new(), Some(failure)),
    };
    let taken = Parts {
        method,
        uri,
        headers,
        parts,
        form,
        files,
        address,
    };
    let worked = tokio::task::spawn_blocking(move || work(&server, route, taken, unusable)).await;
    let answer = worked.unwrap_or_else(|stopped| {
        tracing::error!(%stopped, "a page stopped");
        Answer::page(String::new()).status(StatusCode::INTERNAL_SERVER_ERROR)
    });
    respond(answer)
}

/// From where a request comes: who speaks with us, or whom one of our own proxies names last.
pub fn caller(proxies: &[IpAddr], peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    if !proxies.contains(&peer) {
        return peer;
    }
    let named = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|one| one.trim().parse::<IpAddr>().ok());
    let mut others = named.filter(|one| !proxies.contains(one));
    others.next_back().unwrap_or(peer)
}

/// Puts what guards our pages before any answer that goes out, whoever made it; a file that was
/// uploaded brings a stricter policy of its own.
pub fn guard(response: &mut Response<Body>, is_secure: bool) {
    let headers = response.headers_mut();
    for (name, value) in POLICY {
        let value = HeaderValue::from_static(value);
        headers.entry(name).or_insert(value);
    }
    if is_secure {
        let two_years = HeaderValue::from_static("max-age=63072000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, two_years);
    }
}

/// The answer on its way out.
pub fn respond(answer: Answer) -> Response<Body> {
    let mut response = Response::new(Body::from(answer.content));
    *response.status_mut() = answer.status;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    for (name, value) in answer.headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            if name == header::SET_COOKIE {
                headers.append(name, value);
            } else {
                headers.insert(name, value);
            }
        }
    }
    response
}

/// Fields of a form without files, in bytes.
const LARGEST_FORM: usize = 4 * 1024 * 1024;

async fn content(server: &Server, request: Request) -> Result<(Pairs, Vec<Upload>), Failure> {
    if request.method() != Method::POST {
        return Ok((Pairs::default(), Vec::new()));
    }
    let is_multipart = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.starts_with("multipart/form-data"));
    if !is_multipart {
        let bytes = axum::body::to_bytes(request.into_body(), LARGEST_FORM)
            .await
            .map_err(|_| Failure::Unusable("too-large"))?;
        let text = std::str::from_utf8(&bytes).map_err(|_| Failure::Unusable("unreadable"))?;
        return Ok((Pairs::of(text), Vec::new()));
    }
    let mut multipart = Multipart::from_request(request, &())
        .await
        .map_err(|_| Failure::Unusable("unreadable"))?;
    let (mut form, mut files) = (Vec::new(), Vec::new());
    let mut room = server.settings.largest_upload;
    loop {
        let next = multipart.next_field().await;
        let Some(mut field) = next.map_err(|_| Failure::Unusable("unreadable"))? else {
            break;
        };
        let name = field.name().unwrap_or_default().to_owned();
        let file = field.file_name().map(str::to_owned);
        let mut bytes = Vec::new();
        loop {
            let chunk = field.chunk().await;
            let Some(chunk) = chunk.map_err(|_| Failure::Unusable("unreadable"))? else {
                break;
            };
            room = room
                .checked_sub(chunk.len())
                .ok_or(Failure::Unusable("too-large"))?;
            bytes.extend_from_slice(&chunk);
        }
        match file {
            Some(file) if !file.is_empty() || !bytes.is_empty() => {
                let name_only = file.rsplit(['/', '\\']).next().unwrap_or_default();
                files.push(Upload {
                    field: name,
                    name: name_only.to_owned(),
                    bytes,
                });
            }
            Some(_) => {}
            None => form.push((name, String::from_utf8_lossy(&bytes).into_owned())),
        }
    }
    Ok((Pairs(form), files))
}

thread_local! {
    /// The catalogues, once for each thread that runs pages.
    static WORDS: [OnceCell<Catalogue>; 2] = const { [OnceCell::new(), OnceCell::new()] };
}

fn with_words<T>(language: Language, run: impl FnOnce(&Catalogue) -> T) -> T {
    WORDS.with(|words| {
        let place = match language {
            Language::Italian => 0,
            Language::English => 1,
        };
        run(words[place].get_or_init(|| Catalogue::new(language)))
    })
}

fn work(server: &Server, route: &Route, taken: Parts, unusable: Option<Failure>) -> Answer {
    let language = language(server, &taken.headers);
    let begun = std::time::Instant::now();
    let path = taken.uri.path().to_owned();
    let method = taken.method.clone();
    let answer = with_words(language, |t| {
        let now = Timestamp::now();
        match question(route, &taken, language, now).filter(|_| unusable.is_none()) {
            Some(question) => server.kept.answer(&server.store, question, now, || {
                make(server, t, route, taken, None, now)
            }),
            None => make(server, t, route, taken, unusable, now).answer,
        }
    });
    let took = begun.elapsed();
    server.counts.answered(answer.status, took);
    let milliseconds = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    let status = answer.status.as_u16();
    tracing::info!(%method, path, status, milliseconds, "answered");
    answer
}

/// What is asked, where the answer may be kept.
fn question(route: &Route, taken: &Parts, language: Language, now: Timestamp) -> Option<Question> {
    if !route.kept {
        return None;
    }
    let (_, secret) = cookie(&taken.headers, COOKIE)?.split_once('.')?;
    Some(Question {
        session: digest(secret.as_bytes()),
        address: taken.uri.path_and_query()?.as_str().to_owned(),
        language,
        partial: is_partial(&taken.headers),
        today: today(now),
    })
}

/// Whether only a part of the page will be shown.
fn is_partial(headers: &HeaderMap) -> bool {
    headers.contains_key("hx-request")
}

/// Makes the answer of a route.
fn make(
    server: &Server,
    t: &Catalogue,
    route: &Route,
    taken: Parts,
    unusable: Option<Failure>,
    now: Timestamp,
) -> Made {
    // Who asks too often costs the database nothing.
    let too_often = matches!(unusable, Some(Failure::TooMany(_)));
    let found = if too_often {
        Ok(None)
    } else {
        guarded(|| session(server, &taken.headers, now))
    };
    let headers = taken.headers.clone();
    let (who, unusable) = match found {
        Ok(who) => (who, unusable),
        Err(failure) => (None, Some(failure)),
    };
    let asked = asked(server, t, taken, who, now);
    let outcome = match unusable {
        Some(failure) => Err(failure),
        None => guarded(|| admitted(&asked, route, &headers).and_then(|()| (route.answer)(&asked))),
    };
    let answer = outcome.unwrap_or_else(|failure| {
        let reference = log(&failure);
        failed::page(&asked, &failure, reference)
    });
    Made {
        answer,
        good_until: asked.who.map(|who| who.good_until),
    }
}

/// What runs without stopping the thread: a mistake of the program is a failure like others.
fn guarded<T>(run: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    // What pages share is behind locks that say nothing half done: a poisoned one is taken as it is.
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|thrown| {
        let said = thrown
            .downcast_ref::<&str>()
            .map(|said| (*said).to_owned())
            .or_else(|| thrown.downcast_ref::<String>().cloned());
        Err(Failure::Broken(said.unwrap_or_default()))
    })
}

/// Notes a failure in the log of the program; the reference under which it stands there.
fn log(failure: &Failure) -> Option<String> {
    let said = failure.for_log()?;
    let mut bytes = [0u8; 4];
    // Without chance there is still the moment in the log.
    let _ = getrandom::fill(&mut bytes);
    let reference = hex(&bytes);
    tracing::error!(
        failure = failure.token(),
        reference,
        said,
        "a request failed"
    );
    Some(reference)
}

fn asked<'t>(
    server: &'t Server,
    t: &'t Catalogue,
    taken: Parts,
    who: Option<Who>,
    now: Timestamp,
) -> Asked<'t> {
    Asked {
        server,
        t,
        method: taken.method,
        path: taken.uri.path().to_owned(),
        parts: taken.parts,
        query: Pairs::of(taken.uri.query().unwrap_or_default()),
        form: taken.form,
        files: taken.files,
        who,
        address: taken.address,
        now,
        partial: is_partial(&taken.headers),
    }
}

/// The language chosen, else that of the browser, else that of the installation.
fn language(server: &Server, headers: &HeaderMap) -> Language {
    let chosen = cookie(headers, LANGUAGE_COOKIE).and_then(Language::named);
    let preferred = || {
        let accepted = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        accepted
            .split(',')
            .find_map(|one| Language::named(one.trim()))
    };
    chosen
        .or_else(preferred)
        .unwrap_or(server.settings.language)
}

/// Who has signed in, if the session of the cookie still holds.
fn session(server: &Server, headers: &HeaderMap, now: Timestamp) -> Result<Option<Who>, Failure> {
    let Some((body, secret)) = cookie(headers, COOKIE).and_then(|value| value.split_once('.'))
    else {
        return Ok(None);
    };
    let token = digest(secret.as_bytes());
    let Some(session) = server.store.session(body, &token, now)? else {
        return Ok(None);
    };
    let account = server.store.account(body, session.account)?;
    let today = today(now).to_string();
    let grants = server.store.grants(body, Some(session.account))?;
    let in_force = grants.into_iter().filter(|grant| grant.is_in_force(&today));
    Ok(Some(Who {
        body: body.to_owned(),
        account: session.account,
        name: account.name,
        csrf: csrf_of(secret),
        good_until: session.good_until()?,
        session: token,
        grants: in_force
            .filter_map(|grant| Some((Role::of_token(&grant.role)?, grant.unit)))
            .collect(),
    }))
}

/// The clock of the bodies, that of Rome. Its rule is written out: a machine need not have a table of
/// the world's clocks.
pub fn clock() -> TimeZone {
    // The rule is a constant that the tests read.
    TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap_or(TimeZone::UTC)
}

/// The civil day of a moment where the bodies are.
pub fn today(now: Timestamp) -> jiff::civil::Date {
    now.to_zoned(clock()).date()
}

/// Whether the asker may use a route at all. How far a right goes, a page asks where it knows the
/// thing that is meant.
fn admitted(asked: &Asked<'_>, route: &Route, headers: &HeaderMap) -> Result<(), Failure> {
    if asked.method == Method::POST {
        from_our_page(asked, headers)?;
    }
    let needed = match route.access {
        Access::Everybody => return Ok(()),
        Access::SignedIn => None,
        Access::With(right) => Some(right),
    };
    let who = asked.person()?;
    if asked.part("body") != who.body {
        return Err(Failure::SignIn);
    }
    match needed {
        Some(right) if !who.may(right) => Err(Failure::Forbidden),
        _ => Ok(()),
    }
}

/// A form must come from a page of ours: the browser says from where, and a session's forms carry
/// what only its pages know.
fn from_our_page(asked: &Asked<'_>, headers: &HeaderMap) -> Result<(), Failure> {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if header("sec-fetch-site").is_some_and(|site| site != "same-origin" && site != "none") {
        return Err(Failure::Foreign);
    }
    if let (Some(origin), Some(host)) = (header("origin"), header("host")) {
        let same = origin.split_once("://").is_some_and(|(_, of)| of == host);
        let configured = asked.server.settings.address.as_deref() == Some(origin);
        if !same && !configured {
            return Err(Failure::Foreign);
        }
    }
    match &asked.who {
        Some(who) => {
            let sent = header("x-csrf").or_else(|| asked.form.get("csrf"));
            if sent == Some(who.csrf.as_str()) {
                Ok(())
            } else {
                Err(Failure::Foreign)
            }
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_of_the_program_is_a_failure_with_what_it_said() {
        let outcome: Result<(), Failure> = guarded(|| panic!("nobody thought of this"));
        let Err(failure) = outcome else {
            panic!("it is a failure");
        };
        assert_eq!(failure.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(failure.for_log(), Some("nobody thought of this"));
        let reference = log(&failure).expect("it is noted");
        assert_eq!(reference.len(), 8, "{reference}");
    }

    #[test]
    fn the_clock_is_that_of_rome() {
        for (moment, local) in [
            ("2026-01-31T23:00:00Z", "2026-02-01T00:00:00+01:00"),
            ("2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00"),
            ("2026-06-30T22:30:00Z", "2026-07-01T00:30:00+02:00"),
            ("2026-10-25T01:00:00Z", "2026-10-25T02:00:00+01:00"),
        ] {
            let moment: Timestamp = moment.parse().expect("a moment");
            let zoned = moment.to_zoned(clock());
            assert_eq!(zoned.strftime("%FT%T%:z").to_string(), local);
            assert_eq!(today(moment).to_string(), local[..10]);
        }
    }

    #[test]
    fn only_our_own_proxies_are_believed_about_where_a_request_comes_from() {
        let address = |text: &str| text.parse::<IpAddr>().expect("an address");
        let (proxy, person) = (address("192.0.2.1"), address("203.0.113.9"));
        let mut headers = HeaderMap::new();
        let named = HeaderValue::from_static("198.51.100.7, 203.0.113.9, 192.0.2.1");
        headers.insert("x-forwarded-for", named);
        assert_eq!(caller(&[proxy], proxy, &headers), person);
        assert_eq!(caller(&[], proxy, &headers), proxy);
        assert_eq!(
            caller(&[proxy], address("198.51.100.8"), &headers),
            address("198.51.100.8")
        );
        assert_eq!(caller(&[proxy], proxy, &HeaderMap::new()), proxy);
    }
}
