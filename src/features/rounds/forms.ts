import { invalid, type FieldFault, type Refusal } from '../../domain/errors.ts'
import type { AnswerFacts } from '../../domain/round/record.ts'
import { parseDate } from '../../domain/time/civil.ts'
import { parseTime, printInstant, startOfDay, toInstant } from '../../domain/time/zone.ts'
import { parseTyped, typedOne, typedVersion, type Typed } from '../../platform/validation.ts'
import {
  changeRoundSchema,
  completeSchema,
  correctSchema,
  createRoundSchema,
  excuseDecisionSchema,
  excuseRoundSchema,
  keepAnswersSchema,
  missReasonInputSchema,
  undoSchema,
} from './schemas.ts'

/** Forms of the page of a round: each is one step, and has the names of its fields for itself. */
export type Step =
  | 'completion'
  | 'record'
  | 'undo'
  | 'correction'
  | 'excuse'
  | 'decision'
  | 'plan'
  | 'hand-over'
  | 'miss-reason'
  | 'acknowledgement'
  | 'confirmation'

/** The field of a step's form that a verb's field is typed in, where it is called otherwise. */
const fieldNames: Partial<Record<Step, Readonly<Record<string, string>>>> = {
  completion: { performedAt: 'performedOn' },
  undo: { reason: 'undoReason' },
  correction: { reason: 'correctionReason' },
  excuse: { code: 'excuseCode', reason: 'excuseReason' },
  decision: { reason: 'decisionReason' },
  plan: { dueAt: 'dueOn', reason: 'postponeReason' },
  'miss-reason': { reason: 'missReason' },
}

/** The faults of a refused step by the fields of its form; an answer's stands at its item. */
export function faultsByField(step: Step, refusal: Refusal): Map<string, FieldFault> {
  const faults = new Map<string, FieldFault>()
  for (const fault of refusal.faults) {
    const field = fieldOf(step, fault.path)
    if (!faults.has(field)) faults.set(field, fault)
  }
  return faults
}

function fieldOf(step: Step, path: string): string {
  const [name = '', item, part] = path.split('.')
  if (name === 'answers' && item !== undefined) return part === 'note' ? `note.${item}` : `answer.${item}`
  return fieldNames[step]?.[name] ?? name
}

export function readAnswers(typed: Typed, known: ReadonlyMap<string, AnswerFacts>) {
  return parseTyped(keepAnswersSchema, { answers: changedAnswers(typed, known) }).answers
}

export function readCompletion(typed: Typed, known: ReadonlyMap<string, AnswerFacts>, timeZone: string) {
  const performedAt = performedAtOf(typed, timeZone)
  const input = parseTyped(completeSchema, {
    ...(performedAt !== null && { performedAt }),
    answers: changedAnswers(typed, known),
    note: typedOne(typed, 'remark') || null,
  })
  return { ...input, idempotencyKey: typedOne(typed, 'key') || null }
}

export function readCorrection(typed: Typed, known: ReadonlyMap<string, AnswerFacts>) {
  const answers = changedAnswers(typed, known)
  return parseTyped(correctSchema, { answers, reason: typedOne(typed, 'correctionReason') })
}

/** What differs from the answers that hold: the rest was kept before. A note alone is no answer. */
function changedAnswers(typed: Typed, known: ReadonlyMap<string, AnswerFacts>) {
  const answered = answeredItems(typed)
  const unanswered = answered.filter(({ value }) => value === '')
  if (unanswered.length > 0) {
    throw invalid(...unanswered.map(({ item }) => ({ path: `answers.${item}`, code: 'unanswered' })))
  }
  return answered.flatMap(({ item, value, note }) => {
    const before = known.get(item)
    const isSame = before?.value === value && (before.note ?? '') === note
    return isSame ? [] : [{ id: crypto.randomUUID(), item, value, note: note || null }]
  })
}

export type TypedAnswer = { item: string; value: string; note: string }

/** The items where something was chosen or written. */
export function answeredItems(typed: Typed): TypedAnswer[] {
  const items = Object.keys(typed).flatMap((name) => /^(?:answer|note)\.(.+)$/.exec(name)?.[1] ?? [])
  return [...new Set(items)]
    .map((item) => ({
      item,
      value: typedOne(typed, `answer.${item}`),
      note: typedOne(typed, `note.${item}`).trim(),
    }))
    .filter(({ value, note }) => value !== '' || note !== '')
}

/** A day and a time on the wall, both or neither. */
function performedAtOf(typed: Typed, timeZone: string): string | null {
  const [on, at] = [typedOne(typed, 'performedOn'), typedOne(typed, 'performedTime')]
  if (on === '' && at === '') return null
  const day = parseDate(on)
  const second = parseTime(at)
  if (day === null) throw invalid({ path: 'performedOn', code: 'not-a-date' })
  if (second === null) throw invalid({ path: 'performedTime', code: 'required' })
  return printInstant(toInstant(day, second, timeZone), timeZone)
}

export function readUndo(typed: Typed) {
  const { reason = null } = parseTyped(undoSchema, given({ reason: typedOne(typed, 'undoReason') }))
  return { reason }
}

export function readExcuse(typed: Typed) {
  return parseTyped(excuseRoundSchema, {
    code: typedOne(typed, 'excuseCode'),
    reason: typedOne(typed, 'excuseReason'),
  })
}

export function readDecision(typed: Typed) {
  const granted = typedOne(typed, 'granted') === 'yes'
  const reason = typedOne(typed, 'decisionReason')
  const decision = parseTyped(excuseDecisionSchema, { granted, ...given({ reason }) })
  return { granted, reason: decision.reason ?? null }
}

/** A day is postponed to its end. */
export function readPlan(typed: Typed, timeZone: string) {
  const change = given({
    planned: typedOne(typed, 'planned'),
    dueAt: endOfDay(typed, 'dueOn', timeZone),
    reason: typedOne(typed, 'postponeReason'),
  })
  return { ...parseTyped(changeRoundSchema, change), version: typedVersion(typed) }
}

export function readHandOver(typed: Typed) {
  const change = {
    assigneeId: typedOne(typed, 'assigneeId') || null,
    ...given({ performedBy: typedOne(typed, 'performedBy') }),
  }
  return { ...parseTyped(changeRoundSchema, change), version: typedVersion(typed) }
}

export function readMissReason(typed: Typed) {
  return parseTyped(missReasonInputSchema, { reason: typedOne(typed, 'missReason') })
}

export function readByHand(typed: Typed, timeZone: string) {
  const chosen = (name: string) => typedOne(typed, name) || null
  return parseTyped(createRoundSchema, {
    title: chosen('title'),
    dutyId: chosen('dutyId'),
    targetId: chosen('targetId'),
    performedBy: chosen('performedBy'),
    checklistId: chosen('checklistId'),
    planned: typedOne(typed, 'planned'),
    dueAt: endOfDay(typed, 'dueOn', timeZone) || null,
  })
}

/** Empty where no day was typed. */
function endOfDay(typed: Typed, name: string, timeZone: string): string {
  const text = typedOne(typed, name)
  if (text === '') return ''
  const day = parseDate(text)
  if (day === null) throw invalid({ path: name, code: 'not-a-date' })
  return printInstant(startOfDay(day + 1, timeZone), timeZone)
}

/** A field left empty was not given. */
function given(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text.trim() !== ''))
}
