import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'

/**
 * Secrets go where they are handed out, and nowhere else: not into what the server of `npm start` prints, not into its files.
 * Each is used rightly, used again, used wrongly, and put where it does not belong.
 */
it('no secret that was made or used is printed or stored', async () => {
  const admin = await signedIn('admin')
  const lead = await signedIn('lead')
  const inspector = await signedIn('inspector')
  const secrets = [admin, lead, inspector].map(valueOf)

  const members = await jsonOf<{ items: { id: string; role: string }[] }>(
    await ask('/api/v1/members?limit=100', { cookie: admin }),
  )
  const nurse = members.items.find(({ role }) => role === 'inspector')?.id ?? ''
  for (const way of ['sign-in-links', 'sign-in-codes']) {
    const made = await ask(`/api/v1/members/${nurse}/${way}`, { cookie: admin, json: {} })
    const { url, code } = await jsonOf<{ url?: string; code?: string }>(made)
    if (url !== undefined) secrets.push(...(await useLink(url)))
    if (code !== undefined) secrets.push(...(await useCode(code)))
  }

  const feed = await jsonOf<{ url: string }>(
    await ask('/api/v1/feeds', { cookie: inspector, json: { name: '任务', scope: { kind: 'member' } } }),
  )
  const address = new URL(feed.url).pathname
  secrets.push(address.slice('/calendar/'.length, -'.ics'.length))
  for (const path of [address, `${address}x`, `/api/v1${address}`, `${address}/${address}`]) await ask(path)

  const token = await jsonOf<{ token: string }>(
    await ask('/api/v1/tokens', {
      cookie: admin,
      json: { name: '排班系统', role: 'viewer', validDays: 30 },
    }),
  )
  secrets.push(token.token)
  for (const path of ['/api/v1/units', '/api/v1/nothing', `/api/v1/units?token=${token.token}`])
    await ask(path, { bearer: token.token })
  await ask('/api/v1/units', { bearer: `${token.token}x` })

  expect(secrets.filter((secret) => secret.length < 8)).toEqual([])
  const written = [...filesIn(inject('folder'))].map((file) => [file, readFileSync(file)] as const)
  expect(written.some(([file]) => file.endsWith('.sqlite'))).toBe(true)
  for (const secret of secrets) {
    const found = written.filter(([, bytes]) => bytes.includes(secret)).map(([file]) => file)
    expect(found, secret).toEqual([])
  }
})

type Asked = { cookie?: string; bearer?: string; json?: unknown; form?: Record<string, string> }

function ask(path: string, { cookie, bearer, json, form }: Asked = {}): Promise<Response> {
  const origin = inject('origin')
  const body = form ? new URLSearchParams(form) : json === undefined ? null : JSON.stringify(json)
  return fetch(new URL(path, origin), {
    method: body === null ? 'GET' : 'POST',
    redirect: 'manual',
    body,
    headers: {
      Origin: origin,
      ...(cookie !== undefined && { Cookie: cookie }),
      ...(bearer !== undefined && { Authorization: `Bearer ${bearer}` }),
      ...(json !== undefined && { 'Content-Type': 'application/json' }),
    },
  })
}

async function signedIn(member: string): Promise<string> {
  return cookieOf(await ask('/demo/sign-in', { form: { member } }))
}

/** The link's secret, and the session's that it began. */
async function useLink(url: string): Promise<string[]> {
  const { pathname } = new URL(url)
  await ask(pathname)
  const used = await ask(pathname, { form: {} })
  await ask(pathname, { form: {} })
  await ask(`${pathname}x`, { form: {} })
  return [pathname.slice('/sign-in/'.length), valueOf(cookieOf(used))]
}

/** The code, as it is kept and as it is read out, and the session's secret. */
async function useCode(code: string): Promise<string[]> {
  const used = await ask('/sign-in', { form: { code } })
  await ask('/sign-in', { form: { code } })
  await ask(`/sign-in?code=${code}`)
  return [code, code.replaceAll('-', ''), valueOf(cookieOf(used))]
}

function cookieOf(response: Response): string {
  const set = response.headers.getSetCookie().find((cookie) => cookie.startsWith('rounds='))
  return set?.split(';')[0] ?? ''
}

function valueOf(cookie: string): string {
  return cookie.slice('rounds='.length)
}

async function jsonOf<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

function* filesIn(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) yield* filesIn(path)
    else yield path
  }
}
