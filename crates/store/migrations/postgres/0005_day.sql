-- A municipality may stand on a fixed day: a demonstration whose content lies in the past. Null is the real day.

ALTER TABLE municipality ADD COLUMN stands_on DATE;

-- Where the audit trail had come to at `came_at` and at `seen_at`. What is news is told by the trail's own numbers: on a day
-- that stands still, its instants do not say what came after what.
ALTER TABLE account ADD COLUMN came_line BIGINT;
ALTER TABLE account ADD COLUMN seen_line BIGINT;

UPDATE account SET
    came_line = (SELECT max(l.serial) FROM audit_line l WHERE l.municipality_id = account.municipality_id AND l.at <= account.came_at),
    seen_line = (SELECT max(l.serial) FROM audit_line l WHERE l.municipality_id = account.municipality_id AND l.at <= account.seen_at);
