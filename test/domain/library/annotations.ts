import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Period } from '../../../src/domain/schedule/plan.ts'

/** A duty of a hospital's work plan, as somebody who read the plan wrote it down. */
export type Annotation = {
  /** plan, article and number: `001-2-13` */
  id: string
  quote: string
  kind: 'fixed' | 'quota' | 'dated' | 'seasonal' | 'rotation' | 'continuous' | 'vague' | 'eventual'
  period: Period | null
  count_min: number | null
  count_max: number | null
  rrule: string | null
  months: number[] | null
  weekdays: string[] | null
  monthday: number | null
  deadline: string | null
  borderline: boolean
  duplicate_of: string | null
}

const file = join(import.meta.dirname, '../../../../shared/plan-text/gold.jsonl')

/** Null where the annotated plans do not lie beside the repository. */
export function readAnnotations(): Annotation[] | null {
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Annotation)
}

/** Those that the library must answer. */
export function isSchedulable({ kind, duplicate_of }: Annotation): boolean {
  return kind !== 'vague' && kind !== 'eventual' && duplicate_of === null
}
