-- Logins, sessions, attempts, denials.

-- `came_at` is when the person last logged in, `seen_at` when they had logged in before that.
CREATE TABLE account (
    id               UUID PRIMARY KEY,
    municipality_id  UUID NOT NULL REFERENCES municipality (id),
    person_id        UUID NOT NULL,
    login            TEXT NOT NULL UNIQUE CHECK (login = lower(login)),
    password_hash    TEXT NOT NULL,
    language         TEXT NOT NULL CHECK (language IN ('da', 'en')),
    demonstration    BOOLEAN NOT NULL,
    closed_at        TIMESTAMPTZ,
    came_at          TIMESTAMPTZ,
    seen_at          TIMESTAMPTZ,
    created_at       TIMESTAMPTZ NOT NULL,
    version          BIGINT NOT NULL,
    FOREIGN KEY (municipality_id, person_id) REFERENCES person (municipality_id, id)
);

-- One open login a person; a closed one stays for its history.
CREATE UNIQUE INDEX account_person ON account (municipality_id, person_id) WHERE closed_at IS NULL;

CREATE TABLE session (
    id          TEXT PRIMARY KEY,
    account_id  UUID REFERENCES account (id),
    data        TEXT NOT NULL,
    expires_at  TIMESTAMPTZ NOT NULL
);

CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_expires ON session (expires_at);

-- Failed attempts to log in, by login and by address: the limit holds across nodes.
CREATE TABLE login_attempt (
    id    UUID PRIMARY KEY,
    door  TEXT NOT NULL,
    at    TIMESTAMPTZ NOT NULL
);

CREATE INDEX login_attempt_door ON login_attempt (door, at);

-- The security log: what was asked for and denied.
CREATE TABLE denial (
    id               UUID PRIMARY KEY,
    municipality_id  UUID NOT NULL REFERENCES municipality (id),
    person_id        UUID,
    action           TEXT NOT NULL,
    path             TEXT NOT NULL,
    at               TIMESTAMPTZ NOT NULL
);

CREATE INDEX denial_municipality ON denial (municipality_id, at);
