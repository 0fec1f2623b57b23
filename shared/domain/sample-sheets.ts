import { designForm } from './opt-in-form-design.ts'
import type { FormVersion } from './opt-in-form.ts'
import type { SheetChoice } from './opt-in-form-office.ts'
import { HARBORVIEW_EDITION, HARBORVIEW_FORMS, HARBORVIEW_OFFICE } from './sample-forms.ts'

/** Every way in which a sheet can be printed. */
export const SHEET_CHOICES: readonly SheetChoice[] = (['en', 'es'] as const).flatMap((language) =>
  (['letter', 'a4'] as const).flatMap((paper) =>
    (['regular', 'large'] as const).map((size) => ({ language, paper, size })),
  ),
)

/** The sample practice's sheet of that kind: the ones it hands out on Letter, the others as they are designed. */
export function harborviewSheet(choice: SheetChoice): FormVersion {
  const { version } = designForm(HARBORVIEW_OFFICE, choice, HARBORVIEW_EDITION)
  return HARBORVIEW_FORMS.find(({ code }) => code === version.code) ?? version
}
