-- What an organisation says of single days, over the public holidays of its country: by hand, or from a calendar file.
CREATE TABLE day_corrections (
  org_id TEXT NOT NULL,
  day INTEGER NOT NULL,
  is_working INTEGER NOT NULL CHECK (is_working IN (0, 1)),
  name TEXT,
  -- the calendar that it was imported from; null: set by hand
  source TEXT,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, day)
) STRICT, WITHOUT ROWID;

-- Days on end: of a unit that is closed, or that the organisation calls by a name of its own (the first week of term).
CREATE TABLE day_stretches (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  -- null: named days of the whole organisation
  unit_id TEXT,
  name TEXT NOT NULL,
  from_on INTEGER NOT NULL,
  until_on INTEGER NOT NULL CHECK (until_on >= from_on),
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('day_corrections', 'day_corrections', '200 200 1'),
  ('day_stretches', 'day_stretches', '50 50 1');
ANALYZE sqlite_schema;
