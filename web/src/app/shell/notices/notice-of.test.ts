import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Conversation, Message } from '@chasqui/contracts'
import { type News, noticeOf, pressingInstant } from './notice-of.ts'

const talk = (assignee: string | null, state: Conversation['state'] = 'active') =>
  ({ state, assignee: assignee && { id: assignee, name: assignee } }) as Partial<Conversation> as Conversation
const said = (direction: Message['direction'], by: string) => ({ direction, sender: { kind: 'agent', id: by, name: by } }) as Partial<Message> as Message
const calling = (id: string) => ({ ...said('note', 'other'), context: { mentions: [{ id, name: id }] } }) as Message
const news = (part: Partial<News>): News => ({ conversation: talk('me'), messages: [], given: false, waited: false, presses: false, ...part })

test('each kind is told to whom it concerns, once, and nothing else is', () => {
  const cases: [Partial<News>, string | null][] = [
    [{}, null],
    [{ messages: [said('in', 'customer')] }, 'message'],
    [{ messages: [said('in', 'customer')], conversation: talk('other') }, null],
    [{ messages: [said('out', 'me')] }, null],
    [{ messages: [said('note', 'other')] }, 'note'],
    [{ messages: [said('note', 'me')] }, null],
    [{ messages: [said('note', 'other')], conversation: talk('other') }, null],
    [{ messages: [calling('me')], conversation: talk('other') }, 'mention'],
    [{ messages: [calling('somebody else')], conversation: talk('other') }, null],
    [{ presses: true }, 'due'],
    [{ presses: true, conversation: talk('other') }, null],
    [{ presses: true, messages: [said('in', 'customer')] }, 'message'],
    [{ given: true }, 'assigned'],
    [{ given: true, conversation: talk('other') }, null],
    [{ given: true, messages: [said('in', 'customer')] }, 'assigned'],
    [{ conversation: talk(null, 'queued') }, 'waiting'],
    [{ conversation: talk(null, 'queued'), waited: true }, null],
    [{ conversation: talk(null, 'queued'), messages: [said('in', 'customer')], waited: true }, null],
    [{ conversation: talk(null, 'bot'), messages: [said('in', 'customer')] }, null],
  ]
  for (const [part, kind] of cases) assert.equal(noticeOf(news(part), 'me'), kind, JSON.stringify(part))
})

test('what presses is told when the warning falls due and when it becomes late, and not long after', () => {
  const due = { metric: 'first_response', warnAt: '2026-03-02T10:08:00.000Z', at: '2026-03-02T10:10:00.000Z', remainingSeconds: null } as const
  const at = (clock: string) => pressingInstant({ due }, Date.parse(`2026-03-02T${clock}.000Z`))
  assert.deepEqual([at('10:07:59'), at('10:08:00'), at('10:09:30'), at('10:10:20'), at('10:12:00')], [null, due.warnAt, null, due.at, null])
  assert.equal(pressingInstant({ due: null }, 0), null)
  assert.equal(pressingInstant({ due: { ...due, at: null, warnAt: null, remainingSeconds: 5 } }, 0), null)
})
