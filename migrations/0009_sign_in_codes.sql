-- The short form of a sign-in link, for who hears it rather than reads it. Its first characters look it up; the rest is proof,
-- and stored only as a hash together with them.
ALTER TABLE sign_in_links ADD COLUMN code_lookup TEXT;
ALTER TABLE sign_in_links ADD COLUMN code_hash TEXT;
ALTER TABLE sign_in_links ADD COLUMN code_tries INTEGER NOT NULL DEFAULT 0;
-- the request whose try was the last one counted: the one that finds the code dead tells so
ALTER TABLE sign_in_links ADD COLUMN code_tried_by TEXT;
CREATE UNIQUE INDEX sign_in_links_code ON sign_in_links (org_id, code_lookup);

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('sign_in_links', 'sign_in_links_code', '300 300 1');
ANALYZE sqlite_schema;
