import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'oxc-parser'

export const root = join(import.meta.dirname, '../..')

export type SourceFile = { path: string; text: string }

/** Every TypeScript file below src, with its path from the root of the repository. */
export function sourceFiles(): SourceFile[] {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** What a file imports: paths from the root for files of ours, names for packages. */
export function importsOf({ path, text }: SourceFile): string[] {
  const { module } = parseSync(path, text)
  const named = module.staticImports.map((found) => found.moduleRequest.value)
  const passedOn = module.staticExports.flatMap((found) =>
    found.entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
  )
  const dynamic = module.dynamicImports.map((found) =>
    text.slice(found.moduleRequest.start, found.moduleRequest.end).replaceAll(/['"`]/g, ''),
  )
  return [...named, ...passedOn, ...dynamic].map((request) =>
    request.startsWith('.') ? join(dirname(path), request) : request,
  )
}
