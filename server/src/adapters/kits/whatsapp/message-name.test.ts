import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameIn } from './message-name.ts'

const cases: [told: string, id: string, chat: string, fromMe: boolean][] = [
  ['false_5491122334455@c.us_3EB0A1', '3EB0A1', '5491122334455@c.us', false],
  ['true_5491122334455@c.us_3EB0C3_out', '3EB0C3', '5491122334455@c.us', true],
  ['false_5491122334455@c.us_3EB0C3_5491122334455@c.us', '3EB0C3', '5491122334455@c.us', false],
  ['false_214567890123456@lid_3EB0C3_214567890123456@lid', '3EB0C3', '214567890123456@lid', false],
  ['false_120363041234567890@g.us_3EB0C3_5491122334455@c.us', '3EB0C3', '120363041234567890@g.us', false],
  ['false_5491122334455-1609459200@g.us_3EB0C3_5491122334455@c.us', '3EB0C3', '5491122334455-1609459200@g.us', false],
  ['false_5491122334455_1:12@s.whatsapp.net_3EB0C3', '3EB0C3', '5491122334455_1:12@s.whatsapp.net', false],
  ['false_status@broadcast_3EB0C3_5491122334455@c.us', '3EB0C3', 'status@broadcast', false],
  ['3EB0C3', '3EB0C3', '', false],
]
for (const [told, id, chat, fromMe] of cases) test(`${told} is ${id}`, () => assert.deepEqual(nameIn(told), { id, chat, fromMe }))
