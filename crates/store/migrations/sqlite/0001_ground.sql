-- The ground: municipalities, their models, and the audit trail.

CREATE TABLE municipality (
    id          BLOB PRIMARY KEY,
    code        TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    slug        TEXT NOT NULL UNIQUE,
    created_at  TEXT NOT NULL
) STRICT;

-- An installed version of a governance model. The highest serial is in force; none is ever changed.
CREATE TABLE model_version (
    municipality_id  BLOB NOT NULL REFERENCES municipality (id),
    id               BLOB NOT NULL,
    serial           INTEGER NOT NULL,
    name             TEXT NOT NULL,
    body             TEXT NOT NULL,
    installed_at     TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, serial)
) STRICT;

-- Running numbers: what has been given out is never given out again.
CREATE TABLE running_number (
    municipality_id  BLOB NOT NULL REFERENCES municipality (id),
    series           TEXT NOT NULL,
    last             INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, series)
) STRICT;

-- One line per deed, each with the hash of the one before it in its municipality.
CREATE TABLE audit_line (
    municipality_id  BLOB NOT NULL REFERENCES municipality (id),
    serial           INTEGER NOT NULL,
    at               TEXT NOT NULL,
    person_id        BLOB,
    standing_in_for  BLOB,
    action           TEXT NOT NULL,
    subject_kind     TEXT NOT NULL,
    subject_id       BLOB NOT NULL,
    event            TEXT NOT NULL,
    previous_hash    TEXT NOT NULL,
    hash             TEXT NOT NULL,
    PRIMARY KEY (municipality_id, serial)
) STRICT;

CREATE INDEX audit_line_subject ON audit_line (municipality_id, subject_id, serial);
CREATE INDEX audit_line_person ON audit_line (municipality_id, person_id, serial);

-- Where the trail has come to: the writers of one municipality queue here.
CREATE TABLE audit_head (
    municipality_id  BLOB PRIMARY KEY REFERENCES municipality (id),
    serial           INTEGER NOT NULL,
    hash             TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_line_stays BEFORE UPDATE ON audit_line BEGIN SELECT RAISE(ABORT, 'the audit trail cannot be changed'); END;
CREATE TRIGGER audit_line_remains BEFORE DELETE ON audit_line BEGIN SELECT RAISE(ABORT, 'the audit trail cannot be changed'); END;
CREATE TRIGGER model_version_stays BEFORE UPDATE ON model_version BEGIN SELECT RAISE(ABORT, 'an installed model cannot be changed'); END;
CREATE TRIGGER model_version_remains BEFORE DELETE ON model_version BEGIN SELECT RAISE(ABORT, 'an installed model cannot be changed'); END;
