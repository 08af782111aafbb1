-- Passkeys: the public half of a key that only its owner's device can use. Nothing here lets anybody in by itself.
CREATE TABLE passkeys (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  -- as the device names it, base64url
  credential_id TEXT NOT NULL,
  -- COSE, which names its algorithm too, base64url
  public_key TEXT NOT NULL,
  -- how often the device says that it has signed; 0: it does not count
  sign_count INTEGER NOT NULL,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER,
  PRIMARY KEY (org_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX passkeys_credential ON passkeys (org_id, credential_id);
CREATE INDEX passkeys_member ON passkeys (org_id, member_id, id);

-- What a device was asked to sign, good once and for minutes. Whoever signs in has not yet said of which organisation they
-- are: `org_id` is 'sign-in' then, as no organisation is called.
CREATE TABLE passkey_challenges (
  org_id TEXT NOT NULL,
  challenge_hash TEXT NOT NULL,
  -- the session that adds a passkey; null: somebody signs in
  session_id TEXT,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, challenge_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX passkey_challenges_expiry ON passkey_challenges (org_id, expires_at);

-- A ward's shared tablet. Its cookie opens the list of names below, and nothing else.
CREATE TABLE tablets (
  org_id TEXT NOT NULL,
  id TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  name TEXT NOT NULL,
  secret_hash TEXT NOT NULL,
  made_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- when somebody last signed in on it
  used_at INTEGER,
  revoked_at INTEGER,
  PRIMARY KEY (org_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX tablets_secret ON tablets (org_id, secret_hash);
CREATE INDEX tablets_unit ON tablets (org_id, unit_id, id);

-- A person's number on one tablet. The hash is keyed with the tablet's secret, which is not in the store: whoever has the
-- store alone cannot try numbers.
CREATE TABLE tablet_pins (
  org_id TEXT NOT NULL,
  tablet_id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  salt TEXT NOT NULL,
  pin_hash TEXT NOT NULL,
  -- counted before the number is looked at; signing in sets it to 0
  tries INTEGER NOT NULL,
  -- the request of the last one: the one that locked it says so in the audit trail, once
  tried_by TEXT,
  set_at INTEGER NOT NULL,
  PRIMARY KEY (org_id, tablet_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tablet_pins_member ON tablet_pins (org_id, member_id);

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('passkeys', 'passkeys', '800 800 1'),
  ('passkeys', 'passkeys_credential', '800 800 1'),
  ('passkeys', 'passkeys_member', '800 800 2 1'),
  ('passkey_challenges', 'passkey_challenges', '100 100 1'),
  ('passkey_challenges', 'passkey_challenges_expiry', '100 100 1'),
  ('tablets', 'tablets', '60 60 1'),
  ('tablets', 'tablets_secret', '60 60 1'),
  ('tablets', 'tablets_unit', '60 60 2 1'),
  ('tablet_pins', 'tablet_pins', '900 900 15 1'),
  ('tablet_pins', 'tablet_pins_member', '900 900 2');
ANALYZE sqlite_schema;
