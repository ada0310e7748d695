-- The organisation: units, people, positions, stand-ins, and imports that can be undone.

CREATE TABLE unit (
    municipality_id  UUID NOT NULL REFERENCES municipality (id),
    id               UUID NOT NULL,
    serial           BIGINT NOT NULL,
    foreign_id       TEXT,
    name             TEXT NOT NULL CHECK (name <> ''),
    level            TEXT NOT NULL,
    kind             TEXT,
    area             TEXT NOT NULL,
    parent_id        UUID,
    service          TEXT NOT NULL CHECK (service IN ('service', 'support')),
    valid_from       DATE NOT NULL,
    valid_to         DATE,
    successor_id     UUID,
    version          BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, serial),
    UNIQUE (municipality_id, foreign_id),
    FOREIGN KEY (municipality_id, parent_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, successor_id) REFERENCES unit (municipality_id, id),
    CHECK (valid_to IS NULL OR valid_from <= valid_to),
    CHECK (parent_id IS NULL OR parent_id <> id)
);

CREATE INDEX unit_parent ON unit (municipality_id, parent_id);
CREATE INDEX unit_successor ON unit (municipality_id, successor_id);

CREATE TABLE person (
    municipality_id  UUID NOT NULL REFERENCES municipality (id),
    id               UUID NOT NULL,
    foreign_id       TEXT,
    name             TEXT NOT NULL CHECK (name <> ''),
    email            TEXT NOT NULL,
    version          BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, foreign_id)
);

CREATE TABLE position (
    municipality_id  UUID NOT NULL REFERENCES municipality (id),
    id               UUID NOT NULL,
    unit_id          UUID NOT NULL,
    person_id        UUID,
    role             TEXT NOT NULL,
    title            TEXT NOT NULL CHECK (title <> ''),
    valid_from       DATE NOT NULL,
    valid_to         DATE,
    version          BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, unit_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, person_id) REFERENCES person (municipality_id, id),
    CHECK (valid_to IS NULL OR valid_from <= valid_to)
);

CREATE INDEX position_unit ON position (municipality_id, unit_id);
CREATE INDEX position_person ON position (municipality_id, person_id);

CREATE TABLE stand_in (
    municipality_id  UUID NOT NULL REFERENCES municipality (id),
    id               UUID NOT NULL,
    position_id      UUID NOT NULL,
    person_id        UUID NOT NULL,
    valid_from       DATE NOT NULL,
    valid_to         DATE,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, position_id) REFERENCES position (municipality_id, id),
    FOREIGN KEY (municipality_id, person_id) REFERENCES person (municipality_id, id),
    CHECK (valid_to IS NULL OR valid_from <= valid_to)
);

CREATE INDEX stand_in_person ON stand_in (municipality_id, person_id);
CREATE INDEX stand_in_position ON stand_in (municipality_id, position_id);

-- An import of organisation data. `payload` is what was uploaded, while it waits for a yes; `undo` is what was there before,
-- while it can be undone; `counts` is what it did.
CREATE TABLE org_import (
    municipality_id  UUID NOT NULL REFERENCES municipality (id),
    id               UUID NOT NULL,
    file_name        TEXT NOT NULL,
    state            TEXT NOT NULL CHECK (state IN ('previewed', 'done', 'undone', 'failed')),
    total            BIGINT NOT NULL,
    counts           TEXT NOT NULL,
    payload          TEXT NOT NULL,
    undo             TEXT NOT NULL,
    at               TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (municipality_id, id)
);
