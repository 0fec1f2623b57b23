import '@fontsource-variable/source-sans-3/wght.css'
import '@fontsource/ibm-plex-mono/400.css'
import './design/tokens.css'
import './design/base.css'
import { createRoot } from 'react-dom/client'
import { followCore } from './api/events.ts'
import { createQueryClient, readAhead } from './api/queries.ts'
import { App } from './app/app.tsx'
import { allowEmptyHtml } from './app/trusted-html.ts'

allowEmptyHtml()
const client = createQueryClient()
followCore(client)
// What the window rests on is asked for before React draws the first thing that needs it.
readAhead(client, 'preferences.get')
readAhead(client, 'setup.state')

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root')
createRoot(root).render(<App client={client} />)
