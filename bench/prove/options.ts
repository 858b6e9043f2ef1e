import { parseArgs } from 'node:util'

export const planted = ['lost', 'duplicate', 'unwritten'] as const
export type Plant = (typeof planted)[number]

export type ProveOptions = {
  messages: number
  kills: number
  databaseKills: number
  lostAnswers: number
  seed: number
  plant: Plant | null
  json: boolean
  keep: boolean
  /** Conversations of a simulated day of a contact centre, instead of the kills; null: the kills. */
  centre: number | null
  quietWithinMs: number
}

export const usage = `npm run prove -- [--messages 2000] [--kills 6] [--database-kills N] [--lost-answers 0.02] [--seed N] [--plant lost|duplicate|unwritten] [--json] [--keep]
       npm run prove -- --centre [--conversations 10000]

Kills the product and its database at random times while messages flow, then counts from outside what was lost or doubled.
  --messages N        inbound messages (2000; the full proof takes 20000 with --kills 20)
  --kills N           SIGKILLs of the application: server, launcher, or server and database at once
  --database-kills N  SIGKILLs of the database alone: its main process or one of its others (as many as --kills unless told)
  --lost-answers F    share of the provider's answers that never arrive
  --seed N            the same faults at the same places, as far as timing allows
  --plant FAULT       loses or doubles one message on purpose, or lets the database commit without waiting for its disk (unwritten): the proof has to fail
  --keep              leaves the data folder behind
  --centre            a simulated day of a contact centre instead: waits and abandonment have to equal a recount from events and messages
  --conversations N   of that day (10000)`

const numberFrom = (name: string, value: string | undefined, otherwise: number, most: number): number => {
  const number = value === undefined ? otherwise : Number(value)
  if (!(number >= 0 && number <= most)) throw new Error(`--${name} has to be a number from 0 to ${most}.`)
  return number
}

const plantFrom = (value: string | undefined): Plant | null => {
  if (value === undefined) return null
  const known = planted.find((name) => name === value)
  if (!known) throw new Error(`--plant has to be one of ${planted.join(', ')}.`)
  return known
}

/** Null when only the usage is wanted. Throws a sentence about what is wrong. */
export const readOptions = (args: string[]): ProveOptions | null => {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({
    args,
    options: {
      messages: text,
      kills: text,
      'database-kills': text,
      'lost-answers': text,
      seed: text,
      plant: text,
      json: flag,
      keep: flag,
      centre: flag,
      conversations: text,
      help: { ...flag, short: 'h' },
    },
  })
  if (values.help) return null
  const kills = numberFrom('kills', values.kills, 6, 1000)
  const plant = plantFrom(values.plant)
  return {
    messages: numberFrom('messages', values.messages, 2000, 1_000_000),
    kills,
    databaseKills: numberFrom('database-kills', values['database-kills'], kills, 1000),
    lostAnswers: numberFrom('lost-answers', values['lost-answers'], 0.02, 1),
    seed: numberFrom('seed', values.seed, Date.now() % 1_000_000, 2 ** 31),
    plant,
    json: values.json,
    keep: values.keep,
    centre: values.centre ? numberFrom('conversations', values.conversations, 10_000, 100_000) : null,
    // Receipts of messages that are gone come again and again; what is to be seen is there long before they end.
    quietWithinMs: plant === 'unwritten' ? 15_000 : 300_000,
  }
}
