import { spawn } from 'node:child_process'

/**
 * Runs a command to its end and keeps what it printed.
 * A command that cannot start answers code 127; one that ran past `timeoutMs` is stopped and answers 124.
 */
export function runQuietly(command, args, { timeoutMs = 0, ...options } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    let isLate = false
    const keep = (chunk) => (output += chunk)
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const timer = timeoutMs > 0 ? setTimeout(() => (isLate = child.kill('SIGKILL')), timeoutMs) : undefined
    child.on('error', (error) => done({ code: 127, output: `${command}: ${error.message}` }))
    child.on('close', (code) => {
      clearTimeout(timer)
      done({ code: isLate ? 124 : (code ?? 1), output })
    })
  })
}

/** Runs a command that must succeed; what it printed becomes the error's message when it does not. */
export async function runOrThrow(command, args, options) {
  const { code, output } = await runQuietly(command, args, options)
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with code ${code}:\n${output.trim()}`)
  return output
}

/** Runs a command in this terminal and answers its exit code; Ctrl+C reaches the command, which then decides. */
export function runInTerminal(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const forward = (signal) => child.kill(signal)
    process.on('SIGINT', forward).on('SIGTERM', forward)
    child.on('error', fail)
    child.on('close', (code, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward)
      done(code ?? (signal ? 1 : 0))
    })
  })
}

/** Runs npm: the one that started us when there is one, else the machine's. */
export function npm(args, options) {
  const npmScript = process.env.npm_execpath
  if (npmScript?.endsWith('.js')) return runOrThrow(process.execPath, [npmScript, ...args], options)
  return runOrThrow('npm', args, { ...options, shell: process.platform === 'win32' })
}
