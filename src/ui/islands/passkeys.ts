import {
  browserSupportsWebAuthn,
  platformAuthenticatorIsAvailable,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'

/**
 * `<form hidden data-passkey="add|sign-in" data-passkey-options="PATH">` asks the device for a passkey and sends its answer in
 * the field `answer`. In it, `[data-passkey-cancelled]` and `[data-passkey-known]` say what the device would not do.
 * `[data-passkey-able]` is shown where a browser can, `[data-passkey-unable]` is hidden then; without scripts nothing happens.
 */
const isAble = browserSupportsWebAuthn()
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (!isAble) continue
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void askDevice(form)
  })
}
for (const sentence of document.querySelectorAll<HTMLElement>('[data-passkey-unable]'))
  sentence.hidden = isAble

/** Quietly, where the device itself knows fingers or faces. */
const suggestions = document.querySelectorAll<HTMLElement>('[data-passkey-able]')
if (isAble && suggestions.length > 0) void showSuggestions()

async function showSuggestions(): Promise<void> {
  if (!(await platformAuthenticatorIsAvailable())) return
  for (const suggestion of suggestions) suggestion.hidden = false
}

async function askDevice(form: HTMLFormElement): Promise<void> {
  const answer = form.elements.namedItem('answer')
  const button = form.querySelector('button')
  if (!(answer instanceof HTMLInputElement) || button === null) return
  say(form, null)
  button.disabled = true
  try {
    answer.value = JSON.stringify(await answerOf(form))
    form.submit()
  } catch (fault) {
    say(form, fault instanceof Error && fault.name === 'InvalidStateError' ? 'known' : 'cancelled')
    button.disabled = false
  }
}

async function answerOf(form: HTMLFormElement): Promise<unknown> {
  const response = await fetch(form.dataset.passkeyOptions ?? '', { method: 'POST' })
  // Signed out meanwhile, or one passkey too many: the page that the form leads to says so.
  if (!response.ok) return null
  const optionsJSON = await response.json()
  return form.dataset.passkey === 'add'
    ? startRegistration({ optionsJSON })
    : startAuthentication({ optionsJSON })
}

function say(form: HTMLFormElement, what: 'cancelled' | 'known' | null): void {
  for (const name of ['cancelled', 'known']) {
    const sentence = form.querySelector<HTMLElement>(`[data-passkey-${name}]`)
    if (sentence) sentence.hidden = name !== what
  }
}
