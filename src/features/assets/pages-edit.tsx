import { Hono } from 'hono'
import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import { requireFound, type Refusal } from '../../domain/errors.ts'
import { printDate } from '../../domain/time/civil.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { parseTyped, typedForm, typedOne, typedVersion, type Typed } from '../../platform/validation.ts'
import { ConfirmPage, EditorPage, refusedDraft, type Draft } from '../../ui/editor.tsx'
import { emptyForm, type FormState } from '../../ui/form.tsx'
import { answerForm } from '../../ui/refused-form.tsx'
import { assetTypeName, assetTypeTyped, tagName, tagsTyped } from '../../platform/tag-messages.ts'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { unitOptions } from '../units/parts.tsx'
import { allUnits, findUnit } from '../units/queries.ts'
import { changeAsset } from './change-asset.ts'
import { createAsset } from './create-asset.ts'
import { assetMessages as words } from './messages.ts'
import { AssetFields, assetLabels } from './parts.tsx'
import { findAsset, type Asset } from './queries.ts'
import { createAssetSchema, type CreateAssetInput } from './schemas.ts'

export const assetEditPages = new Hono<AppEnv>()
  .get('/assets/new', async (c) => {
    const unitId = c.req.query('unit')
    if (unitId !== undefined) requireFound(await findUnit(contextOf(c).store, unitId))
    const state = unitId === undefined ? emptyForm : { values: { unitId }, errors: {} }
    return c.html(await editor(c, null, { state, version: null, refusal: null }))
  })
  .post('/assets', async (c) => {
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => `/assets/${(await createAsset(contextOf(c), readAsset(typed))).id}`,
      (refusal) => editor(c, null, refusedDraft(viewFor(c), typed, refusal, null)),
    )
  })
  .get('/assets/:id/edit', async (c) => {
    const asset = await assetToChange(c)
    const state = { values: valuesOf(viewFor(c), asset), errors: {} }
    return c.html(await editor(c, asset, { state, version: asset.version, refusal: null }))
  })
  .post('/assets/:id', async (c) => {
    const { id } = await assetToChange(c)
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => {
        await changeAsset(contextOf(c), { ...readAsset(typed), id, version: typedVersion(typed) })
        return `/assets/${id}`
      },
      async (refusal) => {
        const asset = await assetToChange(c)
        return editor(c, asset, refusedDraft(viewFor(c), typed, refusal, asset.version))
      },
    )
  })
  .get('/assets/:id/closing', async (c) => c.html(await closing(c, null)))
  .post('/assets/:id/closing', async (c) => {
    const { id } = await assetToChange(c)
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => {
        await changeAsset(contextOf(c), { id, version: typedVersion(typed), closed: true })
        return `/assets/${id}`
      },
      (refusal) => closing(c, refusal),
    )
  })
  .post('/assets/:id/reopening', async (c) => {
    const { id } = await assetToChange(c)
    await changeAsset(contextOf(c), { id, version: typedVersion(await typedForm(c)), closed: false })
    return c.redirect(`/assets/${id}`, 303)
  })

async function assetToChange(c: AppContext): Promise<Asset> {
  const { actor, store } = contextOf(c)
  const asset = requireFound(await findAsset(store, c.req.param('id') ?? ''))
  requireAllowed(mayAdminister(actor))
  return asset
}

function readAsset(typed: Typed): CreateAssetInput {
  return parseTyped(createAssetSchema, {
    unitId: typedOne(typed, 'unitId') || undefined,
    type: assetTypeTyped(typedOne(typed, 'type')) || undefined,
    name: typedOne(typed, 'name'),
    nameEn: typedOne(typed, 'nameEn').trim() || null,
    code: typedOne(typed, 'code').trim() || null,
    tags: tagsTyped(typedOne(typed, 'tags')),
    validUntil: typedOne(typed, 'validUntil') || null,
  })
}

function valuesOf(view: View, asset: Asset): FormState['values'] {
  return {
    unitId: asset.unitId,
    type: assetTypeName(view, asset.type),
    name: asset.name,
    nameEn: asset.nameEn ?? '',
    code: asset.code ?? '',
    tags: asset.tags.map((tag) => tagName(view, tag)).join(', '),
    validUntil: asset.validUntil === null ? '' : printDate(asset.validUntil),
  }
}

/** Making an asset (`asset` is null) or changing one. */
async function editor(c: AppContext, asset: Asset | null, draft: Draft): Promise<string> {
  const { actor, store } = contextOf(c)
  requireAllowed(mayAdminister(actor))
  const view = viewFor(c)
  const units = await allUnits(store)
  return (
    <EditorPage
      view={view}
      title={asset === null ? view.t(words.new) : view.t(words.editTitle, { name: view.nameOf(asset) })}
      back={
        asset === null
          ? { href: '/assets', label: view.t(words.backToList) }
          : { href: `/assets/${asset.id}`, label: view.nameOf(asset) }
      }
      action={asset === null ? '/assets' : `/assets/${asset.id}`}
      draft={draft}
      labels={assetLabels(view)}
    >
      <AssetFields
        view={view}
        state={draft.state}
        units={unitOptions(view, units, asset === null ? [] : [asset.unitId])}
      />
    </EditorPage>
  )
}

async function closing(c: AppContext, refusal: Refusal | null): Promise<string> {
  const asset = await assetToChange(c)
  const view = viewFor(c)
  return (
    <ConfirmPage
      view={view}
      title={view.t(words.closeTitle, { name: view.nameOf(asset) })}
      back={{ href: `/assets/${asset.id}`, label: view.nameOf(asset) }}
      action={`/assets/${asset.id}/closing`}
      version={asset.version}
      confirm={view.t(words.closeNow)}
      refusal={refusal}
    >
      <section class="section">
        <h2>{view.t(words.closeMeans)}</h2>
        <ul>
          <li>{view.t(words.losesRounds)}</li>
          <li>{view.t(words.losesChoice)}</li>
          <li>{view.t(words.losesNothing)}</li>
        </ul>
        <p>{view.t(words.insteadSuspend)}</p>
      </section>
    </ConfirmPage>
  )
}
