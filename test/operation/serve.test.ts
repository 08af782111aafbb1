import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePort } from '../../bench/server.ts'
import { databaseIn } from '../../scripts/serve/sqlite-d1.ts'
import { runScript } from './support/commands.ts'

/** `npm run serve` as a hospital runs it on its own machine: behind its own proxy, on a store that is empty at first. */
const home = `.tmp/serve-${process.pid}`
const store = join(home, 'store')
let port: number
let origin: string
let child: ChildProcess
let env: Record<string, string>

beforeAll(async () => {
  mkdirSync(home, { recursive: true })
  port = await freePort()
  origin = `http://localhost:${port}`
  env = { ROUNDS_DATA: store, ROUNDS_ORIGIN: origin, PORT: String(port), ROUNDS_BEHIND_PROXY: '1' }
  child = await served()
})

afterAll(() => {
  child.kill('SIGKILL')
  rmSync(home, { recursive: true, force: true })
})

async function served(): Promise<ChildProcess> {
  const started = spawn('node', ['scripts/serve.ts'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(started, 'exit').then(() => Promise.reject(new Error('npm run serve has ended')))
  await Promise.race([once(started.stdout, 'data'), ended])
  return started
}

it('from an empty store to a signed-in administrator, by the commands beside it', async () => {
  const founded = await runScript('organisation', ['--name', '市第一人民医院', '--admin', '王敏'], env)
  const link = /http\S+/.exec(founded.printed)?.[0] ?? ''
  expect(link.startsWith(origin)).toBe(true)
  const page = await fetch(link)
  expect(await page.text()).toContain('市第一人民医院')
  const signedIn = await fetch(link.split('?')[0] ?? '', {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin },
  })
  expect(signedIn.status).toBe(303)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')
  const today = await fetch(`${origin}/`, { headers: { Cookie: cookie } })
  expect([today.status, await today.text()]).toEqual([200, expect.stringContaining('王敏')])
  expect((await runScript('backup', ['--out', join(home, 'out')], env)).code).toBe(0)
})

it('serves the files of the pages, and nothing else of its folder', async () => {
  const style = await fetch(`${origin}/assets/style.css`)
  expect([style.status, style.headers.get('X-Content-Type-Options')]).toEqual([200, 'nosniff'])
  const again = await fetch(`${origin}/assets/style.css`, {
    headers: { 'If-None-Match': style.headers.get('ETag') ?? '' },
  })
  expect(again.status).toBe(304)
  for (const path of [
    '/assets/..%2fbuild/service.mjs',
    '/build/service.mjs',
    '/v3/d1',
    '/cdn-cgi/handler/scheduled',
  ]) {
    const answer = await fetch(`${origin}${path}`, { redirect: 'manual' })
    expect([path, answer.status >= 300]).toEqual([path, true])
  }
})

it('answers with the texts about the API that were made when it started', async () => {
  const description = await (await fetch(`${origin}/api/v1/openapi.json`)).json()
  expect(description).toMatchObject({ openapi: '3.1.0' })
  const docs = await fetch(`${origin}/api/v1/docs`)
  expect([docs.status, await docs.text()]).toEqual([
    200,
    expect.stringContaining(`${origin}/api/v1/units&quot;`),
  ])
})

it('counts failures by the address that its proxy saw, whatever a client says of itself', async () => {
  const guess = (from: string, at: number) =>
    fetch(`${origin}/calendar/${'x'.repeat(43)}.ics`, {
      headers: {
        'X-Forwarded-For': `198.51.100.${at % 250}, ${from}`,
        'CF-Connecting-IP': `198.51.100.${at % 250}`,
      },
    })
  const answers: number[] = []
  for (let at = 0; at < 200 && !answers.includes(429); at += 1)
    answers.push((await guess('192.0.2.1', at)).status)
  expect(answers).toContain(429)
  expect((await guess('192.0.2.2', 1)).status).toBe(404)
})

it('runs the jobs by itself, ends when it is told to, and goes on where it was', async () => {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  child = await served()
  await expect.poll(() => jobs(), { timeout: 20_000 }).toBeGreaterThan(0)
})

it('refuses a folder or an address that is not set', async () => {
  const nowhere = await runScript('serve', [], { ROUNDS_DATA: '' })
  expect([nowhere.code, nowhere.complained]).toEqual([2, expect.stringContaining('Set ROUNDS_DATA')])
  const noOrigin = await runScript('serve', [], {
    ROUNDS_DATA: store,
    ROUNDS_ORIGIN: 'http://rounds.hospital.cn',
  })
  expect([noOrigin.code, noOrigin.complained]).toEqual([
    2,
    expect.stringContaining('ROUNDS_ORIGIN is http and not local'),
  ])
})

function jobs(): number {
  const database = new DatabaseSync(databaseIn(store), { readOnly: true })
  const row = database.prepare('SELECT count(*) AS jobs FROM jobs WHERE ran_at > 0').get()
  database.close()
  return Number(row?.jobs)
}
