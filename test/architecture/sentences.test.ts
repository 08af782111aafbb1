import { parseSync, Visitor } from 'oxc-parser'
import { describe, expect, it } from 'vitest'
import { sourceFiles, type SourceFile } from './source-tree.ts'

/** Sentences stand in message files only, both languages side by side; schemas hold examples, the demo its data. */
const messageFile =
  /(?:^|\/)(?:[\w-]+-)?(?:messages|schemas)\.ts$|\/(?:words|describe[\w-]*)\.ts$|^src\/demo\/hospital\/|\/messages\//

const files = sourceFiles().filter(({ path }) => !messageFile.test(path))

describe('no sentence outside the message files', () => {
  it.each(files.map((file) => [file.path, file] as const))('%s', (_, file) => {
    expect(strays(file)).toEqual([])
  })
})

describe('a stray sentence is found', () => {
  it.each([
    ['<p>Hello there</p>', ['Hello there']],
    ['<p title="Save it">{x}</p>', ['Save it']],
    ["const x = '保存'", ['保存']],
    ["<a class='button plain' href='/x'>→ {x}</a>", []],
  ])('%s', (text, expected) => {
    expect(strays({ path: 'src/features/x/pages.tsx', text })).toEqual(expected)
  })
})

const spokenAttributes = new Set(['title', 'alt', 'placeholder', 'aria-label', 'label', 'lead', 'caption'])

function strays({ path, text }: SourceFile): string[] {
  const found: string[] = []
  const { program } = parseSync(path, text)
  new Visitor({
    JSXText(node) {
      if (/\p{L}{2}/u.test(node.value)) found.push(node.value.trim())
    },
    JSXAttribute(node) {
      const name = node.name.type === 'JSXIdentifier' ? node.name.name : ''
      if (
        spokenAttributes.has(name) &&
        node.value?.type === 'Literal' &&
        /\p{L}{2}/u.test(node.value.value)
      ) {
        found.push(node.value.value)
      }
    },
    Literal(node) {
      if (typeof node.value === 'string' && /\p{Script=Han}/u.test(node.value)) found.push(node.value)
    },
    TemplateElement(node) {
      if (/\p{Script=Han}/u.test(node.value.raw)) found.push(node.value.raw)
    },
  }).visit(program)
  return found
}
