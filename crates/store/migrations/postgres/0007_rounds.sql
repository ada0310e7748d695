-- Follow-up: rounds, reports on goals, and what comes back down.

CREATE TABLE round (
    municipality_id  UUID NOT NULL REFERENCES municipality (id),
    id               UUID NOT NULL,
    spec             TEXT NOT NULL,
    year             BIGINT NOT NULL,
    cut_off          DATE NOT NULL,
    covers           TEXT NOT NULL,
    mode             TEXT NOT NULL CHECK (mode IN ('all', 'deviations')),
    deadlines        TEXT NOT NULL,
    state            TEXT NOT NULL CHECK (state IN ('planned', 'open', 'consolidating', 'closed')),
    seal             TEXT NOT NULL,
    version          BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, spec, year),
    CHECK ((state = 'closed') = (seal <> ''))
);

CREATE INDEX round_state ON round (municipality_id, state, cut_off);

-- A goal in a round: one row from the moment the round opens. `content` is what people wrote; the columns before it are what
-- was asked, and `mark`, `outlook` are read out of it at each save. `suggested` is what its figures say, `trend` which way
-- they have gone since last time. `outside`: the goal was no longer in force when the round closed, so it counts nowhere.
CREATE TABLE report (
    municipality_id  UUID NOT NULL,
    round_id         UUID NOT NULL,
    goal_id          UUID NOT NULL,
    edition          BIGINT NOT NULL CHECK (edition > 0),
    unit_id          UUID NOT NULL,
    level            TEXT NOT NULL,
    responsible_id   UUID,
    policy_area      TEXT NOT NULL,
    due_on           DATE,
    state            TEXT NOT NULL CHECK (state IN ('missing', 'draft', 'submitted', 'returned', 'accepted')),
    mark             TEXT CHECK (mark IN ('not-met', 'partly', 'met', 'not-yet', 'not-relevant')),
    outlook          TEXT CHECK (outlook IN ('on-course', 'at-risk', 'off-course')),
    suggested        TEXT CHECK (suggested IN ('not-met', 'partly', 'met', 'not-yet')),
    trend            TEXT CHECK (trend IN ('better', 'same', 'worse')),
    outside          BOOLEAN NOT NULL,
    content          TEXT NOT NULL,
    submitted_by     UUID,
    submitted_for    UUID,
    submitted_at     TIMESTAMPTZ,
    answered_by      UUID,
    answered_for     UUID,
    answered_at      TIMESTAMPTZ,
    note             TEXT NOT NULL,
    version          BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, round_id, goal_id),
    FOREIGN KEY (municipality_id, round_id) REFERENCES round (municipality_id, id),
    FOREIGN KEY (municipality_id, goal_id, edition) REFERENCES element_edition (municipality_id, element_id, edition),
    FOREIGN KEY (municipality_id, unit_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, responsible_id) REFERENCES position (municipality_id, id),
    FOREIGN KEY (municipality_id, submitted_by) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, submitted_for) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, answered_by) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, answered_for) REFERENCES person (municipality_id, id),
    CHECK ((submitted_at IS NULL) = (submitted_by IS NULL)),
    CHECK ((answered_at IS NULL) = (answered_by IS NULL)),
    CHECK (state NOT IN ('submitted', 'accepted') OR mark IS NOT NULL)
);

CREATE INDEX report_unit ON report (municipality_id, round_id, unit_id, state, mark);
CREATE INDEX report_goal ON report (municipality_id, goal_id, round_id, state, mark);
CREATE INDEX report_responsible ON report (municipality_id, responsible_id, round_id) WHERE responsible_id IS NOT NULL;

-- What documents a report. `bytes` only of a file.
CREATE TABLE evidence (
    municipality_id  UUID NOT NULL,
    id               UUID NOT NULL,
    round_id         UUID NOT NULL,
    goal_id          UUID NOT NULL,
    title            TEXT NOT NULL CHECK (title <> ''),
    kind             TEXT NOT NULL CHECK (kind IN ('link', 'figure', 'file')),
    value            TEXT NOT NULL CHECK (value <> ''),
    media            TEXT,
    size             BIGINT,
    hash             TEXT,
    bytes            BYTEA,
    by_id            UUID NOT NULL,
    at               TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, round_id, goal_id) REFERENCES report (municipality_id, round_id, goal_id),
    FOREIGN KEY (municipality_id, by_id) REFERENCES person (municipality_id, id),
    CHECK ((kind = 'file') = (bytes IS NOT NULL)),
    CHECK ((kind = 'file') = (media IS NOT NULL)),
    CHECK ((kind = 'file') = (hash IS NOT NULL)),
    CHECK ((kind = 'file') = (size IS NOT NULL))
);

CREATE INDEX evidence_report ON evidence (municipality_id, round_id, goal_id);

-- A unit's own assessment, and what it asks of its receiver.
CREATE TABLE assessment (
    municipality_id  UUID NOT NULL,
    round_id         UUID NOT NULL,
    unit_id          UUID NOT NULL,
    text             TEXT NOT NULL,
    asked            TEXT NOT NULL,
    by_id            UUID NOT NULL,
    standing_in_for  UUID,
    at               TIMESTAMPTZ NOT NULL,
    version          BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, round_id, unit_id),
    FOREIGN KEY (municipality_id, round_id) REFERENCES round (municipality_id, id),
    FOREIGN KEY (municipality_id, unit_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, by_id) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, standing_in_for) REFERENCES person (municipality_id, id)
);

-- A parent's own mark, judged by its owner.
CREATE TABLE judgement (
    municipality_id  UUID NOT NULL,
    round_id         UUID NOT NULL,
    element_id       UUID NOT NULL,
    mark             TEXT NOT NULL CHECK (mark IN ('not-met', 'partly', 'met', 'not-yet', 'not-relevant')),
    grounds          TEXT NOT NULL CHECK (grounds <> ''),
    by_id            UUID NOT NULL,
    standing_in_for  UUID,
    at               TIMESTAMPTZ NOT NULL,
    version          BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, round_id, element_id),
    FOREIGN KEY (municipality_id, round_id) REFERENCES round (municipality_id, id),
    FOREIGN KEY (municipality_id, element_id) REFERENCES element (municipality_id, id),
    FOREIGN KEY (municipality_id, by_id) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, standing_in_for) REFERENCES person (municipality_id, id)
);

CREATE INDEX judgement_element ON judgement (municipality_id, element_id, round_id);

-- What the receiving body or manager answered (K4), and what the unit said to that.
CREATE TABLE feedback (
    municipality_id  UUID NOT NULL,
    id               UUID NOT NULL,
    round_id         UUID NOT NULL,
    from_id          UUID NOT NULL,
    to_id            UUID NOT NULL,
    goal_id          UUID,
    kind             TEXT NOT NULL CHECK (kind IN ('noted', 'praise', 'question', 'request')),
    text             TEXT NOT NULL,
    by_id            UUID NOT NULL,
    standing_in_for  UUID,
    at               TIMESTAMPTZ NOT NULL,
    answer           TEXT NOT NULL,
    answered_by      UUID,
    answered_at      TIMESTAMPTZ,
    version          BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, round_id) REFERENCES round (municipality_id, id),
    FOREIGN KEY (municipality_id, from_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, to_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, goal_id) REFERENCES element (municipality_id, id),
    FOREIGN KEY (municipality_id, by_id) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, standing_in_for) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, answered_by) REFERENCES person (municipality_id, id),
    CHECK (kind = 'noted' OR text <> ''),
    CHECK ((answer = '') = (answered_at IS NULL)),
    CHECK ((answered_at IS NULL) = (answered_by IS NULL))
);

CREATE INDEX feedback_to ON feedback (municipality_id, to_id, round_id);
CREATE INDEX feedback_round ON feedback (municipality_id, round_id, from_id);

-- What followed goal fulfilment (K5).
CREATE TABLE consequence (
    municipality_id  UUID NOT NULL,
    id               UUID NOT NULL,
    round_id         UUID NOT NULL,
    unit_id          UUID NOT NULL,
    goal_id          UUID,
    consequence      TEXT NOT NULL,
    grounds          TEXT NOT NULL CHECK (grounds <> ''),
    by_id            UUID NOT NULL,
    standing_in_for  UUID,
    at               TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, round_id) REFERENCES round (municipality_id, id),
    FOREIGN KEY (municipality_id, unit_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, goal_id) REFERENCES element (municipality_id, id),
    FOREIGN KEY (municipality_id, by_id) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, standing_in_for) REFERENCES person (municipality_id, id)
);

CREATE INDEX consequence_round ON consequence (municipality_id, round_id, unit_id);

-- A closed round as it was, a row for each unit that had goals in it, there or below: to the byte, for good. The columns
-- from `lamp` on are read out of the body, for what shows many units or many rounds.
CREATE TABLE round_page (
    municipality_id  UUID NOT NULL,
    round_id         UUID NOT NULL,
    unit_id          UUID NOT NULL,
    body             TEXT NOT NULL,
    lamp             TEXT NOT NULL CHECK (lamp IN ('green', 'yellow', 'red', 'out')),
    not_met          BIGINT NOT NULL,
    partly           BIGINT NOT NULL,
    met              BIGINT NOT NULL,
    not_yet          BIGINT NOT NULL,
    silent           BIGINT NOT NULL,
    not_relevant     BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, round_id, unit_id),
    FOREIGN KEY (municipality_id, round_id) REFERENCES round (municipality_id, id),
    FOREIGN KEY (municipality_id, unit_id) REFERENCES unit (municipality_id, id)
);

CREATE INDEX round_page_unit ON round_page (municipality_id, unit_id, round_id, lamp, not_met, partly, met, not_yet, silent, not_relevant);
