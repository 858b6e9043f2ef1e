import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addressee } from './addressee.ts'
import { orderingForm, otherNationalForm } from './national-form.ts'
import { addresses, contactsAbout, laneOf } from './sender.ts'

describe('Ordering key of a number', () => {
  const same = [
    ['5491123456789', '541123456789'],
    ['5215512345678', '525512345678'],
    ['5541988887777', '554188887777'],
  ]
  for (const [one, other] of same) it(`is one for ${one} and ${other}`, () => assert.equal(orderingForm(one!), orderingForm(other!)))

  it('keeps Brazilian landlines and other countries apart', () => {
    assert.notEqual(orderingForm('5541932345678'), orderingForm('554132345678'))
    assert.equal(orderingForm('34600111222'), '34600111222')
  })

  it('prefers the number to the scoped id', () => {
    assert.equal(laneOf(['AR.1', '5491123456789']), '541123456789')
    assert.equal(laneOf(['AR.1', 'AR.ENT.2']), 'AR.1')
  })
})

describe('Other national spelling', () => {
  it('exists for Argentina and Mexico only', () => {
    const pairs = [
      ['5491123456789', '541123456789'],
      ['541123456789', '5491123456789'],
      ['5215512345678', '525512345678'],
      ['525512345678', '5215512345678'],
      ['5511987654321', null],
      ['34600111222', null],
      ['54911', null],
    ]
    for (const [one, other] of pairs) assert.equal(otherNationalForm(one!, 'not_listed'), other)
  })

  it('of an Argentine mobile may be a landline, which gets nothing that the mobile could not be given', () => {
    assert.equal(otherNationalForm('5491123456789', 'undeliverable'), null)
    assert.equal(otherNationalForm('541123456789', 'undeliverable'), '5491123456789')
    assert.equal(otherNationalForm('5215512345678', 'undeliverable'), '525512345678')
  })
})

describe('Addresses of a person', () => {
  it('come once each, the number first, exactly as delivered', () => {
    assert.deepEqual(addresses(['AR.1000', '5215512345678', 'AR.1000', '', undefined, 7]), [
      { kind: 'phone', value: '5215512345678' },
      { kind: 'phone', value: '7' },
      { kind: 'bsuid', value: 'AR.1000' },
    ])
  })

  it('are found among the contacts by id and never by position', () => {
    const contacts = [
      { wa_id: '34600111222', profile: { name: 'Eva' } },
      { wa_id: '541122334455', profile: { name: 'Ana' } },
      { user_id: 'AR.9', profile: { name: 'Leo' } },
    ]
    const names = (ids: string[]) => contactsAbout(contacts, ids).map((contact) => (contact['profile'] as { name: string }).name)
    assert.deepEqual([names(['5491122334455']), names(['AR.9']), names(['5555'])], [['Ana'], ['Leo'], []])
    assert.equal(contactsAbout([{ profile: { name: 'Ana' } }], ['5491122334455']).length, 1, 'a lone contact without ids lends its name')
  })

  it('go into the field that delivers: a scoped id never into `to`', () => {
    assert.deepEqual(addressee({ kind: 'phone', value: '+5491122334455' }), { recipient_type: 'individual', to: '5491122334455' })
    assert.deepEqual(addressee({ kind: 'bsuid', value: 'AR.1000' }), { recipient_type: 'individual', recipient: 'AR.1000' })
    assert.deepEqual(addressee({ kind: 'phone', value: 'AR.1000' }), { recipient_type: 'individual', recipient: 'AR.1000' })
    assert.equal(addressee({ kind: 'telegram', value: '1' }), null)
  })
})
