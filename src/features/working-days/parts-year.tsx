import { civilOf, placeInWeek } from '../../domain/time/civil.ts'
import { nameInLanguage } from '../../domain/working-days/holiday-table.ts'
import type { DayOfYear, NamedHoliday } from '../../domain/working-days/year-of-days.ts'
import { formatDay, monthNames, weekdayNames } from '../../ui/format.ts'
import { Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { workingDaysMessages as words } from './messages.ts'

export function HolidayTable({
  view,
  year,
  holidays,
}: {
  view: View
  year: number
  holidays: NamedHoliday[]
}) {
  return (
    <section class="section">
      <h2>{view.t(words.holidays, { year })}</h2>
      {holidays.length === 0 ? (
        <p>{view.t(words.noHolidays)}</p>
      ) : (
        <Table
          caption={view.t(words.holidays, { year })}
          captionHidden
          rows={holidays}
          columns={[
            {
              label: view.t(words.holiday),
              header: true,
              cell: ({ names }) => nameInLanguage(names, view.locale),
            },
            { label: view.t(words.off), cell: (holiday) => stretchWords(view, holiday) },
            ...(holidays.some(({ madeUp }) => madeUp.length > 0)
              ? [
                  {
                    label: view.t(words.madeUp),
                    cell: ({ madeUp }: NamedHoliday) =>
                      madeUp.map((day) => formatDay(view, day)).join(view.t(words.separator)),
                  },
                ]
              : []),
          ]}
        />
      )}
    </section>
  )
}

function stretchWords(view: View, { from, until }: NamedHoliday): string {
  if (from === until) return formatDay(view, from)
  const [first, last] = [formatDay(view, from), formatDay(view, until)]
  return view.t(words.stretch, { from: first, until: last, count: until - from + 1 })
}

type YearProps = { view: View; year: number; days: readonly DayOfYear[] }

/** Twelve months at a glance. */
export function YearOfDays({ view, year, days }: YearProps) {
  const months = Map.groupBy(days, ({ day }) => civilOf(day).month)
  const working = days.filter(({ isWorking }) => isWorking).length
  return (
    <section class="section">
      <h2>{view.t(words.calendar)}</h2>
      <p>{view.t(words.count, { working })}</p>
      <ul class="day-legend">
        <li class="day-weekend">{view.t(words.legendOff)}</li>
        <li class="day-off">{view.t(words.legendHoliday)}</li>
        <li class="day-worked">{view.t(words.legendMadeUp)}</li>
        <li>{view.t(words.legendSet)}</li>
      </ul>
      <div class="day-months">
        {[...months].map(([month, own]) => (
          <Month view={view} year={year} month={month} days={own} />
        ))}
      </div>
    </section>
  )
}

type MonthProps = { view: View; year: number; month: number; days: readonly DayOfYear[] }

function Month({ view, year, month, days }: MonthProps) {
  const { firstWeekday } = view.settings
  const weekdays = weekdayNames(view.locale)
  const name = monthNames(view.locale)[month - 1] ?? ''
  return (
    <table class="day-month">
      <caption>
        {name}
        <span class="visually-hidden"> {year}</span>
      </caption>
      <thead>
        <tr>
          {weekdays.map((_, index) => {
            const weekday = weekdays[(index + firstWeekday - 1) % 7] ?? ''
            return (
              <th scope="col" aria-label={weekday}>
                {view.locale === 'en' ? weekday.slice(0, 2) : weekday.slice(-1)}
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days, firstWeekday).map((week) => (
          <tr>
            {week.map((day) => (
              <Day view={view} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** null: a day of the month before or after. */
function weeksOf(days: readonly DayOfYear[], firstWeekday: number): (DayOfYear | null)[][] {
  const first = days[0]
  const before = first === undefined ? 0 : placeInWeek(first.day, firstWeekday)
  const cells = [...Array.from({ length: before }, () => null), ...days]
  while (cells.length % 7 > 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

const classes: Readonly<Record<DayOfYear['reason'], string | undefined>> = {
  week: undefined,
  weekend: 'day-weekend',
  holiday: 'day-off',
  'make-up': 'day-worked',
  correction: undefined,
}

function Day({ view, day }: { view: View; day: DayOfYear | null }) {
  if (day === null) return <td></td>
  const { isWorking, reason, names } = day
  const number = civilOf(day.day).day
  if (reason === 'week' || reason === 'weekend') return <td class={classes[reason]}>{number}</td>
  const kind = reason === 'correction' ? `day-set ${isWorking ? 'day-worked' : 'day-off'}` : classes[reason]
  return (
    <td class={kind} title={names === null ? undefined : nameInLanguage(names, view.locale)}>
      {number}
      <small>{view.t(isWorking ? words.markWorked : words.markOff)}</small>
    </td>
  )
}
