import { Refusal, type FieldFault } from '../../domain/errors.ts'
import type { ExcuseReason } from '../../domain/round/excuse-reasons.ts'
import { parseTyped, typedMany, typedOne, type Typed } from '../../platform/validation.ts'
import type { Organisation } from '../../platform/organisation.ts'
import { changeOrganisationSchema, namesSchema, type ChangeOrganisationInput } from './schemas.ts'

/** Forms of the settings: their fields ↔ what a change takes. */

export function organisationValues({ settings, ...org }: Organisation): Typed {
  const { name, nameEn, locale, timeZone } = org
  return { name, nameEn: nameEn ?? '', locale, timeZone, firstWeekday: String(settings.firstWeekday) }
}

export function readOrganisation(typed: Typed): ChangeOrganisationInput {
  return parseTyped(changeOrganisationSchema, {
    name: typedOne(typed, 'name'),
    nameEn: typedOne(typed, 'nameEn').trim() || null,
    locale: typedOne(typed, 'locale'),
    timeZone: typedOne(typed, 'timeZone').trim(),
    firstWeekday: Number(typedOne(typed, 'firstWeekday')),
    confirmed: isConfirmed(typed),
  })
}

export function namesValues({ settings: { names } }: Organisation): Typed {
  return { ...names }
}

export function readNames(typed: Typed): ChangeOrganisationInput {
  const names = parseTyped(namesSchema, {
    inFeeds: typedOne(typed, 'inFeeds'),
    toOthers: typedOne(typed, 'toOthers'),
  })
  return { names }
}

export function daysValues({ settings: { workingDays } }: Organisation): Typed {
  return { country: workingDays.country ?? '', weekend: workingDays.weekend.map(String) }
}

export function readDaysSettings(typed: Typed): ChangeOrganisationInput {
  return parseTyped(changeOrganisationSchema, {
    workingDays: {
      country: typedOne(typed, 'country') || null,
      weekend: typedMany(typed, 'weekend').map(Number),
    },
  })
}

/** The refusal with its faults at the fields of the form, whose names lack what is before them in the body. */
export function atOwnFields(refusal: Refusal, before: string): Refusal {
  const faults = refusal.faults.map((fault) => ({ ...fault, path: fault.path.replace(before, '') }))
  return new Refusal(refusal.code, { params: refusal.params, faults })
}

export function retentionValues({ settings: { keepMonths } }: Organisation): Typed {
  return { keepMonths: keepMonths === null ? '' : String(keepMonths) }
}

export function readRetention(typed: Typed): ChangeOrganisationInput {
  const months = typedOne(typed, 'keepMonths')
  return parseTyped(changeOrganisationSchema, {
    keepMonths: months === '' ? null : Number(months),
    confirmed: isConfirmed(typed),
  })
}

function isConfirmed(typed: Typed): boolean {
  return typedOne(typed, 'confirmed') === 'yes'
}

/** The fields of the reason that is to be added end in this; those of a known one end in its code. */
export const added = 'new'

export function reasonsValues({ settings: { excuses } }: Organisation): Typed {
  return {
    used: excuses.filter(({ isUsed }) => isUsed).map(({ code }) => code),
    ...Object.fromEntries(
      excuses.flatMap(({ code, name, nameEn }) => [
        [`name-${code}`, name ?? ''],
        [`nameEn-${code}`, nameEn ?? ''],
      ]),
    ),
  }
}

export function readReasons(typed: Typed, known: readonly ExcuseReason[]): ChangeOrganisationInput {
  const used = typedMany(typed, 'used')
  const excuses = endsOf(typed, known).map((end) => ({
    code: end === added ? typedOne(typed, `code-${added}`) : end,
    name: typedOne(typed, `name-${end}`).trim() || null,
    nameEn: typedOne(typed, `nameEn-${end}`).trim() || null,
    isUsed: end === added || used.includes(end),
  }))
  return parseTyped(changeOrganisationSchema, { excuses })
}

/** The refusal with its faults at the fields of the form: `excuses.2.name` at that reason's name. */
export function atReasonFields(refusal: Refusal, typed: Typed, known: readonly ExcuseReason[]): Refusal {
  const ends = endsOf(typed, known)
  const faults = refusal.faults.map((fault): FieldFault => {
    const [, index, field] = fault.path.split('.')
    if (index === undefined) return { ...fault, path: 'used' }
    return { ...fault, path: `${field ?? 'name'}-${ends[Number(index)] ?? added}` }
  })
  return new Refusal(refusal.code, { params: refusal.params, faults })
}

function endsOf(typed: Typed, known: readonly ExcuseReason[]): string[] {
  const isAdding = ['code', 'name', 'nameEn'].some(
    (field) => typedOne(typed, `${field}-${added}`).trim() !== '',
  )
  return [...known.map(({ code }) => code), ...(isAdding ? [added] : [])]
}
