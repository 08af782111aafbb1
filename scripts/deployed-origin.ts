import { readFileSync } from 'node:fs'
import { configOf } from '../src/env.ts'
import { fail, wordsOf } from './d1.ts'

/** The address that the deployed service has: ROUNDS_ORIGIN of the environment or of wrangler.toml. */
export function deployedOrigin(): string {
  const written = /^ROUNDS_ORIGIN\s*=\s*"([^"]*)"/m.exec(readFileSync('wrangler.toml', 'utf8'))?.[1] ?? ''
  const address = process.env.ROUNDS_ORIGIN ?? written
  const isLocal = ['localhost', '127.0.0.1'].includes(URL.parse(address)?.hostname ?? '')
  if (isLocal) fail('Set ROUNDS_ORIGIN in wrangler.toml to the address that people will use, and deploy.')
  try {
    return configOf({ ROUNDS_ORIGIN: address, ROUNDS_ALLOW_HTTP: '1' }).origin
  } catch (fault) {
    return fail(wordsOf(fault))
  }
}
