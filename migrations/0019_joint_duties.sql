-- Units that take part in a round beside the one that performs it (联合), as JSON; null: none.
ALTER TABLE rounds ADD COLUMN with_units TEXT;

-- Duties that a unit takes part in beside the one that performs them (联合), by that unit: a page of work finds its rounds.
CREATE TABLE joint_duties (
  org_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  duty_id TEXT NOT NULL,
  PRIMARY KEY (org_id, unit_id, duty_id)
) STRICT, WITHOUT ROWID;

INSERT INTO joint_duties (org_id, unit_id, duty_id)
SELECT DISTINCT duties.org_id, helper.value, duties.id FROM duties, json_each(duties.with_units) AS helper
WHERE duties.performed_by <> 'target' AND helper.value <> duties.performed_by;

UPDATE rounds SET with_units = duties.with_units FROM duties
WHERE duties.org_id = rounds.org_id AND duties.id = rounds.duty_id AND duties.with_units <> '[]'
  AND duties.performed_by <> 'target';

-- Their feeds learn of changes as the performer's do (0002).
CREATE TRIGGER rounds_joined_stamp AFTER INSERT ON rounds WHEN NEW.with_units IS NOT NULL
BEGIN
  INSERT INTO change_stamps (org_id, scope_id, stamp)
  SELECT NEW.org_id, joined.value, head.stamp FROM json_each(NEW.with_units) AS joined, change_stamps AS head
  WHERE head.org_id = NEW.org_id AND head.scope_id = NEW.org_id
  ON CONFLICT (org_id, scope_id) DO UPDATE SET stamp = excluded.stamp WHERE stamp < excluded.stamp;
END;
CREATE TRIGGER rounds_changed_joined_stamp AFTER UPDATE OF version ON rounds
WHEN NEW.with_units IS NOT NULL OR OLD.with_units IS NOT NULL
BEGIN
  INSERT INTO change_stamps (org_id, scope_id, stamp)
  SELECT NEW.org_id, touched.id, head.stamp
  FROM (
      SELECT value AS id FROM json_each(NEW.with_units) UNION ALL SELECT value FROM json_each(OLD.with_units)
    ) AS touched,
    change_stamps AS head
  WHERE head.org_id = NEW.org_id AND head.scope_id = NEW.org_id
  ON CONFLICT (org_id, scope_id) DO UPDATE SET stamp = excluded.stamp WHERE stamp < excluded.stamp;
END;

-- What lies above a member's units matters while anything is hidden (docs/decisions/026).
CREATE INDEX rounds_hidden ON rounds (org_id, hidden_until) WHERE hidden_until IS NOT NULL;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('joint_duties', 'joint_duties', '50 50 3 1'),
  ('rounds', 'rounds_hidden', '2000 2000 5 1');
ANALYZE sqlite_schema;
