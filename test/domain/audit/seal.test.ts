import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chainStart,
  checkPart,
  holdsUpTo,
  newCheck,
  sealOf,
  type ChainHead,
  type SealableEntry,
} from '../../../src/domain/audit/seal.ts'

const entries: SealableEntry[] = Array.from({ length: 8 }, (_, index) => ({
  orgId: 'h1',
  seq: index + 1,
  at: 1_000 + index,
  memberId: index % 3 === 0 ? null : `member_h1_${index}`,
  action: 'round.completed',
  subjectId: `round_h1_${index}`,
  unitId: 'unit_h1_a',
  before: null,
  after: JSON.stringify({ note: `note ${index}` }),
  requestId: `request ${index}`,
}))

describe('the chain', () => {
  it('holds where nothing was touched', () => {
    expect(checked(entries, sealed(entries))).toEqual({ upTo: 8, faults: [] })
  })

  it('holds in parts of any size as at once', () => {
    const seals = sealed(entries)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (size) => {
        let check = newCheck
        for (let start = 1; start <= 8; start += size) {
          const upTo = Math.min(8, start + size - 1)
          const within = ({ seq }: { seq: number }) => seq >= start && seq <= upTo
          check = checkPart(check, {
            entries: entries.filter(within),
            seals: seals.filter(within),
            upTo,
            lastSealed: 8,
          })
        }
        expect(check).toEqual({ head: seals.at(-1), faults: [] })
      }),
    )
  })

  it('leaves the newest entries to the next sealing', () => {
    expect(checked(entries, sealed(entries).slice(0, 5))).toEqual({ upTo: 8, faults: [] })
  })

  it.each<[string, SealableEntry[], ChainHead[], unknown[]]>([
    [
      'an edited note',
      edit(4, { after: '{"note":"better"}' }),
      sealed(entries),
      [{ seq: 4, kind: 'edited' }],
    ],
    ['another author', edit(2, { memberId: 'member_h1_x' }), sealed(entries), [{ seq: 2, kind: 'edited' }]],
    ['another time', edit(8, { at: 5 }), sealed(entries), [{ seq: 8, kind: 'edited' }]],
    ['a deleted entry', without(3), sealed(entries), [{ seq: 3, kind: 'missing' }]],
    [
      'an entry deleted with its seal',
      without(3),
      sealed(entries).filter(({ seq }) => seq !== 3),
      [
        { seq: 3, kind: 'missing' },
        { seq: 4, kind: 'edited' },
      ],
    ],
    [
      'an entry deleted before it was sealed',
      without(7),
      sealed(entries).slice(0, 5),
      [{ seq: 7, kind: 'missing' }],
    ],
    [
      'two entries that changed places',
      swap(2, 5),
      sealed(entries),
      [
        { seq: 2, kind: 'moved' },
        { seq: 5, kind: 'moved' },
      ],
    ],
    [
      'a seal taken away',
      entries,
      sealed(entries).filter(({ seq }) => seq !== 6),
      [{ seq: 6, kind: 'unsealed' }],
    ],
    [
      'a seal forged for an edited entry',
      edit(4, { after: 'null' }),
      forged(4, { after: 'null' }),
      [{ seq: 5, kind: 'edited' }],
    ],
  ])('catches %s', (_, tampered, seals, faults) => {
    expect(checked(tampered, seals).faults).toEqual(faults)
  })

  it('catches a whole chain made anew, against one seal written down elsewhere', () => {
    const rewritten = edit(4, { after: 'null' })
    const expected = sealed(entries)[5]
    expect(checked(rewritten, sealed(rewritten)).faults).toEqual([])
    expect(checked(rewritten, sealed(rewritten), expected).faults).toEqual([{ seq: 6, kind: 'unexpected' }])
    expect(checked(entries, sealed(entries), expected).faults).toEqual([])
  })

  it('catches any change of any field', () => {
    const fields = [
      'orgId',
      'at',
      'memberId',
      'action',
      'subjectId',
      'unitId',
      'before',
      'after',
      'requestId',
    ] as const
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(...fields),
        fc.string(),
        (seq, field, text) => {
          const value = field === 'at' ? text.length : text
          fc.pre(entries[seq - 1]?.[field] !== value)
          expect(checked(edit(seq, { [field]: value }), sealed(entries)).faults).toEqual([
            { seq, kind: 'edited' },
          ])
        },
      ),
    )
  })

  it('tells texts apart that meet at another place', () => {
    const [one] = entries
    if (!one) throw new Error('no entry')
    const left = { ...one, action: 'a","b', subjectId: 'c' }
    const right = { ...one, action: 'a', subjectId: 'b","c' }
    expect(sealOf('', left)).not.toBe(sealOf('', right))
  })
})

function checked(some: readonly SealableEntry[], seals: readonly ChainHead[], expected?: ChainHead) {
  const lastSealed = seals.at(-1)?.seq ?? 0
  const check = checkPart(newCheck, { entries: some, seals, upTo: 8, lastSealed, expected })
  return { upTo: holdsUpTo({ ...check, faults: [] }), faults: check.faults }
}

function sealed(some: readonly SealableEntry[]): ChainHead[] {
  let { seal } = chainStart
  return some.map((entry) => {
    seal = sealOf(seal, entry)
    return { seq: entry.seq, seal }
  })
}

function edit(seq: number, changes: Partial<SealableEntry>): SealableEntry[] {
  return entries.map((entry) => (entry.seq === seq ? { ...entry, ...changes } : entry))
}

/** The seals of the true entries, but for one made to fit an edited entry. */
function forged(seq: number, changes: Partial<SealableEntry>): ChainHead[] {
  const anew = sealed(edit(seq, changes))
  return sealed(entries).map((head, index) => (head.seq === seq ? (anew[index] ?? head) : head))
}

function without(seq: number): SealableEntry[] {
  return entries.filter((entry) => entry.seq !== seq)
}

function swap(one: number, other: number): SealableEntry[] {
  return entries.map((entry) => {
    const from = entry.seq === one ? other : entry.seq === other ? one : entry.seq
    return { ...(entries[from - 1] ?? entry), seq: entry.seq }
  })
}
