-- The few rounds that may be due long after the day they are planned on: postponed ones and those made by hand. The year plan
-- finds all others within the longest window of their duty (docs/decisions/023).
CREATE INDEX rounds_loose ON rounds (org_id, duty_id, due_at)
  WHERE duty_id IS NOT NULL AND (plan_id IS NULL OR first_due_at IS NOT NULL);

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('rounds', 'rounds_loose', '10000 10000 30 1');
ANALYZE sqlite_schema;
