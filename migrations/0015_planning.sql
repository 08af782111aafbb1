-- Drawn rounds: from when those whom a round inspects may see it; null: nothing is kept from them.
ALTER TABLE rounds ADD COLUMN hidden_until INTEGER;

-- Duties whose rounds are planned from what became of another duty's rounds, or of their own: when one of the awaited
-- duty's rounds is planned, done or moved, the planner begins anew with the waiting one.
CREATE TABLE planning_waits (
  org_id TEXT NOT NULL,
  awaited_id TEXT NOT NULL,
  duty_id TEXT NOT NULL,
  PRIMARY KEY (org_id, awaited_id, duty_id)
) STRICT, WITHOUT ROWID;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('planning_waits', 'planning_waits', '50 50 1 1');
ANALYZE sqlite_schema;
