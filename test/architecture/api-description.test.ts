import { createConfig, lintFromString } from '@redocly/openapi-core'
import { expect, it } from 'vitest'
import { apiRoutes } from '../../src/app.ts'
import { describeApi } from '../../src/features/api-docs/describe-api.ts'

/** A foreign judge: is it OpenAPI 3.1, does it name what it refers to, do its examples fit? In Node, for the judge needs `eval`. */
async function faultsOf(source: string): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended-strict'] })
  const problems = await lintFromString({ source, absoluteRef: '/openapi.json', config })
  return problems.map(
    ({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`,
  )
}

function description(): string {
  const routes = apiRoutes()
  return JSON.stringify(describeApi((head) => routes.getOpenAPI31Document(head)))
}

it('the description of the API is valid to the strictest of a foreign judge', async () => {
  expect(await faultsOf(description())).toEqual([])
})

it.each([
  ['"operationId":"getUnit"', '"operationId":"listUnits"', 'operation-operationId-unique'],
  ['"title":"Rounds"', '"name":"Rounds"', 'struct'],
  ['#/components/schemas/Unit"', '#/components/schemas/Nothing"', 'no-unresolved-refs'],
])('that judge does see %s as %s', async (right, wrong, rule) => {
  const faults = await faultsOf(description().replace(right, wrong))
  expect(faults.join('\n')).toContain(rule)
})
