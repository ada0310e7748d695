-- The ground: municipalities, their models, and the audit trail.

CREATE COLLATION da (provider = icu, locale = 'da');

CREATE TABLE municipality (
    id          UUID PRIMARY KEY,
    code        TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    slug        TEXT NOT NULL UNIQUE,
    created_at  TIMESTAMPTZ NOT NULL
);

-- An installed version of a governance model. The highest serial is in force; none is ever changed.
CREATE TABLE model_version (
    municipality_id  UUID NOT NULL REFERENCES municipality (id),
    id               UUID NOT NULL,
    serial           BIGINT NOT NULL,
    name             TEXT NOT NULL,
    body             TEXT NOT NULL,
    installed_at     TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, serial)
);

-- Running numbers: what has been given out is never given out again.
CREATE TABLE running_number (
    municipality_id  UUID NOT NULL REFERENCES municipality (id),
    series           TEXT NOT NULL,
    last             BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, series)
);

-- One line per deed, each with the hash of the one before it in its municipality.
CREATE TABLE audit_line (
    municipality_id  UUID NOT NULL REFERENCES municipality (id),
    serial           BIGINT NOT NULL,
    at               TIMESTAMPTZ NOT NULL,
    person_id        UUID,
    standing_in_for  UUID,
    action           TEXT NOT NULL,
    subject_kind     TEXT NOT NULL,
    subject_id       UUID NOT NULL,
    event            TEXT NOT NULL,
    previous_hash    TEXT NOT NULL,
    hash             TEXT NOT NULL,
    PRIMARY KEY (municipality_id, serial)
);

CREATE INDEX audit_line_subject ON audit_line (municipality_id, subject_id, serial);
CREATE INDEX audit_line_person ON audit_line (municipality_id, person_id, serial);

-- Where the trail has come to: the writers of one municipality queue here.
CREATE TABLE audit_head (
    municipality_id  UUID PRIMARY KEY REFERENCES municipality (id),
    serial           BIGINT NOT NULL,
    hash             TEXT NOT NULL
);

CREATE FUNCTION audit_line_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the audit trail cannot be changed'; END $$;
CREATE TRIGGER audit_line_stays BEFORE UPDATE OR DELETE ON audit_line FOR EACH ROW EXECUTE FUNCTION audit_line_stays();
CREATE TRIGGER audit_line_remains BEFORE TRUNCATE ON audit_line FOR EACH STATEMENT EXECUTE FUNCTION audit_line_stays();
CREATE FUNCTION model_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'an installed model cannot be changed'; END $$;
CREATE TRIGGER model_version_stays BEFORE UPDATE OR DELETE ON model_version FOR EACH ROW EXECUTE FUNCTION model_version_stays();
