// First of all: what it asks the core is answered while the modules below it run.
import { client, firstReads } from './api/first-reads.ts'
import '@fontsource-variable/source-sans-3/wght.css'
import '@fontsource/ibm-plex-mono/400.css'
import './design/tokens.css'
import './design/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { allowEmptyHtml } from './app/trusted-html.ts'
import { beginFirstDrawing } from './design/first-drawing.ts'

allowEmptyHtml()
beginFirstDrawing()
const root = document.getElementById('root')
if (!root) throw new Error('The page has no root')
const place = createRoot(root)
void firstReads.then(() => place.render(<App client={client} />))
