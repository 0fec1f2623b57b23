import type { FormVersion } from '../../shared/domain/opt-in-form.ts'
import { HARBORVIEW_FORMS } from '../../shared/domain/sample-forms.ts'
import { listFormVersions } from '../db/repos/form-versions.ts'
import type { StoredFormVersion } from '../db/repos/form-versions.ts'
import type { Reader } from '../db/schema.ts'

/** Every sheet that this office has ever handed out, the newest first: what a reader of pictures must know. */
export async function knownSheets(reader: Reader): Promise<readonly FormVersion[]> {
  const versions = await listFormVersions(reader)
  return versions.map(sheetOf).filter((sheet) => sheet !== null)
}

/**
 * The sheet of a stored version. Versions that were kept before sheets were had the layout of the first editions, and only
 * that layout is told of them: their words stand in the version itself.
 */
export function sheetOf({ code, sheet }: StoredFormVersion): FormVersion | null {
  if (sheet !== null) return sheet
  return HARBORVIEW_FORMS.find((first) => first.code === code) ?? null
}
