-- Without statistics SQLite believes that `org_id` alone finds ten rows, and walks a whole organisation where an index would
-- have led to a few. These are the figures of a hospital with a million rounds, written down rather than gathered, so that
-- a store that is empty, one of a test and a full one find their rows in the same way: docs/decisions/005.
ANALYZE;
DELETE FROM sqlite_stat1;
-- ANALYZE only makes the table of statistics, and the last line has SQLite read it. A new index brings its line of figures.
-- Each line: rows, then how many of them share the first column of the index, the first two, and so on
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('organisations', 'organisations', '1000 1'),
  ('units', 'units', '100 100 1'),
  ('units', 'units_parent', '100 100 6 1 1'),
  ('assets', 'assets', '500 500 1'),
  ('assets', 'assets_unit', '500 500 8 2 1'),
  ('assets', 'assets_type', '500 500 20 1'),
  ('members', 'members', '300 300 1'),
  ('member_units', 'member_units', '400 400 2 1'),
  ('member_units', 'member_units_unit', '400 400 4 1'),
  ('sessions', 'sessions', '1000 1000 1'),
  ('sessions', 'sessions_member', '1000 1000 3 1'),
  ('checklists', 'checklists', '100 100 1'),
  ('checklist_versions', 'checklist_versions', '300 300 3 1'),
  ('duties', 'duties', '300 300 1'),
  ('duties', 'duties_owner', '300 300 10 1'),
  ('duties', 'duties_category', '300 300 25 5 1'),
  ('duties', 'duties_planner', '300 300 5 1'),
  ('plans', 'plans', '400 400 2 1'),
  ('suspensions', 'suspensions', '200 200 2 1'),
  ('rounds', 'rounds', '1000000 1000000 1'),
  ('rounds', 'rounds_due', '1000000 1000000 20 1'),
  ('rounds', 'rounds_unit', '1000000 1000000 15000 7500 3 1'),
  ('rounds', 'rounds_duty', '1000000 1000000 3000 1500 10 1'),
  ('rounds', 'rounds_assignee', '20000 20000 100 50 1 1'),
  ('rounds', 'rounds_explained', '2000 2000 100 1 1'),
  ('rounds', 'rounds_watch', '500 500 5 1'),
  ('rounds', 'rounds_long', '5000 5000 80 20 1'),
  ('outcomes', 'outcomes', '1000000 1000000 1'),
  ('outcomes', 'outcomes_unconfirmed', '50 50 1 1'),
  ('excuse_requests', 'excuse_requests', '20000 20000 1 1'),
  ('excuse_requests', 'excuse_requests_open', '20 20 1 1 1'),
  ('answers', 'answers', '5000000 5000000 10 1'),
  ('feeds', 'feeds', '500 500 1'),
  ('feeds', 'feeds_token', '500 500 1'),
  ('feeds', 'feeds_member', '500 500 2 1 1'),
  ('audit', 'audit', '2000000 2000000 1'),
  ('audit', 'audit_subject', '2000000 2000000 2 1'),
  ('audit_seals', 'audit_seals', '2000000 2000000 1'),
  ('due_counts', 'due_counts', '10000 10000 2 1'),
  ('unit_counts', 'unit_counts', '100 100 1'),
  ('jobs', 'jobs', '10 10 1'),
  ('change_stamps', 'change_stamps', '1000 1000 1');
ANALYZE sqlite_schema;
