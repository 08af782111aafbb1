import type { ZodType } from 'zod'

// What the API is like is written down when the service is built (docs/decisions/018), so that the Worker needs nothing of
// `@asteasolutions/zod-to-openapi` but that its names are there: in the bundle this module stands for it.

export function extendZodWithOpenApi(zod: { ZodType: { prototype: unknown } }): void {
  Object.assign(zod.ZodType.prototype as ZodType, {
    openapi(this: ZodType) {
      return this
    },
  })
}

export class OpenAPIRegistry {
  readonly definitions = []
  registerPath(): void {}
}

export function OpenApiGeneratorV3(): never {
  throw new Error('the description is made when the service is built: docs/decisions/018')
}

export const OpenApiGeneratorV31 = OpenApiGeneratorV3

export function getOpenApiMetadata(): Record<string, never> {
  return {}
}
