-- Who reads a part of the data (a calendar feed) must learn from one row whether it changed. A stamp is the number of the
-- organisation's last commit that touched the scope: the organisation itself (`scope_id` = `org_id`, counted by `commit`),
-- a unit, duty or member whose rounds changed, or 'directory': names, people and where they belong.
CREATE TABLE change_stamps (
  org_id TEXT NOT NULL,
  scope_id TEXT NOT NULL,
  stamp INTEGER NOT NULL,
  PRIMARY KEY (org_id, scope_id)
) STRICT, WITHOUT ROWID;

-- A scope that carries the stamp of the running commit is not written again: a thousand rounds planned for one unit and
-- duty cost two rows.
CREATE TRIGGER rounds_inserted_stamp AFTER INSERT ON rounds
BEGIN
  INSERT INTO change_stamps (org_id, scope_id, stamp)
  SELECT NEW.org_id, touched.id, head.stamp
  FROM (SELECT NEW.performed_by AS id UNION ALL SELECT NEW.duty_id UNION ALL SELECT NEW.assignee_id) AS touched,
    change_stamps AS head
  WHERE head.org_id = NEW.org_id AND head.scope_id = NEW.org_id AND touched.id IS NOT NULL
  ON CONFLICT (org_id, scope_id) DO UPDATE SET stamp = excluded.stamp WHERE stamp < excluded.stamp;
END;

-- A round that shows differently has a new version (feeds derive SEQUENCE from it); handing it over concerns both sides.
CREATE TRIGGER rounds_changed_stamp AFTER UPDATE OF version ON rounds
BEGIN
  INSERT INTO change_stamps (org_id, scope_id, stamp)
  SELECT NEW.org_id, touched.id, head.stamp
  FROM (
      SELECT NEW.performed_by AS id UNION ALL SELECT NEW.duty_id UNION ALL SELECT NEW.assignee_id
      UNION ALL SELECT OLD.performed_by WHERE OLD.performed_by <> NEW.performed_by
      UNION ALL SELECT OLD.assignee_id WHERE OLD.assignee_id IS NOT NEW.assignee_id
    ) AS touched,
    change_stamps AS head
  WHERE head.org_id = NEW.org_id AND head.scope_id = NEW.org_id AND touched.id IS NOT NULL
  ON CONFLICT (org_id, scope_id) DO UPDATE SET stamp = excluded.stamp WHERE stamp < excluded.stamp;
END;

-- The directory changes seldom: it counts by itself, whoever writes. New names are in nobody's feed yet and do not count.
CREATE TRIGGER organisations_directory_stamp AFTER UPDATE ON organisations
BEGIN
  INSERT INTO change_stamps VALUES (NEW.id, 'directory', 1) ON CONFLICT DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER units_directory_stamp AFTER UPDATE ON units
BEGIN
  INSERT INTO change_stamps VALUES (NEW.org_id, 'directory', 1) ON CONFLICT DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER units_added_directory_stamp AFTER INSERT ON units WHEN NEW.parent_id IS NOT NULL
BEGIN
  INSERT INTO change_stamps VALUES (NEW.org_id, 'directory', 1) ON CONFLICT DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER assets_directory_stamp AFTER UPDATE ON assets
BEGIN
  INSERT INTO change_stamps VALUES (NEW.org_id, 'directory', 1) ON CONFLICT DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER members_directory_stamp AFTER UPDATE ON members
BEGIN
  INSERT INTO change_stamps VALUES (NEW.org_id, 'directory', 1) ON CONFLICT DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER member_units_joined_directory_stamp AFTER INSERT ON member_units
BEGIN
  INSERT INTO change_stamps VALUES (NEW.org_id, 'directory', 1) ON CONFLICT DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER member_units_left_directory_stamp AFTER DELETE ON member_units
BEGIN
  INSERT INTO change_stamps VALUES (OLD.org_id, 'directory', 1) ON CONFLICT DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER checklists_directory_stamp AFTER UPDATE ON checklists
BEGIN
  INSERT INTO change_stamps VALUES (NEW.org_id, 'directory', 1) ON CONFLICT DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER duties_directory_stamp AFTER UPDATE OF title, title_en, category, owned_by, performed_by, with_units ON duties
BEGIN
  INSERT INTO change_stamps VALUES (NEW.org_id, 'directory', 1) ON CONFLICT DO UPDATE SET stamp = stamp + 1;
END;
