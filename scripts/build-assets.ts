/** Builds what the pages load, into `dist/assets/` or another folder: style, htmx, islands, icons; the texts about the API; the holidays of countries. `node scripts/build-assets.ts [FOLDER]` */
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { iconNames } from '../src/ui/icon-names.ts'
import { makeApiDocs } from './api-docs/make.ts'
import { libraryFiles } from './library/read.ts'

const root = join(import.meta.dirname, '..')
const ui = join(root, 'src/ui')
const dist = resolve(root, process.argv[2] ?? 'dist')
const assets = join(dist, 'assets')
const packages = createRequire(import.meta.url)

// Chrome 109 is the last one for Windows 7, which ward computers still run.
const browsers = ['chrome109', 'firefox115', 'safari16']

// The addresses carry no version, so that browsers must ask whether a file is still the same.
const headers = `/assets/*
  Cache-Control: public, max-age=0, must-revalidate
  X-Content-Type-Options: nosniff
`

await mkdir(join(assets, 'api'), { recursive: true })
await mkdir(join(assets, 'library'), { recursive: true })
await Promise.all([
  buildStyle(),
  buildIslands(),
  buildSprite(),
  buildApiDocs(),
  buildLibrary(),
  cp(packages.resolve('htmx.org/dist/htmx.min.js'), join(assets, 'htmx.js')),
  cp(join(root, 'holidays'), join(assets, 'holidays'), { recursive: true }),
  cp(join(ui, 'icon.svg'), join(assets, 'icon.svg')),
  writeFile(join(dist, '_headers'), headers),
])
await printSizes()

async function buildStyle(): Promise<void> {
  const outfile = join(assets, 'style.css')
  await build({ entryPoints: [join(ui, 'style.css')], outfile, bundle: true, minify: true, target: browsers })
}

/** Every island in one file: each finds its own elements and does nothing on a page without them. */
async function buildIslands(): Promise<void> {
  const folder = join(ui, 'islands')
  const names = existsSync(folder)
    ? (await readdir(folder)).filter((name) => name.endsWith('.ts')).toSorted()
    : []
  const contents = names.map((name) => `import './islands/${name}'\n`).join('')
  const outfile = join(assets, 'islands.js')
  const stdin = { contents, resolveDir: ui }
  await build({ stdin, outfile, bundle: true, minify: true, format: 'iife', target: browsers })
}

/** The icons of `icon-names.ts` as symbols; their strokes are set in `base.css`. */
async function buildSprite(): Promise<void> {
  const symbols = await Promise.all(iconNames.map(symbolOf))
  const notice = '<!-- Icons by Lucide (lucide.dev), ISC licence -->'
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${notice}${symbols.join('')}</svg>\n`
  await writeFile(join(assets, 'sprite.svg'), sprite)
}

/** Not for pages: the Worker answers with them under /api/v1. */
async function buildApiDocs(): Promise<void> {
  for (const [name, text] of Object.entries(await makeApiDocs()))
    await writeFile(join(assets, 'api', name), text)
}

/** The packs of ready duties; the Worker reads them when somebody opens the library. */
async function buildLibrary(): Promise<void> {
  for (const [name, text] of Object.entries(libraryFiles()))
    await writeFile(join(assets, 'library', name), text)
}

async function symbolOf(name: string): Promise<string> {
  const icon = await readFile(packages.resolve(`lucide-static/icons/${name}.svg`), 'utf8')
  const paths = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(icon)?.[1]
  if (paths === undefined) throw new Error(`The icon ${name} is not an SVG file`)
  return `<symbol id="${name}" viewBox="0 0 24 24">${paths.replaceAll(/\s*\n\s*/g, '')}</symbol>`
}

async function printSizes(): Promise<void> {
  const files = (await readdir(assets, { withFileTypes: true })).filter((entry) => entry.isFile())
  for (const name of files.map((file) => file.name).toSorted()) {
    const size = gzipSync(await readFile(join(assets, name)), { level: 9 }).length
    console.log(`dist/assets/${name}: ${(size / 1024).toFixed(1)} KB gzip`)
  }
}
