//! From settings to a server that answers, until it is told to stop.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, RawPathParams, Request};
use axum::http::StatusCode;
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::{MethodFilter, get, on};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use super::receive::{Answer, guard, receive, respond};
use super::routes::{ROUTES, Verb};
use super::{Server, assets, watch};

/// Threads that run pages: more would only wait for each other, and each keeps its words.
const PAGES_AT_ONCE: usize = 8;

/// After the order to stop, what is under way may take so long.
const LAST_WAIT: Duration = Duration::from_secs(10);

/// Serves until the process is told to stop. `ready` is told the address once it answers.
///
/// # Errors
/// The address is taken, or the operating system has no room.
pub fn run(server: Server, ready: impl FnOnce(SocketAddr)) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(PAGES_AT_ONCE)
        .build()?;
    let outcome = runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(server.settings.listen).await?;
        let address = listener.local_addr()?;
        let router = router(Arc::new(server));
        ready(address);
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, service)
            .with_graceful_shutdown(told_to_stop())
            .await
    });
    runtime.shutdown_timeout(LAST_WAIT);
    outcome
}

/// Writes the log to the standard error, one JSON object a line, from a level or a filter of levels up.
pub fn log_to_stderr(levels: &str) {
    let filter = tracing_subscriber::EnvFilter::try_new(levels)
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    // A process has one log: if it is there already, it stays.
    let _ = tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .try_init();
}

/// The router, from the list of routes.
pub fn router(server: Arc<Server>) -> Router {
    let mut router = Router::new();
    for route in ROUTES {
        let of_route = Arc::clone(&server);
        let answer =
            move |peer: ConnectInfo<SocketAddr>, names: RawPathParams, request: Request| {
                receive(Arc::clone(&of_route), route, peer, names, request)
            };
        let verb = match route.verb {
            Verb::Get => MethodFilter::GET,
            Verb::Post => MethodFilter::POST,
        };
        router = router.route(route.path, on(verb, answer));
    }
    let (alive, counted) = (Arc::clone(&server), Arc::clone(&server));
    let nowhere = Arc::clone(&server);
    let is_secure = server.settings.is_secure();
    router
        .route(assets::ROUTE, get(assets::serve))
        .route("/healthz", get(|| async { respond(watch::healthy()) }))
        .route("/readyz", get(move || watch::ready(alive)))
        .route("/metrics", get(move || watch::metrics(counted)))
        .fallback(
            move |peer: ConnectInfo<SocketAddr>, names: RawPathParams, request: Request| {
                receive(nowhere, &super::routes::NOWHERE, peer, names, request)
            },
        )
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            server.settings.request_limit,
        ))
        .layer(CatchPanicLayer::custom(
            |_: Box<dyn std::any::Any + Send>| {
                respond(Answer::page(String::new()).status(StatusCode::INTERNAL_SERVER_ERROR))
            },
        ))
        // How large a form or file may be, `receive` decides.
        .layer(DefaultBodyLimit::disable())
        .layer(map_response(move |mut response: Response| {
            guard(&mut response, is_secure);
            std::future::ready(response)
        }))
}

/// The order to stop: Ctrl-C, or what a service manager sends.
async fn told_to_stop() {
    let interrupt = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    let (mut interrupt, mut terminate) = (std::pin::pin!(interrupt), std::pin::pin!(terminate));
    std::future::poll_fn(|context| {
        if interrupt.as_mut().poll(context).is_ready()
            || terminate.as_mut().poll(context).is_ready()
        {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
}
