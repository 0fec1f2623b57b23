// npm run build: window, main, preload and workshop into dist/.
import { prepareNode, say } from './bootstrap.mjs'
import { build } from './steps/build.mjs'

await prepareNode()
const { code, output } = await build()
say(code === 0 ? 'Built into dist/.' : output)
process.exit(code)
