import { env } from 'cloudflare:workers'
import type { ImportKind } from '../../../src/domain/imports/words.ts'
import { fieldOf } from '../support/page.ts'
import type { Client, World } from '../support/world.ts'

export type Result = {
  applied: boolean
  counts: Record<'new' | 'changed' | 'unchanged' | 'faulty', number>
  ignoredColumns: string[]
  lines: {
    line: number
    outcome: string
    id: string | null
    name: string
    changes: { field: string; from: string; to: string }[]
    faults: { field: string; code: string; message: string }[]
  }[]
}

/** The rows of a list as CSV. */
export function csv(...rows: string[]): string {
  return `${rows.join('\r\n')}\r\n`
}

export async function imported(
  client: Client,
  kind: ImportKind,
  text: string,
  options: { dryRun?: boolean; skipFaulty?: boolean } = {},
): Promise<Result> {
  const { dryRun = false, skipFaulty = false } = options
  const response = await client.post(`/api/v1/imports${dryRun ? '?dryRun=1' : ''}`, {
    kind,
    csv: text,
    skipFaulty,
  })
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
  return response.json<Result>()
}

/** Sends a file as the page's form does. */
export function upload(
  client: Client,
  kind: ImportKind,
  file: string | Uint8Array<ArrayBuffer>,
  name = 'list.csv',
): Promise<Response> {
  const body = new FormData()
  body.set('kind', kind)
  body.set('file', new File([file], name))
  return client.request('/imports', { method: 'POST', body, redirect: 'manual' })
}

/** The address of the preview that an upload leads to. */
export async function previewOf(
  client: Client,
  kind: ImportKind,
  file: string | Uint8Array<ArrayBuffer>,
): Promise<string> {
  const sent = await upload(client, kind, file)
  if (sent.status !== 303) throw new Error(`${sent.status}: ${await sent.text()}`)
  return sent.headers.get('Location') ?? ''
}

/** Says yes to what a preview shows. */
export async function confirm(client: Client, preview: string): Promise<Response> {
  const page = await (await client.get(preview)).text()
  return client.form(preview, { digest: fieldOf(page, 'digest') ?? '' })
}

export async function countOf(
  world: World,
  table: 'units' | 'members' | 'assets' | 'audit',
): Promise<number> {
  const counted = await env.DB.prepare(`SELECT count(*) AS rows FROM ${table} WHERE org_id = ?`)
    .bind(world.orgId)
    .first<{ rows: number }>()
  return counted?.rows ?? 0
}
