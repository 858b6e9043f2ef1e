import assert from 'node:assert/strict'
import { test } from 'node:test'
import { begins, candidate, fits, says, trigger } from '../../../test/occasions.ts'

const booking = [
  'quiero reservar un turno',
  'necesito una cita con la doctora',
  'quero marcar uma consulta',
  'I want to book an appointment',
  'sacar turno',
  'turno para mañana',
]
const prices = ['¿cuánto cuesta una limpieza?', 'precio de la consulta', 'quanto custa a consulta', 'how much is a cleaning', 'lista de precios']
const cancelling = ['quiero cancelar mi turno', 'no puedo ir a mi cita', 'cancelar la reserva', 'preciso cancelar a consulta']
const flows = [
  candidate('booking', [{ type: 'intent', examples: booking }]),
  candidate('prices', [{ type: 'intent', examples: prices }]),
  candidate('cancelling', [{ type: 'intent', examples: cancelling }]),
]

for (const [said, expected] of [
  ['Hola! quisiera reservar turno', 'booking intent'],
  ['nesesito una cita con la doctora', 'booking intent'],
  ['queria marcar consulta', 'booking intent'],
  ['can i book an apointment please', 'booking intent'],
  ['cuanto cuesta la limpieza', 'prices intent'],
  ['me pasas los precios?', 'prices intent'],
  ['how much is a cleaning?', 'prices intent'],
  ['quería cancelar el turno', 'cancelling intent'],
  ['no puedo ir a la cita', 'cancelling intent'],
  ['no quiero reservar turno', null],
  ['hola buenas tardes', null],
  ['gracias', null],
  ['consulta', null],
  ['dónde queda la sucursal de Palermo y qué colectivo me deja', null],
  ['te cuento que ayer fui con mi hermana a ver a la doctora y me dijo que el turno lo tenía que sacar otra persona para la semana siguiente', null],
] as const)
  test(`«${said}» means ${expected ?? 'nothing that is sure'}`, () => assert.equal(begins(flows, says(said)), expected))

test('what two flows are asked for alike begins neither', () => {
  const twice = [candidate('a', [{ type: 'intent', examples: ['quiero un turno'] }]), candidate('b', [{ type: 'intent', examples: ['necesito un turno'] }])]
  assert.equal(begins(twice, says('quiero un turno')), null)
})

test('two intents of one flow do not stand in each other’s way', () => {
  const two = trigger({ type: 'intent', examples: ['quiero un turno'] })
  assert.equal(begins([candidate('a', [two, two])], says('quiero un turno')), 'a intent')
})

test('a keyword comes before an intent', () => {
  assert.equal(begins([...flows, candidate('word', [{ type: 'keyword', words: ['turno'] }])], says('quiero reservar un turno')), 'word keyword')
})

test('examples of nothing but small words begin nothing', () => assert.equal(fits({ type: 'intent', examples: ['hola', 'que es'] }, says('hola')), false))
