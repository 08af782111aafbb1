import { Hono } from 'hono'
import type { Named } from '../../domain/named.ts'
import { printCursor } from '../../platform/api.ts'
import type { Context } from '../../platform/context.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { parseTyped } from '../../platform/validation.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { DateInput, type FormState } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { auditMessages as words } from './messages.ts'
import { AuditTable, programWords } from './parts.tsx'
import { everybody, programsNamed, type Program } from './queries.ts'
import { readNamedAudit } from './read-audit.ts'
import { auditQuerySchema, type AuditQuery } from './schemas.ts'

export const auditPages = new Hono<AppEnv>().get('/audit', async (c) => c.html(await auditTrailPage(c)))

async function auditTrailPage(c: AppContext) {
  const context = contextOf(c)
  const view = viewFor(c)
  const query = parseTyped(auditQuerySchema, c.req.query())
  const { entries, next, sealed, ...names } = await readNamedAudit(context, query)
  const members = await everybody(context.store)
  const program = await programOf(context, query)
  const seal = sealed.seq === 0 ? view.t(words.unsealed) : view.t(words.sealed, { seq: sealed.seq })
  return (
    <Layout view={view} title={view.t(words.title)}>
      <PageHeader title={view.t(words.title)} lead={view.t(words.lead)} />
      <p class="quiet">{seal}</p>
      <Filters view={view} query={query} members={members} program={program} />
      {entries.length > 0 ? (
        <AuditTable view={view} entries={entries} names={names} />
      ) : (
        <EmptyState title={view.t(next === null ? words.none : words.noneYet)} icon="scroll-text" />
      )}
      <Pager view={view} next={next === null ? null : printCursor([next])} />
    </Layout>
  )
}

async function programOf({ store }: Context, { member = '' }: AuditQuery): Promise<Program | undefined> {
  if (!member.startsWith('token_')) return undefined
  return (await programsNamed(store, [member])).get(member)
}

type FiltersProps = {
  view: View
  query: AuditQuery
  members: readonly (Named & { id: string })[]
  /** the one whose entries are wanted; it stands in the choice only then */
  program: Program | undefined
}

function Filters({ view, query, members, program }: FiltersProps) {
  const { subject, member = '', from = '', to = '' } = query
  const state: FormState = { values: { member, from, to }, errors: {} }
  const people = members.map((one) => ({ value: one.id, label: view.nameOf(one) }))
  const options = program ? [{ value: member, label: programWords(view, program) }, ...people] : people
  return (
    <section aria-label={view.t(words.filters)}>
      {subject && (
        <p>
          {view.t(words.onlySubject, { id: subject })} <a href="/audit">{view.t(words.allEntries)}</a>
        </p>
      )}
      <form class="filters" action="/audit" method="get" novalidate>
        {subject && <input type="hidden" name="subject" value={subject} />}
        <Select
          view={view}
          state={state}
          name="member"
          label={view.t(words.member)}
          options={options}
          emptyLabel={view.t(words.everybody)}
          required
        />
        <DateInput view={view} state={state} name="from" label={view.t(words.from)} required />
        <DateInput view={view} state={state} name="to" label={view.t(words.until)} required />
        <SubmitButton kind="plain" icon="search">
          {view.t(words.filter)}
        </SubmitButton>
      </form>
    </section>
  )
}
