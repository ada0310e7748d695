-- Logins, sessions, attempts, denials.

-- `came_at` is when the person last logged in, `seen_at` when they had logged in before that.
CREATE TABLE account (
    id               BLOB PRIMARY KEY,
    municipality_id  BLOB NOT NULL REFERENCES municipality (id),
    person_id        BLOB NOT NULL,
    login            TEXT NOT NULL UNIQUE CHECK (login = lower(login)),
    password_hash    TEXT NOT NULL,
    language         TEXT NOT NULL CHECK (language IN ('da', 'en')),
    demonstration    INTEGER NOT NULL,
    closed_at        TEXT,
    came_at          TEXT,
    seen_at          TEXT,
    created_at       TEXT NOT NULL,
    version          INTEGER NOT NULL,
    FOREIGN KEY (municipality_id, person_id) REFERENCES person (municipality_id, id)
) STRICT;

-- One open login a person; a closed one stays for its history.
CREATE UNIQUE INDEX account_person ON account (municipality_id, person_id) WHERE closed_at IS NULL;

CREATE TABLE session (
    id          TEXT PRIMARY KEY,
    account_id  BLOB REFERENCES account (id),
    data        TEXT NOT NULL,
    expires_at  TEXT NOT NULL
) STRICT;

CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_expires ON session (expires_at);

-- Failed attempts to log in, by login and by address: the limit holds across nodes.
CREATE TABLE login_attempt (
    id    BLOB PRIMARY KEY,
    door  TEXT NOT NULL,
    at    TEXT NOT NULL
) STRICT;

CREATE INDEX login_attempt_door ON login_attempt (door, at);

-- The security log: what was asked for and denied.
CREATE TABLE denial (
    id               BLOB PRIMARY KEY,
    municipality_id  BLOB NOT NULL REFERENCES municipality (id),
    person_id        BLOB,
    action           TEXT NOT NULL,
    path             TEXT NOT NULL,
    at               TEXT NOT NULL
) STRICT;

CREATE INDEX denial_municipality ON denial (municipality_id, at);
