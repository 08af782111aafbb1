/// <reference types="vite/client" />
import { describe, expect, test } from 'vitest'
import { type LocalMoment, expandSeries } from '../../../src/domain/recurrence/series.ts'
import { printDate } from '../../../src/domain/time/civil.ts'
import { toInstant } from '../../../src/domain/time/zone.ts'
import { moment, rule } from './helpers.ts'

type Vector = {
  id: string
  start: string
  timeZone: string
  rrule: string
  exdates: string[]
  rdates: string[]
  expected: string[]
  complete: boolean
}

const files = import.meta.glob<string>('../../../../shared/rrule/vectors.jsonl', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const vectors = Object.values(files).flatMap(readVectors)

describe.skipIf(vectors.length === 0)(
  'recurrence vectors (skipped where ../shared/rrule/vectors.jsonl is missing)',
  () => {
    test('there are some of each kind', () => {
      expect(new Set(vectors.map(({ id }) => id.replace(/\d.*/, '')))).toEqual(
        new Set(['rfc-', 'duty-', 'set-', 'dst-', 'f']),
      )
    })

    test.each(vectors)('$id: $rrule', (vector) => {
      expect(occurrencesOf(vector)).toEqual(vector.expected)
    })
  },
)

function readVectors(text: string): Vector[] {
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line) => JSON.parse(line) as Vector)
}

function occurrencesOf({ start, timeZone, rrule, exdates, rdates, expected, complete }: Vector): string[] {
  const first = moment(start)
  const series = {
    rule: rule(rrule, printDate(first.day), timeZone),
    times: first.second === null ? [] : [first.second],
    rdates: rdates.map(moment),
    exdates: exdates.map(moment),
    timeZone,
  }
  const limit = complete ? expected.length + 1 : expected.length
  return expandSeries(series, first.day, Infinity, limit).map((each) => print(each, timeZone))
}

function print({ day, second }: LocalMoment, timeZone: string): string {
  if (second === null) return printDate(day)
  return `${new Date(toInstant(day, second, timeZone)).toISOString().slice(0, 19)}Z`
}
