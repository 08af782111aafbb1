import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allowances, Buckets } from '../../../src/platform/limiter.ts'

const one = { atOnce: 1, perMinute: 1 }

describe('memory', () => {
  it('is bounded, however many ask', () => {
    const buckets = new Buckets(100)
    for (let index = 0; index < 10_000; index += 1) buckets.draw(`client ${index}`, one, index)
    expect(buckets.size).toBe(100)
  })

  it('forgets whoever was quiet for longest, not whoever came first', () => {
    const buckets = new Buckets(2)
    buckets.draw('busy', one, 0)
    buckets.draw('quiet', one, 1)
    expect(buckets.draw('busy', one, 2)).toBeGreaterThan(0)
    buckets.draw('new', one, 3)
    expect(buckets.waitFor('busy', one, 4)).toBeGreaterThan(0)
    expect(buckets.waitFor('quiet', one, 4)).toBe(0)
  })

  it('keeps those who ask apart', () => {
    const buckets = new Buckets(10)
    expect(buckets.draw('one', one, 0)).toBe(0)
    expect(buckets.draw('one', one, 0)).toBe(60_000)
    expect(buckets.draw('other', one, 0)).toBe(0)
  })
})

it('what is bound on Cloudflare counts to the same figures', () => {
  const bound = [
    ...readFileSync('wrangler.toml', 'utf8').matchAll(/name = "(\w+_LIMIT)"[^[]*limit = (\d+), period = 60/g),
  ].map(([, name, limit]) => [name, Number(limit)])
  expect(bound).toEqual([
    ['SIGN_IN_LIMIT', allowances['sign-in'].perMinute],
    ['CHALLENGE_LIMIT', allowances.challenge.perMinute],
    ['FEED_LIMIT', allowances.feed.perMinute],
    ['PREVIEW_LIMIT', allowances.preview.perMinute],
  ])
})
