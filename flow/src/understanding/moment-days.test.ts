import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Language } from './language.ts'
import type { Moment } from './moment.ts'
import type { MomentContext } from './moment-context.ts'
import { readMoment } from './read-moment.ts'

/** Days and hours that were once taken for others. On Monday, 2 March 2026, nine in the morning; on Friday, 27 November 2026, half past three in the afternoon. */

const monday = new Date('2026-03-02T12:00:00.000Z')
const friday = new Date('2026-11-27T18:30:00.000Z')

const short = ({ date, time, part }: Moment): string => [date?.slice(date.startsWith('2026-') ? 5 : 0), time, part].filter(Boolean).join(' ')
const read = (text: string, context: Partial<MomentContext> & { language: Language }): string => {
  const reading = readMoment(text, { now: monday, timeZone: 'America/Argentina/Buenos_Aires', want: 'datetime', ...context })
  if (reading.outcome === 'not_understood') return '-'
  return reading.outcome === 'ambiguous' ? `? ${reading.candidates.map(short).join(' | ')}` : short(reading.value)
}

/** "said → month-day hour:minute"; "?" before what is only offered. */
const check = (name: string, context: Partial<MomentContext> & { language: Language }, lines: string): void => {
  void describe(name, () => {
    for (const line of lines.split('\n').map((each) => each.trim())) {
      const [said = '', expected = ''] = line.split(' → ')
      void test(`«${said}» is ${expected}`, () => assert.equal(read(said, context), expected))
    }
  })
}

check(
  'Spanish on a Monday',
  { language: 'es' },
  `finde que viene → ? 03-07 | 03-08 | 03-14 | 03-15
  el fin de semana que viene → ? 03-07 | 03-08 | 03-14 | 03-15
  el próximo finde → ? 03-07 | 03-08 | 03-14 | 03-15
  este finde → ? 03-07 | 03-08
  la semana que viene → ? 03-09 | 03-10 | 03-11 | 03-12 | 03-13
  esta semana → ? 03-02 | 03-03 | 03-04 | 03-05 | 03-06
  el jueves de esta semana → ? 03-05
  traspasado mañana → 03-05
  tras pasado mañana a las 17hs → 03-05 17:00
  de este viernes al otro → ? 03-13
  el viernes en ocho → ? 03-13
  el 17 o 18 a la mañana → ? 03-17 morning | 03-18 morning
  el 17 o el 18 → ? 03-17 | 03-18
  el 17 o 18 a las 10hs → ? 03-17 10:00 | 03-18 10:00
  el 17 a las 10 u 11hs → ? 03-17 10:00 | 03-17 11:00
  viernes 6 o viernes 13 a las 16hs → ? 03-06 16:00 | 03-13 16:00
  lunes 9 o martes 10 a las 16hs → ? 03-09 16:00 | 03-10 16:00
  el 1 o el 2 de mayo → ? 05-01 | 05-02
  17 o 18 de abril → ? 04-17 | 04-18
  a las 10hs del 5 de mayo → 05-05 10:00
  a las 10 del 5 de mayo → ? 05-05 10:00 | 05-05 22:00
  el 3 o 4 pm → ? 03-03 16:00
  dos semanas después de mañana → 03-17
  mañana una y media → ? 03-03 13:30 | 03-03 01:30
  mañana una y cuarto → ? 03-03 13:15 | 03-03 01:15
  mañana 1330 → ? 03-03 13:30
  el viernes 0930 → ? 03-06 09:30
  mañana 9999 → ? 03-03
  mañana después del almuerzo → 03-03 afternoon
  un cuarto para la una de la tarde → 12:45`,
)

check(
  'Spanish on a Friday',
  { language: 'es', now: friday },
  `el finde que viene → ? 11-28 | 11-29 | 12-05 | 12-06
  esta semana → ? 11-27 | 11-28
  de este viernes al otro → ? 12-04 | 12-11`,
)

check(
  'English',
  { language: 'en', country: 'US' },
  `next weekend → ? 03-07 | 03-08 | 03-14 | 03-15
  this weekend → ? 03-07 | 03-08
  the weekend after next → ? 03-14 | 03-15 | 03-21 | 03-22
  Friday after next → ? 03-13 | 03-20
  this week → ? 03-02 | 03-03 | 03-04 | 03-05 | 03-06
  2 weeks from tomorrow at 9am → 03-17 09:00
  a week from tomorrow → 03-10
  3 days after tomorrow → 03-06
  first thing tomorrow → 03-03 morning
  tomorrow first thing in the morning → 03-03 morning
  May 17 or 18 at noon → ? 05-17 12:00 | 05-18 12:00
  the 17th or 18th of May at noon → ? 05-17 12:00 | 05-18 12:00
  the first of May → 05-01
  ten til three → ? 14:50 | 02:50
  tomorrow at quarter til five pm → 03-03 16:45
  tomorrow after lunch → 03-03 afternoon`,
)

check(
  'Portuguese',
  { language: 'pt' },
  `fim de semana que vem → ? 03-07 | 03-08 | 03-14 | 03-15
  essa semana → ? 03-02 | 03-03 | 03-04 | 03-05 | 03-06
  quinze pra uma da tarde → 12:45
  amanhã quinze para uma da tarde → 03-03 12:45
  18.12 às 15:00 → ? 12-18 15:00
  das 10.10 às 15h → ? 10:10 | 15:00
  18.12 → 18:12
  6ª às 10h → 03-06 10:00
  na 3ª às 15h → 03-03 15:00
  3ª ou 5ª às 15h → ? 03-03 15:00 | 03-05 15:00
  amanhã de 2 a 6 → ? 03-03 14:00 | 03-03 02:00 | 03-03 18:00 | 03-03 06:00
  depois do almoço → afternoon
  depois de depois de amanhã → 03-05`,
)

check(
  'a day of birth',
  { language: 'es', want: 'date', past: true },
  `15 del 3 del 85 → 1985-03-15
  15 del 3 de 1985 → 1985-03-15
  15031985 → ? 1985-03-15
  99991985 → -
  31021985 → -`,
)
check('eight digits where no day of birth is asked for', { language: 'es', want: 'date' }, '15031985 → -')
