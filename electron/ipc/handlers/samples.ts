import type { HandlerGroup } from '../../desk/handler-table.ts'
import { sampleDaySheet, sampleForms } from '../../services/sample-files.ts'

/** Files to practise with. */
export const sampleHandlers: HandlerGroup<'samples.forms' | 'samples.daySheet'> = (desk) => ({
  'samples.forms': () => sampleForms(desk),
  'samples.daySheet': () => sampleDaySheet(desk),
})
