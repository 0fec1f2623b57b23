import { expect, test } from 'vitest'
import { bundleFileOf } from './bundle-file.ts'

const ROOT = '/opt/optdesk/dist/renderer'

test.each([
  ['app://bundle/', `${ROOT}/index.html`],
  ['app://bundle/index.html', `${ROOT}/index.html`],
  ['app://bundle/assets/window-a1.js?v=1#/people', `${ROOT}/assets/window-a1.js`],
])('%s is a file of the window', (address, path) => {
  expect(bundleFileOf(address, ROOT)?.path).toBe(path)
})

test.each([
  'app://bundle/../main/main.js',
  'app://bundle/..%2fmain%2fmain.js',
  'app://bundle/..%2f..%2f..%2f..%2fetc%2fhosts.json',
  'app://bundle/%252e%252e%252fmain%252fmain.js',
  'app://bundle/..%5cmain%5cmain.js',
  'app://bundle/assets/x%00.js',
  'app://bundle/%ff.js',
  'app://bundle//etc/hosts.json/../../../x.js%',
  'app://evil/index.html',
  'https://bundle/index.html',
  'app://bundle/store.db',
  'not an address',
])('%s is nothing', (address) => {
  const file = bundleFileOf(address, ROOT)
  // `..` in plain letters is resolved by the address itself and then stays inside; it may only ever mean our folder.
  if (file) expect(file.path.startsWith(`${ROOT}/`)).toBe(true)
  else expect(file).toBeUndefined()
})

test('a file beside the folder whose name begins alike is not inside it', () => {
  expect(bundleFileOf('app://bundle/..%2frenderer-old/index.html', ROOT)).toBeUndefined()
})
