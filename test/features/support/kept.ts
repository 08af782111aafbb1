import { env } from 'cloudflare:workers'
import { vi } from 'vitest'
import type { World } from './world.ts'

/** All that is stored of the organisation, whichever tables there are. */
export async function keptOf({ orgId }: Pick<World, 'orgId'>): Promise<Record<string, unknown[]>> {
  const { results: tables } = await env.DB.prepare(
    `SELECT name, iif(name = 'organisations', 'id', 'org_id') AS owner FROM sqlite_schema
     WHERE type = 'table' AND (name = 'organisations' OR sql GLOB '*org_id TEXT*') ORDER BY name`,
  ).all<{ name: string; owner: string }>()
  const kept = await env.DB.batch(
    tables.map(({ name, owner }) => env.DB.prepare(`SELECT * FROM ${name} WHERE ${owner} = ?`).bind(orgId)),
  )
  return Object.fromEntries(kept.map(({ results }, at) => [tables[at]?.name, results]))
}

/** The lines that are logged from now on, at any level; they are not printed. */
export function linesLogged(): string[] {
  const lines: string[] = []
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...parts) => void lines.push(parts.join(' ')))
  return lines
}
