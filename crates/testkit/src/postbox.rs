//! A mail server on a port of this machine, for tests: takes mails over real SMTP and keeps them, and can misbehave in the ways
//! that real ones do.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// How it behaves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Manner {
    /// As it should.
    Proper,
    /// Takes the mail, and does not say so while anybody still listens.
    Late,
    /// Says everything twice once it has a mail.
    Twice,
    /// Takes the call and never says a word.
    Never,
    /// Refuses this recipient for good.
    Refuses(&'static str),
    /// Asks everybody to come back later.
    Busy,
}

/// A mail as it came.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Letter {
    /// From whom, as the server was told.
    pub from: String,
    /// To whom, as the server was told.
    pub to: Vec<String>,
    /// What came, to the byte.
    pub raw: Vec<u8>,
}

struct Inner {
    manner: Mutex<Manner>,
    letters: Mutex<Vec<Letter>>,
}

/// The mail server. It is gone when it is dropped.
pub struct Postbox {
    address: SocketAddr,
    inner: Arc<Inner>,
}

impl Postbox {
    /// Opens one on a free port.
    pub fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let inner = Arc::new(Inner { manner: Mutex::new(Manner::Proper), letters: Mutex::default() });
        let shared = Arc::downgrade(&inner);
        std::thread::spawn(move || {
            for call in listener.incoming() {
                let (Ok(call), Some(inner)) = (call, shared.upgrade()) else { return };
                std::thread::spawn(move || {
                    let _ = answer(call, &inner);
                });
            }
        });
        Self { address, inner }
    }

    /// Its address, as a setting: `smtp://127.0.0.1:…`.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// Behaves so from now on.
    pub fn behave(&self, manner: Manner) {
        *self.inner.manner.lock().expect("the manner") = manner;
    }

    /// What has come, in the order it came.
    pub fn letters(&self) -> Vec<Letter> {
        self.inner.letters.lock().expect("the letters").clone()
    }
}

impl Drop for Postbox {
    fn drop(&mut self) {
        // The last call: it wakes the thread that listens, which finds nobody at home.
        let address = self.address;
        self.inner = Arc::new(Inner { manner: Mutex::new(Manner::Proper), letters: Mutex::default() });
        let _ = TcpStream::connect(address);
    }
}

/// One call, line by line (RFC 5321).
fn answer(call: TcpStream, inner: &Inner) -> std::io::Result<()> {
    let manner = || *inner.manner.lock().expect("the manner");
    let mut says = call.try_clone()?;
    let mut hears = BufReader::new(call);
    if manner() == Manner::Never {
        return hears.read_to_end(&mut Vec::new()).map(|_| ());
    }
    says.write_all(b"220 postbox.example\r\n")?;
    let (mut from, mut to) = (String::new(), Vec::new());
    let mut line = String::new();
    loop {
        line.clear();
        if hears.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let said = line.trim_end();
        let address = || said.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
        let reply = match said.to_ascii_uppercase() {
            word if word.starts_with("EHLO") || word.starts_with("HELO") => "250-postbox.example\r\n250 8BITMIME\r\n",
            word if word.starts_with("MAIL FROM") && manner() == Manner::Busy => "451 come back later\r\n",
            word if word.starts_with("MAIL FROM") => {
                (from, to) = (address(), Vec::new());
                "250 ok\r\n"
            }
            word if word.starts_with("RCPT TO") => {
                let is_refused = matches!(manner(), Manner::Refuses(recipient) if recipient == address());
                if is_refused {
                    "550 no such user\r\n"
                } else {
                    to.push(address());
                    "250 ok\r\n"
                }
            }
            word if word == "DATA" => {
                says.write_all(b"354 go ahead\r\n")?;
                let raw = data(&mut hears)?;
                inner.letters.lock().expect("the letters").push(Letter { from: from.clone(), to: to.clone(), raw });
                match manner() {
                    Manner::Late => return hears.read_to_end(&mut Vec::new()).map(|_| ()),
                    Manner::Twice => "250 taken\r\n250 taken\r\n",
                    Manner::Proper | Manner::Never | Manner::Refuses(_) | Manner::Busy => "250 taken\r\n",
                }
            }
            word if word == "QUIT" => {
                says.write_all(b"221 bye\r\n")?;
                return Ok(());
            }
            _ => "250 ok\r\n",
        };
        says.write_all(reply.as_bytes())?;
    }
}

/// Everything up to the dot that stands alone; a dot that was doubled on the way is one again.
fn data(hears: &mut BufReader<TcpStream>) -> std::io::Result<Vec<u8>> {
    let mut raw = Vec::new();
    loop {
        let mut line = Vec::new();
        if hears.read_until(b'\n', &mut line)? == 0 || line == b".\r\n" {
            return Ok(raw);
        }
        raw.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}
