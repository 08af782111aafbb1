import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { emptied } from './emptied.ts'

/**
 * Of `@simplewebauthn/server` all that is for attestation: its formats, certificates (X.509), and lists of makers. We ask
 * devices for none (docs/decisions/014). Whoever calls something of it nevertheless gets an error, which refuses the answer.
 */
const leftOut = [
  'registration/verifications/',
  'services/defaultRootCerts/',
  'services/metadataService.js',
  'metadata/verifyMDSBlob.js',
  'helpers/convertX509PublicKeyToCOSE.js',
  'helpers/getCertificateInfo.js',
  'helpers/isCertRevoked.js',
  'helpers/validateCertificatePath.js',
]

/** What it reads the two numbers of an ECDSA signature with; a few lines of ours do the same. */
const asn1 = ['@peculiar/asn1-schema', '@peculiar/asn1-ecc']
const ours = join(import.meta.dirname, 'stand-ins/asn1.ts')

/** Fails where something to be left out is not met, as in another version of the library: what came instead would grow unseen. */
export const withoutAttestation: Plugin = {
  name: 'without-attestation',
  setup(plugins) {
    const met = new Set<string>()
    plugins.onStart(() => met.clear())
    plugins.onLoad({ filter: /[\\/]@simplewebauthn[\\/]server[\\/]/ }, ({ path }) => {
      met.add('the library')
      const part = leftOut.find((one) => path.replaceAll('\\', '/').includes(`/server/esm/${one}`))
      if (part === undefined) return null
      met.add(part)
      return { contents: emptied(path, readFileSync(path, 'utf8'), 'docs/decisions/014') }
    })
    plugins.onResolve({ filter: /^@peculiar[/]/ }, ({ path }) => {
      if (!asn1.includes(path)) return null
      met.add(path)
      return { path: ours }
    })
    plugins.onEnd(() => ({
      errors: [...leftOut, ...asn1]
        .filter((part) => met.size > 0 && !met.has(part))
        .map((part) => ({
          text: `@simplewebauthn/server: ${part} was to be left out (decision 014), and is not there`,
        })),
    }))
  },
}
