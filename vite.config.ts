import { basename, join } from 'node:path'
import react from '@vitejs/plugin-react'
import electron from 'vite-plugin-electron/multi-env'
import type { MultiEnvElectronOptions } from 'vite-plugin-electron/multi-env'
import { defineConfig } from 'vitest/config'
import { leanPackages } from './scripts/build/lean-packages.ts'
import { plainCore } from './scripts/build/plain-core.ts'
import { plainScript } from './scripts/build/plain-script.ts'
import { readSentences } from './scripts/build/read-sentences.ts'

const root = import.meta.dirname
const distDir = (name: string) => join(root, 'dist', name)

/** Native code, WebAssembly and the SDKs of the carrier and of the bucket stay packages; everything else goes into one file. */
const PACKAGES = [
  'better-sqlite3',
  'onnxruntime-node',
  'js-aruco2', // It writes to its own `this`, which a bundle takes away.
  '@napi-rs/image',
  '@hyzyla/pdfium',
  '@aws-sdk/client-s3',
  '@aws-sdk/s3-request-presigner',
  '@vonage/auth',
  '@vonage/jwt',
  '@vonage/messages',
  '@vonage/reports',
  'debug', // The SDK's own, or switching it off would switch off a copy.
]

/** Built apart from the core and read by it when they are needed. */
const SDK_PARTS = ['quiet-sdk', 'safe-messages', 'safe-reports'].map((name) => `provider/${name}.ts`)

/** One target of the Electron side: its entries below `electron/`. The oldest Electron that must run it has Node 20. */
function nodeTarget(
  name: string,
  entries: readonly string[],
  output: { format: 'es' | 'cjs'; file: string },
): MultiEnvElectronOptions {
  return {
    name,
    input: Object.fromEntries(entries.map((entry) => [basename(entry, '.ts'), join(root, 'electron', entry)])),
    bundleDeps: { both: { include: true, exclude: PACKAGES } },
    options: {
      build: {
        outDir: distDir(name === 'preload' ? 'preload' : 'main'),
        emptyOutDir: false,
        target: 'node20',
        minify: false,
        rolldownOptions: {
          output: {
            format: output.format,
            entryFileNames: output.file,
            chunkFileNames: '[name]-[hash].js',
            comments: false,
          },
        },
      },
    },
  }
}

const electronTargets = electron([
  nodeTarget('main', ['main.ts'], { format: 'es', file: 'main.js' }),
  // A plain script, so that it can be kept compiled: see electron/app/compiled-core.ts.
  nodeTarget('core', ['app/core-host.ts'], { format: 'cjs', file: 'core.cjs' }),
  // What the core reads at its first request. The SDK's packages can be read as modules only.
  nodeTarget('sdk', SDK_PARTS, { format: 'es', file: 'sdk/[name].js' }),
  // A sandboxed preload must be CommonJS.
  nodeTarget('preload', ['preload.ts'], { format: 'cjs', file: 'preload.cjs' }),
  nodeTarget('workshop', ['workshop/process.ts'], { format: 'es', file: 'workshop.js' }),
])

export default defineConfig(({ mode }) => ({
  root: join(root, 'renderer'),
  base: './',
  publicDir: false,
  plugins: [
    react(),
    leanPackages(),
    readSentences(),
    plainScript(),
    plainCore({ compiledFile: join(distDir('main'), 'core.compiled'), partsReadLater: SDK_PARTS }),
    ...(mode === 'test' ? [] : electronTargets),
  ],
  build: {
    outDir: distDir('renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0, // The page's policy allows no data: addresses.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_000,
  },
  test: {
    root,
    projects: [
      {
        test: {
          name: 'node',
          root,
          include: ['{shared,electron,scripts,tests}/**/*.test.{ts,mjs}'],
          exclude: ['tests/e2e/**', 'tests/packaged/**'],
          testTimeout: 20_000,
        },
      },
      {
        test: { name: 'dom', root, include: ['renderer/**/*.test.{ts,tsx}'], environment: 'happy-dom' },
      },
      {
        test: {
          name: 'e2e',
          root,
          include: ['tests/e2e/specs/*.spec.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'packaged',
          root,
          include: ['tests/packaged/*.test.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
}))
