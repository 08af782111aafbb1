-- The entry of the library that a duty was taken over from: a pack offers what is not there yet.
ALTER TABLE duties ADD COLUMN library_entry TEXT;
CREATE INDEX duties_library ON duties (org_id, library_entry) WHERE library_entry IS NOT NULL;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('duties', 'duties_library', '200 200 1');
ANALYZE sqlite_schema;
