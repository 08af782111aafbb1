import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const id = '11111111-2222-3333-4444-555555555555'
const bookmark = '00000085-0000024c-00004c6d-8e61117b'
const there = [{ name: 'rounds', uuid: id }]

type Account = {
  loggedIn: boolean
  databases: { name: string; uuid: string }[]
  /** of the Worker that is deployed; where it is left out, there is none */
  secrets?: string[]
  fails?: string
}

let home: string
let bin: string

/** A project of its own with a wrangler that only writes down what it was asked. */
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rounds-deploy-'))
  bin = join(home, 'bin')
  mkdirSync(bin)
  copyFileSync('test/operation/support/fake-wrangler.mjs', join(bin, 'wrangler'))
  chmodSync(join(bin, 'wrangler'), 0o755)
  settings({ origin: 'https://rounds.example.org' })
})

afterEach(() => rmSync(home, { recursive: true }))

function settings({ origin, databaseId, more = '' }: { origin: string; databaseId?: string; more?: string }) {
  const text = readFileSync('wrangler.toml', 'utf8')
    .replace(/^ROUNDS_ORIGIN = .*$/m, `ROUNDS_ORIGIN = "${origin}"`)
    .replace(/^database_id = .*$/m, `database_id = "${databaseId ?? '00000000-0000-0000-0000-000000000000'}"`)
  writeFileSync(join(home, 'wrangler.toml'), `${more}${text}`)
}

function run(account: Account, ...options: string[]) {
  writeFileSync(join(bin, 'account.json'), JSON.stringify(account))
  rmSync(join(bin, 'asked.jsonl'), { force: true })
  const { ROUNDS_ORIGIN: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync('node', [resolve('scripts/deploy.ts'), ...options], {
    cwd: home,
    encoding: 'utf8',
    env: { ...env, PATH: `${bin}${delimiter}${process.env.PATH}` },
  })
  return { status, stdout, stderr, asked: asked() }
}

function asked(): string[] {
  const path = join(bin, 'asked.jsonl')
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return lines.map((line) => (JSON.parse(line) as string[]).join(' '))
}

function written(): string | undefined {
  return /^database_id = "(.*)"$/m.exec(readFileSync(join(home, 'wrangler.toml'), 'utf8'))?.[1]
}

function deployed(): string | undefined {
  return run({ loggedIn: true, databases: there }).asked.find((step) => step.startsWith('deploy '))
}

const deploying = 'deploy --var ROUNDS_ORIGIN:https://rounds.example.org --domain rounds.example.org'

describe('npm run deploy', () => {
  it('makes the database, writes its id down, migrates before it deploys, and says what comes next', () => {
    const {
      status,
      stdout,
      asked: steps,
    } = run({ loggedIn: true, databases: [], secrets: [] }, '--location', 'apac')
    expect(steps).toEqual([
      'whoami --json',
      'd1 list --json',
      'd1 create rounds --location apac',
      'd1 list --json',
      'd1 migrations apply rounds --remote',
      deploying,
      'secret list --format json',
      'secret put ROUNDS_SECRET',
    ])
    expect([status, written()]).toEqual([0, id])
    expect(readFileSync(join(bin, 'secrets.txt'), 'utf8')).toMatch(/^[\w-]{43}\n$/)
    expect(stdout).not.toContain(readFileSync(join(bin, 'secrets.txt'), 'utf8').trim())
    expect(stdout).toContain('npm run organisation -- --remote')
  })

  it('run again, makes nothing twice, and notes the bookmark first', () => {
    settings({ origin: 'https://rounds.example.org', databaseId: id })
    const {
      status,
      stdout,
      asked: steps,
    } = run({
      loggedIn: true,
      databases: there,
      secrets: ['ROUNDS_SECRET'],
    })
    expect(steps).toEqual([
      'whoami --json',
      'd1 list --json',
      'd1 time-travel info rounds --json',
      'd1 migrations apply rounds --remote',
      deploying,
      'secret list --format json',
    ])
    expect(status).toBe(0)
    expect(stdout).toContain(bookmark)
    expect(readFileSync(join(home, '.data/bookmarks.txt'), 'utf8')).toContain(bookmark)
  })

  it('finds a database whose id was never written down', () => {
    expect(run({ loggedIn: true, databases: there }).asked).not.toContain('d1 create rounds')
    expect(written()).toBe(id)
  })

  it('leaves workers.dev and routes of one’s own alone', () => {
    settings({ origin: 'https://rounds.hospital.workers.dev' })
    expect(deployed()).not.toContain('--domain')
    settings({ origin: 'https://rounds.example.org', more: 'routes = ["rounds.example.org/*"]\n' })
    expect(deployed()).not.toContain('--domain')
  })

  it('deploys no code where a migration failed, and says how to go back', () => {
    settings({ origin: 'https://rounds.example.org', databaseId: id })
    const {
      status,
      stderr,
      asked: steps,
    } = run({ loggedIn: true, databases: there, fails: 'd1 migrations apply' })
    expect([status, steps.at(-1)]).toEqual([2, 'd1 migrations apply rounds --remote'])
    expect(stderr).toContain(`npx wrangler d1 time-travel restore rounds --bookmark=${bookmark}`)
  })

  it('does not replace a secret that it cannot see', () => {
    const { status, stderr, asked: steps } = run({ loggedIn: true, databases: there })
    expect([status, steps.at(-1)]).toEqual([2, 'secret list --format json'])
    expect(stderr).toContain('ROUNDS_SECRET')
  })

  it('changes nothing where there is no bookmark to go back to', () => {
    settings({ origin: 'https://rounds.example.org', databaseId: id })
    const { status, asked: steps } = run({ loggedIn: true, databases: there, fails: 'd1 time-travel' })
    expect([status, steps.at(-1)]).toEqual([2, 'd1 time-travel info rounds --json'])
  })
})

describe('npm run deploy stops with a sentence', () => {
  it.each([
    ['http://localhost:8787', /Set ROUNDS_ORIGIN in wrangler\.toml to the address that people will use/],
    ['https://rounds.example.org/path', /must be an origin without a path/],
    ['http://rounds.example.org', /Cloudflare serves https/],
  ])('where ROUNDS_ORIGIN is %s, before it asks anything', (origin, sentence) => {
    settings({ origin })
    const { status, stderr, asked: steps } = run({ loggedIn: true, databases: [] })
    expect([status, steps]).toEqual([2, []])
    expect(stderr).toMatch(sentence)
  })

  it('where nobody is signed in', () => {
    const { status, stderr, asked: steps } = run({ loggedIn: false, databases: [] })
    expect([status, steps]).toEqual([2, ['whoami --json']])
    expect(stderr).toMatch(/npx wrangler login/)
  })

  it('where the database in wrangler.toml is one of another account', () => {
    settings({ origin: 'https://rounds.example.org', databaseId: '99999999-2222-3333-4444-555555555555' })
    const { status, stderr, asked: steps } = run({ loggedIn: true, databases: there })
    expect([status, steps.at(-1)]).toEqual([2, 'd1 list --json'])
    expect(stderr).toMatch(/Sign in to the right account/)
  })
})

describe('npm run deploy -- --dry-run', () => {
  it.each([
    [
      'an empty account',
      [],
      undefined,
      ['whoami --json', 'd1 list --json', 'secret list --format json'],
      /make the database rounds\n  write its id into wrangler\.toml\n  apply the migrations/,
    ],
    [
      'a deployed one',
      there,
      id,
      ['whoami --json', 'd1 list --json', 'secret list --format json', 'd1 migrations list rounds --remote'],
      /keep the database rounds .*\n  keep its id in wrangler\.toml\n  note the Time Travel bookmark/,
    ],
  ])('on %s only asks, and says what it would do', (_, databases, databaseId, steps, sentence) => {
    settings({ origin: 'https://rounds.example.org', ...(databaseId && { databaseId }) })
    const before = readFileSync(join(home, 'wrangler.toml'), 'utf8')
    const ran = run({ loggedIn: true, databases }, '--dry-run')
    expect([ran.status, ran.asked]).toEqual([0, steps])
    expect(ran.stdout).toMatch(sentence)
    expect(readFileSync(join(home, 'wrangler.toml'), 'utf8')).toBe(before)
    expect(existsSync(join(home, '.data'))).toBe(false)
  })
})
