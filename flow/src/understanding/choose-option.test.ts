import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MessageContent } from '@chasqui/contracts/content'
import { meantOption, namedOption } from './choose-option.ts'
import { heard } from '../engine/heard.ts'
import { photo, press, text } from '../../test/world.ts'

const options = (...labels: (string | [string, string[]])[]) =>
  labels.map((label) => ({
    id: `id:${Array.isArray(label) ? label[0] : label}`,
    label: Array.isArray(label) ? label[0] : label,
    description: '',
    words: Array.isArray(label) ? label[1] : [],
  }))

const understood = (menu: ReturnType<typeof options>, content: MessageContent, numbered = false): string | null =>
  (namedOption(menu, heard(content)) ?? meantOption(menu, heard(content), numbered))?.label ?? null

const spanish = options('Horarios', ['Pedir un turno', ['turno', 'cita']], 'Cancelar turno', 'Hablar con una persona')
const portuguese = options('Horários', ['Agendar horário', ['agendar', 'marcar']], 'Falar com alguém')
const english = options('Opening hours', ['Book an appointment', ['appointment', 'book']], 'Talk to a person')

const cases: [ReturnType<typeof options>, string, string | null][] = [
  [spanish, '1', 'Horarios'],
  [spanish, '2)', 'Pedir un turno'],
  [spanish, '2️⃣', 'Pedir un turno'],
  [spanish, '２', 'Pedir un turno'],
  [spanish, 'dos', 'Pedir un turno'],
  [spanish, 'la segunda', 'Pedir un turno'],
  [spanish, 'opción 2', 'Pedir un turno'],
  [spanish, 'Opcion 2, por favor', 'Pedir un turno'],
  [spanish, '3ra', 'Cancelar turno'],
  [spanish, 'la última', 'Hablar con una persona'],
  [spanish, 'nro. 4', 'Hablar con una persona'],
  [spanish, '9', null],
  [spanish, '0', null],
  [spanish, '1 y 2', null],
  [spanish, '1 2', null],
  [spanish, 'tengo 2 gatos', null],
  [options('Cracked screen', 'Battery', 'Charging port'), 'baterry', 'Battery'],
  [options('Pasajes', 'Garrafas'), 'garaffas', 'Garrafas'],
  [spanish, 'HORARIOS', 'Horarios'],
  [spanish, '¡horarios!', 'Horarios'],
  [spanish, 'hor', 'Horarios'],
  [spanish, 'ho', null],
  [spanish, 'orarios', 'Horarios'],
  [spanish, 'horraios', 'Horarios'],
  [spanish, 'trno', 'Pedir un turno'],
  [spanish, 'quiero un turno', 'Pedir un turno'],
  [spanish, 'hola, una cita por favor', 'Pedir un turno'],
  [spanish, 'necesito cancelar turno', 'Cancelar turno'],
  [spanish, 'no quiero turno', null],
  [spanish, 'turno y horarios', null],
  [spanish, 'turnos', 'Pedir un turno'],
  [spanish, 'hablar con una perso…', 'Hablar con una persona'],
  [spanish, 'blablabla', null],
  [spanish, '👍', null],
  [spanish, '', null],
  [portuguese, 'dois', 'Agendar horário'],
  [portuguese, 'a primeira', 'Horários'],
  [portuguese, 'opção 3', 'Falar com alguém'],
  [portuguese, 'horarios', 'Horários'],
  [portuguese, 'quero marcar', 'Agendar horário'],
  [portuguese, 'não quero agendar', null],
  [english, 'two', 'Book an appointment'],
  [english, 'the second', 'Book an appointment'],
  [english, '#3', 'Talk to a person'],
  [english, 'last', 'Talk to a person'],
  [english, 'opening hours please', 'Opening hours'],
  [english, 'apointment', 'Book an appointment'],
  [english, "don't book", null],
]
for (const [menu, said, expected] of cases)
  test(`«${said}» at ${menu[0]!.label}… means ${expected ?? 'nothing'}`, () => assert.equal(understood(menu, text(said)), expected))

test('a button counts by its id, whatever its title says', () => {
  assert.equal(understood(spanish, press('id:Horarios', 'Cancelar turno')), 'Horarios')
  assert.equal(understood(spanish, press('id:older menu', 'Horarios')), null)
})

test('a photo is no answer, whatever it is called', () => assert.equal(understood(spanish, photo('2')), null))

test('labels with a number win over places, and it is asked which is meant where places are shown', () => {
  const tables = options('2 personas', '4 personas', '6 personas')
  assert.equal(understood(tables, text('2')), '2 personas')
  assert.equal(understood(tables, text('2'), true), null)
  assert.equal(understood(tables, text('opción 2'), true), '4 personas')
  assert.equal(understood(tables, text('4 personas'), true), '4 personas')
})

test('near spellings are taken only for one option, and never across digits', () => {
  const rooms = options('Sala norte 2', 'Otra cosa')
  assert.equal(understood(rooms, text('sala nrote 2')), 'Sala norte 2')
  assert.equal(understood(rooms, text('sala norte 3')), null)
  assert.equal(understood(options('Martes', 'Marzes'), text('marxes')), null)
  assert.equal(understood(options('Día', 'Mes'), text('dua')), null)
})

test('short answers are found at the beginning of a few words', () => {
  const answers = options('Sí', 'No')
  assert.equal(understood(answers, text('si')), 'Sí')
  assert.equal(understood(answers, text('sí, quiero')), 'Sí')
  assert.equal(understood(answers, text('no gracias')), 'No')
  assert.equal(understood(answers, text('no sé si puedo hoy')), null)
})

test('a question is no answer', () => {
  assert.equal(understood(options('Sí', 'No'), text('¿sí?')), null)
  assert.equal(understood(options('Sí', 'No'), text('¿por qué no?')), 'Sí')
  assert.equal(understood(spanish, text('¿horarios?')), 'Horarios')
})

test('labels of nothing but emoji are compared as they are', () => assert.equal(understood(options('👍', '👎'), text('👎')), '👎'))
