import { once } from 'node:events'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runScript } from './support/commands.ts'

/** Whoever types something wrong is told so in a sentence, and the exit code is never one that means something else. */
const home = `.tmp/refused-${process.pid}`
const store = join(home, 'store')
const file = join(home, 'file')
let taken: Server
let env: Record<string, string>

beforeAll(async () => {
  mkdirSync(home, { recursive: true })
  writeFileSync(file, '')
  taken = createServer().listen(0, 'localhost')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const where = { ROUNDS_HOST: 'localhost', PORT: String(port) }
  env = { ROUNDS_DATA: store, ROUNDS_ORIGIN: 'https://rounds.example.org', ...where }
  const founded = await runScript('organisation', ['--name', '市第一人民医院', '--admin', '王敏'], env)
  expect([founded.code, founded.complained]).toEqual([0, ''])
})

afterAll(() => {
  taken.close()
  rmSync(home, { recursive: true })
})

it.each([
  ['organisation', ['--nmae', '市第一人民医院'], "Unknown option '--nmae'"],
  ['organisation', ['--name', '市第一人民医院'], '--admin: Please fill this in.'],
  ['backup', ['--all', '--org', 'demo'], '--all and --org exclude each other'],
  ['restore', [], 'One folder of a backup is wanted.'],
  ['audit-verify', ['--orgs', 'demo'], "Unknown option '--orgs'"],
  ['audit-verify', ['--expect', '1'], '--expect takes SEQ:SEAL and needs --org'],
  ['chaos', ['--kills', '0'], '--kills takes a whole number'],
  ['deploy', ['--location', 'mars'], "--location: mars is not one of Cloudflare's"],
])('%s %j says what is wrong and how it is used', async (script, args, words) => {
  const { code, complained } = await runScript(script, args, env)
  expect([code, complained]).toEqual([2, expect.stringMatching(/^.+\n\nnpm run [a-z:]+ -- .+\n$/)])
  expect(complained).toContain(words)
})

it('a trail of nobody is not found to hold', async () => {
  const { code, complained } = await runScript('audit-verify', ['--org', 'nobody'], env)
  expect([code, complained]).toEqual([2, 'There is no organisation nobody in this store.\n'])
})

it('a backup that cannot be written ends with 2: 1 means that people wrote too much', async () => {
  const { code, complained } = await runScript('backup', ['--out', join(file, 'out')], env)
  expect([code, complained]).toEqual([2, expect.stringMatching(/^No backup of 市第一人民医院: ENOTDIR.*\n$/)])
})

it.each([
  ['serve', {}, /^Nothing can be served on localhost:\d+: listen EADDRINUSE/],
  ['start', {}, /^Nothing can be served on localhost:\d+: listen EADDRINUSE/],
  ['serve', { PORT: 'http' }, /^PORT is a number up to 65535\n$/],
  ['serve', { PORT: '', ROUNDS_HOST: 'no.such.host.invalid' }, /^Nothing can be served on no\.such\.host/],
])('%s %j stops before it has begun', async (script, changes, words) => {
  const { code, complained } = await runScript(script, [], { ...env, ...changes })
  expect([code, complained]).toEqual([2, expect.stringMatching(words)])
})

it('no store is made in the place of a file', async () => {
  const { code, complained } = await runScript('restore', [home], { ROUNDS_DATA: file })
  expect([code, complained]).toEqual([2, expect.stringMatching(/^EEXIST/)])
})

it('a store is for its owner alone, whichever command made it', () => {
  expect(statSync(store).mode & 0o777).toBe(0o700)
})
