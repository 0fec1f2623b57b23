import { randomBytes } from 'node:crypto'
import { app } from 'electron'
import { composeCore } from '../compose.ts'
import type { Core } from '../compose.ts'
import { createRouter } from '../ipc/router.ts'
import type { Router } from '../ipc/router.ts'
import { chooseFolder } from './choose-folder.ts'
import { keychain } from './keychain.ts'
import { readStartOptions } from './start-options.ts'
import { openWorkshopLink } from './workshop-host.ts'

/** The core as main holds it: itself, and the border that the window's calls must cross. */
export interface HostedCore {
  readonly core: Core
  readonly router: Router
}

/** Opens the core with what only Electron has to give: keychain, workshop process, folders, a window to wait for. */
export async function openCore(mainDir: string, untilShown: Promise<void>): Promise<HostedCore> {
  const core = await composeCore({
    ...readStartOptions(),
    appVersion: app.getVersion(),
    keychain,
    untilShown,
    chooseFolder,
    openLink: () => openWorkshopLink(mainDir),
  })
  const router = createRouter({
    handlers: core.handlers,
    newReference: () => randomBytes(4).toString('hex'),
    reportDefect: (defect) => console.error(JSON.stringify(defect)),
  })
  return { core, router }
}
