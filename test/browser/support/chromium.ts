import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import packed, { inflate } from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

const temporary = join(import.meta.dirname, '../../../.tmp')
const packages = createRequire(import.meta.url)
const packageFolder = join(dirname(packages.resolve('@sparticuz/chromium')), '..')

/**
 * Starts the Chromium of the npm package `@sparticuz/chromium`, with the libraries that it ships and a Chinese font: no
 * system packages. The first use unpacks it into `.tmp`. Who launches it closes it.
 */
export async function launchChromium(): Promise<Browser> {
  const folder = await unpackedChromium()
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--font-render-hinting=none'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  })
}

/** Unpacked beside its place and then moved there, so that a run that was cut short, or a parallel one, does no harm. */
async function unpackedChromium(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(temporary, `chromium-${version}`)
  if (existsSync(folder)) return folder
  const unpacking = `${folder}-${process.pid}`
  await mkdir(unpacking, { recursive: true })
  await unpackInto(unpacking)
  await writeFile(join(unpacking, 'fonts.conf'), fontConfig(folder))
  try {
    await rename(unpacking, folder)
  } catch (fault) {
    await rm(unpacking, { recursive: true })
    if (!existsSync(folder)) throw fault
  }
  return folder
}

/** The package unpacks into the folder for temporary files, wherever that is. */
async function unpackInto(folder: string): Promise<void> {
  const { TMPDIR } = process.env
  process.env.TMPDIR = folder
  try {
    await packed.executablePath()
    await inflate(join(packageFolder, 'bin/al2023.tar.br'))
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}

/** Only the one family, so that text looks the same wherever the tests run. */
function fontConfig(folder: string): string {
  const family = dirname(packages.resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const weights = ['400Regular', '500Medium', '600SemiBold', '700Bold']
  const directories = weights.map((weight) => `<dir>${join(family, weight)}</dir>`)
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${directories.join('\n')}
<cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`
}
