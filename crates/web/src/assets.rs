//! Styles, scripts, fonts and icons, built from packages and held in the binary.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../assets/dist"]
struct Built;

/// Where each asset is to be had: its logical name and its address, which changes with its content.
#[derive(Clone, Debug)]
pub struct Assets(Arc<HashMap<String, String>>);

impl Assets {
    /// Reads the list the build left behind. Without it pages would come out bare, so the caller refuses to start.
    pub fn load() -> Option<Self> {
        let file = Built::get("manifest.json")?;
        let list: HashMap<String, String> = serde_json::from_slice(&file.data).ok()?;
        Some(Self(Arc::new(list.into_iter().map(|(name, file)| (name, format!("/assets/{file}"))).collect())))
    }

    /// The address of an asset; empty for one that was not built.
    pub(crate) fn address(&self, name: &str) -> String {
        self.0.get(name).cloned().unwrap_or_default()
    }
}

/// Serves one. Its address changes with its content, so a browser may keep it for good.
pub(crate) async fn asset(Path(file): Path<String>) -> Response {
    match Built::get(&file) {
        Some(found) => {
            let kind =
                HeaderValue::from_str(found.metadata.mimetype()).unwrap_or(HeaderValue::from_static("application/octet-stream"));
            let keep = HeaderValue::from_static("public, max-age=31536000, immutable");
            ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep)], found.data).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
