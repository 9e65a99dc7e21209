//! What an installation says of itself to those who watch it.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::http::{Response, StatusCode, header};

use super::Server;
use super::receive::{Answer, respond};

/// Counts since the process began.
#[derive(Default)]
pub struct Counts {
    answered: [AtomicU64; 5],
    microseconds: AtomicU64,
}

impl Counts {
    /// Takes note of an answer.
    pub fn answered(&self, status: StatusCode, took: Duration) {
        let class = usize::from(status.as_u16() / 100).clamp(1, 5) - 1;
        self.answered[class].fetch_add(1, Ordering::Relaxed);
        let took = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        self.microseconds.fetch_add(took, Ordering::Relaxed);
    }

    /// The counts in the text form of OpenMetrics.
    fn text(&self) -> String {
        let mut out = String::from(
            "# HELP traguardo_answers_total Answers by class of status.\n\
             # TYPE traguardo_answers_total counter\n",
        );
        let mut total = 0;
        for (place, count) in self.answered.iter().enumerate() {
            let count = count.load(Ordering::Relaxed);
            total += count;
            let class = place + 1;
            let _ = writeln!(
                out,
                "traguardo_answers_total{{status=\"{class}xx\"}} {count}"
            );
        }
        let microseconds = self.microseconds.load(Ordering::Relaxed);
        let (seconds, rest) = (microseconds / 1_000_000, microseconds % 1_000_000);
        let _ = write!(
            out,
            "# HELP traguardo_answer_seconds Time spent on answers.\n\
             # TYPE traguardo_answer_seconds summary\n\
             traguardo_answer_seconds_sum {seconds}.{rest:06}\n\
             traguardo_answer_seconds_count {total}\n"
        );
        out
    }
}

/// The process answers.
pub fn healthy() -> Answer {
    plain("ok\n".to_owned())
}

/// The database answers too.
pub async fn ready(server: Arc<Server>) -> Response<Body> {
    let asked = tokio::task::spawn_blocking(move || server.store.ready()).await;
    respond(match asked {
        Ok(Ok(())) => healthy(),
        _ => plain("database\n".to_owned()).status(StatusCode::SERVICE_UNAVAILABLE),
    })
}

/// The counts.
pub async fn metrics(server: Arc<Server>) -> Response<Body> {
    respond(plain(server.counts.text()))
}

fn plain(text: String) -> Answer {
    Answer {
        status: StatusCode::OK,
        headers: vec![(header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned())],
        content: text.into(),
    }
}
