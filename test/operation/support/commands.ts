import { spawn } from 'node:child_process'

export type Ran = { code: number | null; printed: string; complained: string }

/** Runs one of `scripts/` as `npm run` does, without holding this process up. */
export async function runScript(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<Ran> {
  const child = spawn('node', [`scripts/${script}.ts`, ...args], { env: { ...process.env, ...env } })
  const ran: Ran = { code: null, printed: '', complained: '' }
  child.stdout.on('data', (data: Buffer) => (ran.printed += data.toString()))
  child.stderr.on('data', (data: Buffer) => (ran.complained += data.toString()))
  ran.code = await new Promise((resolve) => child.once('close', resolve))
  return ran
}
