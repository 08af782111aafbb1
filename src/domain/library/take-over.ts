import type { Pick, Plan, Rhythm, Targets } from '../schedule/plan.ts'
import { clauseWords } from './clause-messages.ts'
import type { LibraryDuty, LibraryPlan, PublishedPack, Source, Words } from './pack.ts'
import { pickKey } from './pick-key.ts'

/** What a planner adds to an entry. */
export type Taking = {
  /** `YYYY-MM-DD` */
  from: string
  timeZone: string
  /** the organisation's, in which duties are written */
  locale: keyof Words
  /** units instead of those with the tags, by the key of the pick */
  units: Readonly<Record<string, readonly string[]>>
  /** the id of the duty that an entry is, or will be */
  dutyOf: (entry: string) => string
}

export function planOfEntry(plan: LibraryPlan, taking: Taking): Omit<Plan, 'id'> {
  const { topics } = plan
  return {
    from: taking.from,
    until: null,
    timeZone: taking.timeZone,
    rhythm: rhythmOf(plan.rhythm, taking),
    window: plan.window ?? {},
    holidays: plan.holidays ?? 'keep',
    targets: targetsOf(plan.targets, taking),
    ...(topics && { topics: { per: topics.per, items: topics.items.map((item) => item[taking.locale]) } }),
  }
}

/** As a duty or a checklist keeps a name: its own language, and English beside another. */
export function namedIn(words: Words, locale: keyof Words): { title: string; titleEn: string | null } {
  return { title: words[locale], titleEn: locale === 'en' ? null : words.en }
}

/** As a duty keeps it and pages show it: of plan `001` the clause `7-02` is the second duty of article 7. */
export function referenceTo(
  { samplePlans }: PublishedPack,
  { plan, clause }: Source,
  locale: keyof Words,
): { standard: string; clause: string } {
  const [article = 0, item = 0] = clause.split('-').map(Number)
  return { standard: samplePlans[plan]?.[locale] ?? plan, clause: clauseWords[locale](article, item) }
}

/** The entry that this one's rounds follow; null: none. */
export function leaderOf({ plans }: LibraryDuty): string | null {
  for (const { rhythm } of plans) if (rhythm.kind === 'follow') return rhythm.duty
  return null
}

function rhythmOf(rhythm: Rhythm, { dutyOf }: Taking): Rhythm {
  return rhythm.kind === 'follow' ? { ...rhythm, duty: dutyOf(rhythm.duty) } : rhythm
}

function targetsOf(targets: Targets, { units }: Taking): Targets {
  if ('none' in targets || targets.units === undefined) return targets
  return { ...targets, units: unitsOf(targets.units, units[pickKey(targets.units)] ?? []) }
}

function unitsOf(pick: Pick, named: readonly string[]): Pick {
  return named.length === 0 ? pick : { ids: [...named] }
}
