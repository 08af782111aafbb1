-- What is open is found by due time, which works for windows of up to a month or so. The few rounds with longer ones
-- (a quarter, half a year, a year) are found by their opening: docs/decisions/003.
CREATE INDEX rounds_long ON rounds (org_id, performed_by, opens_at)
  WHERE settled = 0 AND due_at - opens_at > 2764800000;
