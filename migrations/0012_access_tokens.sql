-- With what programs come in. A token can do what its role may and its maker may at that moment: nothing about the maker is
-- copied here, so that whoever is closed or demoted takes the token along.
CREATE TABLE access_tokens (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  token_hash TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'supervisor', 'lead', 'inspector', 'viewer')),
  -- as those of a member, and only as far as its maker may the same
  rights TEXT NOT NULL DEFAULT '[]',
  made_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER,
  PRIMARY KEY (org_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX access_tokens_token ON access_tokens (org_id, token_hash);
CREATE INDEX access_tokens_created ON access_tokens (org_id, created_at, id);
CREATE INDEX access_tokens_maker ON access_tokens (org_id, made_by, expires_at) WHERE revoked_at IS NULL;
CREATE INDEX access_tokens_unrevoked ON access_tokens (org_id, expires_at) WHERE revoked_at IS NULL;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('access_tokens', 'access_tokens', '20 20 1'),
  ('access_tokens', 'access_tokens_token', '20 20 1'),
  ('access_tokens', 'access_tokens_created', '20 20 1 1'),
  ('access_tokens', 'access_tokens_maker', '10 10 3 1'),
  ('access_tokens', 'access_tokens_unrevoked', '10 10 1');
ANALYZE sqlite_schema;
