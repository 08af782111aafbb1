import fc from 'fast-check'

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

type Parts = Record<string, fc.Arbitrary<string | null>>

/** Texts of rules that RFC 5545 allows; some yield nothing. */
export const anyRuleText = fc.oneof(
  texts('DAILY', { BYMONTH: months(), BYMONTHDAY: numbers(31), BYDAY: weekdays(0) }),
  texts('WEEKLY', { BYMONTH: months(), BYDAY: weekdays(0), BYSETPOS: numbers(3) }),
  texts('MONTHLY', { BYMONTH: months(), BYMONTHDAY: numbers(31), BYDAY: weekdays(5), BYSETPOS: numbers(6) }),
  texts('YEARLY', { BYMONTH: months(), BYMONTHDAY: numbers(31), BYDAY: weekdays(5), BYSETPOS: numbers(6) }),
  texts('YEARLY', { BYYEARDAY: numbers(366), BYDAY: weekdays(53), BYSETPOS: numbers(6) }),
  texts('YEARLY', { BYMONTH: months(), BYYEARDAY: numbers(366), BYMONTHDAY: numbers(31) }),
  texts('YEARLY', { BYWEEKNO: numbers(53), BYDAY: weekdays(0), BYMONTH: months(), BYSETPOS: numbers(4) }),
)

/** A day of 2016 to 2035 as days since the epoch. */
export const anyStart = fc.integer({ min: 16_801, max: 24_105 })

function texts(frequency: string, parts: Parts): fc.Arbitrary<string> {
  const all = fc.record({
    ...parts,
    INTERVAL: sometimes(fc.integer({ min: 1, max: 7 }).map(String)),
    WKST: sometimes(fc.constantFrom(...WEEKDAYS)),
    COUNT: sometimes(fc.integer({ min: 1, max: 60 }).map(String)),
  })
  return all.map((values: Record<string, string | null>) => {
    const present = Object.entries(values).filter(([name, value]) => {
      const isAlone = Object.keys(parts).every((other) => other === 'BYSETPOS' || values[other] === null)
      return value !== null && !(name === 'BYSETPOS' && isAlone)
    })
    return [`FREQ=${frequency}`, ...present.map(([name, value]) => `${name}=${value}`)].join(';')
  })
}

function sometimes(value: fc.Arbitrary<string>): fc.Arbitrary<string | null> {
  return fc.option(value, { nil: null, freq: 2 })
}

function months(): fc.Arbitrary<string | null> {
  return list(fc.integer({ min: 1, max: 12 }).map(String))
}

function numbers(most: number): fc.Arbitrary<string | null> {
  return list(signed(most).map(String))
}

function weekdays(mostOrdinal: number): fc.Arbitrary<string | null> {
  const plain = fc.constantFrom(...WEEKDAYS)
  if (mostOrdinal === 0) return list(plain)
  const ordinal = fc.tuple(signed(mostOrdinal), plain).map(([nth, weekday]) => `${nth}${weekday}`)
  return fc.oneof(list(plain), list(ordinal), list(fc.oneof(plain, ordinal)))
}

function signed(most: number): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min: 1, max: most }), fc.integer({ min: -most, max: -1 }))
}

function list(item: fc.Arbitrary<string>): fc.Arbitrary<string | null> {
  return sometimes(fc.uniqueArray(item, { minLength: 1, maxLength: 6 }).map((items) => items.join(',')))
}
