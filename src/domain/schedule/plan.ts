/**
 * The schedule of a duty, as it is stored, sent and read.
 * Exact meaning of every field: docs/schedules.md.
 */

export type Id = string
export type PlanId = string
export type DutyId = string
export type UnitId = string
/** `YYYY-MM-DD` */
export type LocalDateText = string
/** `HH:MM` */
export type LocalTimeText = string
/** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, in the plan's zone */
export type LocalText = string
/** ISO 8601, for example `P1D`, `PT4H` */
export type DurationText = string

export type Plan = {
  id: PlanId
  from: LocalDateText
  until: LocalDateText | null
  timeZone: string
  rhythm: Rhythm
  window: Window
  holidays: HolidayRule
  targets: Targets
  topics?: Topics
}

export type Rhythm = RuleRhythm | QuotaRhythm | SeasonRhythm | CalendarRhythm | IntervalRhythm | FollowRhythm

export type RuleRhythm = {
  kind: 'rule'
  start: LocalDateText
  rrule: string
  times?: LocalTimeText[]
  length?: DurationText
  rdates?: LocalText[]
  exdates?: LocalText[]
}

export type QuotaRhythm = {
  kind: 'quota'
  period: Period
  min: number
  /** null: no ceiling */
  max: number | null
  /** 1 to 12; only these months of the period count */
  months?: number[]
  spread?: Spread
}

export type SeasonRhythm = {
  kind: 'season'
  months: number[]
  min: number
  max: number | null
  spread?: Spread
}

export type CalendarRhythm = {
  kind: 'calendar'
  days: 'working' | 'off' | 'holiday' | { names: string[] }
  /** of days on end: of a holiday, of a weekend, of the working days between two */
  pick: 'each' | 'first' | 'last'
  /** by so many working days; not of `each` */
  shift?: number
}

export type IntervalRhythm = { kind: 'interval'; every: DurationText; from: 'done' | 'expiry' }

export type FollowRhythm = { kind: 'follow'; duty: DutyId; of: 'planned' | 'done'; offset: DurationText }

export type Period = 'day' | 'week' | 'month' | 'bimonth' | 'quarter' | 'halfyear' | 'year'

export type Spread = 'stagger' | 'even' | 'end' | 'draw'

export type Window = {
  openBefore?: DurationText
  dueAfter?: DurationText
  missAfter?: DurationText | 'next' | 'never'
}

export type HolidayRule = 'keep' | 'next' | 'previous' | 'nearest' | 'skip'

export type Targets =
  | { none: true }
  | {
      units?: Pick
      assets?: Pick
      members?: Pick
      coverage: 'each' | 'rotate' | 'draw'
      perOccurrence?: number | 'auto'
      coverWithin?: CoverWithin
    }

export type CoverWithin = 'week' | 'month' | 'quarter' | 'halfyear' | 'year'

export type Pick = {
  ids?: Id[]
  tags?: string[]
  types?: string[]
  under?: UnitId
  exceptTags?: string[]
  exceptIds?: Id[]
}

export type Topics = { per: 'occurrence' | 'month' | 'quarter'; items: string[] }
