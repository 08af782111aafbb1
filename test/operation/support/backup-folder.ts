import type { Manifest } from '../../../scripts/backup/manifest.ts'
import { restoreBackup } from '../../../scripts/backup/put.ts'
import { takeBackup, type Taking } from '../../../scripts/backup/take.ts'
import type { MemoryStore } from './memory-store.ts'

/** Of the organisation `ours`, in pages small enough that every table has several. */
export function takeInto(folder: string, store: MemoryStore, changes: Partial<Taking> = {}): Manifest {
  return takeBackup({
    ask: store.ask,
    orgId: 'ours',
    folder,
    rowsInPage: 8,
    report: () => undefined,
    ...changes,
  })
}

export function restoreFrom(folder: string, store: MemoryStore, run = store.run): Manifest {
  return restoreBackup({ ask: store.ask, run, folder, report: () => undefined })
}
