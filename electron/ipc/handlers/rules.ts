import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { changeRules, tellRules } from '../../services/change-rules.ts'

type Method = 'rules.get' | 'rules.change'

/** When and how often the office may text. */
export const ruleHandlers: HandlerGroup<Method> = (desk) => ({
  'rules.get': async () => ok(await tellRules(desk)),
  'rules.change': (changes) => changeRules(desk, changes),
})
