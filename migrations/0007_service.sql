-- What the minute's run found of all organisations together, as JSON: only in the row of the service itself, whose key is ''.
ALTER TABLE jobs ADD COLUMN found TEXT;

-- Its first entry says up to which day every duty with a future is planned: docs/decisions/011.
CREATE INDEX duties_planned ON duties (org_id, planned_until_on, plan_next_on) WHERE plan_next_on IS NOT NULL;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('duties', 'duties_planned', '300 300 5 2');
ANALYZE sqlite_schema;
