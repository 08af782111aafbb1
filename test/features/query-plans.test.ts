import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
// Imported for what they register: every statement of the service, of its features, of its jobs and of what the command line writes.
import '../../src/app.ts'
import '../../src/features/organisations/found-organisation.ts'
import '../../src/jobs/run-jobs.ts'
import { registeredStatements, type Statement } from '../../src/platform/sql.ts'

declare global {
  interface ImportMeta {
    /** Vite's: the modules of these paths, found while the test is built */
    glob(pattern: string): Record<string, unknown>
  }
}

type Step = { id: number; parent: number; detail: string }
type Plan = { statement: Statement; steps: readonly Step[] }

/** What a statement may do all the same, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'assets.types': 'each min() reads one entry of the index: as many rows as there are types',
  'duties.to-plan':
    'the partial index holds only duties that wait for the planner, and these are sorted by what is nearest',
  'jobs.organisations': 'the directory itself: a row for each organisation, a thousand at most',
  'organisations.some': 'the directory itself: two rows, to know whether there is one organisation',
  'units.named':
    'answers in the order of the tree, and so walks the tree: as many rows as the hospital has units',
}

/** Those of the service: other tests in this worker may have registered their own and the demo's. */
const statements = registeredStatements().filter(({ name }) => !/^(?:test|demo)\./.test(name))
const plans: Plan[] = []

beforeAll(async () => {
  for (const statement of statements) plans.push({ statement, steps: await planOf(statement) })
})

describe('every statement', () => {
  test('finds what it wants by an index, and ends', () => {
    const refused = plans
      .filter(({ statement }) => !(statement.name in exceptions))
      .flatMap((plan) => faultsOf(plan).map((fault) => `${plan.statement.name}: ${fault}`))
    expect(refused).toEqual([])
  })

  test('has an exception only where it needs one', () => {
    const needed = plans.filter((plan) => faultsOf(plan).length > 0).map(({ statement }) => statement.name)
    expect(Object.keys(exceptions).filter((name) => !needed.includes(name))).toEqual([])
  })

  test('names its organisation first, unless it is of the directory', () => {
    for (const { name, text, placeholders, ofDirectory } of statements) {
      if (!ofDirectory) expect([text, placeholders[0]], name).toEqual([expect.stringContaining('?1'), 'org'])
    }
    const ofTheDirectory = statements.filter(({ ofDirectory }) => ofDirectory).map(({ name }) => name)
    expect(ofTheDirectory.toSorted()).toEqual([
      'jobs.organisations',
      'organisations.some',
      'service.heartbeat',
      'service.planning-of-all',
      'service.runs-of-all',
    ])
  })

  test('is shorter than D1 takes', () => {
    for (const { name, text } of statements) expect(text.length, name).toBeLessThan(90_000)
  })

  test('has a name that begins with its feature, job or table', async () => {
    const schema = await env.DB.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all<{
      name: string
    }>()
    const tables = schema.results.map(({ name }) => name.replaceAll('_', '-'))
    const owners = new Set([...features(), ...tables, 'planning', 'session'])
    const strays = statements.map(({ name }) => name).filter((name) => !owners.has(name.split('.')[0] ?? ''))
    expect(strays).toEqual([])
  })
})

test('every table and index has its statistics, or the planner guesses', async () => {
  const missing = await env.DB.prepare(
    `SELECT name FROM sqlite_schema WHERE type IN ('table', 'index') AND name NOT GLOB '_cf*' AND name NOT GLOB 'sqlite*'
       AND tbl_name <> 'd1_migrations' AND name NOT IN (SELECT idx FROM sqlite_stat1)`,
  ).all<{ name: string }>()
  expect(missing.results).toEqual([])
})

describe('the judgement itself', () => {
  test.each([
    ['SELECT name FROM units', 'scans'],
    ['SELECT name FROM units WHERE org_id = :org', 'organisation'],
    ['SELECT id FROM rounds WHERE org_id = :org AND due_at > :from', 'organisation'],
    ['SELECT id FROM rounds WHERE org_id = :org ORDER BY version LIMIT 5', 'organisation'],
    ['SELECT id FROM rounds WHERE org_id = :org ORDER BY due_at LIMIT 5', null],
    ['SELECT id FROM rounds WHERE org_id = :org AND due_at > :from AND due_at < :to', null],
    ['SELECT id FROM rounds WHERE org_id = :org AND id IN (SELECT value FROM json_each(:ids))', null],
    ['WITH one (id) AS (VALUES (:id)) SELECT name FROM one JOIN units USING (id) WHERE org_id = :org', null],
  ])('%s', async (source, expected) => {
    const text = source.replaceAll(/:\w+/g, '?')
    const steps = await explain(text, [...text.matchAll(/\?/g)].length)
    const faults = faultsOf({ statement: { text } as Statement, steps })
    expect(faults).toEqual(expected === null ? [] : [expect.stringContaining(expected)])
  })
})

/**
 * What is wrong with a plan. A table is walked from end to end, or through a whole organisation: the constraint is `org_id`
 * alone, or with a range that is open at one end. LIMIT ends such a walk, unless its rows are sorted or grouped first.
 * Rows of json_each, constants and CTEs are the statement's own.
 */
function faultsOf({ statement, steps }: Plan): string[] {
  const made = new Set(
    steps.flatMap(({ detail }) => /^(?:CO-ROUTINE|MATERIALIZE) (\S+)/.exec(detail)?.[1] ?? []),
  )
  return steps.flatMap(({ detail, parent }) => {
    const scanned = /^SCAN (\S+)/.exec(detail)?.[1]
    if (scanned !== undefined) {
      const own = made.has(scanned) || /VIRTUAL TABLE|CONSTANT ROW/.test(detail)
      return own ? [] : [`scans: ${detail}`]
    }
    const wholeOrganisation = /^SEARCH .*\(org_id=\?(?: AND \w+[<>]\?| AND \([\w,]+\)[<>]\([?,]+\))?\)/.test(
      detail,
    )
    const sorted = steps.some(
      (step) => step.parent === parent && /B-TREE FOR (?:ORDER|GROUP)/.test(step.detail),
    )
    const limited = /\bLIMIT\b/.test(statement.text) && !sorted
    return wholeOrganisation && !limited ? [`reads a whole organisation: ${detail}`] : []
  })
}

function planOf({ text, placeholders }: Statement): Promise<Step[]> {
  return explain(text, placeholders.length)
}

async function explain(text: string, values: number): Promise<Step[]> {
  const nulls = Array.from({ length: values }, () => null)
  const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${text}`)
    .bind(...nulls)
    .all<Step>()
  return results
}

function features(): string[] {
  return Object.keys(import.meta.glob('../../src/features/*/*.ts')).map(
    (path) => path.split('/').at(-2) ?? '',
  )
}
