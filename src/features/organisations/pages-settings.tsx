import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { mayAdminister, requireAllowed } from '../../domain/access.ts'
import type { Refusal } from '../../domain/errors.ts'
import type { ExcuseReason } from '../../domain/round/excuse-reasons.ts'
import { contextOf, type AppContext, type AppEnv } from '../../platform/http.ts'
import type { Message } from '../../platform/i18n.ts'
import type { Organisation } from '../../platform/organisation.ts'
import { typedForm, typedVersion, type Typed } from '../../platform/validation.ts'
import { EditorPage, refusedDraft, type Draft } from '../../ui/editor.tsx'
import { labelsIn } from '../../ui/form.tsx'
import { answerForm } from '../../ui/refused-form.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import type { View } from '../../ui/view.ts'
import { excuseWord } from '../rounds/parts.tsx'
import { changeOrganisation } from './change-organisation.ts'
import {
  added,
  atOwnFields,
  atReasonFields,
  daysValues,
  namesValues,
  organisationValues,
  readDaysSettings,
  readNames,
  readOrganisation,
  readReasons,
  readRetention,
  reasonsValues,
  retentionValues,
} from './forms.ts'
import { ReasonsFields } from './parts-reasons.tsx'
import { DaysFields } from './parts-days.tsx'
import { NamesFields, OrganisationFields, RetentionFields, type FieldsProps } from './parts-settings.tsx'
import type { ChangeOrganisationInput } from './schemas.ts'
import {
  daysMessages,
  hubMessages,
  namesMessages,
  organisationMessages,
  reasonsMessages,
  retentionMessages,
} from './settings-messages.ts'

/** One form of the settings, at `/settings/<path>`. */
type Section = {
  path: string
  /** where one goes on; the hub where it is left out */
  done?: string
  title: Message
  lead?: Message
  valuesOf(org: Organisation): Typed
  read(typed: Typed, org: Organisation): ChangeOrganisationInput
  /** the refusal with its faults at the fields of the form, where those have other names */
  atFields?(refusal: Refusal, typed: Typed, org: Organisation): Refusal
  labels(view: View, org: Organisation): Record<string, string>
  fields(props: FieldsProps, org: Organisation): Child
}

const organisation: Section = {
  path: 'organisation',
  title: hubMessages.organisation,
  valuesOf: organisationValues,
  read: readOrganisation,
  labels: (view) => {
    const { name, nameEn, locale, firstWeekday, timeZone, zoneConfirm } = organisationMessages
    return labelsIn(view, { name, nameEn, locale, firstWeekday, timeZone, confirmed: zoneConfirm })
  },
  fields: (props) => <OrganisationFields {...props} />,
}

const names: Section = {
  path: 'names',
  title: hubMessages.names,
  valuesOf: namesValues,
  read: readNames,
  labels: (view) => labelsIn(view, { inFeeds: namesMessages.inFeeds, toOthers: namesMessages.toOthers }),
  fields: (props) => <NamesFields {...props} />,
}

const holidays: Section = {
  path: 'holidays',
  done: '/settings/working-days',
  title: hubMessages.holidays,
  lead: daysMessages.lead,
  valuesOf: daysValues,
  read: readDaysSettings,
  atFields: (refusal) => atOwnFields(refusal, 'workingDays.'),
  labels: (view) => labelsIn(view, { country: daysMessages.country, weekend: daysMessages.weekend }),
  fields: (props) => <DaysFields {...props} />,
}

const retention: Section = {
  path: 'retention',
  title: hubMessages.retention,
  valuesOf: retentionValues,
  read: readRetention,
  labels: (view) =>
    labelsIn(view, { keepMonths: retentionMessages.keepMonths, confirmed: retentionMessages.confirm }),
  fields: (props) => <RetentionFields {...props} />,
}

const excuses: Section = {
  path: 'excuses',
  title: hubMessages.excuses,
  lead: reasonsMessages.lead,
  valuesOf: reasonsValues,
  read: (typed, { settings }) => readReasons(typed, settings.excuses),
  atFields: (refusal, typed, { settings }) => atReasonFields(refusal, typed, settings.excuses),
  labels: (view, { settings }) => reasonLabels(view, settings.excuses),
  fields: (props, { settings }) => <ReasonsFields {...props} reasons={settings.excuses} />,
}

function reasonLabels(view: View, reasons: readonly ExcuseReason[]): Record<string, string> {
  const labels: [string, string][] = [
    ['used', view.t(hubMessages.excuses)],
    [`name-${added}`, view.t(reasonsMessages.add)],
    [`nameEn-${added}`, view.t(reasonsMessages.add)],
    [`code-${added}`, view.t(reasonsMessages.code)],
  ]
  for (const { code } of reasons) {
    labels.push([`name-${code}`, excuseWord(view, code)], [`nameEn-${code}`, excuseWord(view, code)])
  }
  return Object.fromEntries(labels)
}

export const settingsFormPages = new Hono<AppEnv>()
for (const section of [organisation, holidays, names, retention, excuses]) {
  settingsFormPages
    .get(`/settings/${section.path}`, (c) => c.html(fresh(c, section)))
    .post(`/settings/${section.path}`, (c) => change(c, section))
}

function fresh(c: AppContext, section: Section): string | Promise<string> {
  const { org } = contextOf(c)
  const state = { values: section.valuesOf(org), errors: {} }
  return page(c, section, { state, version: org.version, refusal: null })
}

async function change(c: AppContext, section: Section): Promise<Response> {
  const context = contextOf(c)
  requireAllowed(mayAdminister(context.actor))
  const { org } = context
  const typed = await typedForm(c)
  return answerForm(
    c,
    async () => {
      await changeOrganisation(context, { ...section.read(typed, org), version: typedVersion(typed) })
      return section.done ?? '/settings'
    },
    async (refusal) => {
      const placed = section.atFields?.(refusal, typed, org) ?? refusal
      return page(c, section, refusedDraft(viewFor(c), typed, placed, org.version))
    },
  )
}

function page(c: AppContext, section: Section, draft: Draft): string | Promise<string> {
  const { actor, org } = contextOf(c)
  requireAllowed(mayAdminister(actor))
  const view = viewFor(c)
  return (
    <EditorPage
      view={view}
      title={view.t(section.title)}
      lead={section.lead && view.t(section.lead)}
      back={{ href: '/settings', label: view.t(hubMessages.back) }}
      action={`/settings/${section.path}`}
      draft={draft}
      labels={section.labels(view, org)}
    >
      {section.fields({ view, state: draft.state }, org)}
    </EditorPage>
  )
}
