-- Every key begins with the organisation. Instants are integers, milliseconds since 1970-01-01T00:00:00Z;
-- civil days (…_on) are integers, days since 1970-01-01. JSON is kept as text.

CREATE TABLE organisations (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  name_en TEXT,
  time_zone TEXT NOT NULL,
  locale TEXT NOT NULL,
  settings TEXT NOT NULL DEFAULT '{}',
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE units (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  parent_id TEXT,
  name TEXT NOT NULL,
  name_en TEXT,
  code TEXT,
  tags TEXT NOT NULL DEFAULT '[]',
  sort_order INTEGER NOT NULL DEFAULT 0,
  closed_on INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX units_parent ON units (org_id, parent_id, sort_order);

CREATE TABLE assets (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT,
  code TEXT,
  tags TEXT NOT NULL DEFAULT '[]',
  valid_until_on INTEGER,
  closed_on INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX assets_unit ON assets (org_id, unit_id, type);
CREATE INDEX assets_type ON assets (org_id, type, id);

CREATE TABLE members (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT,
  role TEXT NOT NULL CHECK (role IN ('admin', 'supervisor', 'lead', 'inspector', 'viewer')),
  rights TEXT NOT NULL DEFAULT '[]',
  closed_on INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE member_units (
  org_id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  PRIMARY KEY (org_id, member_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_units_unit ON member_units (org_id, unit_id);

CREATE TABLE sessions (
  org_id TEXT NOT NULL,
  token_hash TEXT NOT NULL,
  member_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, token_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_member ON sessions (org_id, member_id);

CREATE TABLE checklists (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  title_en TEXT,
  current_version INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE checklist_versions (
  org_id TEXT NOT NULL,
  checklist_id TEXT NOT NULL,
  checklist_version INTEGER NOT NULL,
  items TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, checklist_id, checklist_version)
) STRICT, WITHOUT ROWID;

CREATE TABLE duties (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  title_en TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('check', 'monitoring', 'meeting', 'training', 'exam', 'report', 'drill', 'other')),
  category TEXT NOT NULL,
  owned_by TEXT NOT NULL,
  -- a unit, or 'target': every inspected unit checks itself
  performed_by TEXT NOT NULL,
  with_units TEXT NOT NULL DEFAULT '[]',
  make_up TEXT NOT NULL CHECK (make_up IN ('allowed', 'forbidden')),
  checklist_id TEXT,
  standard_references TEXT NOT NULL DEFAULT '[]',
  closed_on INTEGER,
  -- rounds exist for planned dates up to this day; the planner looks again on plan_next_on (null: nothing left to plan)
  planned_until_on INTEGER,
  plan_next_on INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX duties_owner ON duties (org_id, owned_by, id);
CREATE INDEX duties_category ON duties (org_id, category, owned_by, id);
CREATE INDEX duties_planner ON duties (org_id, plan_next_on) WHERE plan_next_on IS NOT NULL;

CREATE TABLE plans (
  org_id TEXT NOT NULL,
  duty_id TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  from_on INTEGER NOT NULL,
  until_on INTEGER,
  -- the rest of the plan as JSON: timeZone, rhythm, window, holidays, targets, topics
  schedule TEXT NOT NULL,
  PRIMARY KEY (org_id, duty_id, id)
) STRICT, WITHOUT ROWID;

-- of a duty, a unit or an asset; kept after it ends, so that reports can say so
CREATE TABLE suspensions (
  org_id TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  from_on INTEGER NOT NULL,
  until_on INTEGER,
  reason TEXT NOT NULL,
  member_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, subject_id, from_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE rounds (
  org_id TEXT NOT NULL,
  -- derived from (duty, key, target): planning twice changes nothing
  id TEXT NOT NULL,
  duty_id TEXT,
  plan_id TEXT,
  occurrence_key TEXT NOT NULL,
  -- of a round by hand without a duty; else the duty's
  title TEXT,
  topic TEXT,
  target_kind TEXT CHECK (target_kind IN ('unit', 'asset', 'member')),
  target_id TEXT,
  -- the inspected unit: the target itself or the one the asset is in
  target_unit_id TEXT,
  owned_by TEXT NOT NULL,
  performed_by TEXT NOT NULL,
  assignee_id TEXT,
  checklist_id TEXT,
  -- fixed when the round is started
  checklist_version INTEGER,
  make_up TEXT NOT NULL CHECK (make_up IN ('allowed', 'forbidden')),
  extra INTEGER NOT NULL DEFAULT 0,
  occurs_on INTEGER NOT NULL,
  planned_on INTEGER NOT NULL,
  starts_at INTEGER,
  opens_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  misses_at INTEGER,
  -- the due time before it was postponed
  first_due_at INTEGER,
  postpone_reason TEXT,
  started_at INTEGER,
  started_by TEXT,
  withdrawn_at INTEGER,
  withdrawn_reason TEXT,
  miss_noted_at INTEGER,
  miss_reason TEXT,
  miss_reason_by TEXT,
  miss_reason_at INTEGER,
  miss_acknowledged_by TEXT,
  miss_acknowledged_at INTEGER,
  -- 1: somebody has started, moved, assigned, ticked, excused or missed it; a revision leaves it alone
  touched INTEGER NOT NULL DEFAULT 0,
  -- 1: nobody has anything left to do about it (done, excused, withdrawn, missed with its reason)
  settled INTEGER NOT NULL DEFAULT 0,
  -- 1: passed its due time unsettled and not yet noted as missed
  watched INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rounds_due ON rounds (org_id, due_at, id);
CREATE INDEX rounds_unit ON rounds (org_id, performed_by, settled, due_at, id);
CREATE INDEX rounds_duty ON rounds (org_id, duty_id, settled, due_at, id);
CREATE INDEX rounds_assignee ON rounds (org_id, assignee_id, settled, due_at, id) WHERE assignee_id IS NOT NULL;
-- reasons of misses that wait for the owner's word
CREATE INDEX rounds_explained ON rounds (org_id, owned_by, miss_reason_at)
  WHERE miss_reason IS NOT NULL AND miss_acknowledged_at IS NULL;
CREATE INDEX rounds_watch ON rounds (org_id, misses_at) WHERE watched = 1;
-- What is open is found by due time, which works for windows of up to a month or so. The few rounds with longer ones
-- (a quarter, half a year, a year) are found by their opening: docs/decisions/004.
CREATE INDEX rounds_long ON rounds (org_id, performed_by, opens_at)
  WHERE settled = 0 AND due_at - opens_at > 2764800000;

-- a fact is a key: at most one outcome a round
CREATE TABLE outcomes (
  org_id TEXT NOT NULL,
  round_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('done', 'excused')),
  -- who did it, or who granted the excuse
  member_id TEXT NOT NULL,
  performed_at INTEGER NOT NULL,
  entered_at INTEGER NOT NULL,
  late_entry INTEGER NOT NULL DEFAULT 0,
  confirmed_by TEXT,
  confirmed_at INTEGER,
  -- of an excuse
  code TEXT,
  reason TEXT,
  note TEXT,
  idempotency_key TEXT,
  PRIMARY KEY (org_id, round_id)
) STRICT, WITHOUT ROWID;
-- late entries that wait for a lead's word
CREATE INDEX outcomes_unconfirmed ON outcomes (org_id, entered_at) WHERE late_entry = 1 AND confirmed_at IS NULL;

CREATE TABLE excuse_requests (
  org_id TEXT NOT NULL,
  round_id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- null while it waits for a decision
  granted INTEGER,
  decided_by TEXT,
  decided_at INTEGER,
  decision_reason TEXT,
  PRIMARY KEY (org_id, round_id, asked_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX excuse_requests_open ON excuse_requests (org_id, asked_at) WHERE granted IS NULL;

-- append-only: the last answer of an item (by answered_at, then entered_at) is the one that holds
CREATE TABLE answers (
  org_id TEXT NOT NULL,
  round_id TEXT NOT NULL,
  -- made by the client, so that a repeat is ignored
  id TEXT NOT NULL,
  item TEXT NOT NULL,
  value TEXT NOT NULL,
  note TEXT,
  answered_at INTEGER NOT NULL,
  entered_at INTEGER NOT NULL,
  member_id TEXT NOT NULL,
  -- of a correction
  reason TEXT,
  PRIMARY KEY (org_id, round_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE feeds (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  token_hash TEXT NOT NULL,
  member_id TEXT NOT NULL,
  name TEXT NOT NULL,
  scope_kind TEXT NOT NULL CHECK (scope_kind IN ('member', 'unit', 'duty', 'organisation')),
  scope_id TEXT,
  locale TEXT NOT NULL,
  options TEXT NOT NULL DEFAULT '{}',
  created_at INTEGER NOT NULL,
  revoked_at INTEGER,
  last_fetched_at INTEGER,
  last_fetched_by TEXT,
  PRIMARY KEY (org_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX feeds_token ON feeds (org_id, token_hash);
CREATE INDEX feeds_member ON feeds (org_id, member_id, created_at);

CREATE TABLE audit (
  org_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  -- null: the service itself
  member_id TEXT,
  action TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  unit_id TEXT,
  before TEXT,
  after TEXT,
  request_id TEXT NOT NULL,
  PRIMARY KEY (org_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_subject ON audit (org_id, subject_id, seq);

CREATE TABLE audit_seals (
  org_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  seal TEXT NOT NULL,
  sealed_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, seq)
) STRICT, WITHOUT ROWID;

-- unsettled rounds by due instant, for instants after the watermark of the job note-overdue
CREATE TABLE due_counts (
  org_id TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  unit_id TEXT NOT NULL,
  rounds INTEGER NOT NULL,
  PRIMARY KEY (org_id, due_at, unit_id)
) STRICT, WITHOUT ROWID;

-- unsettled rounds that passed their due time up to that watermark, by performing unit
CREATE TABLE unit_counts (
  org_id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  overdue INTEGER NOT NULL,
  PRIMARY KEY (org_id, unit_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE jobs (
  org_id TEXT NOT NULL,
  job TEXT NOT NULL,
  -- the instant up to which the job's work is done
  watermark INTEGER NOT NULL,
  ran_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, job)
) STRICT, WITHOUT ROWID;
