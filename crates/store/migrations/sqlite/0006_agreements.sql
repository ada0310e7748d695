-- Agreements: the promise between two levels.

-- `content` is what people wrote, whole. `frozen` and `seal` hold the text that was submitted and is signed; both are empty
-- while nothing is. Tables below that repeat what the content says (goals, actions, themes) are read out of it at each save.
-- Of goals and actions, `written` says that the working copy has it, `in_force` that the edition in force has: the two part
-- while an amendment is written.
CREATE TABLE agreement (
    municipality_id  BLOB NOT NULL REFERENCES municipality (id),
    id               BLOB NOT NULL,
    year             INTEGER NOT NULL,
    serial           INTEGER NOT NULL CHECK (serial > 0),
    kind             TEXT NOT NULL,
    principal_id     BLOB NOT NULL,
    from_year        INTEGER NOT NULL,
    to_year          INTEGER NOT NULL,
    state            TEXT NOT NULL CHECK (state IN ('draft', 'hearing', 'dialogue', 'submitted', 'returned', 'approved', 'reported', 'closed', 'withdrawn')),
    edition          INTEGER NOT NULL,
    decision_id      BLOB,
    note             TEXT NOT NULL,
    amending         TEXT NOT NULL,
    report           TEXT NOT NULL,
    predecessor_id   BLOB,
    content          TEXT NOT NULL,
    frozen           TEXT NOT NULL,
    seal             TEXT NOT NULL,
    version          INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, year, serial),
    FOREIGN KEY (municipality_id, principal_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, decision_id) REFERENCES decision (municipality_id, id),
    FOREIGN KEY (municipality_id, predecessor_id) REFERENCES agreement (municipality_id, id),
    CHECK (from_year <= to_year),
    CHECK ((frozen = '') = (seal = '')),
    CHECK (seal <> '' OR state IN ('draft', 'hearing', 'dialogue', 'returned', 'withdrawn'))
) STRICT;

CREATE INDEX agreement_principal ON agreement (municipality_id, principal_id, from_year);
CREATE INDEX agreement_predecessor ON agreement (municipality_id, predecessor_id) WHERE predecessor_id IS NOT NULL;
CREATE INDEX agreement_kind ON agreement (municipality_id, kind, from_year, state);

-- The units that answer, in the order they were named.
CREATE TABLE agreement_agent (
    municipality_id  BLOB NOT NULL,
    agreement_id     BLOB NOT NULL,
    unit_id          BLOB NOT NULL,
    place            INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, agreement_id, unit_id),
    FOREIGN KEY (municipality_id, agreement_id) REFERENCES agreement (municipality_id, id),
    FOREIGN KEY (municipality_id, unit_id) REFERENCES unit (municipality_id, id)
) STRICT;

CREATE INDEX agreement_agent_unit ON agreement_agent (municipality_id, unit_id, agreement_id);

CREATE TABLE agreement_goal (
    municipality_id  BLOB NOT NULL,
    agreement_id     BLOB NOT NULL,
    goal_id          BLOB NOT NULL,
    came             TEXT NOT NULL CHECK (came IN ('taken-over', 'shared', 'own')),
    place            INTEGER NOT NULL,
    written          INTEGER NOT NULL,
    in_force         INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, agreement_id, goal_id),
    FOREIGN KEY (municipality_id, agreement_id) REFERENCES agreement (municipality_id, id),
    FOREIGN KEY (municipality_id, goal_id) REFERENCES element (municipality_id, id)
) STRICT;

CREATE INDEX agreement_goal_goal ON agreement_goal (municipality_id, goal_id, agreement_id);

CREATE TABLE agreement_action (
    municipality_id  BLOB NOT NULL,
    agreement_id     BLOB NOT NULL,
    action_id        BLOB NOT NULL,
    place            INTEGER NOT NULL,
    written          INTEGER NOT NULL,
    in_force         INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, agreement_id, action_id),
    FOREIGN KEY (municipality_id, agreement_id) REFERENCES agreement (municipality_id, id),
    FOREIGN KEY (municipality_id, action_id) REFERENCES element (municipality_id, id)
) STRICT;

CREATE INDEX agreement_action_action ON agreement_action (municipality_id, action_id, agreement_id);

-- The themes an agreement has answered.
CREATE TABLE agreement_theme (
    municipality_id  BLOB NOT NULL,
    agreement_id     BLOB NOT NULL,
    theme            TEXT NOT NULL,
    PRIMARY KEY (municipality_id, agreement_id, theme),
    FOREIGN KEY (municipality_id, agreement_id) REFERENCES agreement (municipality_id, id)
) STRICT;

-- Each approved edition, as it was frozen when it was submitted (H9).
CREATE TABLE agreement_edition (
    municipality_id  BLOB NOT NULL,
    agreement_id     BLOB NOT NULL,
    edition          INTEGER NOT NULL CHECK (edition > 0),
    content          TEXT NOT NULL,
    frozen           TEXT NOT NULL,
    seal             TEXT NOT NULL CHECK (seal <> ''),
    reason           TEXT NOT NULL,
    decision_id      BLOB,
    at               TEXT NOT NULL,
    PRIMARY KEY (municipality_id, agreement_id, edition),
    FOREIGN KEY (municipality_id, agreement_id) REFERENCES agreement (municipality_id, id),
    FOREIGN KEY (municipality_id, decision_id) REFERENCES decision (municipality_id, id)
) STRICT;

-- Who signed which text for which unit. A signature is on a seal: on another text it is none.
CREATE TABLE agreement_signature (
    municipality_id  BLOB NOT NULL,
    agreement_id     BLOB NOT NULL,
    seal             TEXT NOT NULL CHECK (seal <> ''),
    unit_id          BLOB NOT NULL,
    side             TEXT NOT NULL CHECK (side IN ('principal', 'agent')),
    person_id        BLOB NOT NULL,
    standing_in_for  BLOB,
    at               TEXT NOT NULL,
    PRIMARY KEY (municipality_id, agreement_id, seal, unit_id),
    FOREIGN KEY (municipality_id, agreement_id) REFERENCES agreement (municipality_id, id),
    FOREIGN KEY (municipality_id, unit_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, person_id) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, standing_in_for) REFERENCES person (municipality_id, id)
) STRICT;

-- What groups said before it was made.
CREATE TABLE agreement_hearing (
    municipality_id  BLOB NOT NULL,
    id               BLOB NOT NULL,
    agreement_id     BLOB NOT NULL,
    heard            TEXT NOT NULL CHECK (heard IN ('employees', 'works-council', 'user-board')),
    spoke            TEXT NOT NULL CHECK (spoke <> ''),
    text             TEXT NOT NULL CHECK (text <> ''),
    by_id            BLOB NOT NULL,
    given_on         TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, agreement_id) REFERENCES agreement (municipality_id, id),
    FOREIGN KEY (municipality_id, by_id) REFERENCES person (municipality_id, id)
) STRICT;

CREATE INDEX agreement_hearing_of ON agreement_hearing (municipality_id, agreement_id);

-- The negotiation about a goal.
CREATE TABLE agreement_counter (
    municipality_id  BLOB NOT NULL,
    id               BLOB NOT NULL,
    agreement_id     BLOB NOT NULL,
    goal_id          BLOB NOT NULL,
    side             TEXT NOT NULL CHECK (side IN ('principal', 'agent')),
    by_id            BLOB NOT NULL,
    at               TEXT NOT NULL,
    proposal         TEXT NOT NULL,
    instead_of       TEXT NOT NULL,
    because          TEXT NOT NULL CHECK (because <> ''),
    state            TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'accepted-with-change', 'declined', 'taken-back')),
    answer           TEXT NOT NULL,
    agreed           TEXT,
    answered_by      BLOB,
    answered_at      TEXT,
    version          INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, agreement_id) REFERENCES agreement (municipality_id, id),
    FOREIGN KEY (municipality_id, goal_id) REFERENCES element (municipality_id, id),
    FOREIGN KEY (municipality_id, by_id) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, answered_by) REFERENCES person (municipality_id, id),
    CHECK ((state = 'open') = (answered_at IS NULL)),
    CHECK ((answered_at IS NULL) = (answered_by IS NULL)),
    CHECK ((state = 'accepted-with-change') = (agreed IS NOT NULL))
) STRICT;

CREATE INDEX agreement_counter_of ON agreement_counter (municipality_id, agreement_id, state);
