import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { View } from '../../ui/view.ts'
import { passkeyMessages as words } from './messages.ts'

/** The button that signs in by passkey; a browser that cannot shows nothing. */
export function PasskeySignIn({ view }: { view: View }) {
  return (
    <form
      class="form"
      method="post"
      action="/sign-in/passkey"
      hidden
      data-passkey="sign-in"
      data-passkey-options="/sign-in/passkey/challenges"
    >
      <input type="hidden" name="answer" />
      <NotDone view={view} what="cancelled" />
      <div class="actions">
        <SubmitButton kind="plain" icon="fingerprint">
          {view.t(words.signIn)}
        </SubmitButton>
      </div>
    </form>
  )
}

/** Shown by its island, where the device could do what we ask. */
export function NotDone({ view, what }: { view: View; what: 'cancelled' | 'known' }) {
  return (
    <div hidden {...{ [`data-passkey-${what}`]: '' }}>
      <Notice view={view} kind="warning" title={view.t(words[what])} />
    </div>
  )
}

/** On a browser of one's own that has not been asked yet; its island shows it where the device can. */
export function PasskeySuggestion({ view }: { view: View }) {
  if (view.member?.actor.via.kind !== 'browser') return null
  return (
    <section class="card section" hidden data-passkey-able>
      <h2>{view.t(words.suggestion)}</h2>
      <p>{view.t(words.suggestionHelp)}</p>
      <form class="actions" method="post" action="/account/no-passkey">
        <ButtonLink href="/account/passkeys" kind="plain" icon="fingerprint">
          {view.t(words.suggestionYes)}
        </ButtonLink>
        <SubmitButton kind="quiet">{view.t(words.suggestionNo)}</SubmitButton>
      </form>
    </section>
  )
}
