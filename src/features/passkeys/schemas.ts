import { z } from '@hono/zod-openapi'
import { line } from '../../platform/validation.ts'

/** Devices answer a few hundred bytes; an RSA signature or key is the longest part. */
const binary = z
  .string()
  .regex(/^[\w-]+$/)
  .max(4_000)

/** What a browser's `toJSON` gives of a new key; what else stands in it is not looked at. */
export const newKeySchema = z.object({
  id: binary,
  response: z.object({
    clientDataJSON: binary,
    attestationObject: binary,
  }),
})

/** What a browser's `toJSON` gives of a signature. The user handle is the member's id, in base64url. */
export const assertionSchema = z.object({
  id: binary,
  response: z.object({
    clientDataJSON: binary,
    authenticatorData: binary,
    signature: binary,
    userHandle: binary,
  }),
})
export type SignedIn = z.output<typeof assertionSchema>

export const passkeyNameSchema = z.object({ name: line(40) })

/** The field of a form that carries a device's answer, read by `schema`; null where it is none. */
export function answerOf<T extends z.ZodType>(schema: T, text: string): z.output<T> | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
