import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fail, orUsage } from './d1.ts'
import { deployedOrigin } from './deployed-origin.ts'
import { newSecret } from './secret.ts'

/**
 * `npm run deploy -- [--dry-run] [--location apac]`: makes the database where there is none, notes where Time Travel stands, migrates,
 * deploys, makes the secret where there is none, and says what comes next. Running it again makes nothing twice. A dry run only asks. Ends with 2 where it stopped.
 */
const locations = ['weur', 'eeur', 'apac', 'oc', 'wnam', 'enam']
const usage = `npm run deploy -- [--dry-run] [--location ${locations.join('|')}]`

const database = 'rounds'
const settingsFile = 'wrangler.toml'
const bookmarksFile = '.data/bookmarks.txt'
const secretName = 'ROUNDS_SECRET'
/** what stands in `wrangler.toml` until the first deployment */
const noId = '00000000-0000-0000-0000-000000000000'
const idLine = /^database_id\s*=\s*"([^"]*)"/m

const { dryRun, location } = orUsage(usage, readOptions)
const origin = deployedOrigin()
requireHttps(origin)
requireLogin()
const known = findDatabase()
if (dryRun) {
  reportDryRun()
} else {
  prepareDatabase()
  const bookmark = noteBookmark()
  migrate(bookmark)
  deploy(bookmark)
  keepSecret()
  reportFirstSteps()
}

function readOptions() {
  const { values } = parseArgs({
    options: { 'dry-run': { type: 'boolean', default: false }, location: { type: 'string' } },
  })
  const { 'dry-run': isDry, location: wanted } = values
  if (wanted !== undefined && !locations.includes(wanted)) {
    throw new Error(`--location: ${wanted} is not one of Cloudflare's`)
  }
  return { dryRun: isDry, location: wanted }
}

function requireHttps(address: string): void {
  if (!address.startsWith('https:')) fail(`ROUNDS_ORIGIN is ${address}: Cloudflare serves https.`)
}

function requireLogin(): void {
  if (quietly(['whoami', '--json']).status !== 0) {
    fail('Nobody is signed in to Cloudflare here: run npx wrangler login, or set CLOUDFLARE_API_TOKEN.')
  }
}

/** The id of the account's database of that name; null where there is none. */
function findDatabase(): string | null {
  const listed = quietly(['d1', 'list', '--json'])
  if (listed.status !== 0) fail(`The databases of the account could not be listed:\n${listed.words}`)
  const databases = JSON.parse(listed.stdout) as { name: string; uuid: string }[]
  const id = databases.find(({ name }) => name === database)?.uuid ?? null
  const written = writtenId()
  if (written !== noId && written !== id) {
    fail(
      `${settingsFile} names the database ${written}, which is not ${database} in this account. ` +
        `Sign in to the right account, or put ${noId} there to begin anew.`,
    )
  }
  return id
}

function reportDryRun(): void {
  const host = customHost()
  console.log(`This would, and nothing of it was done:
  ${known === null ? `make the database ${database}` : `keep the database ${database} (${known})`}
  ${known !== null && writtenId() === known ? 'keep its id in' : 'write its id into'} ${settingsFile}
  ${known === null ? '' : `note the Time Travel bookmark in ${bookmarksFile}\n  `}apply the migrations that are missing, then deploy the code
  ${listSecrets()?.includes(secretName) ? 'keep' : 'make'} the secret ${secretName}, by which dates and targets are drawn
  serve ${origin}${host ? `, and make ${host} a domain of this Worker` : ''}, and run the jobs once a minute`)
  if (known !== null && writtenId() === known) {
    loudly(['d1', 'migrations', 'list', database, '--remote'])
  }
}

function prepareDatabase(): void {
  if (known === null) {
    console.log(`Making the database ${database} …`)
    const made = quietly(['d1', 'create', database, ...(location ? ['--location', location] : [])])
    if (made.status !== 0) fail(`The database could not be made:\n${made.words}`)
  }
  const id = known ?? findDatabase()
  if (id === null)
    fail(`The database ${database} was made, but is not in the account's list. Run this again.`)
  if (writtenId() === id) return
  const text = readFileSync(settingsFile, 'utf8')
  writeFileSync(settingsFile, text.replace(idLine, `database_id = "${id}"`))
  console.log(`Wrote its id into ${settingsFile}: keep that change.`)
}

/** A database that was made just now has nothing to go back to. */
function noteBookmark(): string | null {
  if (known === null) return null
  const asked = quietly(['d1', 'time-travel', 'info', database, '--json'])
  if (asked.status !== 0) fail(`Time Travel gave no bookmark, so nothing was changed:\n${asked.words}`)
  const { bookmark } = JSON.parse(asked.stdout) as { bookmark: string }
  mkdirSync('.data', { recursive: true })
  appendFileSync(bookmarksFile, `${new Date().toISOString()} ${bookmark}\n`)
  console.log(`Before this deployment the store stood at the bookmark ${bookmark} (${bookmarksFile}).`)
  return bookmark
}

function migrate(bookmark: string | null): void {
  if (loudly(['d1', 'migrations', 'apply', database, '--remote'])) return
  fail(`A migration failed: the code that runs is still the old one.\n${wayBack(bookmark)}`)
}

function deploy(bookmark: string | null): void {
  const host = customHost()
  if (loudly(['deploy', '--var', `ROUNDS_ORIGIN:${origin}`, ...(host ? ['--domain', host] : [])])) return
  fail(
    `The store is migrated, but the code was not deployed; the old code goes on with it. Run this again.\n${wayBack(bookmark)}`,
  )
}

/** Made once and known to Cloudflare alone; one that is there is never replaced. */
function keepSecret(): void {
  const secrets = listSecrets()
  if (secrets?.includes(secretName)) return
  const kept = secrets === null ? null : quietly(['secret', 'put', secretName], newSecret())
  if (kept?.status !== 0) {
    fail(
      `The code is deployed, but whether ${secretName} is set is not known: nothing can be drawn. Run this again.`,
    )
  }
  console.log(`Set ${secretName}, by which dates and targets are drawn.`)
}

/** null: they cannot be listed, as when there is no Worker yet. */
function listSecrets(): string[] | null {
  const listed = quietly(['secret', 'list', '--format', 'json'])
  if (listed.status !== 0) return null
  return (JSON.parse(listed.stdout) as { name: string }[]).map(({ name }) => name)
}

function wayBack(bookmark: string | null): string {
  if (bookmark === null) return ''
  return `Back to before (what was written since is lost):\n  npx wrangler d1 time-travel restore ${database} --bookmark=${bookmark}`
}

function reportFirstSteps(): void {
  console.log(`
  Rounds is at ${origin}, and its jobs run once a minute.

  The first time   npm run organisation -- --remote --name 市第一人民医院 --admin 王敏
                   prints one sign-in link for that administrator
  Is it well?      ${origin}/health
  Every night      npm run backup -- --remote --all   (docs/operating.md)
`)
}

/** `workers.dev` needs no domain, and routes of one's own in `wrangler.toml` are left as they are. */
function customHost(): string | null {
  const { hostname } = new URL(origin)
  const hasRoutes = /^(?:routes?\s*=|\[\[routes\]\])/m.test(readFileSync(settingsFile, 'utf8'))
  return hasRoutes || hostname.endsWith('.workers.dev') ? null : hostname
}

function writtenId(): string {
  const id = idLine.exec(readFileSync(settingsFile, 'utf8'))?.[1]
  return id ?? fail(`${settingsFile} has no database_id for ${database}.`)
}

type Ran = { status: number | null; stdout: string; words: string }

function quietly(args: readonly string[], input = ''): Ran {
  const { status, stdout, stderr, error } = spawnSync('wrangler', args, {
    encoding: 'utf8',
    input,
    env: environment(),
  })
  return { status, stdout, words: stderr || stdout || String(error) }
}

function loudly(args: readonly string[]): boolean {
  return (
    spawnSync('wrangler', args, { stdio: ['ignore', 'inherit', 'inherit'], env: environment() }).status === 0
  )
}

function environment() {
  return { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' }
}
