import { join } from 'node:path'
import { checkoutDir } from './electron-app.ts'

/** A file of the sample practice, by its name. */
export function samplePath(name: string): string {
  return join(checkoutDir, 'resources', 'sample', name)
}
