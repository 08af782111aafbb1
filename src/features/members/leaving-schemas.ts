import { z } from '@hono/zod-openapi'
import { id } from '../../platform/validation.ts'

export const releaseSchema = z
  .strictObject({
    /** who does what is assigned to the leaver from now on; null: whoever of the unit comes first */
    handOverTo: id.nullable(),
  })
  .openapi('Release', { example: { handOverTo: null } })

export const releasedSchema = z
  .object({ id: z.string(), closedOn: z.string(), version: z.number().int() })
  .openapi('Released')

const count = z.number().int()

export const leavingSchema = z
  .object({
    memberId: z.string(),
    /** unsettled rounds that are assigned to the member; `isMore`: more than `count` */
    rounds: z.object({
      count,
      isMore: z.boolean(),
      groups: z.array(
        z.object({ dutyId: z.string().nullable(), title: z.string(), count, firstDueAt: z.string() }),
      ),
    }),
    /** units that have no other lead, or nobody else who does rounds; of a branch its top */
    onlyLeadOf: z.array(z.string()),
    onlyPerformerOf: z.array(z.string()),
    /** what waits for the word of units that have no other lead */
    waiting: z.object({ excuses: count, lateEntries: count, missReasons: count }),
    feeds: z.array(z.object({ id: z.string(), name: z.string() })),
    sessions: count,
    hasSignInLink: z.boolean(),
    passkeys: count,
    tabletPins: count,
    accessTokens: count,
    /** leaves of the member for which somebody stands in, and leaves of others for which the member does */
    deputies: z.array(z.object({ id: z.string(), deputyId: z.string() })),
    standsIn: z.array(z.object({ id: z.string(), memberId: z.string() })),
    isLastAdmin: z.boolean(),
  })
  .openapi('Leaving')
