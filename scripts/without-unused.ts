import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'esbuild'
import { emptied, exportedNames } from './emptied.ts'

const source = join(import.meta.dirname, '../src')

/**
 * Parts of libraries that a class or a namespace object keeps alive and that nobody calls here (docs/decisions/018). What calls
 * something of them nevertheless gets an error.
 */
const unused: { what: string; modules: RegExp }[] = [
  {
    what: 'zod: JSON Schemas',
    modules: /[\\/]zod[\\/]v4[\\/]core[\\/]json-schema-processors\.js$/,
  },
  {
    // We read and print its texts; dates are expanded by our own engine.
    what: 'rrule: dates',
    modules:
      /[\\/]rrule[\\/]dist[\\/]esm[\\/](iter[\\/]\w+|iterinfo[\\/]\w+|rruleset|rrulestr|iterset|iterresult|callbackiterresult|cache|masks)\.js$/,
  },
  {
    what: 'rrule: words',
    modules: /[\\/]rrule[\\/]dist[\\/]esm[\\/]nlp[\\/]\w+\.js$/,
  },
]

/** What each schema is given a method by, when it is made: of zod, to print it as a JSON Schema. */
const makersOfMethods = /[\\/]zod[\\/]v4[\\/]core[\\/]to-json-schema\.js$/

/** `z` is one object, so that all of zod would stay; it is made of the names that our source says. */
const namesOfZod = /[\\/]zod[\\/]v4[\\/]classic[\\/]external\.js$/
const modulesOfZod = ['schemas', 'checks', 'errors', 'parse', 'compat']

const openapi = '@asteasolutions/zod-to-openapi'
const withoutDescription = join(import.meta.dirname, 'stand-ins/zod-to-openapi.ts')

/** Fails where something to be left out is not met, as in another version of its library: what came instead would grow unseen. */
export const withoutUnused: Plugin = {
  name: 'without-unused',
  setup(plugins) {
    const met = new Set<string>()
    plugins.onStart(() => met.clear())
    for (const { what, modules } of unused) {
      plugins.onLoad({ filter: modules }, ({ path }) => {
        met.add(what)
        return { contents: emptied(path, readFileSync(path, 'utf8'), 'docs/decisions/018') }
      })
    }
    plugins.onLoad({ filter: makersOfMethods }, ({ path }) => ({
      contents: emptied(path, readFileSync(path, 'utf8'), 'docs/decisions/018', 'when its method is called'),
    }))
    plugins.onLoad({ filter: namesOfZod }, ({ path }) => ({ contents: saidOfZod(dirname(path)) }))
    plugins.onResolve({ filter: new RegExp(`^${openapi}$`) }, () => ({ path: withoutDescription }))
    plugins.onLoad({ filter: /[\\/]node_modules[\\/](zod|rrule)[\\/]/ }, ({ path }) => {
      met.add(/[\\/]rrule[\\/]/.test(path) ? 'rrule' : 'zod')
      return null
    })
    plugins.onEnd(({ errors }) => ({
      errors: unused
        .filter(({ what }) => errors.length === 0 && met.has(what.split(':')[0] ?? '') && !met.has(what))
        .map(({ what }) => ({ text: `${what} was to be left out (decision 018), and is not there` })),
    }))
  },
}

/** Of the values that `z` has, those that our source names, and the class that `.openapi` is added to. */
function saidOfZod(folder: string): string {
  const said = new Set(['ZodType', ...namesSaid()])
  const lines = modulesOfZod.map((name) => {
    const path = join(folder, `${name}.js`)
    const names = exportedNames(path, readFileSync(path, 'utf8')).filter((each) => said.has(each))
    return `export { ${names.join(', ')} } from './${name}.js'`
  })
  return [...lines, `export * as coerce from './coerce.js'`].join('\n')
}

function namesSaid(): string[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => [...readFileSync(join(source, name), 'utf8').matchAll(/\bz\.(\w+)/g)])
    .map(([, name = '']) => name)
}
