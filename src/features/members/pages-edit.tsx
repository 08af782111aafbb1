import { Hono } from 'hono'
import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import { requireFound } from '../../domain/errors.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import {
  parseTyped,
  typedForm,
  typedMany,
  typedOne,
  typedVersion,
  type Typed,
} from '../../platform/validation.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { EditorPage, HiddenVersion, refusedDraft, type Draft } from '../../ui/editor.tsx'
import type { FormState } from '../../ui/form.tsx'
import { formatDay } from '../../ui/format.ts'
import { answerForm } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { MakeCode } from '../sign-in/parts.tsx'
import { unitOptions } from '../units/parts.tsx'
import { allUnits, findUnit } from '../units/queries.ts'
import { changeMember } from './change-member.ts'
import { createMember } from './create-member.ts'
import { memberMessages as words } from './messages.ts'
import { MemberFields, memberLabels } from './parts.tsx'
import { findMember, type Member } from './queries.ts'
import { createMemberSchema, type CreateMemberInput } from './schemas.ts'

export const memberEditPages = new Hono<AppEnv>()
  .get('/members/new', async (c) => {
    const unitId = c.req.query('unit')
    if (unitId !== undefined) requireFound(await findUnit(contextOf(c).store, unitId))
    const values = { role: 'inspector', unitIds: unitId === undefined ? [] : [unitId] }
    return c.html(await editor(c, null, { state: { values, errors: {} }, version: null, refusal: null }))
  })
  .post('/members', async (c) => {
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => {
        await createMember(contextOf(c), readMember(typed))
        return '/members'
      },
      (refusal) => editor(c, null, refusedDraft(viewFor(c), typed, refusal, null)),
    )
  })
  .get('/members/:id/edit', async (c) => {
    const member = await memberToChange(c)
    const state = { values: valuesOf(member), errors: {} }
    return c.html(await editor(c, member, { state, version: member.version, refusal: null }))
  })
  .post('/members/:id', async (c) => {
    const { id } = await memberToChange(c)
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => {
        await changeMember(contextOf(c), { ...readMember(typed), id, version: typedVersion(typed) })
        return '/members'
      },
      async (refusal) => {
        const member = await memberToChange(c)
        return editor(c, member, refusedDraft(viewFor(c), typed, refusal, member.version))
      },
    )
  })
  .post('/members/:id/reopening', async (c) => {
    const { id } = await memberToChange(c)
    await changeMember(contextOf(c), { id, version: typedVersion(await typedForm(c)), closed: false })
    return c.redirect(`/members/${id}/edit`, 303)
  })

async function memberToChange(c: AppContext): Promise<Member> {
  const { actor, store } = contextOf(c)
  const member = requireFound(await findMember(store, c.req.param('id') ?? ''))
  requireAllowed(mayAdminister(actor))
  return member
}

function readMember(typed: Typed): CreateMemberInput {
  return parseTyped(createMemberSchema, {
    code: typedOne(typed, 'code').trim() || null,
    name: typedOne(typed, 'name'),
    nameEn: typedOne(typed, 'nameEn').trim() || null,
    role: typedOne(typed, 'role') || undefined,
    rights: typedMany(typed, 'rights'),
    unitIds: typedMany(typed, 'unitIds'),
  })
}

function valuesOf({ code, name, nameEn, role, rights, unitIds }: Member): FormState['values'] {
  return { code: code ?? '', name, nameEn: nameEn ?? '', role, rights, unitIds }
}

/** Making a member (`member` is null) or changing one. */
async function editor(c: AppContext, member: Member | null, draft: Draft): Promise<string> {
  const { actor, store } = contextOf(c)
  requireAllowed(mayAdminister(actor))
  const view = viewFor(c)
  const units = await allUnits(store)
  return (
    <EditorPage
      view={view}
      title={member === null ? view.t(words.new) : view.t(words.editTitle, { name: view.nameOf(member) })}
      back={{ href: '/members', label: view.t(words.backToList) }}
      action={member === null ? '/members' : `/members/${member.id}`}
      draft={draft}
      labels={memberLabels(view)}
      actions={member === null ? undefined : <AccountActions view={view} member={member} />}
    >
      <MemberFields
        view={view}
        state={draft.state}
        isNew={member === null}
        units={unitOptions(view, units, member === null ? [] : member.unitIds)}
      />
    </EditorPage>
  )
}

function AccountActions({ view, member }: { view: View; member: Member }) {
  if (member.closedOn === null) {
    return (
      <>
        <MakeCode view={view} member={member} />
        <ButtonLink href={`/members/${member.id}/signing-out`}>{view.t(words.signOut)}</ButtonLink>
        <ButtonLink href={`/members/${member.id}/leave`}>{view.t(words.leave)}</ButtonLink>
        <ButtonLink href={`/members/${member.id}/leaving`} kind="danger">
          {view.t(words.leaves)}
        </ButtonLink>
      </>
    )
  }
  return (
    <>
      <p>{view.t(words.closedSince, { day: formatDay(view, member.closedOn) })}</p>
      <p>{view.t(words.closedHelp)}</p>
      <form method="post" action={`/members/${member.id}/reopening`}>
        <HiddenVersion version={member.version} />
        <SubmitButton kind="plain" icon="undo-2">
          {view.t(words.reopen)}
        </SubmitButton>
      </form>
    </>
  )
}
