-- Reminders: what people chose, how far each municipality has been gone through, and the outbox.

-- What somebody chose; whoever has no row gets the default of the rules.
CREATE TABLE reminder_choice (
    municipality_id  UUID NOT NULL,
    person_id        UUID NOT NULL,
    weekly           TEXT CHECK (weekly IN ('monday', 'tuesday', 'wednesday', 'thursday', 'friday')),
    days_before      BIGINT CHECK (days_before BETWEEN 1 AND 30),
    language         TEXT NOT NULL CHECK (language IN ('pages', 'da', 'en')),
    version          BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, person_id),
    FOREIGN KEY (municipality_id, person_id) REFERENCES person (municipality_id, id)
);

-- The last day on which a municipality's people were gone through: the node that moves it on makes the day's mails, alone.
CREATE TABLE reminder_run (
    municipality_id  UUID PRIMARY KEY REFERENCES municipality (id),
    day              DATE NOT NULL
);

-- A mail. The unique key is what makes it one mail however often it is made. `secret_hash` is of the secret in the address by
-- which it is unsubscribed from. What is done with keeps no text and no secret: only that it was sent, or why it was not.
CREATE TABLE outbox (
    municipality_id  UUID NOT NULL,
    id               UUID NOT NULL,
    person_id        UUID NOT NULL,
    kind             TEXT NOT NULL CHECK (kind IN ('weekly', 'deadline')),
    period           TEXT NOT NULL CHECK (period <> ''),
    recipient        TEXT NOT NULL CHECK (recipient <> ''),
    content          TEXT NOT NULL,
    secret_hash      TEXT NOT NULL UNIQUE,
    state            TEXT NOT NULL CHECK (state IN ('waiting', 'leased', 'sent', 'given-up')),
    attempts         BIGINT NOT NULL CHECK (attempts >= 0),
    next_at          TIMESTAMPTZ NOT NULL,
    lease_until      TIMESTAMPTZ,
    give_up_at       TIMESTAMPTZ NOT NULL,
    last_error       TEXT NOT NULL,
    created_at       TIMESTAMPTZ NOT NULL,
    ended_at         TIMESTAMPTZ,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, person_id, kind, period),
    FOREIGN KEY (municipality_id, person_id) REFERENCES person (municipality_id, id),
    CHECK ((state = 'leased') = (lease_until IS NOT NULL)),
    CHECK ((state IN ('sent', 'given-up')) = (ended_at IS NOT NULL)),
    CHECK ((content = '') = (ended_at IS NOT NULL))
);

-- What is to be sent: few, among all that ever were.
CREATE INDEX outbox_open ON outbox (next_at) WHERE ended_at IS NULL;
