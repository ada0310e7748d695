-- Reminders: what people chose, how far each municipality has been gone through, and the outbox.

-- What somebody chose; whoever has no row gets the default of the rules.
CREATE TABLE reminder_choice (
    municipality_id  BLOB NOT NULL,
    person_id        BLOB NOT NULL,
    weekly           TEXT CHECK (weekly IN ('monday', 'tuesday', 'wednesday', 'thursday', 'friday')),
    days_before      INTEGER CHECK (days_before BETWEEN 1 AND 30),
    language         TEXT NOT NULL CHECK (language IN ('pages', 'da', 'en')),
    version          INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, person_id),
    FOREIGN KEY (municipality_id, person_id) REFERENCES person (municipality_id, id)
) STRICT;

-- The last day on which a municipality's people were gone through: the node that moves it on makes the day's mails, alone.
CREATE TABLE reminder_run (
    municipality_id  BLOB PRIMARY KEY REFERENCES municipality (id),
    day              TEXT NOT NULL
) STRICT;

-- A mail. The unique key is what makes it one mail however often it is made. `secret_hash` is of the secret in the address by
-- which it is unsubscribed from. What is done with keeps no text and no secret: only that it was sent, or why it was not.
CREATE TABLE outbox (
    municipality_id  BLOB NOT NULL,
    id               BLOB NOT NULL,
    person_id        BLOB NOT NULL,
    kind             TEXT NOT NULL CHECK (kind IN ('weekly', 'deadline')),
    period           TEXT NOT NULL CHECK (period <> ''),
    recipient        TEXT NOT NULL CHECK (recipient <> ''),
    content          TEXT NOT NULL,
    secret_hash      TEXT NOT NULL UNIQUE,
    state            TEXT NOT NULL CHECK (state IN ('waiting', 'leased', 'sent', 'given-up')),
    attempts         INTEGER NOT NULL CHECK (attempts >= 0),
    next_at          TEXT NOT NULL,
    lease_until      TEXT,
    give_up_at       TEXT NOT NULL,
    last_error       TEXT NOT NULL,
    created_at       TEXT NOT NULL,
    ended_at         TEXT,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, person_id, kind, period),
    FOREIGN KEY (municipality_id, person_id) REFERENCES person (municipality_id, id),
    CHECK ((state = 'leased') = (lease_until IS NOT NULL)),
    CHECK ((state IN ('sent', 'given-up')) = (ended_at IS NOT NULL)),
    CHECK ((content = '') = (ended_at IS NOT NULL))
) STRICT;

-- What is to be sent: few, among all that ever were.
CREATE INDEX outbox_open ON outbox (next_at) WHERE ended_at IS NULL;
