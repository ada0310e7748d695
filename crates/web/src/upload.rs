//! A file that somebody sends from a form.

use axum::extract::Multipart;
use axum::extract::multipart::MultipartError;

/// A file as it was sent.
pub(crate) struct Uploaded {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The file in the field `file`; `None` where none was chosen. Of one that is too large, one byte too many is kept and the
/// rest is let pass: a browser shows the answer only once it has sent it all.
pub(crate) async fn received(parts: &mut Multipart, most: usize) -> Result<Option<Uploaded>, MultipartError> {
    while let Some(mut field) = parts.next_field().await? {
        if field.name() != Some("file") {
            continue;
        }
        let name = field.file_name().unwrap_or_default().to_owned();
        let mut bytes = Vec::new();
        while let Some(chunk) = field.chunk().await? {
            let room = (most + 1).saturating_sub(bytes.len());
            bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
        }
        return Ok((!name.is_empty()).then_some(Uploaded { name, bytes }));
    }
    Ok(None)
}
