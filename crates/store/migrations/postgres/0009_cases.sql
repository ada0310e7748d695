-- Cases: what is put on a body's agenda, and what came of it.

-- `content` is what people wrote, whole; `title`, `kind`, `is_closed`, `meeting_on` and `item` are read out of it at each save,
-- for lists and for who may see it. `decided` is what stands in the minutes: of a closed case it stands here only, and its
-- row in `decision`, which everybody reads, says nothing.
CREATE TABLE agenda_case (
    municipality_id  UUID NOT NULL REFERENCES municipality (id),
    id               UUID NOT NULL,
    year             BIGINT NOT NULL,
    serial           BIGINT NOT NULL CHECK (serial > 0),
    body_id          UUID NOT NULL,
    unit_id          UUID NOT NULL,
    state            TEXT NOT NULL CHECK (state IN ('draft', 'ready', 'decided', 'withdrawn')),
    title            TEXT NOT NULL CHECK (title <> ''),
    kind             TEXT NOT NULL CHECK (kind IN ('orientation', 'discussion', 'decision')),
    is_closed        BOOLEAN NOT NULL,
    meeting_on       DATE,
    item             BIGINT CHECK (item > 0),
    content          TEXT NOT NULL,
    corrects_id      UUID,
    decision_id      UUID,
    outcome          TEXT CHECK (outcome IN ('as-recommended', 'changed', 'noted', 'rejected')),
    decided          TEXT NOT NULL,
    note             TEXT NOT NULL,
    version          BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, year, serial),
    FOREIGN KEY (municipality_id, body_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, unit_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, corrects_id) REFERENCES agenda_case (municipality_id, id),
    FOREIGN KEY (municipality_id, decision_id) REFERENCES decision (municipality_id, id),
    CHECK ((state = 'decided') = (decision_id IS NOT NULL)),
    CHECK ((state = 'decided') = (outcome IS NOT NULL)),
    CHECK (state <> 'ready' OR meeting_on IS NOT NULL),
    CHECK (state <> 'withdrawn' OR note <> ''),
    CHECK (corrects_id IS NULL OR corrects_id <> id)
);

-- The agenda of a body, and the list by where things stand.
CREATE INDEX agenda_case_body ON agenda_case (municipality_id, body_id, meeting_on, item);
CREATE INDEX agenda_case_state ON agenda_case (municipality_id, state, meeting_on);
CREATE INDEX agenda_case_corrects ON agenda_case (municipality_id, corrects_id) WHERE corrects_id IS NOT NULL;

-- What a body adopts by a case, in the order it was named: an element or an agreement.
CREATE TABLE agenda_case_adopts (
    municipality_id  UUID NOT NULL,
    case_id          UUID NOT NULL,
    place            BIGINT NOT NULL,
    element_id       UUID,
    agreement_id     UUID,
    PRIMARY KEY (municipality_id, case_id, place),
    FOREIGN KEY (municipality_id, case_id) REFERENCES agenda_case (municipality_id, id),
    FOREIGN KEY (municipality_id, element_id) REFERENCES element (municipality_id, id),
    FOREIGN KEY (municipality_id, agreement_id) REFERENCES agreement (municipality_id, id),
    CHECK ((element_id IS NULL) <> (agreement_id IS NULL))
);

-- The cases an element or an agreement came up in, from its own page.
CREATE INDEX agenda_case_adopts_element ON agenda_case_adopts (municipality_id, element_id) WHERE element_id IS NOT NULL;
CREATE INDEX agenda_case_adopts_agreement ON agenda_case_adopts (municipality_id, agreement_id) WHERE agreement_id IS NOT NULL;

-- Those who take no part in a case.
CREATE TABLE agenda_case_disqualified (
    municipality_id  UUID NOT NULL,
    case_id          UUID NOT NULL,
    place            BIGINT NOT NULL,
    person_id        UUID NOT NULL,
    reason           TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (municipality_id, case_id, place),
    UNIQUE (municipality_id, case_id, person_id),
    FOREIGN KEY (municipality_id, case_id) REFERENCES agenda_case (municipality_id, id),
    FOREIGN KEY (municipality_id, person_id) REFERENCES person (municipality_id, id)
);

-- The headings a body wants its cases under; a body without a row uses the ordinary ones.
CREATE TABLE body_headings (
    municipality_id  UUID NOT NULL,
    body_id          UUID NOT NULL,
    headings         TEXT NOT NULL,
    version          BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, body_id),
    FOREIGN KEY (municipality_id, body_id) REFERENCES unit (municipality_id, id)
);
