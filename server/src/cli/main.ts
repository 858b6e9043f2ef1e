import { isatty } from 'node:tty'
import { processEnvironment } from '../config.ts'
import { readTerminalPreferences } from '../config/terminal-preferences.ts'
import { productVersion } from '../platform/product-version.ts'
import { endWithLauncher } from './end-with-launcher.ts'
import { findCommand, parseRest } from './find-command.ts'
import { showCommandHelp, showHelp } from './show-help.ts'
import { tellFailure } from './tell-failure.ts'
import { createTerminal } from './terminal.ts'
import type { Terminal } from './terminal.ts'

/** The command line tool behind `bin/chasqui.mjs`: finds the command, runs it, turns a failure into three lines and an exit code. */
const perform = async (words: string[], terminal: Terminal, env: ReturnType<typeof processEnvironment>): Promise<number> => {
  const [first = 'help'] = words
  if (['help', '--help', '-h'].includes(first)) return showHelp(terminal).then(() => 0)
  if (['version', '--version', '-v'].includes(first)) {
    terminal.say(productVersion)
    terminal.event({ event: 'version', version: productVersion, node: process.versions.node })
    return 0
  }
  const request = await findCommand(words)
  const { values, words: following } = parseRest(request)
  if (!values['help']) return request.command.run({ env, terminal, values, arguments: following })
  showCommandHelp(request.command, terminal)
  return 0
}

endWithLauncher()
const words = process.argv.slice(2)
const env = processEnvironment()
const preferences = readTerminalPreferences(env, isatty(1))
const terminal = createTerminal(preferences, words.includes('--json'), (text) => process.stdout.write(text))
// A pipe whose reader went away (| head) is no failure.
process.stdout.on('error', () => process.exit(0))

try {
  process.exitCode = await perform(words, terminal, env)
} catch (error) {
  process.exitCode = tellFailure(error, terminal, (text) => process.stderr.write(text))
}
// What was written must be out before the exit; a library's timer or socket must not keep a finished command alive.
await new Promise<void>((resolve) => process.stdout.write('', () => resolve()))
process.exit()
