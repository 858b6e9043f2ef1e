import { unfit, type MessageError, type OutboundContent, type SenderKind } from '@chasqui/contracts'
import { Failure } from '#platform/failure'
import { spoke } from './domain/conversation.ts'
import { freedomOf } from './domain/service-window.ts'
import type { NewMessage } from './domain/message.ts'
import type { ConversationsPorts } from './ports.ts'
import { addUtterance, type Thread, type Utterance } from './thread.ts'

const removed = { code: 'channel.removed', title: 'The channel of this conversation was removed', retryable: false }

const notReached = { code: 'contact.not_reached', title: 'Messages do not reach this person', retryable: false }

const misfits: Record<string, string> = {
  'content.not_unique': 'Every choice needs an id and a title of its own',
  'content.not_trimmed': 'The id of a choice takes no blanks around it',
  'content.missing': 'A name, a title or a text is missing',
  'content.header_not_offered': 'This kind of message takes no such header',
  'file.type_not_offered': 'This channel does not take this type of file here',
}

type Obstacle = MessageError & { path?: string }

/** Why this channel never carries it; null when it does. */
const misfit = ({ channel: { abilities } }: Thread, content: OutboundContent): Obstacle | null => {
  if (abilities.text.max === 0) return removed
  const found = unfit(content, abilities)
  if (!found) return null
  return {
    code: found.code,
    title:
      found.limit === undefined
        ? (misfits[found.code] ?? 'This channel does not offer this kind of message')
        : `This channel allows at most ${found.limit} ${found.unit ? `${found.unit} ` : ''}here`,
    retryable: false,
    path: found.path,
  }
}

/** Why this cannot be said here and now by this sender; null when it can. People may try to reach somebody whom nothing has reached; nothing is said to them by itself. */
export const obstacle = (thread: Thread, content: OutboundContent, by: SenderKind, now: Date): Obstacle | null => {
  const { abilities } = thread.channel
  if (abilities.text.max === 0) return removed
  if (by !== 'agent' && thread.unreachableSince !== null) return notReached
  if (content.type !== 'template' && freedomOf(thread.facts, abilities, by, now) === null) {
    const hours = by === 'agent' ? (abilities.humanWindowHours ?? abilities.serviceWindowHours) : abilities.serviceWindowHours
    return {
      code: 'window.closed',
      title: `More than ${hours} hours have passed since the customer's last message: ${abilities.templates ? 'only a template may be sent' : 'they have to write first'}`,
      retryable: false,
    }
  }
  return misfit(thread, content)
}

const refuse = ({ path, ...error }: Obstacle): never => {
  throw new Failure('invalid', error.code, `${error.title}.`, path ? { errors: [{ path, code: error.code, message: error.title }] } : {})
}

const refuseClosed = ({ facts }: Thread): void => {
  if (facts.state === 'closed') throw new Failure('conflict', 'conversation.closed', 'The conversation is closed. Reopen it first.')
}

/** Fails for what cannot be said later either: whether the service window is open then, nobody knows. */
export const refuseForLater = (thread: Thread, content: OutboundContent): void => {
  refuseClosed(thread)
  const problem = misfit(thread, content)
  if (problem) refuse(problem)
}

/**
 * The one way out to the customer, for people, flows, assistants and reminders. A person is told at once what is wrong (`window.closed`,
 * `content.too_long` …); what a machine says and cannot leave is kept in the thread as failed, with the cause.
 */
export const say = (thread: Thread, ports: ConversationsPorts, utterance: Omit<Utterance, 'error'>): NewMessage => {
  refuseClosed(thread)
  const now = ports.now()
  const problem = obstacle(thread, utterance.content, utterance.sender.kind, now)
  if (problem && utterance.sender.kind === 'agent') refuse(problem)
  const message = addUtterance(thread, ports, { ...utterance, error: problem })
  if (!problem) thread.facts = spoke(thread.facts, utterance.sender.kind, now)
  return message
}
