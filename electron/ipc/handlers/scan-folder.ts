import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'

/** The folder into which the office's scanner writes. */
export const scanFolderHandlers: HandlerGroup<`scanFolder.${'get' | 'save' | 'choose'}`> = (desk) => ({
  'scanFolder.get': async () => ok(await desk.scanFolder.state()),
  'scanFolder.save': ({ folder }) => desk.scanFolder.watch(folder),
  'scanFolder.choose': async () => ok({ folder: await desk.chooseFolder() }),
})
