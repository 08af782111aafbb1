import { Field, controlAttributes, type FormState } from '../../ui/form.tsx'
import { Table } from '../../ui/table.tsx'
import { Ago } from '../../ui/time.tsx'
import type { View } from '../../ui/view.ts'
import { onTabletMessages, tabletMessages as words } from './messages.ts'
import type { SharedTablet, TabletPerson } from './queries.ts'

export function TabletTable({ view, tablets }: { view: View; tablets: readonly SharedTablet[] }) {
  return (
    <Table
      caption={view.t(words.caption)}
      captionHidden
      rows={tablets}
      columns={[
        { label: view.t(words.name), header: true, cell: ({ name }) => name },
        { label: view.t(words.unit), cell: ({ unit }) => view.nameOf(unit) },
        { label: view.t(words.madeBy), cell: ({ madeBy }) => view.nameOf(madeBy) },
        {
          label: view.t(words.used),
          cell: ({ usedAt }) => (usedAt === null ? view.t(words.neverUsed) : <Ago view={view} at={usedAt} />),
        },
        {
          label: view.t(words.state),
          cell: ({ revokedAt }) => view.t(revokedAt === null ? words.active : words.revoked),
        },
        {
          label: view.t(words.revoke),
          labelHidden: true,
          cell: ({ id, name, revokedAt }) =>
            revokedAt === null && (
              <a class="button button-danger" href={`/tablets/${id}/revocation`}>
                {view.t(words.revoke)}
                <span class="visually-hidden">{name}</span>
              </a>
            ),
        },
      ]}
    />
  )
}

/** Names as large buttons, for a finger in passing. */
export function PeopleButtons({ view, people }: { view: View; people: readonly TabletPerson[] }) {
  return (
    <ul class="people">
      {people.map((person) => (
        <li>
          <a class="button person" href={`/tablet/sign-in?member=${person.id}`}>
            {view.nameOf(person)}
            {person.isLocked && <span class="quiet">{view.t(onTabletMessages.locked)}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}

type PinInputProps = {
  view: View
  state: FormState
  name: string
  label: string
  hint?: string
  focus?: boolean
}

/**
 * A field for digits that nobody at one's shoulder reads. Not of the type `password`, and `off`: browsers would keep what was
 * typed, and offer it to the next person on a tablet that many share.
 */
export function PinInput({ focus = false, hint, ...props }: PinInputProps) {
  const field = { ...props, required: true, ...(hint !== undefined && { hint }) }
  return (
    <Field {...field}>
      <input
        class="input input-pin"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        maxlength={12}
        autofocus={focus}
        {...controlAttributes(field)}
      />
    </Field>
  )
}
