import type { Named } from '../../domain/named.ts'
import { printCode } from '../../domain/sign-in-code.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { controlAttributes, Field, TextInput, valueOf, type FormState } from '../../ui/form.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import type { View } from '../../ui/view.ts'
import { newCodeMessages as words, signInMessages, spelling } from './messages.ts'

type MakeCodeProps = { view: View; member: Named & { id: string } }

/** The button that makes a member's sign-in code and link; `mayMakeSignInLink` says whether to show it. */
export function MakeCode({ view, member }: MakeCodeProps) {
  return (
    <form method="post" action={`/members/${member.id}/sign-in-codes`}>
      <SubmitButton kind="plain">
        {view.t(words.make)}
        <span class="visually-hidden">{view.nameOf(member)}</span>
      </SubmitButton>
    </form>
  )
}

/** The code to read out, how to say it, and where it is typed in. */
export function NewCode({ view, code, address }: { view: View; code: string; address: string }) {
  const label = view.t(words.code)
  return (
    <section class="card" aria-labelledby="new-code">
      <h2 id="new-code">{label}</h2>
      <p class="sign-in-code">{printCode(code)}</p>
      <p class="quiet">{view.t(words.spelled, { spelling: spelling(code, view.locale) })}</p>
      <p>
        {view.t(words.typeItIn)} <strong class="sign-in-address">{address}</strong>
      </p>
      <details>
        <summary>{view.t(words.showAddressQr)}</summary>
        <QrCode label={view.t(words.addressQr)} text={address} />
      </details>
    </section>
  )
}

/** The address to hand on, to scan, or to copy where scripts run. */
export function NewLink({ view, url }: { view: View; url: string }) {
  return (
    <section class="card" aria-labelledby="new-link">
      <h2 id="new-link">{view.t(words.link)}</h2>
      <QrCode label={view.t(words.linkQr)} text={url} />
      <CopyField
        view={view}
        name="address"
        value={url}
        label={view.t(words.address)}
        copy={view.t(words.copy)}
      />
    </section>
  )
}

type SignInFieldProps = { view: View; state: FormState }

/** `isFirst`: the first field to fill in, where typing can begin at once. */
export function CodeField({ view, state, isFirst }: SignInFieldProps & { isFirst: boolean }) {
  const field = {
    view,
    state,
    name: 'code',
    label: view.t(signInMessages.code),
    hint: view.t(signInMessages.codeHint),
    required: true,
  }
  return (
    <Field {...field}>
      <input
        class="input input-code"
        type="text"
        inputmode="text"
        autocomplete="one-time-code"
        autocapitalize="characters"
        autocorrect="off"
        spellcheck={false}
        maxlength={40}
        autofocus={isFirst}
        value={valueOf(state, 'code')}
        {...controlAttributes(field)}
      />
    </Field>
  )
}

/**
 * Which organisation: asked where the store holds several. Where the address or the browser knows it, it is only shown, and
 * can be changed.
 */
export function OrganisationField({ view, state, isKnown }: SignInFieldProps & { isKnown: boolean }) {
  const name = 'organisation'
  const key = valueOf(state, name)
  if (isKnown) {
    return (
      <p>
        <input type="hidden" name={name} value={key} />
        {view.t(signInMessages.organisationIs, { key })} ·{' '}
        <a href="/sign-in?org=">{view.t(signInMessages.changeOrganisation)}</a>
      </p>
    )
  }
  const [label, hint] = [view.t(signInMessages.organisation), view.t(signInMessages.organisationHint)]
  return <TextInput view={view} state={state} name={name} label={label} hint={hint} maxlength={40} required />
}
