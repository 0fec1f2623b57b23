import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { projectNode, rootDir } from '../bootstrap/paths.mjs'
import { runQuietlyWithDisplay } from './display.mjs'

const REPORT_DIR = join(rootDir, 'out', 'test')

/**
 * Runs one vitest project of vite.config.ts to its end.
 * Answers `{passed, failed, output}`; a test file that could not run at all counts as one failure.
 */
export async function runTestProject(project, { env, args = [] }) {
  await mkdir(REPORT_DIR, { recursive: true })
  const report = join(REPORT_DIR, `${project}.json`)
  await rm(report, { force: true })
  const vitest = join(rootDir, 'node_modules', 'vitest', 'vitest.mjs')
  const { code, output } = await runQuietlyWithDisplay(
    projectNode,
    [
      vitest,
      'run',
      '--project',
      project,
      '--passWithNoTests',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    { cwd: rootDir, env },
  )
  return { ...(await readCounts(report, code)), output }
}

async function readCounts(report, code) {
  const { numPassedTests, numFailedTests, testResults } = await readReport(report)
  const brokenFiles = testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && !assertionResults.some((result) => result.status === 'failed')
  })
  const failed = numFailedTests + brokenFiles.length
  // An error outside every test leaves the counts clean; the exit code does not lie.
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed }
}

async function readReport(report) {
  try {
    return JSON.parse(await readFile(report, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] } // It ended before it could report; its code counts.
  }
}
