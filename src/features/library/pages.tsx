import { Hono } from 'hono'
import { mayOwnDuties, requireAllowed, seesAll, type Actor } from '../../domain/access.ts'
import { Refusal } from '../../domain/errors.ts'
import { sum } from '../../domain/library/months-ahead.ts'
import type { PublishedPack } from '../../domain/library/pack.ts'
import { civilOf, printDate } from '../../domain/time/civil.ts'
import { dayAt } from '../../domain/time/zone.ts'
import type { Context } from '../../platform/context.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import { countUse } from '../../platform/limiter.ts'
import { parseTyped, typedForm, typedMany, typedOne, type Typed } from '../../platform/validation.ts'
import { monthNames } from '../../ui/format.ts'
import type { FormState } from '../../ui/form.tsx'
import { answerForm, refusedForm } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { unitOptions } from '../units/parts.tsx'
import { allUnits, type Unit } from '../units/queries.ts'
import { atFields, fields, takingOf, unitsField } from './forms.ts'
import { LibraryPage, ProgressPage, TakenPage, wordsIn, type DutyLine } from './parts.tsx'
import { PackPage, type YearAhead } from './parts-pack.tsx'
import { idleEntries, packAhead, pickedUnits, worldOfPack, type PackAhead } from './preview-pack.ts'
import { readPack, readPacks } from './queries-packs.ts'
import { takenDuties, type TakenDuty } from './queries.ts'
import { takeSchema } from './schemas.ts'
import { takeDuties } from './take-duties.ts'

export const libraryPages = new Hono<AppEnv>()
  .get('/library', async (c) => {
    requireAllowed(mayOwnDuties(contextOf(c).actor))
    return c.html(<LibraryPage view={viewFor(c)} packs={await readPacks(c.env)} />)
  })
  .get('/library/:pack', async (c) => c.html(await packPage(c, await packOf(c), null)))
  .post('/library/:pack', async (c) => {
    const pack = await packOf(c)
    const typed = await typedForm(c)
    return answerForm(
      c,
      () => (typedOne(typed, 'show') === '' ? take(c, pack, typed) : preview(c, pack, typed)),
      (refusal) => packPage(c, pack, { typed, refusal }),
    )
  })
  .get('/library/:pack/taken', async (c) => {
    const pack = await packOf(c)
    const context = contextOf(c)
    const view = viewFor(c)
    const [taken, units] = await Promise.all([openDuties(context, pack), allUnits(context.store)])
    const duties = taken.map((duty) => lineOf(view, context.actor, duty, units))
    return c.html(<TakenPage view={view} title={wordsIn(view, pack.title)} duties={duties} />)
  })

function packOf(c: AppContext): Promise<PublishedPack> {
  requireAllowed(mayOwnDuties(contextOf(c).actor))
  return readPack(c.req.param('pack') ?? '', c.env)
}

async function preview(c: AppContext, pack: PublishedPack, typed: Typed): Promise<Response> {
  await countUse(c, 'preview')
  return c.html(await packPage(c, pack, { typed, refusal: null }))
}

/** Where it goes on, or the page between two steps. */
async function take(c: AppContext, pack: PublishedPack, typed: Typed): Promise<string | Response> {
  const input = parseTyped(takeSchema, takingOf(typed, pack))
  const { items, left } = await takeDuties(contextOf(c), pack, input)
  const path = `/library/${pack.id}`
  if (left.length === 0) return `${path}/taken`
  const view = viewFor(c)
  const progress = { title: wordsIn(view, pack.title), path, made: items.length, left: left.length, typed }
  return c.html(<ProgressPage view={view} progress={progress} />)
}

/** What was sent; without a refusal it asks for the year ahead. */
type Sent = { typed: Typed; refusal: Refusal | null }

async function packPage(c: AppContext, pack: PublishedPack, sent: Sent | null): Promise<string> {
  const context = contextOf(c)
  const { actor, store, now, org } = context
  const view = viewFor(c)
  const today = dayAt(now, org.timeZone)
  const [units, taken, world] = await Promise.all([
    allUnits(store),
    openDuties(context, pack),
    worldOfPack(context, pack),
  ])
  const ahead =
    sent !== null && sent.refusal === null
      ? packAhead(context, pack, parseTyped(takeSchema, takingOf(sent.typed, pack)), world)
      : null
  const ticked = c.req.query('ticks') === 'none' ? [] : usualAndMissing(pack, taken)
  const state = sent === null ? freshState(context, ticked) : sentState(view, sent)
  const lines = taken.map((duty) => [duty.entry, lineOf(view, actor, duty, units)] as const)
  const byEntry = Map.groupBy(lines, ([entry]) => entry)
  return (
    <PackPage
      view={view}
      state={state}
      pack={pack}
      taken={new Map([...byEntry].map(([entry, found]) => [entry, found.map(([, line]) => line)]))}
      yearly={ahead && ahead.yearly}
      idle={idleEntries(pack, world, today)}
      refusal={sent?.refusal ?? null}
      owners={unitOptions(view, ownersFor(actor, units), typedMany(state.values, fields.ownedBy))}
      units={unitOptions(view, units, chosenUnits(state.values))}
      picks={pickedUnits(pack, world, today)}
      year={ahead && yearAhead(view, ahead)}
      newYear={`${civilOf(today).year + 1}-01-01`}
    />
  )
}

function usualAndMissing({ duties }: PublishedPack, taken: readonly TakenDuty[]): string[] {
  return duties
    .filter(({ id, isOptional }) => !isOptional && taken.every(({ entry }) => entry !== id))
    .map(({ id }) => id)
}

/** From today on; who has one unit has nothing to choose. */
function freshState({ actor, now, org }: Context, ticked: string[]): FormState {
  const [unit, ...others] = actor.ownUnits
  const values = {
    [fields.entries]: ticked,
    [fields.ownedBy]: unit !== undefined && others.length === 0 ? unit : '',
    [fields.from]: printDate(dayAt(now, org.timeZone)),
  }
  return { values, errors: {} }
}

function sentState(view: View, { typed, refusal }: Sent): FormState {
  if (refusal === null) return { values: typed, errors: {} }
  const placed = new Refusal(refusal.code, { params: refusal.params, faults: atFields(refusal.faults) })
  return refusedForm(view, typed, placed)
}

function chosenUnits(values: Typed): string[] {
  const names = Object.keys(values).filter((name) => name.startsWith(unitsField('')))
  return [fields.performedBy, ...names].flatMap((name) => typedMany(values, name))
}

/** Leads give duties only to units of their own. */
function ownersFor(actor: Actor, units: readonly Unit[]): Unit[] {
  return actor.role === 'supervisor' ? [...units] : units.filter(({ id }) => actor.ownUnits.has(id))
}

async function openDuties({ store }: Context, { duties }: PublishedPack): Promise<TakenDuty[]> {
  const taken = await takenDuties(
    store,
    duties.map(({ id }) => id),
  )
  return taken.filter(({ isClosed }) => !isClosed)
}

/** Somebody else's duty is said to be there, but is not theirs to read. */
function lineOf(view: View, actor: Actor, duty: TakenDuty, units: readonly Unit[]): DutyLine {
  const owner = units.find(({ id }) => id === duty.ownedBy)
  const mayOpen = seesAll(actor) || actor.ownUnits.has(duty.ownedBy)
  return {
    title: view.nameOf({ name: duty.title, nameEn: duty.titleEn }),
    href: mayOpen ? `/duties/${duty.id}` : null,
    owner: owner === undefined ? '' : view.nameOf(owner),
  }
}

function yearAhead(view: View, { from, months }: PackAhead): YearAhead {
  const names = monthNames(view.locale)
  const { month } = civilOf(from)
  return {
    months: months.map((rounds, index) => ({ label: names[(month - 1 + index) % 12] ?? '', rounds })),
    total: sum(months),
  }
}
