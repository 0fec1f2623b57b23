import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Configuration } from 'electron-builder'
import { checkoutDir } from './electron-app.ts'

/** Where the test's package lies; the real installers go elsewhere. */
const OUTPUT_DIR = join(checkoutDir, 'out', 'packaged-test')

/**
 * Packs the built app as an installer would, into a folder, with the runtime that the set-up found.
 * It differs from an installed Optdesk in one mark inside the package, which lets a test drive it.
 * Answers the path of the executable.
 */
export async function buildPackagedApp(): Promise<string> {
  await rm(OUTPUT_DIR, { recursive: true, force: true })
  // Linked files would let the fuses of this package change those of the runtime it was made from. electron-builder
  // reads this as it is loaded.
  process.env['USE_HARD_LINKS'] = 'false'
  const { build, Platform } = await import('electron-builder')
  await build({
    projectDir: checkoutDir,
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: {
      extends: join(checkoutDir, 'electron-builder.yml'),
      directories: { output: OUTPUT_DIR },
      electronDist: named('OPTDESK_ELECTRON_DIST'),
      electronVersion: named('OPTDESK_ELECTRON_VERSION'),
      extraMetadata: { mayBeDriven: true },
      afterPack: removeFallbackLoader,
      ...bindingOfFallback(),
    },
  })
  return join(OUTPUT_DIR, executableName())
}

/** The fallback Electron loads a checkout by a loader of its own, which a package must not contain. */
async function removeFallbackLoader({ appOutDir }: { readonly appOutDir: string }): Promise<void> {
  await rm(join(appOutDir, 'resources', 'app'), { recursive: true, force: true })
}

/** Added to what electron-builder.yml lists. */
function bindingOfFallback(): Pick<Configuration, 'extraResources'> {
  const binding = process.env['OPTDESK_SQLITE_BINDING']
  return binding ? { extraResources: [{ from: binding, to: join('native', 'better_sqlite3.node') }] } : {}
}

function executableName(): string {
  const names = [
    join('linux-unpacked', 'optdesk'),
    join('win-unpacked', 'Optdesk.exe'),
    join('mac', 'Optdesk.app', 'Contents', 'MacOS', 'Optdesk'),
    join('mac-arm64', 'Optdesk.app', 'Contents', 'MacOS', 'Optdesk'),
  ]
  const name = names.find((candidate) => existsSync(join(OUTPUT_DIR, candidate)))
  if (name === undefined) throw new Error(`electron-builder left no executable in ${OUTPUT_DIR}`)
  return name
}

function named(variable: string): string {
  const value = process.env[variable]
  if (!value) throw new Error(`${variable} is not set. Run this test by \`npm test -- packaged\`.`)
  return value
}
