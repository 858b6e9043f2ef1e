import { commandIn } from './always-words.ts'
import { leaveCalls } from './calls.ts'
import { close, handOver } from './endings.ts'
import type { CustomerMessage } from './heard.ts'
import type { Turn } from './turn.ts'
import { retrace, say, trace } from './turn.ts'
import type { Way } from './way.ts'
import { go } from './way.ts'

/** Where an always-on word of the run's own flow leads, if the message is one; null when it is not. */
export const obey = (turn: Turn, message: CustomerMessage): Way | null => {
  const command = commandIn(message.text, turn.own.always)
  if (command !== null) retrace(turn, 'word')
  switch (command) {
    case null:
      return null
    case 'human':
      return callPerson(turn)
    case 'restart':
      leaveCalls(turn)
      return go(turn.own.start)
    case 'stop':
      return stop(turn)
  }
}

/** Where a call for a person leads; null when the message is none. Of all always-on words this is the only one that already counts before the flow has said anything. */
export const obeyFirst = (turn: Turn, message: CustomerMessage): Way | null => {
  if (commandIn(message.text, turn.own.always) !== 'human') return null
  trace(turn, turn.own.start, 'word', message.text)
  return callPerson(turn)
}

const callPerson = (turn: Turn): Way => {
  leaveCalls(turn)
  const { humanNode } = turn.own.always
  return humanNode === null ? handOver(turn, turn.notes.askedForPerson) : go(humanNode)
}

const stop = (turn: Turn): Way => {
  leaveCalls(turn)
  const { stopNode } = turn.own.always
  if (stopNode !== null) return go(stopNode)
  say(turn, turn.phrases.stopped)
  return close(turn, 'stopped_by_customer', 'stopped')
}
