import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { context, flow, talk, textOnly } from '../../test/world.ts'

/** What is asked back where an answer to a menu may mean several of its rows. */

const asked = (locale: string, labels: string[], said: string, { numbered = false, own = '' } = {}): string | undefined => {
  const options = labels.map((label, at) => ({ id: String(at), label, next: null }))
  const menu = {
    type: 'menu',
    text: '?',
    options,
    retries: 3,
    onInvalid: null,
    style: numbered ? 'numbers' : 'auto',
    ...(own && { invalidText: own }),
  } as const
  const [first] = talk(flow({ menu }), [said], context({ locale, ...(numbered && { abilities: textOnly }) })).said
  return first?.trim().split(/\n+1\. /)[0]
}

const plain = 'Perdón, no entendí la respuesta. Estas son las opciones:'
const cases: [string, string[], boolean, [string, string | undefined][]][] = [
  [
    'es-AR',
    ['2 cuotas', '3 cuotas', '6 cuotas', '12 cuotas'],
    true,
    [
      ['3', '¿Es «3 cuotas» o la opción 3 («6 cuotas»)?'],
      ['2 o 3', '¿Es «2 cuotas» o «3 cuotas»?'],
      ['2, 3 o 6', '¿Es «2 cuotas», «3 cuotas» o «6 cuotas»?'],
      ['la opción 3', undefined],
      ['3 cuotas', undefined],
      ['9', plain],
    ],
  ],
  ['pt-BR', ['2x sem juros', '3x sem juros', '6x sem juros'], true, [['3', 'É “3x sem juros” ou a opção 3 (“6x sem juros”)?']]],
  ['en-US', ['2 payments', '3 payments', '6 payments'], true, [['3', 'Do you mean “3 payments” or option 3 (“6 payments”)?']]],
  [
    'es-AR',
    ['Sacar turno', 'Cancelar turno', 'Obras sociales', 'Recepción'],
    false,
    [
      ['turno', '¿Es «Sacar turno» o «Cancelar turno»?'],
      ['recepción y obras sociales', '¿Es «Recepción» o «Obras sociales»?'],
      ['1 y 4', '¿Es la opción 1 («Sacar turno») o la opción 4 («Recepción»)?'],
      ['no quiero turno', plain],
      ['todas', plain],
      ['hola', plain],
    ],
  ],
  [
    'es-AR',
    ['Sacar turno', 'Reprogramar turno', 'Cancelar turno', 'Precios'],
    false,
    [
      ['no voy a poder ir', '¿Es «Reprogramar turno» o «Cancelar turno»?'],
      ['no es que no vaya a ir', plain],
    ],
  ],
  ['es-ES', ['Lunes 27', 'Martes 28', 'Jueves 30'], false, [['1', 'No quedó claro si es la opción 1 («Lunes 27»). Estas son las opciones:']]],
  ['pt-PT', ['9:00', '10:30', '15:00'], false, [['10', 'Não ficou claro se é “10:30”. Estas são as opções:']]],
]

describe('rows that an answer may mean', () => {
  for (const [locale, labels, numbered, answers] of cases)
    for (const [said, words] of answers)
      void test(`«${said}» at ${labels.join(', ')}${numbered ? ', with numbers' : ''}`, () => assert.equal(asked(locale, labels, said, { numbered }), words))

  void test('are asked about after the words of the author', () => {
    assert.equal(
      asked('es-AR', ['Sacar turno', 'Cancelar turno', 'Otro'], 'turno', { own: 'No entendí.' }),
      'No entendí.\n¿Es «Sacar turno» o «Cancelar turno»?',
    )
  })
})
