import { productVersion } from '../platform/product-version.ts'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import type { Terminal } from './terminal.ts'

/** Commands that `bin/chasqui.mjs` runs itself. */
const launcherCommands: [string, string][] = [
  ['dev', 'start again after each change of the sources'],
  ['build [--if-stale]', 'build the web app'],
  ['prove', 'run the crash proof'],
  ['task NAME', 'check, test, e2e, bench or format'],
]

const optionsLine = 'All take --json (one JSON object per line) and --help. Settings are environment variables, see .env.example.'
const exitLine = 'Exit codes: 0 done, 1 configuration, 2 port, 3 database, 4 migration, 5 disk.'

export const showCommandHelp = (command: Command, terminal: Terminal): void => {
  terminal.say(`chasqui ${command.usage} [--json]\n\n  ${command.summary}`)
  terminal.event({ event: 'help', usage: command.usage, summary: command.summary })
}

export const showHelp = async (terminal: Terminal): Promise<void> => {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()))
  const rows = [...loaded.map(({ usage, summary }): [string, string] => [usage.replace(/ \[.*/, ''), summary]), ...launcherCommands]
  const lines = rows.map(([usage, summary]) => `  ${usage.padEnd(24)} ${summary}`)
  terminal.say(`chasqui ${productVersion}\n\n${lines.join('\n')}\n\n${optionsLine}\n${exitLine}`)
  for (const [usage, summary] of rows) terminal.event({ event: 'help', usage, summary })
}
