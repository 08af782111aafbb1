-- The number of a person at the hospital (工号), by which lists of others name people.
ALTER TABLE members ADD COLUMN code TEXT;
CREATE UNIQUE INDEX members_code ON members (org_id, code) WHERE code IS NOT NULL;

-- A file that was sent in and waits for a yes: what stood in its recognised columns, for its sender alone, until it expires.
-- Once applied it keeps only how many lines did what.
CREATE TABLE imports (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('units', 'members', 'assets')),
  file_name TEXT NOT NULL,
  content TEXT NOT NULL,
  -- 0: waits; 1: applied
  applied INTEGER NOT NULL DEFAULT 0,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX imports_expiry ON imports (org_id, expires_at);

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('members', 'members_code', '300 300 1'),
  ('imports', 'imports', '5 5 1'),
  ('imports', 'imports_expiry', '5 5 1');
ANALYZE sqlite_schema;
