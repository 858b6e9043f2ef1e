import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Conversation, Message } from '@chasqui/contracts'
import { type News, noticeOf } from './notice-of.ts'

const talk = (assignee: string | null, state: Conversation['state'] = 'active') =>
  ({ state, assignee: assignee && { id: assignee, name: assignee } }) as Partial<Conversation> as Conversation
const said = (direction: Message['direction'], by: string) => ({ direction, sender: { kind: 'agent', id: by, name: by } }) as Partial<Message> as Message
const news = (part: Partial<News>): News => ({ conversation: talk('me'), messages: [], given: false, waited: false, ...part })

test('each kind is told to whom it concerns, once, and nothing else is', () => {
  const cases: [Partial<News>, string | null][] = [
    [{}, null],
    [{ messages: [said('in', 'customer')] }, 'message'],
    [{ messages: [said('in', 'customer')], conversation: talk('other') }, null],
    [{ messages: [said('out', 'me')] }, null],
    [{ messages: [said('note', 'other')] }, 'note'],
    [{ messages: [said('note', 'me')] }, null],
    [{ messages: [said('note', 'other')], conversation: talk('other') }, null],
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
