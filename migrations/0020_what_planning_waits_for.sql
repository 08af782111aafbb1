-- What of the awaited duty's rounds a duty is planned from: the days they are planned on, or that they were done.
DROP TABLE planning_waits;
CREATE TABLE planning_waits (
  org_id TEXT NOT NULL,
  awaited_id TEXT NOT NULL,
  waits_for TEXT NOT NULL CHECK (waits_for IN ('planned', 'done')),
  duty_id TEXT NOT NULL,
  PRIMARY KEY (org_id, awaited_id, waits_for, duty_id)
) STRICT, WITHOUT ROWID;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('planning_waits', 'planning_waits', '50 50 1 1 1');
ANALYZE sqlite_schema;
