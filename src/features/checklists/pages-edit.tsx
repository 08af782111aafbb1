import { Hono } from 'hono'
import { mayEditChecklists, requireAllowed } from '../../domain/access.ts'
import { parseItemLines, printItemLines, type Item } from '../../domain/checklist/item-lines.ts'
import { requireFound, type FieldFault, type Refusal } from '../../domain/errors.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { faultSentence } from '../../platform/problem.ts'
import { parseTyped, typedForm, typedOne, typedVersion, type Typed } from '../../platform/validation.ts'
import { EditorPage, refusedDraft, type Draft } from '../../ui/editor.tsx'
import { emptyForm } from '../../ui/form.tsx'
import { answerForm } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { changeChecklist } from './change-checklist.ts'
import { createChecklist } from './create-checklist.ts'
import { checklistMessages as words } from './messages.ts'
import { ChecklistFields, checklistLabels, titleOf } from './parts.tsx'
import { findChecklist, type Checklist } from './queries.ts'
import { createChecklistSchema, type CreateChecklistInput } from './schemas.ts'

export const checklistEditPages = new Hono<AppEnv>()
  .get('/checklists/new', (c) => c.html(editor(c, null, { state: emptyForm, version: null, refusal: null })))
  .post('/checklists', async (c) => {
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => `/checklists/${(await createChecklist(contextOf(c), readChecklist(typed, []))).id}`,
      async (refusal) => editor(c, null, refused(c, typed, refusal, null)),
    )
  })
  .get('/checklists/:id/edit', async (c) => {
    const checklist = await checklistToChange(c)
    const { title, titleEn, items, version } = checklist
    const values = { title, titleEn: titleEn ?? '', items: printItemLines(items) }
    return c.html(editor(c, checklist, { state: { values, errors: {} }, version, refusal: null }))
  })
  .post('/checklists/:id', async (c) => {
    const { id, items } = await checklistToChange(c)
    const typed = await typedForm(c)
    return answerForm(
      c,
      async () => {
        const version = typedVersion(typed)
        await changeChecklist(contextOf(c), { ...readChecklist(typed, items), id, version })
        return `/checklists/${id}`
      },
      async (refusal) => {
        const checklist = await checklistToChange(c)
        return editor(c, checklist, refused(c, typed, refusal, checklist.version))
      },
    )
  })

async function checklistToChange(c: AppContext): Promise<Checklist> {
  const { actor, store } = contextOf(c)
  const checklist = requireFound(await findChecklist(store, c.req.param('id') ?? ''))
  requireAllowed(mayEditChecklists(actor))
  return checklist
}

function readChecklist(typed: Typed, before: readonly Item[]): CreateChecklistInput {
  return parseTyped(createChecklistSchema, {
    title: typedOne(typed, 'title'),
    titleEn: typedOne(typed, 'titleEn').trim() || null,
    items: parseItemLines(typedOne(typed, 'items'), new Set(before.map(({ text }) => text))),
  })
}

function refused(c: AppContext, typed: Typed, refusal: Refusal, version: number | null): Draft {
  const view = viewFor(c)
  const draft = refusedDraft(view, typed, refusal, version)
  const fault = refusal.faults.find(({ path }) => path.startsWith('items.'))
  if (fault) draft.state.errors.items = itemSentence(view, fault)
  return draft
}

/** All items stand in one field: the sentence says which it is about. */
function itemSentence(view: View, fault: FieldFault): string {
  const number = Number(fault.path.split('.')[1]) + 1
  return view.t(words.itemFault, { number, fault: faultSentence(fault, view.locale) })
}

/** Making a checklist (`checklist` is null) or changing one. */
function editor(c: AppContext, checklist: Checklist | null, draft: Draft): string | Promise<string> {
  requireAllowed(mayEditChecklists(contextOf(c).actor))
  const view = viewFor(c)
  const isNew = checklist === null
  return (
    <EditorPage
      view={view}
      title={isNew ? view.t(words.new) : view.t(words.editTitle, { name: titleOf(view, checklist) })}
      lead={isNew ? undefined : view.t(words.editLead)}
      back={
        isNew
          ? { href: '/checklists', label: view.t(words.backToList) }
          : { href: `/checklists/${checklist.id}`, label: titleOf(view, checklist) }
      }
      action={isNew ? '/checklists' : `/checklists/${checklist.id}`}
      draft={draft}
      labels={checklistLabels(view)}
    >
      <ChecklistFields view={view} state={draft.state} />
    </EditorPage>
  )
}
