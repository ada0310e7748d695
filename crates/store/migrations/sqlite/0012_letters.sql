-- Strategy letters: the year's headings and themes, what leaders said before, and what anybody said after.

-- `content` is what people write. `body` is the text as it was sent out, to the byte, and `seal` its hash; `asked` the themes
-- that the year's agreements must answer, read with the model at every request and so kept ready.
CREATE TABLE letter (
    municipality_id  BLOB NOT NULL REFERENCES municipality (id),
    id               BLOB NOT NULL,
    year             INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
    state            TEXT NOT NULL CHECK (state IN ('draft', 'input-open', 'writing', 'published', 'closed')),
    content          TEXT NOT NULL,
    input_from       TEXT,
    input_to         TEXT,
    published_on     TEXT,
    seal             TEXT NOT NULL,
    body             TEXT NOT NULL,
    asked            TEXT NOT NULL,
    version          INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, id),
    UNIQUE (municipality_id, year),
    CHECK ((input_from IS NULL) = (input_to IS NULL)),
    CHECK (input_from IS NULL OR input_from <= input_to),
    CHECK (state <> 'input-open' OR input_from IS NOT NULL),
    CHECK ((state IN ('published', 'closed')) = (seal <> '')),
    CHECK ((seal <> '') = (body <> '')),
    CHECK ((seal <> '') = (published_on IS NOT NULL)),
    CHECK (asked = '' OR seal <> '')
) STRICT;

CREATE TABLE letter_input (
    municipality_id  BLOB NOT NULL,
    id               BLOB NOT NULL,
    letter_id        BLOB NOT NULL,
    giver            TEXT NOT NULL CHECK (giver IN ('network', 'unit', 'person')),
    giver_name       TEXT NOT NULL,
    unit_id          BLOB,
    theme            TEXT,
    text             TEXT NOT NULL CHECK (text <> ''),
    by_id            BLOB NOT NULL,
    standing_in_for  BLOB,
    at               TEXT NOT NULL,
    became           TEXT CHECK (became IN ('taken-in', 'partly', 'not')),
    because          TEXT NOT NULL,
    answered_by      BLOB,
    answered_for     BLOB,
    answered_at      TEXT,
    version          INTEGER NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, letter_id) REFERENCES letter (municipality_id, id),
    FOREIGN KEY (municipality_id, unit_id) REFERENCES unit (municipality_id, id),
    FOREIGN KEY (municipality_id, by_id) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, standing_in_for) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, answered_by) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, answered_for) REFERENCES person (municipality_id, id),
    CHECK ((giver = 'person') = (giver_name = '')),
    CHECK ((giver = 'unit') = (unit_id IS NOT NULL)),
    CHECK ((became IS NULL) = (answered_by IS NULL)),
    CHECK ((became IS NULL) = (answered_at IS NULL)),
    CHECK (became IS NULL OR became = 'taken-in' OR because <> '')
) STRICT;

-- The page of a letter's input, and how many wait for a word.
CREATE INDEX letter_input_letter ON letter_input (municipality_id, letter_id, at, became);

CREATE TABLE letter_comment (
    municipality_id  BLOB NOT NULL,
    id               BLOB NOT NULL,
    letter_id        BLOB NOT NULL,
    theme            TEXT,
    text             TEXT NOT NULL CHECK (text <> ''),
    by_id            BLOB NOT NULL,
    standing_in_for  BLOB,
    at               TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, letter_id) REFERENCES letter (municipality_id, id),
    FOREIGN KEY (municipality_id, by_id) REFERENCES person (municipality_id, id),
    FOREIGN KEY (municipality_id, standing_in_for) REFERENCES person (municipality_id, id)
) STRICT;

CREATE INDEX letter_comment_letter ON letter_comment (municipality_id, letter_id, at);
