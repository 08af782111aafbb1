-- Who stands in for whom while a member is on leave: what is assigned to the one is the other's to do as well
-- (docs/decisions/015). Kept after it ends, so that the audit trail can be understood.
CREATE TABLE deputies (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  -- who is on leave
  member_id TEXT NOT NULL,
  deputy_id TEXT NOT NULL,
  -- the first instant of the leave, and the first one after it
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- ended before its time
  ended_at INTEGER,
  PRIMARY KEY (org_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX deputies_member ON deputies (org_id, member_id, until_at) WHERE ended_at IS NULL;
CREATE INDEX deputies_deputy ON deputies (org_id, deputy_id, until_at) WHERE ended_at IS NULL;

-- A leave changes what a feed shows, and whose units are whose: it counts as a change of the directory.
CREATE TRIGGER deputies_appointed_directory_stamp AFTER INSERT ON deputies
BEGIN
  INSERT INTO change_stamps VALUES (NEW.org_id, 'directory', 1) ON CONFLICT DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER deputies_ended_directory_stamp AFTER UPDATE ON deputies
BEGIN
  INSERT INTO change_stamps VALUES (NEW.org_id, 'directory', 1) ON CONFLICT DO UPDATE SET stamp = stamp + 1;
END;

-- to choose a deputy of one's own rank among
CREATE INDEX members_role ON members (org_id, role, id) WHERE closed_on IS NULL;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('deputies', 'deputies', '2000 2000 1'),
  ('deputies', 'deputies_member', '50 50 1 1'),
  ('deputies', 'deputies_deputy', '50 50 1 1'),
  ('members', 'members_role', '300 300 60 1');
ANALYZE sqlite_schema;
