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

-- What lies above a member's units matters while anything is hidden (docs/decisions/026).
CREATE INDEX rounds_hidden ON rounds (org_id, hidden_until) WHERE hidden_until IS NOT NULL;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('joint_duties', 'joint_duties', '50 50 3 1'),
  ('rounds', 'rounds_hidden', '2000 2000 5 1');
ANALYZE sqlite_schema;
