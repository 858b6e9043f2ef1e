import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WebchatLook } from '@chasqui/contracts'
import { hoursText, replyText } from './hours.ts'
import type { Language } from './language.ts'
import { wordsIn } from './words.ts'

const look = (some: Partial<WebchatLook>): WebchatLook => ({
  title: 'Tienda',
  colour: '#2a54c8',
  greeting: '',
  offlineText: '',
  preChat: [],
  language: 'auto',
  shortcuts: [],
  closed: false,
  changesAt: null,
  replySeconds: null,
  goesOn: false,
  panel: '',
  ...some,
})
/** On a Wednesday, in whatever zone this runs. */
const at = (day: number, hour: number, minute = 0) => new Date(2026, 6, day, hour, minute)
const now = at(15, 20)
const hours = (language: Language, some: Partial<WebchatLook>) => hoursText(look(some), wordsIn(language), language, now)
const opens = (language: Language, when: Date) => hours(language, { closed: true, changesAt: when.toISOString() })

test('says when a person answers, as people say it', () => {
  assert.equal(opens('es', at(15, 21)), 'Te responde una persona a las 21:00.')
  assert.equal(opens('es', at(16, 9)), 'Te responde una persona mañana a las 9:00.')
  assert.equal(opens('es', at(18, 1)), 'Te responde una persona el sábado a la 1:00.')
  assert.equal(opens('es', at(31, 9)), 'Te responde una persona el viernes, 31 de julio a las 9:00.')
  assert.equal(opens('pt-BR', at(16, 9)), 'Uma pessoa responde amanhã às 9:00.')
  assert.equal(opens('pt-BR', at(20, 9)), 'Uma pessoa responde segunda-feira às 9:00.')
  assert.equal(opens('en', at(16, 9)).replace('\u202f', ' '), 'A person will answer tomorrow at 9:00 AM.')
  assert.equal(opens('en', at(20, 9)).replace('\u202f', ' '), 'A person will answer on Monday at 9:00 AM.')
})

test('says until when people are there; nothing where there are no hours, or where what is known is over', () => {
  assert.equal(hours('es', { changesAt: at(15, 22, 30).toISOString() }), 'Hay personas atendiendo hasta las 22:30.')
  assert.equal(hours('es', { changesAt: at(16, 1).toISOString() }), 'Hay personas atendiendo hasta mañana a la 1:00.')
  assert.equal(hours('en', { changesAt: at(15, 22).toISOString() }).replace('\u202f', ' '), 'People answer until 10:00 PM.')
  assert.equal(hours('es', { changesAt: at(18, 2).toISOString() }), '')
  assert.equal(hours('es', {}), '')
  assert.equal(hours('es', { closed: true, changesAt: at(15, 19).toISOString() }), '')
})

test('tells how long an answer takes where that is known and somebody is there', () => {
  const replies = (language: Language, some: Partial<WebchatLook>) => replyText(look(some), wordsIn(language), language)
  assert.equal(replies('es', { replySeconds: 61 }), 'Suelen responder en unos 2 minutos.')
  assert.equal(replies('pt-BR', { replySeconds: 5 }), 'Costumam responder em cerca de 1 minuto.')
  assert.equal(replies('en', { replySeconds: 3700 }), 'They usually reply in about 2 hours.')
  assert.deepEqual([replies('es', {}), replies('es', { replySeconds: 60, closed: true })], ['', ''])
})
