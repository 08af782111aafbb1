import {
  doesRounds,
  mayAdminister,
  mayAppointDeputy,
  mayMakeSignInLink,
  roles,
  type Actor,
  type Role,
} from '../../domain/access.ts'
import type { Message } from '../../platform/i18n.ts'
import { CheckboxGroup, RadioGroup, type Option } from '../../ui/choices.tsx'
import { labelsIn, TextInput, valuesOf, type FormState } from '../../ui/form.tsx'
import { roleMessages } from '../../platform/role-messages.ts'
import { Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { leaveWords } from '../deputies/parts.tsx'
import type { Leave } from '../deputies/queries.ts'
import { MakeCode } from '../sign-in/parts.tsx'
import type { Unit } from '../units/queries.ts'
import { memberMessages as words } from './messages.ts'
import type { Member } from './queries.ts'

type MemberTableProps = {
  view: View
  actor: Actor
  members: readonly Member[]
  /** those that the reader may see; of a member's other units nothing is said */
  units: ReadonlyMap<string, Unit>
  /** now and to come, the nearest first */
  leaves: readonly Leave[]
}

/** For the admin each name leads to its form. */
export function MemberTable({ view, actor, members, units, leaves }: MemberTableProps) {
  return (
    <Table
      caption={view.t(words.title)}
      captionHidden
      rows={members}
      columns={[
        {
          label: view.t(words.name),
          header: true,
          cell: (member) => <MemberName view={view} actor={actor} member={member} />,
        },
        { label: view.t(words.code), cell: (member) => member.code },
        { label: view.t(words.role), cell: (member) => view.t(roleMessages[member.role]) },
        {
          label: view.t(words.units),
          cell: (member) => unitsIn(units, member).map((unit) => <div>{view.nameOf(unit)}</div>),
        },
        {
          label: view.t(words.rights),
          cell: (member) => member.rights.map((right) => view.t(words[right])),
        },
        {
          label: view.t(words.state),
          cell: (member) => <MemberState view={view} actor={actor} member={member} leaves={leaves} />,
        },
        {
          label: view.t(words.signIn),
          cell: (member) => canBeLetIn(actor, member) && <MakeCode view={view} member={member} />,
        },
      ]}
    />
  )
}

type MemberStateProps = Pick<MemberTableProps, 'view' | 'actor' | 'leaves'> & { member: Member }

/** Active, on leave and who stands in, or closed. */
function MemberState({ view, actor, member, leaves }: MemberStateProps) {
  if (member.closedOn !== null) return <>{view.t(words.closed)}</>
  const leave = leaves.find(({ memberId }) => memberId === member.id)
  return (
    <>
      {leave === undefined ? view.t(words.active) : leaveWords(view, leave)}
      {doesRounds(member.role) && mayAppointDeputy(actor, member) && (
        <>
          <br />
          <a href={`/members/${member.id}/leave`}>{view.t(words.leave)}</a>
        </>
      )}
    </>
  )
}

function MemberName({ view, actor, member }: { view: View; actor: Actor; member: Member }) {
  if (!mayAdminister(actor)) return <>{view.nameOf(member)}</>
  return <a href={`/members/${member.id}/edit`}>{view.nameOf(member)}</a>
}

function unitsIn(units: ReadonlyMap<string, Unit>, member: Member): Unit[] {
  return member.unitIds.flatMap((id) => units.get(id) ?? [])
}

function canBeLetIn(actor: Actor, member: Member): boolean {
  return member.closedOn === null && mayMakeSignInLink(actor, member)
}

const roleHints: Record<Role, Message> = {
  admin: words.adminIs,
  supervisor: words.supervisorIs,
  lead: words.leadIs,
  inspector: words.inspectorIs,
  viewer: words.viewerIs,
}

export function memberLabels(view: View): Record<string, string> {
  const { code, name, nameEn, role, rights, units } = words
  return labelsIn(view, { code, name, nameEn, role, rights, unitIds: units })
}

type MemberFieldsProps = { view: View; state: FormState; units: readonly Option[]; isNew: boolean }

export function MemberFields({ view, state, units, isNew }: MemberFieldsProps) {
  const field = { view, state }
  return (
    <>
      <TextInput {...field} name="name" label={view.t(words.name)} required />
      <TextInput
        {...field}
        name="code"
        label={view.t(words.code)}
        hint={view.t(words.codeHint)}
        size="short"
      />
      <TextInput {...field} name="nameEn" label={view.t(words.nameEn)} hint={view.t(words.nameEnHint)} />
      <RadioGroup
        {...field}
        name="role"
        label={view.t(words.role)}
        {...(!isNew && { hint: view.t(words.roleHint) })}
        required
        options={roles.toReversed().map((role) => ({
          value: role,
          label: view.t(roleMessages[role]),
          hint: view.t(roleHints[role]),
        }))}
      />
      <CheckboxGroup
        {...field}
        name="rights"
        label={view.t(words.rights)}
        options={[{ value: 'audit', label: view.t(words.audit), hint: view.t(words.auditHint) }]}
      />
      <CheckboxGroup
        {...field}
        name="unitIds"
        label={view.t(words.units)}
        hint={unitsHint(view, state, units)}
        options={units}
        layout="box"
      />
    </>
  )
}

/** The box shows only a few units at a time: the chosen ones are named above it. */
function unitsHint(view: View, state: FormState, units: readonly Option[]): string {
  const chosen = valuesOf(state, 'unitIds')
  const names = units.filter(({ value }) => chosen.includes(value)).map(({ label }) => label.trim())
  if (names.length === 0) return view.t(words.unitsHint)
  return (
    view.t(words.unitsNow, { units: names.join(view.locale === 'en' ? ', ' : '、') }) +
    view.t(words.unitsHint)
  )
}
