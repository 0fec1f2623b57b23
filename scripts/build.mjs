// npm run build: window, main, preload and workshop into dist/.
import { prepareElectron, prepareNode, say } from './bootstrap.mjs'
import { build } from './steps/build.mjs'

await prepareNode()
const runtime = await prepareElectron()
const { code, output } = await build(runtime)
say(code === 0 ? 'Built into dist/.' : output)
process.exit(code)
