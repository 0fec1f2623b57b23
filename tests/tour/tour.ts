import { openStage } from './stage.ts'
import type { Stage } from './stage.ts'
import { checkForms } from './check-forms.ts'
import { loseTheNetwork, networkBack } from './network.ts'
import { stopComesIn } from './stop.ts'
import { takeInTheDay, writeAlert } from './write-alert.ts'

/** The main job in the real program with the sample practice: paper, day sheet, alert, no network, network, STOP. */
async function takeTour(stage: Stage): Promise<void> {
  await stage.show('today', 'Optdesk opens in practice: nothing reaches a real phone.')
  await checkForms(stage)
  await takeInTheDay(stage)
  await loseTheNetwork(stage)
  await writeAlert(stage)
  await networkBack(stage)
  await stopComesIn(stage)
}

const stage = await openStage()
try {
  await takeTour(stage)
  console.log('The tour is over. Its pictures are in out/tour/.')
} catch (thrown) {
  await stage.show('stuck', 'The tour got stuck here.').catch(() => undefined)
  console.error(thrown)
  process.exitCode = 1
} finally {
  await stage.close()
}
