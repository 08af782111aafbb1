import type { HolidayRule, Rhythm, Targets, Window } from '../schedule/plan.ts'

/**
 * Duties that hospitals usually have, ready to be taken over: `library/packs/*.json`, one pack a file, with
 * `library/checklists.json`. They are published beside the pages, not bundled with the Worker.
 */

/** The same in both languages. */
export type Words = { 'zh-CN': string; en: string }

export type Pack = {
  /** its file's name: `infection-control` */
  id: string
  title: Words
  /** in a sentence, what it is about and for whom */
  about: Words
  /** of the duties, as `ui/category-messages.ts` names it */
  category: string
  duties: LibraryDuty[]
}

export type LibraryDuty = {
  /** in words, and never another one's: `hand-hygiene-spot-check` */
  id: string
  title: Words
  kind: 'check' | 'monitoring' | 'meeting' | 'training' | 'exam' | 'report' | 'drill' | 'other'
  /** none: standing work, shown in the year plan */
  plans: LibraryPlan[]
  /** 'target': each inspected unit (or member) does it itself; 'owner': the unit that owns it */
  performedBy: 'owner' | 'target'
  makeUp: 'allowed' | 'forbidden'
  /** of `library/checklists.json` */
  checklist: string | null
  /** the articles of work plans that ask for it: sample plan `001`, article `2`, its clause `2-13` */
  sources: Source[]
  /** what a planner should know before taking it over */
  note?: Words
  /** few hospitals have it, or it stands in for another entry, as its note says: taken over only where a planner ticks it */
  isOptional?: true
}

export type Source = { plan: string; clause: string }

/**
 * A plan without its validity and zone, which the planner's year gives; a rule's `start` is a day of 2026. The duty that a
 * `follow` names is another one of the same pack.
 */
export type LibraryPlan = {
  rhythm: Rhythm
  window?: Window
  holidays?: HolidayRule
  targets: Targets
  topics?: { per: 'occurrence' | 'month' | 'quarter'; items: Words[] }
}

export type LibraryChecklist = { id: string; title: Words; items: Words[] }

/** A pack as it is published: with all that its duties name. */
export type PublishedPack = Pack & {
  checklists: LibraryChecklist[]
  /** the titles of the sample plans, by their number */
  samplePlans: Record<string, Words>
}

export type PackSummary = Pick<Pack, 'id' | 'title' | 'about'> & { dutyCount: number }
