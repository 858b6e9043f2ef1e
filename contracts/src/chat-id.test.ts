import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { chatIdOf, personOfChat } from './chat-id.ts'

const contactId = '0198c0de-0000-7000-8000-00000000beef'

describe('the id of a chat', () => {
  const cases: [string, ReturnType<typeof personOfChat>][] = [
    ['5491122334455@c.us', { by: 'phone', digits: '5491122334455' }],
    ['5491122334455@s.whatsapp.net', { by: 'phone', digits: '5491122334455' }],
    ['5491122334455:12@S.WhatsApp.net', { by: 'phone', digits: '5491122334455' }],
    ['+5491122334455@c.us', { by: 'phone', digits: '5491122334455' }],
    ['123456789012345@lid', { by: 'lid', digits: '123456789012345' }],
    [' +54 9 11 2233-4455 ', { by: 'number', digits: '5491122334455' }],
    ['5491122334455', { by: 'number', digits: '5491122334455' }],
    [contactId.toUpperCase(), { by: 'contact', id: contactId }],
    ['AR.1000200030004000', { by: 'address', value: 'AR.1000200030004000' }],
    ['1203630212345678@g.us', null],
    ['120363021234@newsletter', null],
    ['status@broadcast', null],
    ['ana@c.us', null],
    ['5491122334455@c.us@lid', null],
    ['12', null],
    ['', null],
  ]
  for (const [chatId, person] of cases) test(`${JSON.stringify(chatId)} is ${JSON.stringify(person)}`, () => assert.deepEqual(personOfChat(chatId), person))

  const digits = fc.stringMatching(/^[1-9]\d{6,14}$/)
  test('whoever is named is found by that name', () =>
    fc.assert(
      fc.property(fc.constantFrom('phone', 'lid', 'bsuid', 'telegram'), digits, (kind, value) => {
        const person = personOfChat(chatIdOf(contactId, [{ kind, value }]))
        assert.ok(person !== null && 'digits' in person && person.digits === value)
        assert.equal(person.by, kind === 'phone' || kind === 'lid' ? kind : 'number')
      }),
    ))

  test('a number that is hidden is not part of it', () => {
    assert.equal(chatIdOf(contactId, [{ kind: 'phone', value: '•••• 55' }]), contactId)
    for (const kind of ['lid', 'bsuid']) assert.equal(chatIdOf(contactId, [{ kind, value: '···55' }]), contactId)
    assert.equal(chatIdOf(contactId, []), contactId)
  })

  test('no text is too odd to be read', () => fc.assert(fc.property(fc.string(), (text) => void personOfChat(text))))
})
