-- People are looked for by how their name, their name in English or their staff number begins (members_code, 0006).
CREATE INDEX members_name ON members (org_id, name);
CREATE INDEX members_name_en ON members (org_id, name_en COLLATE NOCASE) WHERE name_en IS NOT NULL;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('members', 'members_name', '300 300 1'),
  ('members', 'members_name_en', '300 300 1');
ANALYZE sqlite_schema;
