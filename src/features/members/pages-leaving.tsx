import { Hono } from 'hono'
import type { Refusal } from '../../domain/errors.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { parseTyped, typedForm, typedOne, type Typed } from '../../platform/validation.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choices.tsx'
import { byName } from '../../ui/collate.ts'
import { emptyForm, Form, labelsIn } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { formMessages } from '../../ui/messages.ts'
import { answerForm, refusedForm, RefusalNotice } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { candidatesFor } from '../deputies/queries.ts'
import { leavingMessages as words } from './leaving-messages.ts'
import { releaseSchema } from './leaving-schemas.ts'
import { EndsList, LeavingWarnings, OwedRoundsList, WaitingList } from './parts-leaving.tsx'
import { readLeaving } from './read-leaving.ts'
import { releaseMember } from './release-member.ts'

/** Somebody leaves: what they still owe, and one step that hands it over and closes the account. */
export const leavingPages = new Hono<AppEnv>()
  .get('/members/:id/leaving', async (c) => c.html(await leavingPage(c, {}, null)))
  .post('/members/:id/leaving', async (c) => {
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => {
        const input = parseTyped(releaseSchema, { handOverTo: typedOne(typed, 'handOverTo') || null })
        await releaseMember(contextOf(c), { ...input, id: c.req.param('id') })
        return '/members'
      },
      (refusal) => leavingPage(c, typed, refusal),
    )
  })

async function leavingPage(c: AppContext, typed: Typed, refusal: Refusal | null): Promise<string> {
  const context = contextOf(c)
  const leaving = await readLeaving(context, c.req.param('id') ?? '')
  const { member } = leaving
  const view = viewFor(c)
  const title = view.t(words.title, { name: view.nameOf(member) })
  const back = { href: `/members/${member.id}/edit`, label: view.nameOf(member) }
  const state = refusal === null ? emptyForm : refusedForm(view, typed, refusal)
  const people = leaving.rounds.count === 0 ? [] : await candidatesFor(context.store, member)
  return (
    <Layout view={view} title={title}>
      <PageHeader title={title} lead={view.t(words.lead)} back={back} />
      <RefusalNotice
        view={view}
        state={state}
        refusal={refusal}
        labels={labelsIn(view, { handOverTo: words.handOverTo })}
        current={back.href}
      />
      <LeavingWarnings view={view} leaving={leaving} />
      <OwedRoundsList view={view} leaving={leaving} />
      <WaitingList view={view} leaving={leaving} />
      <EndsList view={view} leaving={leaving} />
      {!leaving.isLastAdmin && (
        <Form action={`/members/${member.id}/leaving`}>
          {leaving.rounds.count > 0 && (
            <Select
              view={view}
              state={state}
              name="handOverTo"
              label={view.t(words.handOverTo)}
              required
              emptyLabel={view.t(words.toUnit)}
              options={people
                .toSorted(byName(view))
                .map((one) => ({ value: one.id, label: view.nameOf(one) }))}
            />
          )}
          <div class="actions">
            <SubmitButton kind="danger">
              {view.t(leaving.rounds.count > 0 ? words.leavesNow : words.closeNow)}
            </SubmitButton>
            <ButtonLink href={back.href} kind="quiet">
              {view.t(formMessages.cancel)}
            </ButtonLink>
          </div>
        </Form>
      )}
    </Layout>
  )
}
