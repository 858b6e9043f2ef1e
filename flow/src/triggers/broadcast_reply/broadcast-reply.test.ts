import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { begins, candidate, fits, says } from '../../../test/occasions.ts'
import { heard } from '../../engine/heard.ts'
import { conflictsIn } from '../conflicts.ts'

const hour = 3_600_000
const to = (template: string, hours = 1) => ({ replyTo: { template, ageMs: hours * hour } })
const type = 'broadcast_reply' as const

describe('an answer to a template', () => {
  test('begins where its name is wanted, or none is; what answers none does not', () => {
    assert.equal(fits({ type }, says('ok', to('promo'))), true)
    assert.equal(fits({ type, templates: ['aviso', 'promo'] }, says('ok', to('promo'))), true)
    assert.equal(fits({ type, templates: ['aviso'] }, says('ok', to('promo'))), false)
    assert.equal(fits({ type }, says('ok')), false)
    assert.equal(fits({ type }, { type: 'missed_reply' }), false)
  })

  test('begins with certain answers only: the whole message, or the button by its label or id', () => {
    const wanted = { type, answers: ['Sí, quiero', 'PROMO_YES'] }
    const pressed = (id: string, title: string) => says('', { ...to('promo'), message: heard({ type: 'choice', id, title, via: 'template' }) })
    assert.equal(fits(wanted, says('si quiero!', to('promo'))), true)
    assert.equal(fits(wanted, says('no sé si quiero', to('promo'))), false)
    assert.equal(fits(wanted, pressed('x', 'Sí, quiero')), true)
    assert.equal(fits(wanted, pressed('PROMO_YES', 'Dale')), true)
    assert.equal(fits(wanted, pressed('PROMO_NO', 'No')), false)
    assert.equal(fits(wanted, says('si quiero')), false)
  })

  test('begins up to its hours after the template and not a moment later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 720 }), fc.integer({ min: 0, max: 720 * hour + 1 }), (withinHours, ageMs) => {
        assert.equal(fits({ type, withinHours }, says('ok', { replyTo: { template: 'promo', ageMs } })), ageMs <= withinHours * hour)
      }),
    )
    assert.equal(fits({ type }, says('ok', to('promo', 72))), true)
    assert.equal(fits({ type }, says('ok', to('promo', 73))), false)
  })
})

describe('of several flows', () => {
  const whichever = candidate('whichever', [{ type }], { priority: 9 })
  const named = candidate('named', [{ type, templates: ['promo'] }])
  const yes = candidate('yes', [{ type, templates: ['promo'], answers: ['sí'] }])
  const anyYes = candidate('anyYes', [{ type, answers: ['sí'] }], { priority: 9 })
  const word = candidate('word', [{ type: 'keyword', words: ['sí'], match: 'exact' }], { priority: 9 })
  const flows = [whichever, named, yes, anyYes, word]

  test('the one that names template and answer begins before one that names the template, that before the answer alone, and whichever last', () => {
    const order: string[] = []
    let left = flows
    for (let first = begins(left, says('sí', to('promo'))); first !== null; first = begins(left, says('sí', to('promo')))) {
      const id = first.split(' ')[0]!
      order.push(id)
      left = left.filter(({ flowId }) => flowId !== id)
    }
    assert.deepEqual(order, ['yes', 'named', 'anyYes', 'word', 'whichever'])
  })

  test('an advertisement by its reference comes before a template by its name', () => {
    const ad = candidate('ad', [{ type: 'referral', refs: ['120330'] }])
    assert.equal(begins([named, ad], says('ok', { ...to('promo'), referral: ['120330'] })), 'ad referral')
    assert.equal(begins([named, candidate('any ad', [{ type: 'referral' }])], says('ok', { ...to('promo'), referral: ['x'] })), 'named broadcast_reply')
  })

  test('outside the hours none of them begins', () => assert.equal(begins(flows, says('sí', { ...to('promo'), isClosed: true }), null, true), null))

  test('those that want the same template and answer are told of, and different answers to one are no conflict', () => {
    const same = candidate('same', [{ type, templates: [' promo', 'aviso'], answers: ['SI'] }])
    const no = candidate('no', [{ type, templates: ['promo'], answers: ['no'] }])
    assert.deepEqual(conflictsIn([...flows, no, same, candidate('too', [{ type }])]), [
      { type, shown: '', flowIds: ['whichever', 'too'] },
      { type, shown: 'promo: sí', flowIds: ['yes', 'same'] },
    ])
  })
})
