-- A member's one sign-in link that works: a new one takes its place, signing in deletes it. The versions are those of the
-- member and of its maker when it was made: whoever is closed, promoted or demoted since takes the link along.
CREATE TABLE sign_in_links (
  org_id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  token_hash TEXT NOT NULL,
  member_version INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  maker_version INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX sign_in_links_token ON sign_in_links (org_id, token_hash);

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('sign_in_links', 'sign_in_links', '300 300 1'),
  ('sign_in_links', 'sign_in_links_token', '300 300 1');
ANALYZE sqlite_schema;
