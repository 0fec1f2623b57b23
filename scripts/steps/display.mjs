import { runInTerminal, runQuietly } from '../bootstrap/run-command.mjs'
import { hasDisplay } from '../bootstrap/system-libraries.mjs'

/** Large enough for the largest page that is looked at, 1920 x 1080, with its window around it. */
const VIRTUAL_DISPLAY = ['-a', '-s', '-screen 0 1920x1200x24']

/** Runs a command that opens windows in this terminal; on a virtual display where there is no real one. */
export function runWithDisplay(command, args, options) {
  return runInTerminal(...onSomeDisplay(command, args), options)
}

/** The same, keeping what the command prints. */
export function runQuietlyWithDisplay(command, args, options) {
  return runQuietly(...onSomeDisplay(command, args), options)
}

function onSomeDisplay(command, args) {
  return hasDisplay() ? [command, args] : ['xvfb-run', [...VIRTUAL_DISPLAY, command, ...args]]
}
