//! What pages load: unchanged since it was vendored, and served as browsers may keep it.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use axum::routing::get;
use sha2::{Digest, Sha256};
use tower::ServiceExt;
use traguardo::web::assets::{self, ASSETS};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets")
}

fn read(path: PathBuf) -> String {
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn vendored_files_are_as_their_authors_made_them() {
    let list = read(folder().join("vendored.txt"));
    let mut files = BTreeSet::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let (digest, name) = line.split_once("  ").expect("a digest and a name");
        let content = fs::read(folder().join(name)).expect("the vendored file is there");
        let found: String = Sha256::digest(&content)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert_eq!(
            found, digest,
            "{name}: write it anew with browser/assets.mjs"
        );
        files.insert(name.to_owned());
    }
    let mut there = BTreeSet::new();
    for package in ["bootstrap-italia", "htmx"] {
        for entry in fs::read_dir(folder().join(package)).expect("the folder can be listed") {
            let name = entry.expect("the folder can be listed").file_name();
            there.insert(format!("{package}/{}", name.to_string_lossy()));
        }
    }
    assert_eq!(there, files);
}

#[test]
fn vendored_versions_are_those_pinned() {
    let pinned = folder().join("../../../browser/package.json");
    let pinned: serde_json::Value = serde_json::from_str(&read(pinned)).expect("JSON");
    let list = read(folder().join("vendored.txt"));
    let lines: Vec<_> = list
        .lines()
        .filter_map(|line| line.strip_prefix("# "))
        .collect();
    assert_eq!(lines.len(), 2);
    for line in lines {
        let mut words = line.split(' ');
        let (name, version) = (words.next().expect("a name"), words.next());
        assert_eq!(pinned["devDependencies"][name].as_str(), version, "{name}");
    }
}

/// Every icon named in templates and code is in the sprite.
#[test]
fn every_icon_is_in_the_sprite() {
    let sprite = read(folder().join("bootstrap-italia/icons.svg"));
    let mut folders = vec![folder().join("../templates"), folder().join("../src/web")];
    let mut named = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder can be listed") {
            let path = entry.expect("the folder can be listed").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = read(path.clone());
            for call in ["Icon(\"", "page.icon(\""] {
                for rest in source.split(call).skip(1) {
                    let name = rest.split('"').next().unwrap_or_default();
                    named += 1;
                    assert!(
                        sprite.contains(&format!("id=\"it-{name}\"")),
                        "{}: no icon {name}: add it to browser/assets.mjs",
                        path.display()
                    );
                }
            }
        }
    }
    assert!(named > 10);
}

fn asked(address: &str, encoding: Option<&str>) -> (StatusCode, HeaderMap, Vec<u8>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let mut request = Request::builder().uri(address);
        if let Some(encoding) = encoding {
            request = request.header("accept-encoding", encoding);
        }
        let app: Router = Router::new().route(assets::ROUTE, get(assets::serve));
        let request = request.body(Body::empty()).expect("a request");
        let answer = app.oneshot(request).await.expect("an answer");
        let (head, body) = answer.into_parts();
        let body = to_bytes(body, 1 << 22).await.expect("a body");
        (head.status, head.headers, body.to_vec())
    })
}

#[test]
fn assets_may_be_kept_for_ever_and_come_packed() {
    for asset in ASSETS.iter() {
        let (status, headers, body) = asked(&asset.address, None);
        assert_eq!(status, StatusCode::OK);
        assert_eq!(body, asset.content(), "{}", asset.name);
        assert_eq!(headers["content-type"], asset.media);
        assert_eq!(
            headers["cache-control"],
            "public, max-age=31536000, immutable"
        );
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert!(!headers.contains_key("content-encoding"));

        let (_, headers, packed) = asked(&asset.address, Some("br, gzip;q=0.8"));
        if asset.media == "font/woff2" {
            assert_eq!(packed, body);
        } else {
            assert_eq!(headers["content-encoding"], "gzip");
            let mut whole = Vec::new();
            let mut unpacked = flate2::read::GzDecoder::new(packed.as_slice());
            unpacked.read_to_end(&mut whole).expect("good gzip");
            assert_eq!(whole, body, "{}", asset.name);
        }
        let (_, headers, _) = asked(&asset.address, Some("gzip;q=0"));
        assert!(!headers.contains_key("content-encoding"), "{}", asset.name);
    }
}

#[test]
fn an_address_with_another_digest_has_nothing() {
    let (status, ..) = asked("/risorse/0123456789abcdef/traguardo.css", None);
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[test]
fn styles_ask_nothing_of_others() {
    for asset in ASSETS.iter().filter(|asset| asset.name.ends_with(".css")) {
        let text = String::from_utf8_lossy(asset.content());
        for rest in text.split("url(").skip(1) {
            let to = rest.trim_start_matches(['"', '\'']);
            assert!(
                to.starts_with("data:") || to.starts_with("/risorse/"),
                "{}: {}",
                asset.name,
                to.chars().take(60).collect::<String>()
            );
        }
    }
}
