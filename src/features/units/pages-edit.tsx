import { Hono } from 'hono'
import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import { requireFound, type Refusal } from '../../domain/errors.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { parseTyped, typedForm, typedOne, typedVersion, type Typed } from '../../platform/validation.ts'
import { emptyForm, type FormState } from '../../ui/form.tsx'
import { ConfirmPage, EditorPage, refusedDraft, type Draft } from '../../ui/editor.tsx'
import { Notice } from '../../ui/notice.tsx'
import { answerForm } from '../../ui/refused-form.tsx'
import { tagName, tagsTyped } from '../../platform/tag-messages.ts'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { changeUnit } from './change-unit.ts'
import { createUnit } from './create-unit.ts'
import { unitMessages as words } from './messages.ts'
import { UnitFields, unitLabels, unitOptions } from './parts.tsx'
import { allUnits, findUnit, useOfUnit, type Unit, type UnitUse } from './queries.ts'
import { createUnitSchema, type CreateUnitInput } from './schemas.ts'

export const unitEditPages = new Hono<AppEnv>()
  .get('/units/new', async (c) => {
    const parentId = c.req.query('parent')
    if (parentId !== undefined) requireFound(await findUnit(contextOf(c).store, parentId))
    const state = parentId === undefined ? emptyForm : { values: { parentId }, errors: {} }
    return c.html(await editor(c, null, { state, version: null, refusal: null }))
  })
  .post('/units', async (c) => {
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => `/units/${(await createUnit(contextOf(c), readUnit(typed))).id}`,
      (refusal) => editor(c, null, refusedDraft(viewFor(c), typed, refusal, null)),
    )
  })
  .get('/units/:id/edit', async (c) => {
    const unit = await unitToChange(c)
    const state = { values: valuesOf(viewFor(c), unit), errors: {} }
    return c.html(await editor(c, unit, { state, version: unit.version, refusal: null }))
  })
  .post('/units/:id', async (c) => {
    const { id } = await unitToChange(c)
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => {
        await changeUnit(contextOf(c), { ...readUnit(typed), id, version: typedVersion(typed) })
        return `/units/${id}`
      },
      async (refusal) => {
        const unit = await unitToChange(c)
        return editor(c, unit, refusedDraft(viewFor(c), typed, refusal, unit.version))
      },
    )
  })
  .get('/units/:id/closing', async (c) => c.html(await closing(c, null)))
  .post('/units/:id/closing', async (c) => {
    const { id } = await unitToChange(c)
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => {
        await changeUnit(contextOf(c), { id, version: typedVersion(typed), closed: true })
        return `/units/${id}`
      },
      (refusal) => closing(c, refusal),
    )
  })

async function unitToChange(c: AppContext): Promise<Unit> {
  const { actor, store } = contextOf(c)
  const unit = requireFound(await findUnit(store, c.req.param('id') ?? ''))
  requireAllowed(mayAdminister(actor))
  return unit
}

function readUnit(typed: Typed): CreateUnitInput {
  return parseTyped(createUnitSchema, {
    name: typedOne(typed, 'name'),
    nameEn: typedOne(typed, 'nameEn').trim() || null,
    parentId: typedOne(typed, 'parentId') || null,
    code: typedOne(typed, 'code').trim() || null,
    tags: tagsTyped(typedOne(typed, 'tags')),
    order: numberTyped(typedOne(typed, 'order')),
  })
}

function numberTyped(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text)
}

function valuesOf(view: View, unit: Unit): FormState['values'] {
  return {
    name: unit.name,
    nameEn: unit.nameEn ?? '',
    parentId: unit.parentId ?? '',
    code: unit.code ?? '',
    tags: unit.tags.map((tag) => tagName(view, tag)).join(', '),
    order: String(unit.order),
  }
}

/** Making a unit (`unit` is null) or changing one. */
async function editor(c: AppContext, unit: Unit | null, draft: Draft): Promise<string> {
  const { actor, store } = contextOf(c)
  requireAllowed(mayAdminister(actor))
  const view = viewFor(c)
  const units = await allUnits(store)
  const parents = unitOptions(view, units, unit?.parentId ? [unit.parentId] : [])
  return (
    <EditorPage
      view={view}
      title={unit === null ? view.t(words.new) : view.t(words.editTitle, { name: view.nameOf(unit) })}
      back={
        unit === null
          ? { href: '/units', label: view.t(words.backToList) }
          : { href: `/units/${unit.id}`, label: view.nameOf(unit) }
      }
      action={unit === null ? '/units' : `/units/${unit.id}`}
      draft={draft}
      labels={unitLabels(view)}
    >
      <UnitFields
        view={view}
        state={draft.state}
        parents={parents.filter((parent) => parent.value !== unit?.id)}
      />
    </EditorPage>
  )
}

async function closing(c: AppContext, refusal: Refusal | null): Promise<string> {
  const unit = await unitToChange(c)
  const view = viewFor(c)
  const use = await useOfUnit(contextOf(c).store, unit.id)
  const isUsed = Object.values(use).includes(true)
  return (
    <ConfirmPage
      view={view}
      title={view.t(words.closeTitle, { name: view.nameOf(unit) })}
      back={{ href: `/units/${unit.id}`, label: view.nameOf(unit) }}
      action={isUsed ? null : `/units/${unit.id}/closing`}
      version={unit.version}
      confirm={view.t(words.closeNow)}
      refusal={isUsed ? null : refusal}
    >
      {isUsed ? <WhatHoldsIt view={view} unit={unit} use={use} /> : <WhatClosingMeans view={view} />}
    </ConfirmPage>
  )
}

function WhatHoldsIt({ view, unit, use }: { view: View; unit: Unit; use: UnitUse }) {
  const held = [
    { isHeld: use.units, words: words.heldByUnits, href: `/units/${unit.id}` },
    { isHeld: use.assets, words: words.heldByAssets, href: `/assets?unit=${unit.id}` },
    { isHeld: use.owned, words: words.heldByOwned, href: `/duties?ownedBy=${unit.id}` },
    { isHeld: use.performed, words: words.heldByPerformed, href: `/duties?performedBy=${unit.id}` },
  ]
  return (
    <Notice view={view} kind="warning" title={view.t(words.cannotClose)}>
      <ul>
        {held
          .filter(({ isHeld }) => isHeld)
          .map((one) => (
            <li>
              <a href={one.href}>{view.t(one.words)}</a>
            </li>
          ))}
      </ul>
    </Notice>
  )
}

function WhatClosingMeans({ view }: { view: View }) {
  return (
    <section class="section">
      <h2>{view.t(words.closeLoses)}</h2>
      <ul>
        <li>{view.t(words.losesChoice)}</li>
        <li>{view.t(words.losesTargets)}</li>
        <li>{view.t(words.losesNothing)}</li>
      </ul>
    </section>
  )
}
