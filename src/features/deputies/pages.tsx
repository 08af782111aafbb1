import { Hono } from 'hono'
import { doesRounds, mayNameDeputy } from '../../domain/access.ts'
import { printDate } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { refusalMessages } from '../../platform/refusal-messages.ts'
import { parseTyped, typedForm, typedOne } from '../../platform/validation.ts'
import { refusedDraft, type Draft } from '../../ui/editor.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { answerForm, RefusalNotice } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { appointDeputy, memberOnLeave } from './appoint-deputy.ts'
import { endLeave } from './end-leave.ts'
import { deputyMessages as words } from './messages.ts'
import { LeaveForm, leaveLabels, LeaveList, StandsInList } from './parts.tsx'
import { candidatesFor, leavesOfMembers } from './queries.ts'
import { readDeputies } from './read-deputies.ts'
import { newDeputySchema } from './schemas.ts'

/** One's own leave below the account; that of others, for their leads and admins, below the members. */
export const deputyPages = new Hono<AppEnv>()
  .get('/account/leave', async (c) => c.html(await leavePage(c, contextOf(c).actor.memberId, blank(c))))
  .get('/members/:id/leave', async (c) => c.html(await leavePage(c, c.req.param('id'), blank(c))))
  .post('/members/:id/leave', async (c) => {
    const memberId = c.req.param('id')
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => {
        const input = parseTyped(newDeputySchema, {
          deputyId: typedOne(typed, 'deputyId') || undefined,
          from: typedOne(typed, 'from') || undefined,
          until: typedOne(typed, 'until') || undefined,
        })
        await appointDeputy(contextOf(c), { ...input, memberId })
        return pathOf(c, memberId)
      },
      (refusal) => leavePage(c, memberId, refusedDraft(viewFor(c), typed, refusal, null)),
    )
  })
  .post('/members/:id/leave/:leaveId/ending', async (c) => {
    const { id: memberId, leaveId: id } = c.req.param()
    return answerForm(
      c,
      async () => {
        await endLeave(contextOf(c), { memberId, id })
        return pathOf(c, memberId)
      },
      (refusal) => leavePage(c, memberId, { ...blank(c), refusal }),
    )
  })

/** People mostly come to it on the day, or the day before. */
function blank(c: AppContext): Draft {
  const { now, org } = contextOf(c)
  const values = { from: printDate(dayAt(now, org.timeZone)) }
  return { state: { values, errors: {} }, version: null, refusal: null }
}

function pathOf(c: AppContext, memberId: string): string {
  return contextOf(c).actor.memberId === memberId ? '/account/leave' : `/members/${memberId}/leave`
}

async function leavePage(c: AppContext, memberId: string, draft: Draft): Promise<string> {
  const context = contextOf(c)
  const { actor, now, store } = context
  const member = await memberOnLeave(context, memberId)
  const deputies = await readDeputies(context, memberId)
  const leavesOfDeputies = await leavesOfMembers(
    store,
    deputies.leaves.map(({ deputyId }) => deputyId),
    now,
  )
  const near = doesRounds(member.role) ? await candidatesFor(store, member) : []
  const candidates = near.filter((candidate) => mayNameDeputy(actor, member, candidate))
  const view = viewFor(c)
  const isSelf = memberId === actor.memberId
  const title = isSelf ? view.t(words.title) : view.t(words.titleOf, { name: view.nameOf(member) })
  const back = isSelf
    ? { href: '/account', label: view.t(words.account) }
    : { href: '/members', label: view.t(words.members) }
  return (
    <Layout view={view} title={title}>
      <PageHeader title={title} lead={view.t(isSelf ? words.lead : words.leadOf)} back={back} />
      <RefusalNotice
        view={view}
        state={draft.state}
        refusal={draft.refusal}
        labels={leaveLabels(view)}
        current={back.href}
      />
      {doesRounds(member.role) ? (
        <>
          <LeaveList view={view} deputies={deputies} leavesOfDeputies={leavesOfDeputies} />
          <StandsInList view={view} deputies={deputies} />
          <LeaveForm view={view} state={draft.state} member={member} candidates={candidates} />
        </>
      ) : (
        draft.refusal === null && <NoDeputy view={view} isAdmin={member.role === 'admin'} />
      )}
    </Layout>
  )
}

/** Why there is no form. */
function NoDeputy({ view, isAdmin }: { view: View; isAdmin: boolean }) {
  const { title, detail } = refusalMessages[isAdmin ? 'admin-has-no-deputy' : 'nothing-to-stand-in-for']
  return (
    <Notice view={view} kind="info" title={view.t(title)}>
      <p>{view.t(detail)}</p>
    </Notice>
  )
}
