import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { updatePractice, updatePreferences } from '../../services/update-settings.ts'

type Method = 'practice.get' | 'practice.update' | 'preferences.get' | 'preferences.update'

/** The practice as it names itself, and how the window looks. */
export const practiceHandlers: HandlerGroup<Method> = (desk) => ({
  'practice.get': async () => ok(desk.practice()),
  'practice.update': (changes) => updatePractice(desk, changes),
  'preferences.get': async () => ok(desk.settings.preferences()),
  'preferences.update': (changes) => updatePreferences(desk, changes),
})
