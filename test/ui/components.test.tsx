/** @jsxImportSource hono/jsx */
import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../../src/domain/settings.ts'
import { StateBadge, type BadgeState } from '../../src/ui/badge.tsx'
import { CheckboxGroup, Select } from '../../src/ui/choices.tsx'
import { ErrorSummary, TextArea, TextInput, type FormState } from '../../src/ui/form.tsx'
import { Layout } from '../../src/ui/layout.tsx'
import { stateMessages } from '../../src/ui/messages.ts'
import { Pager } from '../../src/ui/pager.tsx'
import { viewOf, type View } from '../../src/ui/view.ts'

const view = viewAt('/duties?unit=icu&cursor=abc')
const options = [
  { value: 'mon', label: 'Monday' },
  { value: 'tue', label: 'Tuesday' },
]

describe('a refused form', () => {
  const typed = '<b>"Fire"</b>\nround'
  const state: FormState = {
    values: { title: typed, days: ['mon', 'tue'], unit: 'tue' },
    errors: { title: 'Too long', days: 'Too many' },
  }

  test('keeps what was typed, as text', async () => {
    expect(await htmlOf(<TextInput view={view} state={state} name="title" label="Title" />)).toContain(
      'value="&lt;b&gt;&quot;Fire&quot;&lt;/b&gt;\nround"',
    )
    expect(await htmlOf(<TextArea view={view} state={state} name="title" label="Title" />)).toContain(
      '>&lt;b&gt;&quot;Fire&quot;&lt;/b&gt;\nround</textarea>',
    )
  })

  test('keeps what was chosen', async () => {
    const boxes = await htmlOf(
      <CheckboxGroup view={view} state={state} name="days" label="Days" options={options} />,
    )
    expect(boxes.match(/checked=""/g)).toHaveLength(2)
    const select = await htmlOf(
      <Select view={view} state={state} name="unit" label="Unit" options={options} />,
    )
    expect(select).toContain('<option value="tue" selected="">')
    expect(select.match(/selected/g)).toHaveLength(1)
  })

  test('a choice that may be left at "all" is not required of the browser, which would refuse it', async () => {
    const select = (props: { emptyLabel?: string | null }) =>
      htmlOf(
        <Select view={view} state={state} name="unit" label="Unit" required options={options} {...props} />,
      )
    expect(await select({ emptyLabel: 'All units' })).not.toContain('required')
    expect(await select({ emptyLabel: null })).not.toContain('required')
    expect(await select({})).toContain('required=""')
  })

  test('says the error beside its field and ties it to the control', async () => {
    const field = await htmlOf(
      <TextInput view={view} state={state} name="title" label="Title" hint="Short" />,
    )
    expect(field).toContain('aria-invalid="true" aria-describedby="field-title-hint field-title-error"')
    expect(field).toContain('id="field-title-hint"')
    expect(field).toMatch(/id="field-title-error">.*Too long<\/p>/)
  })

  test('lists every fault as a link to its field', async () => {
    const summary = await htmlOf(<ErrorSummary view={view} state={state} labels={{ title: 'Title' }} />)
    expect(summary).toContain('2 things to put right')
    expect(summary).toContain('<a href="#field-title">Title: Too long</a>')
    expect(summary).toContain('<a href="#field-days">Too many</a>')
    const boxes = await htmlOf(
      <CheckboxGroup view={view} state={state} name="days" label="Days" options={options} />,
    )
    expect(boxes).toContain('id="field-days"')
  })

  test('without faults has no summary', async () => {
    expect(await htmlOf(<ErrorSummary view={view} state={{ values: {}, errors: {} }} />)).toBe('')
  })
})

describe('states', () => {
  test.each(Object.entries(stateMessages))('%s has a sign and a word', async (state, message) => {
    const badge = await htmlOf(<StateBadge view={view} state={state as BadgeState} />)
    expect(badge).toMatch(
      new RegExp(`aria-hidden="true">.</span><span class="badge-word">${message.en}</span>`),
    )
  })

  test('how late it is says overdue by itself, a reason stands behind its state', async () => {
    const overdue = await htmlOf(<StateBadge view={view} state="overdue" detail="3 days late" />)
    expect(textOf(overdue)).toBe('!3 days late')
    const missed = await htmlOf(<StateBadge view={view} state="missed" detail="in repair" />)
    expect(textOf(missed)).toBe('×Missedin repair')
  })
})

describe('paging', () => {
  test('keeps the filters of the address', async () => {
    const pager = await htmlOf(<Pager view={view} next="a/b" />)
    expect(pager).toContain('href="/duties?unit=icu"')
    expect(pager).toContain('href="/duties?unit=icu&amp;cursor=a%2Fb"')
  })

  test('is not there for a single page', async () => {
    expect(await htmlOf(<Pager view={viewAt('/duties?unit=icu')} next={null} />)).toBe('')
  })
})

describe('a document', () => {
  test('has its language, its marked entry and nothing that the content policy refuses', async () => {
    const document = await htmlOf(<Layout view={view} title="Duties" />)
    expect(document).toMatch(/^<!doctype html><html lang="en">/)
    expect(document).toContain('<a class="navigation-link" href="/duties" aria-current="page">')
    expect(document).not.toMatch(/ style=| on\w+=|<style|<script>/)
  })

  test('leads back from the choice of language to the same page', async () => {
    const document = await htmlOf(<Layout view={view} title="Duties" />)
    expect(document).toContain('name="back" value="/duties?unit=icu&amp;cursor=abc"')
    expect(document).toContain('name="locale" value="zh-CN" lang="zh-CN">中文')
  })

  test('shows no navigation to who is not signed in', async () => {
    const document = await htmlOf(<Layout view={{ ...view, member: null }} title="Sign in" />)
    expect(document).not.toContain('<nav')
    expect(document).not.toContain('/sign-out')
  })
})

function viewAt(path: string): View {
  return viewOf({
    locale: 'en',
    path,
    now: 0,
    timeZone: 'Asia/Shanghai',
    organisationName: 'Hospital',
    settings: defaultSettings,
    member: {
      name: 'Wang Fang',
      actor: {
        memberId: 'm',
        role: 'inspector',
        rights: [],
        ownUnits: new Set(),
        memberOf: new Set(),
        unitsAbove: new Set(),
        standsInFor: new Set(),
        via: { kind: 'browser', id: 's' },
      },
    },
  })
}

async function htmlOf(node: unknown): Promise<string> {
  return String(await node)
}

function textOf(html: string): string {
  return html.replaceAll(/<[^>]+>/g, '')
}
