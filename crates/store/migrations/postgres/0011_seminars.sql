-- Goal seminars: proposals, the policies they ask for, and what objectives in force are to become.

CREATE TABLE seminar (
    municipality_id  UUID NOT NULL REFERENCES municipality (id),
    id               UUID NOT NULL,
    year             BIGINT NOT NULL,
    body_id          UUID NOT NULL,
    held_on          DATE,
    question         TEXT NOT NULL,
    risk             TEXT NOT NULL,
    state            TEXT NOT NULL CHECK (state IN ('collecting', 'prioritising', 'concluded', 'cancelled')),
    concluded_on     DATE,
    note             TEXT NOT NULL,
    turns            BIGINT NOT NULL,
    version          BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, body_id) REFERENCES unit (municipality_id, id),
    CHECK ((state = 'concluded') = (concluded_on IS NOT NULL)),
    CHECK ((state = 'cancelled') = (note <> ''))
);

-- One seminar a year, beside those that were called off.
CREATE UNIQUE INDEX seminar_year ON seminar (municipality_id, year) WHERE state <> 'cancelled';

-- `into_id` is the proposal that says it too; `kept_from` the one of an earlier seminar that it was. `made_id` is the objective
-- or value marker that came of it, `goal_id` the goal of route B.
CREATE TABLE seminar_proposal (
    municipality_id  UUID NOT NULL,
    id               UUID NOT NULL,
    seminar_id       UUID NOT NULL,
    serial           BIGINT NOT NULL CHECK (serial > 0),
    kind             TEXT NOT NULL CHECK (kind IN ('objective', 'value-marker')),
    title            TEXT NOT NULL CHECK (title <> ''),
    text             TEXT NOT NULL,
    why              TEXT NOT NULL,
    grouped          TEXT NOT NULL,
    place            BIGINT NOT NULL,
    unit_id          UUID NOT NULL,
    position_id      UUID,
    by_id            UUID NOT NULL,
    kept_from        UUID,
    outcome          TEXT NOT NULL CHECK (outcome IN ('open', 'chosen', 'parked', 'merged', 'declined', 'withdrawn')),
    into_id          UUID,
    because          TEXT NOT NULL,
    route            TEXT NOT NULL CHECK (route IN ('', 'policy', 'goal')),
    goal_unit_id     UUID,
    goal_title       TEXT NOT NULL,
    goal_text        TEXT NOT NULL,
    made_id          UUID,
    goal_id          UUID,
    version          BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, seminar_id, serial),
    FOREIGN KEY (municipality_id, seminar_id) REFERENCES seminar (municipality_id, id),
    FOREIGN KEY (municipality_id, unit_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, position_id) REFERENCES position (municipality_id, id),
    FOREIGN KEY (municipality_id, by_id) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, kept_from) REFERENCES seminar_proposal (municipality_id, id),
    FOREIGN KEY (municipality_id, into_id) REFERENCES seminar_proposal (municipality_id, id),
    FOREIGN KEY (municipality_id, goal_unit_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, made_id) REFERENCES element (municipality_id, id),
    FOREIGN KEY (municipality_id, goal_id) REFERENCES element (municipality_id, id),
    CHECK ((outcome = 'merged') = (into_id IS NOT NULL)),
    CHECK ((outcome = 'declined') = (because <> '')),
    CHECK ((route = 'goal') = (goal_unit_id IS NOT NULL)),
    CHECK ((route = 'goal') = (goal_title <> ''))
);

-- From an element back to what was proposed, and from a kept proposal to what it was kept as.
CREATE INDEX seminar_proposal_made ON seminar_proposal (municipality_id, made_id) WHERE made_id IS NOT NULL;
CREATE INDEX seminar_proposal_goal ON seminar_proposal (municipality_id, goal_id) WHERE goal_id IS NOT NULL;
CREATE INDEX seminar_proposal_kept ON seminar_proposal (municipality_id, kept_from) WHERE kept_from IS NOT NULL;

-- A policy that is asked for. `existing_id` is the policy there is, where it stands in the chain.
CREATE TABLE seminar_commission (
    municipality_id  UUID NOT NULL,
    id               UUID NOT NULL,
    seminar_id       UUID NOT NULL,
    serial           BIGINT NOT NULL CHECK (serial > 0),
    way              TEXT NOT NULL CHECK (way IN ('new', 'replaces', 'renews', 'continues')),
    existing_id      UUID,
    existing_name    TEXT NOT NULL,
    title            TEXT NOT NULL CHECK (title <> ''),
    task             TEXT NOT NULL,
    lead_id          UUID NOT NULL,
    policy_id        UUID,
    version          BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, seminar_id, serial),
    FOREIGN KEY (municipality_id, seminar_id) REFERENCES seminar (municipality_id, id),
    FOREIGN KEY (municipality_id, existing_id) REFERENCES element (municipality_id, id),
    FOREIGN KEY (municipality_id, lead_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, policy_id) REFERENCES element (municipality_id, id),
    CHECK (way <> 'new' OR (existing_id IS NULL AND existing_name = '')),
    CHECK (way = 'new' OR existing_id IS NOT NULL OR existing_name <> '')
);

CREATE INDEX seminar_commission_policy ON seminar_commission (municipality_id, policy_id) WHERE policy_id IS NOT NULL;

-- Who takes part in a commission, which chosen proposals and which objectives in force it serves, and which goals of earlier
-- years it takes in.
CREATE TABLE seminar_link (
    municipality_id  UUID NOT NULL,
    commission_id    UUID NOT NULL,
    kind             TEXT NOT NULL CHECK (kind IN ('unit', 'proposal', 'objective', 'goal')),
    place            BIGINT NOT NULL,
    unit_id          UUID,
    proposal_id      UUID,
    element_id       UUID,
    PRIMARY KEY (municipality_id, commission_id, kind, place),
    FOREIGN KEY (municipality_id, commission_id) REFERENCES seminar_commission (municipality_id, id),
    FOREIGN KEY (municipality_id, unit_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, proposal_id) REFERENCES seminar_proposal (municipality_id, id),
    FOREIGN KEY (municipality_id, element_id) REFERENCES element (municipality_id, id),
    CHECK ((kind = 'unit') = (unit_id IS NOT NULL)),
    CHECK ((kind = 'proposal') = (proposal_id IS NOT NULL)),
    CHECK ((kind IN ('objective', 'goal')) = (element_id IS NOT NULL))
);

CREATE INDEX seminar_link_element ON seminar_link (municipality_id, element_id, kind) WHERE element_id IS NOT NULL;

-- What an objective or value marker in force is to become. While the seminar runs only what somebody has weighed has a row;
-- when it is concluded everything in force gets one.
CREATE TABLE seminar_standing (
    municipality_id  UUID NOT NULL,
    seminar_id       UUID NOT NULL,
    element_id       UUID NOT NULL,
    kind             TEXT NOT NULL CHECK (kind IN ('objective', 'value-marker')),
    edition          BIGINT NOT NULL,
    verdict          TEXT NOT NULL CHECK (verdict IN ('keep', 'reword', 'end')),
    title            TEXT NOT NULL,
    text             TEXT NOT NULL,
    because          TEXT NOT NULL,
    version          BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, seminar_id, element_id),
    FOREIGN KEY (municipality_id, seminar_id) REFERENCES seminar (municipality_id, id),
    FOREIGN KEY (municipality_id, element_id) REFERENCES element (municipality_id, id),
    CHECK ((verdict = 'reword') = (title <> '')),
    CHECK ((verdict = 'end') = (because <> ''))
);

CREATE INDEX seminar_standing_element ON seminar_standing (municipality_id, element_id);
