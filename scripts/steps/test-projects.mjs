import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { projectNode, rootDir } from '../bootstrap/paths.mjs'
import { runQuietlyWithDisplay } from './display.mjs'

const REPORT_DIR = join(rootDir, 'out', 'test')

/** More files than this do not fail by accident. */
const MOST_FILES_AGAIN = 2

/**
 * Runs one vitest project of vite.config.ts to its end.
 * Answers `{passed, failed, unsteady, output}`; a test file that could not run at all counts as one failure.
 * With `secondTry` the files that failed run once more on a fresh Optdesk: windows on a busy machine fail now and then
 * for reasons of the machine. What fails again has failed; `unsteady` names what did not, for the report to say so.
 */
export async function runTestProject(project, { env, args = [], secondTry = false }) {
  const first = await run(project, { env, args })
  const again = first.failedFiles
  if (!secondTry || again.length === 0 || again.length > MOST_FILES_AGAIN) return { ...first, unsteady: [] }
  const second = await run(project, { env, args: again.map(({ name }) => name) })
  const passedBefore = again.reduce((sum, { passed }) => sum + passed, 0)
  return {
    passed: first.passed - passedBefore + second.passed,
    failed: second.failed,
    unsteady: second.failed === 0 ? again.flatMap(({ name, failed }) => (failed.length > 0 ? failed : [name])) : [],
    output: `${first.output}\nOnce more:\n${second.output}`,
  }
}

async function run(project, { env, args }) {
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
  return { ...countsOf(await readReport(report), code), output }
}

function countsOf({ numPassedTests, numFailedTests, testResults }, code) {
  const failedFiles = testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name, assertionResults }) => ({
      name,
      passed: assertionResults.filter(({ status }) => status === 'passed').length,
      failed: assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    }))
  const brokenFiles = failedFiles.filter((file) => file.failed.length === 0)
  const failed = numFailedTests + brokenFiles.length
  // An error outside every test leaves the counts clean; the exit code does not lie.
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, failedFiles }
}

async function readReport(report) {
  try {
    return JSON.parse(await readFile(report, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] } // It ended before it could report; its code counts.
  }
}
