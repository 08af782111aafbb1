import type { LibraryDuty } from '../../../src/domain/library/pack.ts'
import { checkPlan } from '../../../src/domain/schedule/check-plan.ts'
import { planOf } from './plan-of-year.ts'

const LONGEST_TITLE = 30
const LONGEST_ENGLISH_TITLE = 90

/** What is wrong with an entry in itself. */
export function entryFaults(duty: LibraryDuty): string[] {
  const { title, plans, performedBy, note, isOptional } = duty
  const texts = [title, ...(note === undefined ? [] : [note])]
  return [
    ...(title['zh-CN'].length > LONGEST_TITLE ? ['its Chinese title is too long'] : []),
    ...(title.en.length > LONGEST_ENGLISH_TITLE ? ['its English title is too long'] : []),
    ...texts.flatMap(languageFaults),
    ...(performedBy === 'target' && plans.some(({ targets }) => 'none' in targets)
      ? ['whoever is inspected does it, but nothing is']
      : []),
    ...(isOptional && note === undefined ? ['nothing says who should tick it'] : []),
    ...plans.flatMap((plan) =>
      checkPlan(planOf(plan)).faults.map(
        ({ path, code, params }) => `${path}: ${code} ${JSON.stringify(params ?? {})}`,
      ),
    ),
  ]
}

function languageFaults(words: { 'zh-CN': string; en: string }): string[] {
  return [
    ...(/\p{Script=Han}/u.test(words['zh-CN']) ? [] : [`not Chinese: ${words['zh-CN']}`]),
    ...(/\p{Script=Han}|[，。；：]/u.test(words.en) ? [`not English: ${words.en}`] : []),
  ]
}
