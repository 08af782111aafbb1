-- Settings are changed by people, on forms that others may have open too: each change raises the version.
ALTER TABLE organisations ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
