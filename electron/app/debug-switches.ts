/** Chromium's and Node's switches that would let another program look into or steer this one. */
const DEBUG_SWITCH = /^--(inspect|remote-debugging|remote-allow-origins|js-flags)/

/** True when a command line asks to be watched or steered from outside; an installed Optdesk does not start then. */
export function hasDebugSwitch(commandLine: readonly string[]): boolean {
  return commandLine.some((argument) => DEBUG_SWITCH.test(argument))
}
