import type { Message } from '../../platform/i18n.ts'
import { Checkbox, CheckboxGroup, RadioGroup, Select, type Option } from '../../ui/choices.tsx'
import { DateInput, NumberInput, TextInput, valueOf } from '../../ui/form.tsx'
import { monthNames, weekdayNames } from '../../ui/format.ts'
import type { View } from '../../ui/view.ts'
import { editorMessages as words } from './editor-messages.ts'
import { choices, monthDays, months, nths, nthWeekdays, weekdays, type Way } from './forms.ts'
import { Choose, optionsOf, type FieldsProps } from './parts-choose.tsx'
import { CalendarFields, FollowFields, IntervalFields } from './parts-rhythms.tsx'
import { MoreTerms } from './parts-terms.tsx'

/** What the rhythms may name. */
export type RhythmChoices = {
  /** duties that may be followed */
  duties: readonly Option[]
  /** the organisation's own days */
  dayNames: readonly string[]
}

type ScheduleProps = FieldsProps & {
  choices: RhythmChoices
  /** where the rhythm of the plan that is replaced is none that a field can say */
  mayKeep: boolean
  mayStand: boolean
}

/**
 * How often: every field is always in the page; `editor.css` shows those of the chosen way (classes `of-…`), so that it
 * works with scripts off.
 */
export function ScheduleFields({ view, state, choices: offered, mayKeep, mayStand }: ScheduleProps) {
  const props = { view, state }
  return (
    <>
      <Ways {...props} mayKeep={mayKeep} mayStand={mayStand} />
      <p class="hint of-way of-standing">{view.t(words.standingHelp)}</p>
      <p class="hint of-way of-kept">{view.t(words.keptHelp)}</p>
      <CountFields {...props} />
      <DayFields {...props} />
      <CalendarFields {...props} dayNames={offered.dayNames} />
      <IntervalFields {...props} />
      <FollowFields {...props} duties={offered.duties} />
      <div class="of-way of-rule">
        <TextInput
          {...props}
          name="rrule"
          label={view.t(words.rrule)}
          hint={view.t(words.rruleHint)}
          required
        />
      </div>
      <Months {...props} />
      <div class="of-way of-days of-rule">
        <TextInput {...props} name="times" label={view.t(words.timesOfDay)} hint={view.t(words.timesHint)} />
      </div>
      <div class="of-planned field-row">
        <DateInput {...props} name="from" label={view.t(words.from)} required />
        <DateInput {...props} name="until" label={view.t(words.until)} />
      </div>
      <MoreTerms {...props} />
    </>
  )
}

/** The usual ways first. */
function Ways({ view, state, mayKeep, mayStand }: Omit<ScheduleProps, 'choices'>) {
  const optionOf = (value: Way): Option => {
    const [label, hint] = wayWords[value]
    return { value, label: view.t(label), ...(hint && { hint: view.t(hint) }) }
  }
  const usual: Way[] = ['quota', 'days', 'season', 'calendar']
  const rare: Way[] = ['interval', 'follow', ...(mayStand ? (['standing'] as const) : []), 'rule']
  return (
    <RadioGroup
      view={view}
      state={state}
      name="way"
      label={view.t(words.schedule)}
      required
      layout="inline"
      options={[...(mayKeep ? (['kept'] as const) : []), ...usual].map(optionOf)}
      more={{ label: view.t(words.moreWays), options: rare.map(optionOf) }}
    />
  )
}

const wayWords: Record<Way, readonly [label: Message, hint?: Message]> = {
  quota: [words.wayQuota, words.quotaHint],
  days: [words.wayDays, words.daysHint],
  season: [words.waySeason, words.seasonHint],
  calendar: [words.wayCalendar, words.calendarHint],
  interval: [words.wayInterval, words.intervalWayHint],
  follow: [words.wayFollow, words.followHint],
  standing: [words.wayStanding, words.standingHint],
  rule: [words.wayRule, words.ruleHint],
  kept: [words.wayKept],
}

/** "Each month, two or three times", or so many times in a season. */
function CountFields({ view, state }: FieldsProps) {
  const labels = [
    words.periodDay,
    words.periodWeek,
    words.periodMonth,
    words.periodBimonth,
    words.periodQuarter,
    words.periodHalfyear,
    words.periodYear,
  ]
  return (
    <div class="of-way of-quota of-season fields">
      <div class="field-row">
        <div class="of-way of-quota">
          <Choose
            view={view}
            state={state}
            name="period"
            label={words.period}
            options={optionsOf(view, choices.period, labels)}
          />
        </div>
        <Times view={view} state={state} name="min" label={words.min} />
      </div>
      <div class="field-row">
        <Choose
          view={view}
          state={state}
          name="ceiling"
          label={words.ceiling}
          options={optionsOf(view, choices.ceiling, [
            words.ceilingExact,
            words.ceilingNone,
            words.ceilingSome,
          ])}
        />
        <div class="of-ceiling">
          <Times view={view} state={state} name="max" label={words.max} />
        </div>
      </div>
    </div>
  )
}

function Times({ view, state, name, label }: FieldsProps & { name: 'min' | 'max'; label: Message }) {
  return (
    <NumberInput
      view={view}
      state={state}
      name={name}
      label={view.t(label)}
      required
      min={1}
      max={366}
      unit={view.t(words.times)}
    />
  )
}

function DayFields({ view, state }: FieldsProps) {
  const everyLabels = [words.everyDay, words.everyWeek, words.everyMonth, words.everyYear]
  return (
    <div class="of-way of-days fields">
      <RadioGroup
        view={view}
        state={state}
        name="every"
        label={view.t(words.every)}
        required
        layout="inline"
        options={optionsOf(view, choices.every, everyLabels)}
      />
      <input type="hidden" name="weekStart" value={valueOf(state, 'weekStart')} />
      <div class="of-every of-week">
        <CheckboxGroup
          view={view}
          state={state}
          name="weekdays"
          label={view.t(words.weekdays)}
          required
          layout="inline"
          options={weekdayOptions(view)}
        />
      </div>
      <div class="of-every of-year">
        <Select
          view={view}
          state={state}
          name="yearMonth"
          label={view.t(words.yearMonth)}
          required
          emptyLabel={null}
          options={monthOptions(view)}
        />
      </div>
      <MonthDay view={view} state={state} />
    </div>
  )
}

function MonthDay({ view, state }: FieldsProps) {
  const nthLabels = [words.nth1, words.nth2, words.nth3, words.nth4, words.nthLast]
  return (
    <div class="of-every of-month of-year fields">
      <RadioGroup
        view={view}
        state={state}
        name="monthBy"
        label={view.t(words.monthBy)}
        required
        layout="inline"
        options={optionsOf(view, choices.monthBy, [words.byDate, words.byNth])}
      />
      <div class="of-month-by of-date">
        <Choose
          view={view}
          state={state}
          name="monthDay"
          label={words.monthDay}
          options={monthDayOptions(view)}
        />
      </div>
      <div class="of-month-by of-nth field-row">
        <Choose
          view={view}
          state={state}
          name="nth"
          label={words.nth}
          options={optionsOf(view, nths, nthLabels)}
        />
        <Choose
          view={view}
          state={state}
          name="weekday"
          label={words.weekday}
          options={nthWeekdayOptions(view)}
        />
      </div>
    </div>
  )
}

/** Of a quota or of days of the month, where wanted; of a season always. */
function Months({ view, state }: FieldsProps) {
  return (
    <>
      <div class="of-monthly">
        <Checkbox state={state} name="someMonths" label={view.t(words.someMonths)} />
      </div>
      <div class="of-months">
        <CheckboxGroup
          view={view}
          state={state}
          name="months"
          label={view.t(words.months)}
          required
          layout="inline"
          options={monthOptions(view)}
        />
      </div>
    </>
  )
}

/** In the order of the organisation's week. */
function weekdayOptions(view: View): Option[] {
  const names = weekdayNames(view.locale)
  const options = weekdays.map((value, index) => ({ value, label: names[index] ?? value }))
  const first = view.settings.firstWeekday - 1
  return [...options.slice(first), ...options.slice(0, first)]
}

function nthWeekdayOptions(view: View): Option[] {
  const last = nthWeekdays[nthWeekdays.length - 1] ?? ''
  return [...weekdayOptions(view), { value: last, label: view.t(words.workingDay) }]
}

function monthOptions(view: View): Option[] {
  const names = monthNames(view.locale)
  return months.map((value, index) => ({ value, label: names[index] ?? value }))
}

function monthDayOptions(view: View): Option[] {
  return monthDays.map((value) => ({
    value,
    label: value === '-1' ? view.t(words.lastDay) : view.t(words.monthDayOf, { day: value }),
  }))
}
