import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { describe, expect, it } from 'vitest'
import { root, sourceFiles, type SourceFile } from './source-tree.ts'

/** What nobody asks for any more goes, with its sentences; the linter sees only inside of a file. */
const files = sourceFiles().filter(({ path }) => !path.startsWith('src/ui/generated/'))
const filesByWord = new Map<string, Set<string>>()
for (const file of [...files, ...tools()]) {
  for (const word of file.text.match(/[\w$]+/g) ?? []) {
    const users = filesByWord.get(word) ?? new Set()
    filesByWord.set(word, users.add(file.path))
  }
}

describe('whatever a file exports, another one names', () => {
  it.each(files.map((file) => [file.path, file] as const))('%s', (path, file) => {
    const unused = exportsOf(file).filter((name) => (filesByWord.get(name)?.size ?? 0) < 2)
    expect([path, unused]).toEqual([path, []])
  })
})

describe('whatever a message file says, somebody says', () => {
  const messageFiles = files.filter(({ text }) => text.includes('messagesOf({'))

  it.each(messageFiles.map((file) => [file.path, file] as const))('%s', (path, file) => {
    const unsaid = keysOf(file).filter((key) => !isNamedBeside(file, key))
    expect([path, unsaid]).toEqual([path, []])
  })
})

function tools(): SourceFile[] {
  return ['scripts', 'bench', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  )
}

/** Values only: a type that stands in a signature may be exported for whoever calls it. */
function exportsOf({ path, text }: SourceFile): string[] {
  const { module } = parseSync(path, text)
  return module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ isType, exportName, moduleRequest }) =>
      isType || moduleRequest || exportName.name === null ? [] : [exportName.name],
    ),
  )
}

/** The keys of its messages that code names; those in quotes are codes, which are looked up by what a value says. */
function keysOf({ path, text }: SourceFile): string[] {
  const keys: string[] = []
  new Visitor({
    CallExpression({ callee, arguments: [messages] }) {
      if (callee.type !== 'Identifier' || callee.name !== 'messagesOf') return
      if (messages?.type !== 'ObjectExpression') return
      for (const property of messages.properties) {
        if (property.type === 'Property' && property.key.type === 'Identifier') keys.push(property.key.name)
      }
    },
  }).visit(parseSync(path, text).program)
  return keys
}

function isNamedBeside({ path, text }: SourceFile, word: string): boolean {
  const others = [...(filesByWord.get(word) ?? [])].filter((user) => user !== path && user.startsWith('src/'))
  return others.length > 0 || text.split(new RegExp(`\\b${word}\\b`)).length > 2
}
