import { describe, expect, it } from 'vitest'
import { importsOf, sourceFiles } from './source-tree.ts'

/** What a file is, by where it stands and how it is called. */
type Layer =
  | 'worker'
  | 'app'
  | 'env'
  | 'jobs'
  | 'api'
  | 'pages'
  | 'parts'
  | 'messages'
  | 'schemas'
  | 'verb'
  | 'queries'
  | 'repository'
  | 'domain'
  | 'platform'
  | 'ui'
  | 'island'
  | 'demo'

/** Which layers may import which. `verb` may use verbs of its own feature only (below). */
const arrows: Record<Layer, readonly Layer[]> = {
  worker: ['app', 'jobs', 'env'],
  app: ['api', 'pages', 'domain', 'platform', 'ui', 'env'],
  env: ['platform'],
  jobs: ['jobs', 'verb', 'queries', 'repository', 'domain', 'platform', 'env'],
  api: ['schemas', 'verb', 'queries', 'domain', 'platform', 'env'],
  pages: ['pages', 'parts', 'messages', 'schemas', 'verb', 'queries', 'domain', 'platform', 'ui', 'env'],
  // what reading verbs answer is what parts show
  parts: ['parts', 'verb', 'messages', 'schemas', 'queries', 'domain', 'platform', 'ui'],
  messages: ['messages', 'domain', 'platform'],
  schemas: ['schemas', 'domain', 'platform'],
  verb: ['verb', 'schemas', 'queries', 'repository', 'domain', 'platform'],
  queries: ['queries', 'domain', 'platform'],
  repository: ['repository', 'domain', 'platform'],
  domain: ['domain'],
  platform: ['platform', 'domain', 'env'],
  ui: ['ui', 'domain', 'platform'],
  island: ['island', 'domain'],
  demo: [
    'worker',
    'app',
    'env',
    'jobs',
    'api',
    'pages',
    'parts',
    'messages',
    'schemas',
    'verb',
    'queries',
    'repository',
    'domain',
    'platform',
    'ui',
    'demo',
  ],
}

/** Packages a layer may use; layers that are not named may use none. */
const packages: Partial<Record<Layer, readonly RegExp[]>> = {
  app: [/^hono$/, /^hono\/router\//, /^@hono\/zod-openapi$/],
  api: [/^hono/, /^@hono\/zod-openapi$/],
  pages: [/^hono/],
  parts: [/^hono/],
  schemas: [/^@hono\/zod-openapi$/, /^zod$/],
  verb: [/^ical-generator$/],
  domain: [/^rrule$/, /^@noble\/hashes\//, /^fflate$/, /^papaparse$/],
  platform: [/^hono/, /^@hono\/zod-openapi$/, /^@noble\/hashes\//, /^@simplewebauthn\/server/],
  ui: [/^hono/, /^uqr$/],
  island: [/^@simplewebauthn\/browser$/],
  demo: [/^hono/, /^@noble\/hashes\//],
}

const files = sourceFiles()

describe('imports go one way', () => {
  it.each(files.map((file) => [file.path, file] as const))('%s', (path, file) => {
    expect(importsOf(file).flatMap((target) => wrongArrow(path, target))).toEqual([])
  })
})

describe('the arrows tell wrong from right', () => {
  it.each([
    ['src/domain/round/state.ts', 'src/platform/sql.ts', false],
    ['src/domain/round/state.ts', 'hono', false],
    ['src/domain/recurrence/rule.ts', 'rrule', true],
    ['src/features/duties/create-duty.ts', 'src/features/rounds/repository.ts', true],
    ['src/features/duties/create-duty.ts', 'src/features/rounds/complete-round.ts', false],
    ['src/features/duties/create-duty.ts', 'src/features/duties/plan-duty.ts', true],
    ['src/features/duties/queries.ts', 'src/features/duties/create-duty.ts', false],
    ['src/features/rounds/pages.tsx', 'src/features/rounds/repository.ts', false],
    ['src/worker.ts', 'src/demo/fill.ts', false],
  ])('%s → %s: %s', (from, to, allowed) => {
    expect(wrongArrow(from, to).length === 0).toBe(allowed)
  })
})

function wrongArrow(from: string, to: string): string[] {
  const layer = layerOf(from)
  if (!to.startsWith('src/')) {
    const known = (packages[layer] ?? []).some((name) => name.test(to))
    return known ? [] : [`${layer} may not use the package ${to}`]
  }
  const target = layerOf(to)
  if (!arrows[layer].includes(target)) return [`${layer} may not import ${target}: ${to}`]
  const otherVerb = layer === 'verb' && target === 'verb' && featureOf(from) !== featureOf(to)
  return otherVerb ? [`a verb may not import another feature's verb: ${to}`] : []
}

function layerOf(path: string): Layer {
  if (path === 'src/worker.ts') return 'worker'
  if (path === 'src/app.ts') return 'app'
  if (path === 'src/env.ts') return 'env'
  const [, top = '', ...rest] = path.split('/')
  if (path.startsWith('src/ui/islands/')) return 'island'
  if (top === 'domain' || top === 'platform' || top === 'ui' || top === 'jobs' || top === 'demo') return top
  return layerInFeature(rest.at(-1) ?? '')
}

function layerInFeature(name: string): Layer {
  if (/^api(-[\w-]+)?\.ts$/.test(name)) return 'api'
  if (/^pages(-[\w-]+)?\.tsx$/.test(name)) return 'pages'
  if (/^parts(-[\w-]+)?\.tsx$/.test(name)) return 'parts'
  if (/^(?:[\w-]+-)?messages\.ts$/.test(name)) return 'messages'
  if (/^(?:[\w-]+-)?schemas\.ts$|^forms?(?:-[\w-]+)?\.ts$/.test(name)) return 'schemas'
  if (/^queries(-[\w-]+)?\.ts$/.test(name)) return 'queries'
  if (/^repository(-[\w-]+)?\.ts$/.test(name)) return 'repository'
  return 'verb'
}

function featureOf(path: string): string | undefined {
  return path.split('/')[2]
}
