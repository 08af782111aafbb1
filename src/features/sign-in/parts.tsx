import { SubmitButton } from '../../ui/button.tsx'
import { fieldId, TextInput } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { View } from '../../ui/view.ts'
import { newLinkMessages as words } from './messages.ts'

type MakeLinkProps = { view: View; member: { id: string; name: string; nameEn: string | null } }

/** The button that makes a member's sign-in link; `mayMakeSignInLink` says whether to show it. */
export function MakeLink({ view, member }: MakeLinkProps) {
  return (
    <form method="post" action={`/members/${member.id}/sign-in-links`}>
      <SubmitButton kind="plain">
        {view.t(words.make)}
        <span class="visually-hidden">{view.nameOf(member)}</span>
      </SubmitButton>
    </form>
  )
}

/** The address to hand on, with a button that copies it where scripts run. */
export function NewLink({ view, url }: { view: View; url: string }) {
  return (
    <section class="card">
      <TextInput
        view={view}
        state={{ values: { address: url }, errors: {} }}
        name="address"
        label={view.t(words.address)}
        hint={view.t(words.holder)}
        required
      />
      <p>
        <button
          type="button"
          class="button button-plain"
          hidden
          data-copy={fieldId('address')}
          data-copied={view.t(words.copied)}
        >
          <Icon name="copy" />
          {view.t(words.copy)}
        </button>
      </p>
    </section>
  )
}
