import { write } from '../../platform/sql.ts'

/** The same entries give the same seals: who comes second changes nothing. */
export const insertSeals = write<{ rows: string; now: number }>(
  'audit.insert-seals',
  `INSERT INTO audit_seals (org_id, seq, seal, sealed_at)
   SELECT :org, value ->> 'seq', value ->> 'seal', :now FROM json_each(:rows) WHERE true
   ON CONFLICT (org_id, seq) DO NOTHING`,
)

export const noteSealRun = write<{ now: number }>(
  'audit.note-seal-run',
  `INSERT INTO jobs (org_id, job, watermark, ran_at) VALUES (:org, 'seal-audit', :now, :now)
   ON CONFLICT (org_id, job) DO UPDATE SET watermark = :now, ran_at = :now`,
)
