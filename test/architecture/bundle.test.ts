import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { bundleWorker } from '../../scripts/bundle.ts'

const folder = mkdtempSync(join(tmpdir(), 'rounds-bundle-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Bundling is work for every core, and others may be at theirs. */
const patience = 60_000

async function bundled(entry: string): Promise<string> {
  const outfile = join(folder, 'worker.js')
  await bundleWorker(entry, outfile)
  return readFileSync(outfile, 'utf8')
}

describe('what is deployed', { timeout: patience }, () => {
  it('holds nothing of the demo', async () => {
    const deployed = await bundled('src/worker.ts')
    expect(deployed).toContain('/sign-in')
    expect(deployed).not.toContain('/demo')
    expect(deployed).not.toContain('clockAhead')
    expect(await bundled('src/demo/worker.ts')).toContain('/demo')
  })

  it('is at most 400 KB zipped', async () => {
    const deployed = await bundled('src/worker.ts')
    expect(gzipSync(deployed, { level: 9 }).length / 1024).toBeLessThan(400)
  })

  it('holds none of the sentences that zod has in other languages', async () => {
    const deployed = await bundled('src/worker.ts')
    expect(deployed).toContain('received ')
    expect(deployed).not.toMatch(/Ungültige|无效输入|Entrée invalide/)
  })
})
