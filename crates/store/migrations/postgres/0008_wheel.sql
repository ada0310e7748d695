-- The annual wheel: what people changed about the model's steps, and the secret addresses of calendars.

-- A row only for a step that somebody moved, entrusted or closed; everything else about it follows from the model and the
-- year. `unit_id` is the unit of the acting level it was changed for; none: for all of them.
CREATE TABLE wheel_step (
    municipality_id  UUID NOT NULL REFERENCES municipality (id),
    id               UUID NOT NULL,
    step             TEXT NOT NULL CHECK (step <> ''),
    year             BIGINT NOT NULL,
    unit_id          UUID,
    from_on          DATE,
    to_on            DATE,
    reason           TEXT NOT NULL,
    responsible_id   UUID,
    result           TEXT NOT NULL,
    done_on          DATE,
    done_by          UUID,
    done_for         UUID,
    done_at          TIMESTAMPTZ,
    version          BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, unit_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, responsible_id) REFERENCES position (municipality_id, id),
    FOREIGN KEY (municipality_id, done_by) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, done_for) REFERENCES person (municipality_id, id),
    CHECK ((from_on IS NULL) = (to_on IS NULL)),
    CHECK (from_on IS NULL OR from_on <= to_on),
    CHECK ((from_on IS NULL) = (reason = '')),
    CHECK ((done_on IS NULL) = (result = '')),
    CHECK ((done_on IS NULL) = (done_by IS NULL)),
    CHECK ((done_on IS NULL) = (done_at IS NULL))
);

-- One row a step, year and unit. Two indexes, for no two missing units are the same to a database.
CREATE UNIQUE INDEX wheel_step_whole ON wheel_step (municipality_id, year, step) WHERE unit_id IS NULL;
CREATE UNIQUE INDEX wheel_step_unit ON wheel_step (municipality_id, year, step, unit_id) WHERE unit_id IS NOT NULL;

-- The secret address of somebody's calendar. The secret itself is nowhere: whoever asks shows it, and its hash is looked up.
CREATE TABLE calendar_address (
    municipality_id  UUID NOT NULL REFERENCES municipality (id),
    id               UUID NOT NULL,
    account_id       UUID NOT NULL REFERENCES account (id),
    hash             TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    made_at          TIMESTAMPTZ NOT NULL,
    revoked_at       TIMESTAMPTZ,
    PRIMARY KEY (municipality_id, id)
);

-- One address in force an account; a revoked one stays, so that it is never given out again.
CREATE UNIQUE INDEX calendar_address_account ON calendar_address (account_id) WHERE revoked_at IS NULL;
