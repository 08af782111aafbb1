import type { MiddlewareHandler } from 'hono'
import { isSafe, type AppContext, type AppEnv } from '../../platform/http.ts'
import { ownPath } from '../../platform/own-path.ts'
import { tabletSecretOf } from '../../platform/tablet.ts'
import { typedForm, type Typed } from '../../platform/validation.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { Form } from '../../ui/form.tsx'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { viewFor } from '../../ui/view-of-request.ts'
import { sendAgainMessages as words } from './messages.ts'

/**
 * A form that comes when its session has ended, in a browser of one's own: the answer holds all that was typed, to be sent once
 * more after signing in beside it. What stands in a shared tablet waits for its person's PIN. Stands before `requireMember`.
 */
export const offerToSendAgain: MiddlewareHandler<AppEnv> = async (c, next) => {
  const isForm = c.req.header('Content-Type')?.startsWith('application/x-www-form-urlencoded') === true
  const isPartOfPage = c.req.header('HX-Request') === 'true'
  const isTablet = tabletSecretOf(c) !== null
  if (isSafe(c) || c.get('context') || !isForm || isPartOfPage || isTablet) return next()
  return c.html(<SendAgainPage c={c} typed={await typedForm(c)} />, 401)
}

function SendAgainPage({ c, typed }: { c: AppContext; typed: Typed }) {
  const view = viewFor(c)
  return (
    <Layout view={view} title={view.t(words.title)} current="none">
      <PageHeader title={view.t(words.title)} lead={view.t(words.lead)} />
      <Form action={ownPath(c.req.path)}>
        <CarriedFields typed={typed} />
        <div class="actions">
          <ButtonLink href="/" kind="primary" icon="user" target="_blank">
            {view.t(words.signInBeside)}
          </ButtonLink>
          <SubmitButton kind="plain">{view.t(words.sendAgain)}</SubmitButton>
        </div>
      </Form>
    </Layout>
  )
}
