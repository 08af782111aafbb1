import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import { invalid } from '../../domain/errors.ts'
import { rowsOf } from '../../domain/imports/rows.ts'
import { readCsv } from '../../domain/sheets/csv.ts'
import { readSheet } from '../../domain/sheets/read-sheet.ts'
import { fileRefused, type Sheet } from '../../domain/sheets/sheet.ts'
import type { Context } from '../../platform/context.ts'
import { commitLines } from './apply-import.ts'
import { planImport, type ImportPlan } from './plan-import.ts'
import type { ImportInput } from './schemas.ts'

/** As many as a person would read. */
const mostFaultsTold = 200

/**
 * For programs: reads a list and does what it says in one step, or only says what it would do. A line with faults stops
 * all of it, unless the caller would rather leave such lines out.
 */
export async function importList(
  context: Context,
  { kind, skipFaulty = false, dryRun, ...input }: ImportInput & { dryRun: boolean },
): Promise<ImportPlan> {
  requireAllowed(mayAdminister(context.actor))
  const plan = await planImport(context, kind, rowsOf(kind, sheetIn(input)))
  if (dryRun) return plan
  if (plan.counts.faulty > 0 && !skipFaulty) throw invalid(...faultsIn(plan))
  if (plan.counts.new + plan.counts.changed > 0) await commitLines(context, plan)
  return plan
}

function sheetIn({ csv, file }: Pick<ImportInput, 'csv' | 'file'>): Sheet {
  if (file !== undefined) return readSheet(bytesOf(file))
  if (csv === undefined) throw fileRefused('file-missing')
  return csv.trim() === '' ? [] : readCsv(csv.replace(/^\uFEFF/, ''))
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

function faultsIn({ lines }: ImportPlan) {
  return lines
    .flatMap(({ line, faults }) =>
      faults.map((fault) => ({ ...fault, path: ['lines', line, fault.path].filter(Boolean).join('.') })),
    )
    .slice(0, mostFaultsTold)
}
