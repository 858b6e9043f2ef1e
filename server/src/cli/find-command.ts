import { parseArgs } from 'node:util'
import type { Command, OptionValues } from './command.ts'
import { commands } from './commands.ts'
import { usageError } from './tell-failure.ts'

/** What a command line asks for: a command and what follows its one or two words. */
export type Request = { name: string; command: Command; rest: string[] }

const nearest = (word: string): string => {
  const names = Object.keys(commands)
  return names.filter((name) => name.startsWith(word.slice(0, 3))).join(', ') || names.join(', ')
}

/** Takes the first appearance of each of the command's own words away. */
const without = (words: string[], own: string[]): string[] => {
  const rest = [...words]
  for (const word of own) rest.splice(rest.indexOf(word), 1)
  return rest
}

export const findCommand = async (words: string[]): Promise<Request> => {
  const named = words.filter((word) => !word.startsWith('-'))
  for (const length of [2, 1]) {
    const name = named.slice(0, length).join(' ')
    const load = commands[name]
    if (load && named.length >= length) return { name, command: await load(), rest: without(words, named.slice(0, length)) }
  }
  throw usageError(`There is no command "${named.join(' ')}".`, `Commands: ${nearest(named[0] ?? '')}. Run "chasqui help" for all.`)
}

/** Options and words of a command; an unknown option or a word too many is a usage error that shows how to write it. */
export const parseRest = ({ command, rest }: Request): { values: OptionValues; words: string[] } => {
  const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, ...command.options } as const
  const write = `Write: chasqui ${command.usage} [--json]`
  try {
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true })
    if (positionals.length > (command.takes ?? 0)) throw new Error(`"${positionals.at(-1)}" is one word too many`)
    return { values, words: positionals }
  } catch (error) {
    throw usageError(`${(error as Error).message.split('. ')[0]}.`, write)
  }
}
