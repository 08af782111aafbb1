import { createRoute } from '@hono/zod-openapi'
import { answers, apiRoutes, jsonBody } from '../../platform/api.ts'
import { contextOf, versionOf } from '../../platform/http.ts'
import type { Organisation } from '../../platform/organisation.ts'
import { changeOrganisation } from './change-organisation.ts'
import { changeOrganisationSchema, organisationSchema, type OrganisationBody } from './schemas.ts'

const read = createRoute({
  method: 'get',
  path: '/organisation',
  summary: 'Your organisation with its settings',
  responses: answers(200, 'The organisation', organisationSchema),
})

const change = createRoute({
  method: 'patch',
  path: '/organisation',
  summary: 'Change the settings (If-Match)',
  request: jsonBody(changeOrganisationSchema),
  responses: answers(200, 'The organisation as it is now', organisationSchema),
})

export const organisationApi = apiRoutes()
  .openapi(read, (c) => {
    const { org } = contextOf(c)
    c.header('ETag', `"${org.version}"`)
    return c.json(toBody(org), 200)
  })
  .openapi(change, async (c) => {
    const input = { ...c.req.valid('json'), version: versionOf(c) }
    const org = await changeOrganisation(contextOf(c), input)
    c.header('ETag', `"${org.version}"`)
    return c.json(toBody(org), 200)
  })

function toBody({ settings, ...org }: Organisation): OrganisationBody {
  const { excuses, workingDays } = settings
  const { country, weekend } = workingDays
  return { ...org, ...settings, excuses: [...excuses], workingDays: { country, weekend: [...weekend] } }
}
