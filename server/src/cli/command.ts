import type { ParseArgsConfig } from 'node:util'
import type { Environment } from '../config.ts'
import type { Terminal } from './terminal.ts'

export type OptionValues = Record<string, string | boolean | (string | boolean)[] | undefined>
export type Invocation = { env: Environment; terminal: Terminal; values: OptionValues; arguments: string[] }

/** One command of the tool. `run` returns an exit code, or throws a StartError. */
export type Command = {
  usage: string
  summary: string
  options?: NonNullable<ParseArgsConfig['options']>
  /** How many words may follow the command. */
  takes?: number
  run(invocation: Invocation): Promise<number>
}

export const textOf = (values: OptionValues, name: string): string | undefined => {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
