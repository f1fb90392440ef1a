//! A MariaDB of our own to ask: started in a scratch folder, reached by its socket, ended with the
//! test. Speaks as much of the client protocol as asking takes (mariadb.com, "Clientserver Protocol").

use std::io::{Error, Read, Result, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// What MySQL 8 has by default.
const SETTINGS: &[&str] = &[
    "--character-set-server=utf8mb4",
    "--collation-server=utf8mb4_unicode_520_nopad_ci",
    "--innodb-autoinc-lock-mode=2",
    "--innodb-buffer-pool-size=32M",
    "--innodb-flush-log-at-trx-commit=0",
    "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,\
     ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
    "--default-time-zone=+00:00",
    // MariaDB keeps 64 warnings.
    "--max-error-count=1024",
];

/// A running server.
pub(crate) struct Server {
    child: Option<Child>,
    socket: PathBuf,
}

impl Server {
    /// Starts one; none where MariaDB is not installed. `MARIADB_SOCKET` names one that runs.
    pub(crate) fn start() -> Result<Option<Server>> {
        if let Some(socket) = std::env::var_os("MARIADB_SOCKET") {
            return Ok(Some(Server { child: None, socket: socket.into() }));
        }
        let programs = ["/usr/sbin/mariadbd", "/usr/bin/mariadb-install-db"];
        if !programs.iter().all(|p| Path::new(p).exists()) {
            return Ok(None);
        }
        // A socket's path may not be long.
        let folder = std::env::temp_dir().join(format!("onconflict-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let data = format!("--datadir={}", folder.join("data").display());
        let user = "--user=root";
        let made = Command::new(programs[1])
            .args(["--no-defaults", user, &data, "--auth-root-authentication-method=normal"])
            .args(["--skip-test-db"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()?;
        if !made.success() {
            return Err(Error::other("mariadb-install-db failed"));
        }
        let socket = folder.join("s");
        let child = Command::new(programs[0])
            .args(["--no-defaults", user, &data, "--skip-networking"])
            .arg(format!("--socket={}", socket.display()))
            .args(SETTINGS)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        Ok(Some(Server { child: Some(child), socket }))
    }

    /// A connection, once the server answers.
    pub(crate) fn connect(&self) -> Result<Connection> {
        let mut tries = 0;
        let stream = loop {
            match UnixStream::connect(&self.socket) {
                Ok(stream) => break stream,
                Err(error) if tries == 300 => return Err(error),
                Err(_) => std::thread::sleep(Duration::from_millis(100)),
            }
            tries += 1;
        };
        let mut connection = Connection { stream, sequence: 0 };
        connection.packet()?;
        // LONG_PASSWORD, PROTOCOL_41, TRANSACTIONS, SECURE_CONNECTION, MULTI_RESULTS; 45 is utf8mb4.
        let mut hello = 0x2_A201_u32.to_le_bytes().to_vec();
        hello.extend((1u32 << 24).to_le_bytes());
        hello.push(45);
        hello.extend([0; 23]);
        hello.extend(b"root\0\0");
        connection.send(&hello)?;
        match connection.packet()?.first() {
            Some(0) => Ok(connection),
            _ => Err(Error::other("MariaDB does not let us in")),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
            if let Some(folder) = self.socket.parent() {
                let _ = std::fs::remove_dir_all(folder);
            }
        }
    }
}

/// A connection.
pub(crate) struct Connection {
    stream: UnixStream,
    sequence: u8,
}

/// What a statement gave.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    pub(crate) error: Option<(u16, String, String)>,
    pub(crate) affected: u64,
    pub(crate) insert_id: u64,
    pub(crate) info: String,
    pub(crate) warnings: u16,
    pub(crate) in_transaction: bool,
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Vec<Option<String>>>,
}

impl Connection {
    fn packet(&mut self) -> Result<Vec<u8>> {
        let mut head = [0; 4];
        self.stream.read_exact(&mut head)?;
        self.sequence = head[3].wrapping_add(1);
        let length = u32::from_le_bytes([head[0], head[1], head[2], 0]);
        let mut body = vec![0; length as usize];
        self.stream.read_exact(&mut body)?;
        Ok(body)
    }

    fn send(&mut self, body: &[u8]) -> Result<()> {
        let length = (body.len() as u32).to_le_bytes();
        let mut packet = vec![length[0], length[1], length[2], self.sequence];
        packet.extend(body);
        self.stream.write_all(&packet)
    }

    /// Runs one statement.
    pub(crate) fn query(&mut self, sql: &str) -> Result<Answer> {
        self.sequence = 0;
        self.send(&[b"\x03", sql.as_bytes()].concat())?;
        let (mut answer, mut more) = self.answer()?;
        // CALL gives the rows of its queries and then what it did: the last rows stay.
        while more {
            let (columns, rows) = (answer.columns, answer.rows);
            (answer, more) = self.answer()?;
            if answer.columns.is_empty() && answer.error.is_none() {
                (answer.columns, answer.rows) = (columns, rows);
            }
        }
        Ok(answer)
    }

    /// One answer, and whether another follows.
    fn answer(&mut self) -> Result<(Answer, bool)> {
        let first = self.packet()?;
        let mut answer = Answer::default();
        let mut reader = Reader(&first);
        match reader.bytes(1)[0] {
            0xff => {
                answer.error = Some(reader.error());
                return Ok((answer, false));
            }
            0 => {
                answer.affected = reader.number().unwrap_or(0);
                answer.insert_id = reader.number().unwrap_or(0);
                let status = reader.int16();
                answer.in_transaction = status & 1 != 0;
                answer.warnings = reader.int16();
                answer.info = reader.text().unwrap_or_default();
                return Ok((answer, status & 8 != 0));
            }
            _ => {}
        }
        let count = Reader(&first).number().unwrap_or(0);
        for _ in 0..count {
            let packet = self.packet()?;
            let mut reader = Reader(&packet);
            let texts: Vec<_> = (0..6).map(|_| reader.text()).collect();
            answer.columns.push(texts[4].clone().unwrap_or_default());
        }
        self.packet()?;
        loop {
            let packet = self.packet()?;
            let mut reader = Reader(&packet);
            match packet[0] {
                0xfe if packet.len() < 9 => {
                    reader.bytes(1);
                    answer.warnings = reader.int16();
                    let status = reader.int16();
                    answer.in_transaction = status & 1 != 0;
                    return Ok((answer, status & 8 != 0));
                }
                0xff => {
                    reader.bytes(1);
                    answer.error = Some(reader.error());
                    return Ok((answer, false));
                }
                _ => answer.rows.push((0..count).map(|_| reader.text()).collect()),
            }
        }
    }
}

/// Takes a packet apart.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn bytes(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(count.min(self.0.len()));
        self.0 = rest;
        taken
    }

    fn int16(&mut self) -> u16 {
        self.bytes(2).try_into().map_or(0, u16::from_le_bytes)
    }

    /// A number of its own length; none is NULL.
    fn number(&mut self) -> Option<u64> {
        let count = match self.bytes(1).first()? {
            0xfb => return None,
            0xfc => 2,
            0xfd => 3,
            0xfe => 8,
            small => return Some(u64::from(*small)),
        };
        let bytes = self.bytes(count);
        Some(bytes.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b)))
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()?;
        Some(String::from_utf8_lossy(self.bytes(length as usize)).into_owned())
    }

    fn error(&mut self) -> (u16, String, String) {
        let errno = self.int16();
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        let state = text(self.bytes(6).get(1..).unwrap_or_default());
        (errno, state, text(self.0))
    }
}
