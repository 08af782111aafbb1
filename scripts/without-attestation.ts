import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Plugin } from 'esbuild'

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

/** What is left of packages that an ECDSA signature (two numbers in DER) is read with. */
const kept: Record<string, string> = {
  '@peculiar/asn1-ecc': './ec_signature_value.js',
  '@peculiar/utils': './bytes/index.js',
}

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
      return { contents: emptied(readFileSync(path, 'utf8')) }
    })
    plugins.onLoad({ filter: /[\\/]@peculiar[\\/][\w-]+[\\/]build[\\/]\w+[\\/]index\.js$/ }, ({ path }) => {
      const name = Object.keys(kept).find((one) => path.replaceAll('\\', '/').includes(`/${one}/`))
      if (name === undefined) return null
      met.add(name)
      return { contents: `export * from '${kept[name]}'`, resolveDir: dirname(path) }
    })
    plugins.onEnd(() => ({
      errors: [...leftOut, ...Object.keys(kept)]
        .filter((part) => met.size > 0 && !met.has(part))
        .map((part) => ({
          text: `@simplewebauthn/server: ${part} was to be left out (decision 014), and is not there`,
        })),
    }))
  },
}

/** The same names, and nothing behind them. */
function emptied(source: string): string {
  const names = [...source.matchAll(/^export (?:async function|function|const|class) (\w+)/gm)]
  const text = 'left out of the bundle: docs/decisions/014'
  return names.map(([, name]) => `export function ${name}() { throw new Error('${text}') }`).join('\n')
}
