import { parseSync } from 'oxc-parser'

/** A module with the same names and nothing behind them; `why` is where it is written down. What is called throws, or what it makes. */
export function emptied(
  path: string,
  source: string,
  why: string,
  throws: 'when it is called' | 'when its method is called' = 'when it is called',
): string {
  const fault = `throw new Error('left out of the bundle: ${why}')`
  const body = throws === 'when it is called' ? fault : `return () => { ${fault} }`
  return exportedNames(path, source)
    .map((name) => {
      const head = name === 'default' ? 'export default function' : `export function ${name}`
      return `${head}() { ${body} }`
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
