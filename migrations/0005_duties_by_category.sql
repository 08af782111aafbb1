-- the list of duties: by category, then owner
CREATE INDEX duties_category ON duties (org_id, category, owned_by, id);
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('duties', 'duties_category', '300 300 25 5 1');
ANALYZE sqlite_schema;
