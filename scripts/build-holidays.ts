/**
 * Writes `holidays/<country>.json` from the packages that know them. Run by hand when a package has news, such as the State
 * Council's announcement of the coming year; look at the difference and commit it. `node scripts/build-holidays.ts`
 */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { countries, type Country } from '../src/domain/working-days/countries.ts'
import type { HolidayFile, HolidayNames, YearOfFile } from '../src/domain/working-days/holiday-table.ts'
import { chinasDays, lastAnnouncedYear } from './holidays/china.ts'
import { daysByRule, isBySighting } from './holidays/by-rule.ts'
import type { NamedDay } from './holidays/named-day.ts'

const [firstYear, lastYear] = [2015, 2040]
const folder = join(import.meta.dirname, '../holidays')
const packages = createRequire(import.meta.url)

await mkdir(folder, { recursive: true })
for (const country of countries) await writeFile(join(folder, `${country}.json`), print(fileOf(country)))

function fileOf(country: Country): HolidayFile {
  const isChina = country === 'CN'
  const days = isChina ? chinasDays(firstYear, lastYear) : daysByRule(country, firstYear, lastYear)
  const names: HolidayNames[] = []
  const years: Record<string, YearOfFile> = {}
  for (let year = firstYear; year <= lastYear; year += 1) {
    years[year] = yearOf(
      days.filter(({ date }) => date.startsWith(String(year))),
      names,
    )
  }
  const file = {
    country,
    source: isChina ? sourceOf('chinese-days') : `${sourceOf('date-holidays')}, CC BY-SA 3.0`,
    officialUntil: isChina ? lastAnnouncedYear : null,
    bySighting: !isChina && isBySighting(country),
    names,
    years,
  }
  return {
    ...file,
    version: createHash('sha256').update(JSON.stringify({ names, years })).digest().readUInt32BE(),
  }
}

function sourceOf(name: string): string {
  const { version } = packages(`${name}/package.json`) as { version: string }
  return `${name} ${version}`
}

/** The days of one year, those on end and of one name as a stretch. */
function yearOf(days: readonly NamedDay[], names: HolidayNames[]): YearOfFile {
  const year: YearOfFile = { off: [], working: [] }
  for (const { date, isWorking, names: own } of days.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const name = placeOf(own, names)
    const stretches = isWorking ? year.working : year.off
    const last = stretches.at(-1)
    if (last?.[2] === name && dayNumber(date) === dayNumber(`${date.slice(0, 5)}${last[0]}`) + last[1])
      last[1] += 1
    else stretches.push([date.slice(5), 1, name])
  }
  return year
}

function placeOf(own: HolidayNames, names: HolidayNames[]): number {
  const place = names.findIndex((each) => each.join('|') === own.join('|'))
  return place === -1 ? names.push(own) - 1 : place
}

function dayNumber(date: string): number {
  return Date.parse(date) / 86_400_000
}

/** A line for each year, so that a difference can be read. */
function print({ names, years, ...file }: HolidayFile): string {
  const head = Object.entries(file).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  )
  const lines = (entries: readonly string[]) => entries.map((entry) => `    ${entry}`).join(',\n')
  const ofYears = Object.entries(years).map(([year, days]) => `"${year}": ${JSON.stringify(days)}`)
  return [
    '{',
    ...head,
    '  "names": [',
    lines(names.map((each) => JSON.stringify(each))),
    '  ],',
    '  "years": {',
    lines(ofYears),
    '  }',
    '}',
    '',
  ].join('\n')
}
