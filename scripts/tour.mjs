// npm run tour: the main job in the real app, unattended; pictures in out/tour/.
import { prepareElectron, prepareNode, say } from './bootstrap.mjs'
import { buildIfStale } from './steps/build.mjs'
import { takeTour } from './steps/tour.mjs'

await prepareNode()
const runtime = await prepareElectron()
const failedBuild = await buildIfStale(runtime, say)
if (failedBuild !== undefined) {
  console.error(failedBuild)
  process.exit(1)
}
process.exit(await takeTour(runtime, process.argv.slice(2)))
