-- Dialogue meetings and briefings: planned, prepared, noted, worded, and where a guidepost came from.

CREATE TABLE meeting (
    municipality_id  BLOB NOT NULL REFERENCES municipality (id),
    id               BLOB NOT NULL,
    serial           INTEGER NOT NULL CHECK (serial > 0),
    title            TEXT NOT NULL,
    year             INTEGER NOT NULL,
    step             TEXT,
    form             TEXT NOT NULL CHECK (form IN ('alike', 'mixed', 'single')),
    grounds          TEXT NOT NULL,
    kind             TEXT,
    area             TEXT NOT NULL,
    theme            TEXT NOT NULL,
    facilitation     TEXT NOT NULL,
    held_on          TEXT,
    begins           INTEGER CHECK (begins BETWEEN 0 AND 1439),
    place            TEXT NOT NULL,
    agenda           TEXT NOT NULL,
    chosen_form      TEXT CHECK (chosen_form IN ('alike', 'mixed', 'single')),
    chosen_note      TEXT NOT NULL,
    chosen_by        BLOB,
    chosen_for       BLOB,
    chosen_at        TEXT,
    state            TEXT NOT NULL CHECK (state IN ('planned', 'invited', 'running', 'minutes-draft', 'for-comments', 'amended', 'approved', 'cancelled')),
    minutes          TEXT NOT NULL,
    note             TEXT NOT NULL,
    version          INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, serial),
    FOREIGN KEY (municipality_id, chosen_by) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, chosen_for) REFERENCES person (municipality_id, id),
    CHECK ((chosen_form IS NULL) = (chosen_at IS NULL)),
    CHECK ((chosen_at IS NULL) = (chosen_by IS NULL)),
    CHECK ((state = 'cancelled') = (note <> ''))
) STRICT;

-- The meetings of a year, in the order in which they are held.
CREATE INDEX meeting_year ON meeting (municipality_id, year, held_on);

-- Who holds it and who is invited, each in order.
CREATE TABLE meeting_unit (
    municipality_id  BLOB NOT NULL,
    meeting_id       BLOB NOT NULL,
    part             TEXT NOT NULL CHECK (part IN ('host', 'invited')),
    unit_id          BLOB NOT NULL,
    place            INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, meeting_id, part, unit_id),
    FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting (municipality_id, id),
    FOREIGN KEY (municipality_id, unit_id) REFERENCES unit (municipality_id, id)
) STRICT;

-- The meetings of a committee or a unit.
CREATE INDEX meeting_unit_unit ON meeting_unit (municipality_id, unit_id, meeting_id);

-- What a unit brings (H3).
CREATE TABLE preparation (
    municipality_id  BLOB NOT NULL,
    meeting_id       BLOB NOT NULL,
    unit_id          BLOB NOT NULL,
    content          TEXT NOT NULL,
    is_ready         INTEGER NOT NULL,
    is_absent        INTEGER NOT NULL,
    by_id            BLOB,
    standing_in_for  BLOB,
    at               TEXT,
    version          INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, meeting_id, unit_id),
    FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting (municipality_id, id),
    FOREIGN KEY (municipality_id, unit_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, by_id) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, standing_in_for) REFERENCES person (municipality_id, id),
    CHECK ((by_id IS NULL) = (at IS NULL))
) STRICT;

-- What employees and boards want said (H8). The same words from the same group are said once.
CREATE TABLE meeting_input (
    municipality_id  BLOB NOT NULL,
    meeting_id       BLOB NOT NULL,
    unit_id          BLOB NOT NULL,
    said_by          TEXT NOT NULL CHECK (said_by IN ('employees', 'board')),
    text             TEXT NOT NULL CHECK (text <> ''),
    by_id            BLOB NOT NULL,
    standing_in_for  BLOB,
    at               TEXT NOT NULL,
    PRIMARY KEY (municipality_id, meeting_id, unit_id, said_by, text),
    FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting (municipality_id, id),
    FOREIGN KEY (municipality_id, unit_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, by_id) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, standing_in_for) REFERENCES person (municipality_id, id)
) STRICT;

-- What was said. The key is the browser's: a line sent twice is one line.
CREATE TABLE meeting_contribution (
    municipality_id  BLOB NOT NULL,
    id               BLOB NOT NULL,
    meeting_id       BLOB NOT NULL,
    client_key       TEXT NOT NULL CHECK (client_key <> ''),
    item             INTEGER,
    speaker          TEXT NOT NULL CHECK (speaker IN ('politician', 'unit', 'employee', 'board', 'administration')),
    unit_id          BLOB,
    text             TEXT NOT NULL CHECK (text <> ''),
    is_struck        INTEGER NOT NULL,
    by_id            BLOB NOT NULL,
    at               TEXT NOT NULL,
    version          INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, meeting_id, client_key),
    FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting (municipality_id, id),
    FOREIGN KEY (municipality_id, unit_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, by_id) REFERENCES person (municipality_id, id)
) STRICT;

-- Guideposts worded in the room; the element is the one it became, and the way back from it.
CREATE TABLE guidepost_draft (
    municipality_id  BLOB NOT NULL,
    id               BLOB NOT NULL,
    meeting_id       BLOB NOT NULL,
    client_key       TEXT NOT NULL CHECK (client_key <> ''),
    title            TEXT NOT NULL,
    text             TEXT NOT NULL,
    wording          INTEGER NOT NULL CHECK (wording > 0),
    is_struck        INTEGER NOT NULL,
    element_id       BLOB,
    at               TEXT NOT NULL,
    version          INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, meeting_id, client_key),
    FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting (municipality_id, id),
    FOREIGN KEY (municipality_id, element_id) REFERENCES element (municipality_id, id)
) STRICT;

-- From an element back to what it was worded from.
CREATE INDEX guidepost_draft_element ON guidepost_draft (municipality_id, element_id) WHERE element_id IS NOT NULL;

-- Every wording it has had.
CREATE TABLE draft_wording (
    municipality_id  BLOB NOT NULL,
    draft_id         BLOB NOT NULL,
    wording          INTEGER NOT NULL CHECK (wording > 0),
    title            TEXT NOT NULL,
    text             TEXT NOT NULL,
    by_id            BLOB NOT NULL,
    at               TEXT NOT NULL,
    PRIMARY KEY (municipality_id, draft_id, wording),
    FOREIGN KEY (municipality_id, draft_id) REFERENCES guidepost_draft (municipality_id, id),
    FOREIGN KEY (municipality_id, by_id) REFERENCES person (municipality_id, id)
) STRICT;

-- What it was worded from.
CREATE TABLE draft_source (
    municipality_id  BLOB NOT NULL,
    draft_id         BLOB NOT NULL,
    contribution_id  BLOB NOT NULL,
    place            INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, draft_id, contribution_id),
    FOREIGN KEY (municipality_id, draft_id) REFERENCES guidepost_draft (municipality_id, id),
    FOREIGN KEY (municipality_id, contribution_id) REFERENCES meeting_contribution (municipality_id, id)
) STRICT;

CREATE INDEX draft_source_contribution ON draft_source (municipality_id, contribution_id);

-- What those who were there say to the minutes. The same words from the same person are said once.
CREATE TABLE minutes_comment (
    municipality_id  BLOB NOT NULL,
    meeting_id       BLOB NOT NULL,
    by_id            BLOB NOT NULL,
    text             TEXT NOT NULL CHECK (text <> ''),
    standing_in_for  BLOB,
    at               TEXT NOT NULL,
    PRIMARY KEY (municipality_id, meeting_id, by_id, text),
    FOREIGN KEY (municipality_id, meeting_id) REFERENCES meeting (municipality_id, id),
    FOREIGN KEY (municipality_id, by_id) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, standing_in_for) REFERENCES person (municipality_id, id)
) STRICT;

-- A committee's paper before the meetings of a year (H2): to the byte, and for good once it is sent.
CREATE TABLE briefing (
    municipality_id  BLOB NOT NULL REFERENCES municipality (id),
    id               BLOB NOT NULL,
    committee_id     BLOB NOT NULL,
    year             INTEGER NOT NULL,
    body             TEXT NOT NULL,
    sent_by          BLOB,
    sent_for         BLOB,
    sent_at          TEXT,
    seal             TEXT NOT NULL,
    version          INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, committee_id, year),
    FOREIGN KEY (municipality_id, committee_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, sent_by) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, sent_for) REFERENCES person (municipality_id, id),
    CHECK ((sent_at IS NULL) = (seal = '')),
    CHECK ((sent_at IS NULL) = (sent_by IS NULL))
) STRICT;
