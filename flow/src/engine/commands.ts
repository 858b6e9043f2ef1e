import { commandIn } from './always-words.ts'
import { close, handOver } from './endings.ts'
import type { CustomerMessage } from './heard.ts'
import type { Turn } from './turn.ts'
import { say } from './turn.ts'
import { walk } from './walk.ts'

/** Follows an always-on word, if the message is one; false when it is not. */
export const obey = (turn: Turn, message: CustomerMessage): boolean => {
  switch (commandIn(message.text, turn.definition.always)) {
    case null:
      return false
    case 'human':
      callPerson(turn)
      return true
    case 'restart':
      walk(turn, turn.definition.start)
      return true
    case 'stop':
      stop(turn)
      return true
  }
}

/** Whether the customer asks for a person, and if so, calls one. Of all always-on words this is the only one that already counts before the flow has said anything. */
export const obeyFirst = (turn: Turn, message: CustomerMessage): boolean => {
  if (commandIn(message.text, turn.definition.always) !== 'human') return false
  callPerson(turn)
  return true
}

const callPerson = (turn: Turn): void => {
  const { humanNode } = turn.definition.always
  if (humanNode === null) handOver(turn, turn.notes.askedForPerson)
  else walk(turn, humanNode)
}

const stop = (turn: Turn): void => {
  const { stopNode } = turn.definition.always
  if (stopNode !== null) return walk(turn, stopNode)
  say(turn, turn.phrases.stopped)
  close(turn, 'stopped_by_customer', 'stopped')
}
