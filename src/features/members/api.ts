import { createRoute, z } from '@hono/zod-openapi'
import { printDate } from '../../domain/time/civil.ts'
import { answers, apiRoutes, cursorAfter, idAfter, jsonBody, listOf } from '../../platform/api.ts'
import { contextOf, versionOf } from '../../platform/http.ts'
import { changeMember } from './change-member.ts'
import { createMember } from './create-member.ts'
import { readMember, readMembers, type SeenMember } from './read-member.ts'
import {
  changeMemberSchema,
  createMemberSchema,
  memberListQuery,
  memberSchema,
  type MemberBody,
} from './schemas.ts'

const params = z.object({ id: z.string() })

const list = createRoute({
  method: 'get',
  path: '/members',
  summary: 'The members that you may see: all, or those of your units',
  request: { query: memberListQuery },
  responses: answers(200, 'One page', listOf(memberSchema)),
})

const create = createRoute({
  method: 'post',
  path: '/members',
  summary: 'A new member',
  request: jsonBody(createMemberSchema),
  responses: answers(201, 'The member', memberSchema),
})

const read = createRoute({
  method: 'get',
  path: '/members/{id}',
  summary: 'One member',
  request: { params },
  responses: answers(200, 'The member, as much of it as you may see', memberSchema),
})

const change = createRoute({
  method: 'patch',
  path: '/members/{id}',
  summary: 'Change a member; closing one ends its sessions (If-Match)',
  request: { params, ...jsonBody(changeMemberSchema) },
  responses: answers(200, 'The member as it is now', memberSchema),
})

export const membersApi = apiRoutes()
  .openapi(list, async (c) => {
    const { cursor, limit = 50, ...filter } = c.req.valid('query')
    const { members, next } = await readMembers(contextOf(c), filter, { after: idAfter(cursor), limit })
    return c.json({ items: members.map((member) => toBody(member)), next: cursorAfter(next) }, 200)
  })
  .openapi(create, async (c) => {
    const member = await createMember(contextOf(c), c.req.valid('json'))
    return c.json(toBody(member), 201)
  })
  .openapi(read, async (c) => {
    const member = await readMember(contextOf(c), c.req.valid('param').id)
    c.header('ETag', `"${member.version}"`)
    return c.json(toBody(member), 200)
  })
  .openapi(change, async (c) => {
    const input = { ...c.req.valid('json'), id: c.req.valid('param').id, version: versionOf(c) }
    const member = await changeMember(contextOf(c), input)
    c.header('ETag', `"${member.version}"`)
    return c.json(toBody(member), 200)
  })

function toBody({ closedOn, ...member }: SeenMember): MemberBody {
  return { ...member, closedOn: closedOn === null ? null : printDate(closedOn) }
}
