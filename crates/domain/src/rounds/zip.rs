//! Reads the names in a ZIP archive, and nothing else of it: enough to tell one office document from another. Nothing is
//! unpacked, so nothing can unpack to more than it seems. Source: the ZIP format's own specification (APPNOTE 6.3.10), 4.3.7
//! (local file header), 4.3.12 (central directory) and 4.3.16 (end of central directory).

const END: &[u8] = b"PK\x05\x06";
const END_BYTES: usize = 22;
const ENTRY: &[u8] = b"PK\x01\x02";
const ENTRY_BYTES: usize = 46;
const LOCAL_BYTES: usize = 30;
/// An archive's comment may be so long behind its end record.
const MOST_COMMENT: usize = 0xffff;
/// More members than any office document has.
const MOST_MEMBERS: usize = 10_000;

/// The names of the members, by the archive's own directory; `None` where it has none that can be read.
pub(super) fn names(bytes: &[u8]) -> Option<Vec<String>> {
    let from = bytes.len().saturating_sub(END_BYTES + MOST_COMMENT);
    let tail = bytes.get(from..)?;
    let end = tail.windows(END.len()).rposition(|here| here == END)?.checked_add(from)?;
    let count = usize::from(short(bytes, end.checked_add(10)?)?);
    let mut at = usize::try_from(long(bytes, end.checked_add(16)?)?).ok()?;
    let mut names = Vec::new();
    for _ in 0..count.min(MOST_MEMBERS) {
        if bytes.get(at..at.checked_add(ENTRY.len())?)? != ENTRY {
            return None;
        }
        let lengths = [28, 30, 32].map(|offset| at.checked_add(offset).and_then(|place| short(bytes, place)));
        let [name, extra, comment] = [lengths[0]?, lengths[1]?, lengths[2]?].map(usize::from);
        let start = at.checked_add(ENTRY_BYTES)?;
        let after = start.checked_add(name)?;
        names.push(String::from_utf8_lossy(bytes.get(start..after)?).into_owned());
        at = after.checked_add(extra)?.checked_add(comment)?;
    }
    Some(names)
}

/// What the first member says the whole is, as OpenDocument does: an uncompressed member `mimetype` in front of all others
/// (OpenDocument 1.2, part 3, 3.3). `None` where the first member is another.
pub(super) fn first_as_kind(bytes: &[u8]) -> Option<&str> {
    let (name, extra) = (usize::from(short(bytes, 26)?), usize::from(short(bytes, 28)?));
    let start = LOCAL_BYTES.checked_add(name)?;
    let is_stored = short(bytes, 8)? == 0;
    if bytes.get(LOCAL_BYTES..start)? != b"mimetype" || !is_stored {
        return None;
    }
    let size = usize::try_from(long(bytes, 18)?).ok()?;
    let start = start.checked_add(extra)?;
    std::str::from_utf8(bytes.get(start..start.checked_add(size)?)?).ok()
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}
