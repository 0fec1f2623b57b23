import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { accountState, forgetAccount, saveAccount } from '../../services/sending-account.ts'
import { setRealSending } from '../../services/set-real-sending.ts'
import { testAccount } from '../../services/test-account.ts'

type Method = 'account.get' | 'account.save' | 'account.test' | 'account.forget' | 'account.setReal'

/** The office's account at the provider. No answer holds a secret. */
export const accountHandlers: HandlerGroup<Method> = (desk) => ({
  'account.get': async () => ok(await accountState(desk)),
  'account.save': (input) => saveAccount(desk, input),
  'account.test': () => testAccount(desk),
  'account.forget': () => forgetAccount(desk),
  'account.setReal': ({ isOn }) => setRealSending(desk, isOn),
})
