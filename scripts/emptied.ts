import { parseSync } from 'oxc-parser'

/** A module with the same names and nothing behind them; `why` is where it is written down. */
export function emptied(path: string, source: string, why: string): string {
  const text = `left out of the bundle: ${why}`
  return exportedNames(path, source)
    .map((name) => {
      const head = name === 'default' ? 'export default function' : `export function ${name}`
      return `${head}() { throw new Error('${text}') }`
    })
    .join('\n')
}

/** Without what `export *` passes on. */
export function exportedNames(path: string, source: string): string[] {
  const entries = parseSync(path, source).module.staticExports.flatMap((each) => each.entries)
  const names = entries.flatMap(({ exportName: { name }, moduleRequest }) => {
    return name ?? (moduleRequest === null ? 'default' : [])
  })
  return [...new Set(names)]
}
