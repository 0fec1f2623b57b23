// Lies in `resources/app` of the fallback Electron and does what `electron FOLDER` does in an official one.
// It is an ES module that awaits the app's own module at its top level: Electron's `ready` then waits for that module,
// so that the app can still register its schemes.

import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const appDir = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const { productName, name, version, main } = JSON.parse(readFileSync(join(appDir, 'package.json'), 'utf8'))
app.setName(productName ?? name)
app.setVersion(version)
app.setAppPath(appDir)
await import(pathToFileURL(join(appDir, main)).href)
