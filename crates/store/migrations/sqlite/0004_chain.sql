-- The chain: elements, contributions, decisions, editions, stances; and what search looks in.

CREATE TABLE decision (
    municipality_id  BLOB NOT NULL REFERENCES municipality (id),
    id               BLOB NOT NULL,
    body_id          BLOB NOT NULL,
    level            TEXT NOT NULL,
    decided_on       TEXT NOT NULL,
    case_number      TEXT NOT NULL,
    text             TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, body_id) REFERENCES unit (municipality_id, id)
) STRICT;

-- `content` is what people wrote, whole. The columns from `title` to `has_money` are read out of it at each save, for
-- lists, counts and quality; a test holds the two together.
CREATE TABLE element (
    municipality_id   BLOB NOT NULL REFERENCES municipality (id),
    id                BLOB NOT NULL,
    kind              TEXT NOT NULL CHECK (kind IN ('objective', 'policy', 'guidepost', 'focus-area', 'goal', 'action', 'value-marker', 'source')),
    prefix            TEXT NOT NULL,
    year              INTEGER NOT NULL,
    serial            INTEGER NOT NULL CHECK (serial > 0),
    owner_id          BLOB NOT NULL,
    level             TEXT NOT NULL,
    state             TEXT NOT NULL CHECK (state IN ('draft', 'proposed', 'returned', 'adopted', 'closed', 'withdrawn', 'superseded')),
    outcome           TEXT CHECK (outcome IN ('met', 'partly', 'not-met')),
    decision_id       BLOB,
    replaced_by       BLOB,
    note              TEXT NOT NULL,
    edition           INTEGER NOT NULL,
    version           INTEGER NOT NULL,
    content           TEXT NOT NULL,
    title             TEXT NOT NULL CHECK (title <> ''),
    orientation       TEXT,
    measure           TEXT,
    scope             TEXT,
    progress          TEXT,
    starts_on         TEXT,
    due_on            TEXT,
    responsible_id    BLOB,
    has_effect        INTEGER NOT NULL,
    is_measurable     INTEGER NOT NULL,
    has_baseline      INTEGER NOT NULL,
    has_money         INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, prefix, year, serial),
    FOREIGN KEY (municipality_id, owner_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, decision_id) REFERENCES decision (municipality_id, id),
    FOREIGN KEY (municipality_id, replaced_by) REFERENCES element (municipality_id, id),
    FOREIGN KEY (municipality_id, responsible_id) REFERENCES position (municipality_id, id),
    CHECK ((state = 'closed') = (outcome IS NOT NULL)),
    CHECK ((state = 'superseded') = (replaced_by IS NOT NULL))
) STRICT;

-- What has happened since somebody was here last.
CREATE INDEX audit_line_at ON audit_line (municipality_id, at);

CREATE INDEX element_replaced ON element (municipality_id, replaced_by) WHERE replaced_by IS NOT NULL;
CREATE INDEX element_owner ON element (municipality_id, owner_id, state);
-- What counts and the columns of the chain read, without opening the row with its content.
CREATE INDEX element_kind ON element (municipality_id, kind, level, state, owner_id, prefix, year, serial, outcome, id);
-- What a walk along the contributions reads of each element it comes by.
CREATE INDEX element_walk ON element (municipality_id, id, owner_id, state, outcome, kind, level, prefix, year, serial);

-- Each adopted edition, frozen: every round and agreement can keep the one it judged (H9).
CREATE TABLE element_edition (
    municipality_id  BLOB NOT NULL,
    element_id       BLOB NOT NULL,
    edition          INTEGER NOT NULL CHECK (edition > 0),
    content          TEXT NOT NULL,
    reason           TEXT NOT NULL,
    decision_id      BLOB,
    at               TEXT NOT NULL,
    PRIMARY KEY (municipality_id, element_id, edition),
    FOREIGN KEY (municipality_id, element_id) REFERENCES element (municipality_id, id),
    FOREIGN KEY (municipality_id, decision_id) REFERENCES decision (municipality_id, id)
) STRICT;

-- Child serves parent; many to many, never in a circle.
CREATE TABLE contribution (
    municipality_id  BLOB NOT NULL,
    child_id         BLOB NOT NULL,
    parent_id        BLOB NOT NULL,
    PRIMARY KEY (municipality_id, child_id, parent_id),
    FOREIGN KEY (municipality_id, child_id) REFERENCES element (municipality_id, id),
    FOREIGN KEY (municipality_id, parent_id) REFERENCES element (municipality_id, id),
    CHECK (child_id <> parent_id)
) STRICT;

CREATE INDEX contribution_parent ON contribution (municipality_id, parent_id, child_id);

-- What stands beside the hierarchy and accompanies an element: value markers and sources.
CREATE TABLE accompaniment (
    municipality_id  BLOB NOT NULL,
    element_id       BLOB NOT NULL,
    beside_id        BLOB NOT NULL,
    PRIMARY KEY (municipality_id, element_id, beside_id),
    FOREIGN KEY (municipality_id, element_id) REFERENCES element (municipality_id, id),
    FOREIGN KEY (municipality_id, beside_id) REFERENCES element (municipality_id, id)
) STRICT;

CREATE INDEX accompaniment_beside ON accompaniment (municipality_id, beside_id);

-- A goal put before a unit, and the unit's answer.
CREATE TABLE stance (
    municipality_id  BLOB NOT NULL,
    id               BLOB NOT NULL,
    element_id       BLOB NOT NULL,
    unit_id          BLOB NOT NULL,
    answer           TEXT NOT NULL CHECK (answer IN ('asked', 'taken-up', 'declined')),
    reason           TEXT NOT NULL,
    answered_on      TEXT,
    version          INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, element_id, unit_id),
    FOREIGN KEY (municipality_id, element_id) REFERENCES element (municipality_id, id),
    FOREIGN KEY (municipality_id, unit_id) REFERENCES unit (municipality_id, id),
    CHECK (answer <> 'declined' OR reason <> '')
) STRICT;

CREATE INDEX stance_unit ON stance (municipality_id, unit_id);

-- What search looks in. `fence` is a word that only this municipality's entries hold, so that a search costs what its own
-- municipality costs.
CREATE TABLE search_entry (
    rowid            INTEGER PRIMARY KEY,
    municipality_id  BLOB NOT NULL REFERENCES municipality (id),
    subject_kind     TEXT NOT NULL,
    subject_id       BLOB NOT NULL,
    fence            TEXT NOT NULL,
    title            TEXT NOT NULL,
    body             TEXT NOT NULL,
    UNIQUE (municipality_id, subject_id)
) STRICT;

CREATE VIRTUAL TABLE search_words USING fts5(fence, title, body, content='search_entry', content_rowid='rowid', tokenize='unicode61 remove_diacritics 0', prefix='2 3');
CREATE TRIGGER search_entry_in AFTER INSERT ON search_entry BEGIN
    INSERT INTO search_words (rowid, fence, title, body) VALUES (new.rowid, new.fence, new.title, new.body);
END;
CREATE TRIGGER search_entry_out AFTER DELETE ON search_entry BEGIN
    INSERT INTO search_words (search_words, rowid, fence, title, body) VALUES ('delete', old.rowid, old.fence, old.title, old.body);
END;
CREATE TRIGGER search_entry_anew AFTER UPDATE ON search_entry BEGIN
    INSERT INTO search_words (search_words, rowid, fence, title, body) VALUES ('delete', old.rowid, old.fence, old.title, old.body);
    INSERT INTO search_words (rowid, fence, title, body) VALUES (new.rowid, new.fence, new.title, new.body);
END;
