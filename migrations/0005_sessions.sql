-- What people need to recognise their sessions by, to end one of them, and to see how it began. Whoever was signed in signs in
-- again: a session without these is worth less than a new one.
DROP TABLE sessions;
CREATE TABLE sessions (
  org_id TEXT NOT NULL,
  token_hash TEXT NOT NULL,
  -- says which session without letting anybody use it
  id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  begun_by TEXT NOT NULL CHECK (begun_by IN ('link', 'code', 'passkey', 'pin', 'demo')),
  -- the shared tablet that it is good on; null: a browser of one's own
  tablet_id TEXT,
  -- as the browser names itself, cut to 300 characters
  user_agent TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- the last time that we know of: at most an hour old while it is in use
  used_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, token_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_member ON sessions (org_id, member_id, id);

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('sessions', 'sessions', '1000 1000 1'),
  ('sessions', 'sessions_member', '1000 1000 3 1');
ANALYZE sqlite_schema;
