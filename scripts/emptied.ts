/** A module with the same names and nothing behind them; `why` is where it is written down. */
export function emptied(source: string, why: string): string {
  const names = [...source.matchAll(/^export (?:async function|function|const|class) (\w+)/gm)]
  const text = `left out of the bundle: ${why}`
  return names.map(([, name]) => `export function ${name}() { throw new Error('${text}') }`).join('\n')
}
