import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { clockTime, isoDate, wallAt } from './calendar.ts'
import type { Language } from './language.ts'
import type { DayPart, Moment } from './moment.ts'
import { readBack } from './moment.ts'
import type { MomentContext } from './moment-context.ts'
import { readMoment } from './read-moment.ts'

const timeZone = 'America/Argentina/Buenos_Aires'
/** Monday, 2 March 2026, nine in the morning there. */
const monday = new Date('2026-03-02T12:00:00.000Z')
/** Friday, 27 November 2026, half past three in the afternoon there. */
const friday = new Date('2026-11-27T18:30:00.000Z')

const short = ({ date, time, part }: Moment): string => [date?.slice(date.startsWith('2026-') ? 5 : 0), time, part].filter(Boolean).join(' ')
const read = (text: string, language: Language, more: Partial<MomentContext> = {}): string => {
  const reading = readMoment(text, { now: monday, timeZone, language, want: 'datetime', ...more })
  if (reading.outcome === 'understood') return short(reading.value)
  if (reading.outcome === 'past') return `past ${short(reading.value)}`
  return reading.outcome === 'ambiguous' ? `? ${reading.candidates.map(short).join(' | ')}` : '-'
}

/** "said → month-day hour:minute"; "?" before what is only offered, "-" for what is not understood. */
const check = (language: Language, lines: string, more: Partial<MomentContext> = {}) => {
  for (const line of lines.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    const [said = '', expected = ''] = line.split(' → ')
    test(`«${said}» is ${expected}`, () => assert.equal(read(said, language, more), expected))
  }
}

describe('Spanish', () => {
  check(
    'es',
    `mañana a las 5 de la tarde → 03-03 17:00
    manana a las 5 de la tarde → 03-03 17:00
    MAÑANA A LAS 5 DE LA TARDE!!! → 03-03 17:00
    Mañana a las 17 → 03-03 17:00
    mañana 17hs → 03-03 17:00
    mañana 17 hs. → 03-03 17:00
    mañana 17:30 → 03-03 17:30
    mañana a las 17.30 → 03-03 17:30
    mañana a las 17h30 → 03-03 17:30
    mañana a las 5pm → 03-03 17:00
    mañana a las 5 pm → 03-03 17:00
    mañana a las 5 p.m. → 03-03 17:00
    mañana a las 5 p. m. → 03-03 17:00
    mañana 9am → 03-03 09:00
    mañana a las 9 de la mañana → 03-03 09:00
    mañana por la mañana a las 9 → 03-03 09:00
    mañana a la mañana, 9:30 → 03-03 09:30
    mañana a las cinco y media de la tarde → 03-03 17:30
    mañana a las cinco y cuarto de la tarde → 03-03 17:15
    mañana a las seis menos cuarto de la tarde → 03-03 17:45
    mañana un cuarto para las seis de la tarde → 03-03 17:45
    mañana cinco menos diez de la tarde → 03-03 16:50
    mañana a las diecisiete → 03-03 17:00
    mañana a las diecisiete y treinta → 03-03 17:30
    mañana a las veinte horas → 03-03 20:00
    mañana a las veintiuna → 03-03 21:00
    mañana al mediodía → 03-03 12:00
    mañana al medio dia → 03-03 12:00
    mañana a medianoche → 03-04 00:00
    mañana a las 8 de la noche → 03-03 20:00
    mañana a las 12 de la noche → 03-04 00:00
    mañana a las 12 del mediodía → 03-03 12:00
    mañana a la 1 de la tarde → 03-03 13:00
    mañana a la una de la tarde → 03-03 13:00
    mañana a la una y media de la tarde → 03-03 13:30
    mañana a la 1 pm → 03-03 13:00
    mañana a las 3 de la madrugada → 03-03 03:00
    mañana → 03-03
    mañana por la tarde → 03-03 afternoon
    mañana a la noche → 03-03 night
    mañana temprano → 03-03 morning
    mañana tarde → 03-03 afternoon
    mañana a primera hora → 03-03 morning
    Quiero un turno para mañana a las 5 de la tarde por favor → 03-03 17:00
    puede ser mañana a las 10hs? → 03-03 10:00
    buenas tardes, mañana a las 10 de la mañana → 03-03 10:00
    buenos días! mañana 16hs → 03-03 16:00
    el jueves que viene → 03-05
    el jueves que viene a las 10hs → 03-05 10:00
    jueves próximo → 03-05
    el próximo jueves a las 6 de la tarde → 03-05 18:00
    este viernes → 03-06
    este viernes a las 4 de la tarde → 03-06 16:00
    viernes → 03-06
    el viernes por la mañana → 03-06 morning
    vie 16hs → 03-06 16:00
    el sábado al mediodía → 03-07 12:00
    sabado 11 hs → 03-07 11:00
    domingo a la noche → 03-08 night
    el miercoles a las 3 y media de la tarde → 03-04 15:30
    miércoles 4 → 03-04
    miércoles 4 a las 15hs → 03-04 15:00
    miércoles 4 de marzo 15:00hs → 03-04 15:00
    el viernes de la semana que viene → 03-13
    el martes de la próxima semana a las 15hs → 03-10 15:00
    la semana que viene el martes 15hs → 03-10 15:00
    martes que viene 8am → ? 03-03 08:00 | 03-10 08:00
    el lunes que viene → 03-09
    pasado mañana → 03-04
    pasado mañana 10hs → 03-04 10:00
    pasado mañana a las 8 de la noche → 03-04 20:00
    pasado mañana por la tarde → 03-04 afternoon
    hoy → 03-02
    hoy a la noche → 03-02 night
    esta noche → 03-02 night
    esta noche a las 9 → 03-02 21:00
    esta tarde a las 4 → 03-02 16:00
    hoy a las 4 de la tarde → 03-02 16:00
    hoy 18hs → 03-02 18:00
    hoy mismo a las 20 → 03-02 20:00
    hoy a medianoche → 03-03 00:00
    de aquí a 3 días → 03-05
    en 3 días → 03-05
    dentro de tres días → 03-05
    en dos semanas → 03-16
    en una semana → 03-09
    dentro de un mes → 04-02
    dentro de dos días a las 15hs → 03-04 15:00
    en una hora → 03-02 10:00
    dentro de dos horas → 03-02 11:00
    en media hora → 03-02 09:30
    en 45 minutos → 03-02 09:45
    en una hora y media → 03-02 10:30
    en hora y media → 03-02 10:30
    el 25 → 03-25
    el día 25 → 03-25
    el 25 a las 15hs → 03-25 15:00
    el 25 a las 3 de la tarde → 03-25 15:00
    25/12 → 12-25
    25/12/2026 → 12-25
    25/12/26 → 12-25
    25-12-2026 → 12-25
    25.12.2026 → 12-25
    25/12 a las 18hs → 12-25 18:00
    25/12 18:30 → 12-25 18:30
    5/6 → 06-05
    05/06/2026 09:00 → 06-05 09:00
    25 de diciembre a las 18 → 12-25 18:00
    el 25 de diciembre → 12-25
    25 diciembre → 12-25
    25 dic → 12-25
    25 de dic. 20hs → 12-25 20:00
    veinticinco de diciembre → 12-25
    treinta y uno de marzo → 03-31
    3 de mayo de 2027 → 2027-05-03
    3 de mayo del 2027 a las 10:00 hs → 2027-05-03 10:00
    3 de mayo → 05-03
    primero de mayo → 05-01
    1ro de mayo → 05-01
    1 de mayo → 05-01
    el 5 del mes que viene → 04-05
    el 20 de este mes → 03-20
    15 de enero → 2027-01-15
    2026-05-03 → 05-03
    2026-05-03 15:00 → 05-03 15:00
    2026-05-03T15:00 → 05-03 15:00
    2026-05-03T18:00:00Z → 05-03 15:00
    15hs → 15:00
    15 hs → 15:00
    a las 15 → 15:00
    15:30 → 15:30
    20.30hs → 20:30
    10hs → 10:00
    10:30 hs → 10:30
    09:30 → 09:30
    1730 hs → 17:30
    a las 5 de la tarde → 17:00
    5 y media de la tarde → 17:30
    5:15 pm → 17:15
    ocho de la mañana → 08:00
    8 de la noche → 20:00
    al mediodía → 12:00
    mediodia → 12:00
    a medianoche → 00:00
    jueves 5 17hs → 03-05 17:00
    mañana a las cuatro de la tarde → 03-03 16:00
    lunes 30 16:30 → 03-30 16:30
    lunes 30 a las 9 de la mañana → 03-30 09:00
    mesa para 4 mañana 21hs → 03-03 21:00
    somos 6, mañana a las 21hs → 03-03 21:00
    mañana a las catorce → 03-03 14:00
    jueves 5 a las 5 de la tarde → 03-05 17:00
    de hoy en ocho → 03-09
    una de la tarde → 13:00
    24hs → 00:00
    veinte para las ocho de la noche → 19:40
    las 5 de la tarde de mañana → 03-03 17:00
    mañna a las 5 pm → 03-03 17:00
    maniana 17hs → 03-03 17:00
    el juevez a las 10hs → 03-05 10:00
    biernes → -
    viernez 15hs → 03-06 15:00
    miercols 15hs → 03-04 15:00
    25 de dicembre 15hs → 12-25 15:00
    3 de setiembre → 09-03
    15 de febero → ? 2027-02-15`,
  )
})

describe('Spanish that is unsure, refused or past', () => {
  check(
    'es',
    `5 → ? 17:00 | 05:00
    a las 5 → ? 17:00 | 05:00
    las 3 y media → ? 15:30 | 03:30
    cuarto para las cinco → ? 16:45 | 04:45
    cinco menos cuarto → ? 16:45 | 04:45
    quince para las 5 → ? 16:45 | 04:45
    mañana a las 5 → ? 03-03 17:00 | 03-03 05:00
    mañana a las 10 → ? 03-03 10:00 | 03-03 22:00
    mañana 10 → ? 03-03 10:00 | 03-03 22:00
    mañana a las 10:30 → ? 03-03 10:30 | 03-03 22:30
    mañana a las 12 → ? 03-03 12:00 | 03-04 00:00
    el lunes → ? 03-02 | 03-09
    este lunes → ? 03-02 | 03-09
    lunes a las 8am → 03-09 08:00
    lunes o martes → ? 03-02 | 03-09 | 03-03
    mañana o pasado → ? 03-03 | 03-04
    mañana y pasado → ? 03-03 | 03-04
    mañana a las cuatro → ? 03-03 16:00 | 03-03 04:00
    mañana a las 17hs o pasado a las 18hs → ? 03-03 17:00 | 03-03 18:00
    los lunes → -
    viernes por medio → -
    la segunda opción → -
    el jueves o el viernes a las 15hs → ? 03-05 15:00 | 03-06 15:00
    mañana a las 3 o 4 de la tarde → ? 03-03 15:00 | 03-03 16:00
    mañana entre las 3 y las 5 de la tarde → ? 03-03 15:00 | 03-03 17:00
    mañana de 15 a 17 → ? 03-03 15:00 | 03-03 17:00
    mañana de 9 a 11am → ? 03-03 09:00 | 03-03 11:00
    mañana después de las 5 de la tarde → ? 03-03 17:00
    mañana antes de las 11hs → ? 03-03 11:00
    a partir de las 18hs → ? 18:00
    tipo 17hs → ? 17:00
    mañana a eso de las 17hs → ? 03-03 17:00
    mañana tipo 5 de la tarde → ? 03-03 17:00
    mañana 17hs más o menos → ? 03-03 17:00
    mañana creo que a las 17hs → ? 03-03 17:00
    la semana que viene → ? 03-09 | 03-10 | 03-11 | 03-12 | 03-13
    el fin de semana → ? 03-07 | 03-08
    a fin de mes → ? 03-31
    viernes 7 → ? 03-06 07:00 | 03-06 19:00
    viernes 5 de marzo → ? 03-05 | 03-06
    12/25 → ? 12-25
    el 2 → ? 03-02 | 04-02
    28 de febrero → ? 2027-02-28
    10 de la tarde → ? 10:00 | 22:00
    el primer lunes de abril → 04-06
    jueves 5 17hs si puedo → ? 03-05 17:00
    pasado a las 10hs → ? 03-04 10:00
    10 u 11 hs → ? 10:00 | 11:00
    mañana no → -
    no puedo mañana → -
    cualquier día menos el viernes → -
    todos los lunes → -
    no sé → -
    hola → -
    2 → ? 14:00 | 02:00
    sí mañana a las 17hs si puedo → ? 03-03 17:00
    tengo 2 hijos → -
    99 → -
    31/02 → -
    30 de febrero → -
    25:00 → -
    mañana a las 25 → ? 03-03
    mañana a las 17:75 → ? 03-03
    tengo dos hijos → -
    turno → -
    más tarde → -
    ayer → past 03-01
    antes de ayer → past 02-28
    el viernes pasado → past 02-27
    hace 3 días → past 02-27
    hoy a las 8 de la mañana → past 03-02 08:00
    hoy 8am → past 03-02 08:00
    hoy a las 7hs → past 03-02 07:00
    25/12/2020 → past 2020-12-25
    3 de mayo de 2025 a las 10hs → past 2025-05-03 10:00
    2026-01-01 → past 01-01`,
  )
})

describe('Spanish on a Friday afternoon', () => {
  check(
    'es',
    `el viernes → ? 11-27 | 12-04
    este viernes → ? 11-27 | 12-04
    el viernes que viene → 12-04
    el viernes a las 18hs → ? 11-27 18:00 | 12-04 18:00
    el viernes a las 10 de la mañana → 12-04 10:00
    hoy a las 8 → 11-27 20:00
    hoy a las 5 → 11-27 17:00
    hoy a las 3 de la tarde → past 11-27 15:00
    hoy a la mañana → past 11-27 morning
    el 25 → 12-25
    el 27 → ? 11-27 | 12-27
    el 31 → 12-31
    3 de mayo → 2027-05-03
    25 de noviembre → ? 2027-11-25
    29 de febrero → ? 2028-02-29
    ahora → 11-27 15:30`,
    { now: friday },
  )
})

describe('Portuguese', () => {
  check(
    'pt',
    `amanhã às 15h → 03-03 15:00
    amanha as 15h → 03-03 15:00
    amanhã às 15 → 03-03 15:00
    amanhã às 3 da tarde → 03-03 15:00
    amanhã às três da tarde → 03-03 15:00
    amanhã às três e meia da tarde → 03-03 15:30
    amanhã às 8 da manhã → 03-03 08:00
    amanhã de manhã às 8 → 03-03 08:00
    amanhã às 9h → 03-03 09:00
    amanhã 9h30 → 03-03 09:30
    amanhã às 9:30 → 03-03 09:30
    amanhã às 14h30 → 03-03 14:30
    amanhã às 14:30h → 03-03 14:30
    amanhã às 14 horas → 03-03 14:00
    amanhã às catorze horas → 03-03 14:00
    amanhã às vinte horas → 03-03 20:00
    amanhã às vinte e uma horas → 03-03 21:00
    amanhã à noite às 8 → 03-03 20:00
    amanhã à uma da tarde → 03-03 13:00
    amanhã ao meio-dia → 03-03 12:00
    amanhã meio dia → 03-03 12:00
    amanhã ao meio-dia e meia → 03-03 12:30
    amanhã → 03-03
    amanhã à tarde → 03-03 afternoon
    amanhã de manhã → 03-03 morning
    amanhã cedo → 03-03 morning
    depois de amanhã → 03-04
    depois de amanhã de manhã → 03-04 morning
    depois de amanhã às 10h → 03-04 10:00
    quinta que vem às 14h30 → 03-05 14:30
    quinta-feira que vem → 03-05
    na quinta às 16h → 03-05 16:00
    próxima quinta às 10h → 03-05 10:00
    sexta-feira → 03-06
    sexta → 03-06
    nesta sexta às 17h → 03-06 17:00
    sexta feira às 17h → 03-06 17:00
    6ª feira às 17h → 03-06 17:00
    terça às 11h → 03-03 11:00
    terca-feira 11h → 03-03 11:00
    no sábado às 9h → 03-07 09:00
    sábado de manhã → 03-07 morning
    domingo à noite → 03-08 night
    sexta da semana que vem → 03-13
    na próxima semana na terça às 10h → 03-10 10:00
    segunda que vem → 03-09
    hoje → 03-02
    hoje à noite → 03-02 night
    hoje às 18h → 03-02 18:00
    hoje às 6 da tarde → 03-02 18:00
    hoje de tarde → 03-02 afternoon
    daqui a uma hora → 03-02 10:00
    daqui a meia hora → 03-02 09:30
    daqui a 3 dias → 03-05
    daqui a duas semanas → 03-16
    em duas semanas → 03-16
    em 20 minutos → 03-02 09:20
    dia 25 → 03-25
    dia 25 às 10h → 03-25 10:00
    no dia 25 às 3 da tarde → 03-25 15:00
    25/12 → 12-25
    25/12 às 18h → 12-25 18:00
    25 de dezembro → 12-25
    25 de dezembro às 18h → 12-25 18:00
    vinte e cinco de dezembro → 12-25
    3 de maio de 2027 → 2027-05-03
    1º de maio → 05-01
    primeiro de maio às 10h → 05-01 10:00
    dia 5 do mês que vem → 04-05
    10 de abril → 04-10
    primeiro de abril → 04-01
    ao meio-dia de amanhã → 03-03 12:00
    uma hora da tarde → 13:00
    sexta agora às 11h → 03-06 11:00
    às 8 da noite de sexta → 03-06 20:00
    19h e 15 → 19:15
    22.04.2027 16:30 → 2027-04-22 16:30
    15h → 15:00
    15h30 → 15:30
    15:30 → 15:30
    10h → 10:00
    às 10h → 10:00
    8:30 → 08:30
    meio-dia → 12:00
    meia-noite → 00:00
    3 da tarde → 15:00
    8 da noite → 20:00
    sete e meia da noite → 19:30
    quero marcar para amanhã às 15h, por favor → 03-03 15:00
    pode ser na quarta às 10h? → 03-04 10:00
    bom dia, amanhã às 10h → 03-03 10:00
    amnhã às 15h → 03-03 15:00`,
  )
})

describe('Portuguese that is unsure, refused or past', () => {
  check(
    'pt',
    `às 5 → ? 17:00 | 05:00
    amanhã às 3 → ? 03-03 15:00 | 03-03 03:00
    três e meia → ? 15:30 | 03:30
    quinze para as cinco → ? 16:45 | 04:45
    segunda → ? 03-02 | 03-09
    segunda-feira → ? 03-02 | 03-09
    segunda ou terça → ? 03-02 | 03-09 | 03-03
    amanhã ou depois → ? 03-03 | 03-04
    amanhã entre 14h e 16h → ? 03-03 14:00 | 03-03 16:00
    amanhã das 14h às 16h → ? 03-03 14:00 | 03-03 16:00
    amanhã depois das 17h → ? 03-03 17:00
    amanhã a partir das 17h → ? 03-03 17:00
    amanhã por volta das 17h → ? 03-03 17:00
    amanhã umas 17h → ? 03-03 17:00
    acho que amanhã às 17h → ? 03-03 17:00
    semana que vem → ? 03-09 | 03-10 | 03-11 | 03-12 | 03-13
    fim de semana → ? 03-07 | 03-08
    12/25 → ? 12-25
    amanhã não → -
    não posso amanhã → -
    qualquer dia → -
    segunda opção → -
    toda segunda às 10h → -
    não sei → -
    oi → -
    ontem → past 03-01
    anteontem → past 02-28
    sexta passada → past 02-27
    hoje às 8h → past 03-02 08:00
    25/12/2020 → past 2020-12-25`,
  )
})

describe('English', () => {
  check(
    'en',
    `tomorrow 5pm → 03-03 17:00
    tomorrow at 5pm → 03-03 17:00
    tomorrow at 5 p.m. → 03-03 17:00
    tomorrow at 5:30 PM → 03-03 17:30
    Tomorrow, 5.30pm → 03-03 17:30
    tomorrow at 17:00 → 03-03 17:00
    tomorrow at noon → 03-03 12:00
    noon tomorrow → 03-03 12:00
    tomorrow at midnight → 03-04 00:00
    tomorrow at five in the afternoon → 03-03 17:00
    tomorrow at five thirty pm → 03-03 17:30
    tomorrow at half past five in the afternoon → 03-03 17:30
    tomorrow at quarter past 3 pm → 03-03 15:15
    tomorrow at quarter to five pm → 03-03 16:45
    tomorrow morning at 9 → 03-03 09:00
    9 tomorrow morning → 03-03 09:00
    tomorrow evening at 7 → 03-03 19:00
    tomorrow at 9 o'clock in the morning → 03-03 09:00
    tomorrow → 03-03
    tomorrow afternoon → 03-03 afternoon
    tmrw 10am → 03-03 10:00
    tommorow 10am → 03-03 10:00
    tomorow at 10am → 03-03 10:00
    the day after tomorrow → 03-04
    day after tomorrow at 10am → 03-04 10:00
    today at 4pm → 03-02 16:00
    tonight → 03-02 night
    tonight at 8 → 03-02 20:00
    this afternoon at 3 → 03-02 15:00
    this Friday → 03-06
    Friday → 03-06
    friday at 10am → 03-06 10:00
    on Friday at 3:15pm → 03-06 15:15
    fri 10am → 03-06 10:00
    Friday morning → 03-06 morning
    coming Friday at 2pm → 03-06 14:00
    Friday next week → 03-13
    Tuesday of next week at 2pm → 03-10 14:00
    next week on Tuesday at 2pm → 03-10 14:00
    wensday → -
    wednsday at 3pm → 03-04 15:00
    thursday, 10:15 am → 03-05 10:15
    the 3rd of May → 05-03
    May 3rd → 05-03
    May 3 → 05-03
    May 3rd at 5pm → 05-03 17:00
    3 May 2027 → 2027-05-03
    May 3, 2027 → 2027-05-03
    may third at 2pm → 05-03 14:00
    December 25th at 6pm → 12-25 18:00
    Dec 25 → 12-25
    the twenty-fifth of December → 12-25
    the 25th → 03-25
    on the 25th at 3pm → 03-25 15:00
    the 5th of next month → 04-05
    12/25 → 12-25
    12/25/2026 → 12-25
    25/12 → 12-25
    2026-12-25 → 12-25
    in two weeks → 03-16
    in a week → 03-09
    a week from today → 03-09
    two weeks from now → 03-16
    in 3 days at 4pm → 03-05 16:00
    in an hour → 03-02 10:00
    in half an hour → 03-02 09:30
    in 20 minutes → 03-02 09:20
    in an hour and a half → 03-02 10:30
    in a couple of days → 03-04
    noon → 12:00
    5pm → 17:00
    5 in the afternoon → 17:00
    17:00 → 17:00
    ten past five pm → 17:10
    ten to three pm → 14:50
    I'd like to come tomorrow at 5pm please → 03-03 17:00
    can I come on Thursday at 10am? → 03-05 10:00
    first of April → 04-01
    how about Friday at 3pm? → 03-06 15:00
    in a fortnight → 03-16
    Fri, Mar 6, 3:00 PM → 03-06 15:00
    firday 3pm → 03-06 15:00
    twenty-five to six pm → 17:35
    good morning, Friday at 10am → 03-06 10:00`,
  )
})

describe('English that is unsure, refused or past', () => {
  check(
    'en',
    `5 → ? 17:00 | 05:00
    at 5 → ? 17:00 | 05:00
    5ish → ? 17:00 | 05:00
    5 o'clock → ? 17:00 | 05:00
    half past three → ? 15:30 | 03:30
    quarter to five → ? 16:45 | 04:45
    tomorrow at 5 → ? 03-03 17:00 | 03-03 05:00
    tomorrow 5pm-ish → ? 03-03 17:00
    tomorrow around 5pm → ? 03-03 17:00
    tomorrow after 5pm → ? 03-03 17:00
    tomorrow by 5pm → ? 03-03 17:00
    tomorrow between 3 and 5pm → ? 03-03 15:00 | 03-03 17:00
    tomorrow from 3pm to 5pm → ? 03-03 15:00 | 03-03 17:00
    tomorrow 3-5pm → ? 03-03 15:00 | 03-03 17:00
    tomorrow at 3pm or 4pm → ? 03-03 15:00 | 03-03 16:00
    maybe tomorrow at 5pm → ? 03-03 17:00
    Monday → ? 03-02 | 03-09
    Monday or Tuesday → ? 03-02 | 03-09 | 03-03
    next Friday → ? 03-06 | 03-13
    next Friday at noon → ? 03-06 12:00 | 03-13 12:00
    05/06 → ? 05-06 | 06-05
    next week → ? 03-09 | 03-10 | 03-11 | 03-12 | 03-13
    this weekend → ? 03-07 | 03-08
    Thursday week → ? 03-12
    around noon tomorrow → ? 03-03 12:00
    noonish → ? 12:00
    Friday doesn't work → -
    Friday, no wait, Saturday at 3pm → ? 03-07 15:00
    not tomorrow → -
    I can't tomorrow → -
    any day but Friday → -
    every Monday → -
    Mondays → -
    hello → -
    I have two kids → -
    yesterday → past 03-01
    last Friday → past 02-27
    3 days ago → past 02-27
    today at 8am → past 03-02 08:00
    May 3, 2020 → past 2020-05-03`,
  )
})

describe('what the question tells', () => {
  const cases: [string, Language, Partial<MomentContext>, string][] = [
    ['25', 'es', { want: 'date' }, '03-25'],
    ['el 25', 'es', { want: 'date' }, '03-25'],
    ['mañana a las 5', 'es', { want: 'date' }, '03-03'],
    ['15', 'es', { want: 'time' }, '? 15:00'],
    ['mañana a las 15hs', 'es', { want: 'time' }, '15:00'],
    ['5', 'es', { hours: { from: 480, to: 1200 } }, '17:00'],
    ['mañana a las 5', 'es', { hours: { from: 480, to: 1200 } }, '03-03 17:00'],
    ['mañana a las 9', 'es', { hours: { from: 480, to: 1200 } }, '03-03 09:00'],
    ['mañana a las 8', 'es', { hours: { from: 480, to: 1200 } }, '? 03-03 08:00 | 03-03 20:00'],
    ['a las 17hs', 'es', { base: { date: '2026-03-06', time: null, part: null } }, '03-06 17:00'],
    ['a las 8', 'es', { base: { date: '2026-03-06', time: null, part: 'night' } }, '03-06 20:00'],
    ['el viernes', 'es', { base: { date: null, time: '17:00', part: null } }, '03-06 17:00'],
    ['mejor el jueves', 'es', { base: { date: '2026-03-06', time: null, part: null } }, '03-05'],
    ['no, mejor mañana a las 17hs', 'es', {}, '03-03 17:00'],
    ['tomorrow at 5pm', 'es', {}, '03-03 17:00'],
    ['amanhã às 15h', 'es', {}, '03-03 15:00'],
    ['quinta que vem às 14h30', 'es', {}, '03-05 14:30'],
    ['mañana a las 5 de la tarde', 'en', {}, '03-03 17:00'],
  ]
  for (const [said, language, more, expected] of cases)
    test(`«${said}» (${language}, ${JSON.stringify(more)}) is ${expected}`, () => assert.equal(read(said, language, more), expected))
})

describe('changes of the clock', () => {
  const santiago: Partial<MomentContext> = { timeZone: 'America/Santiago', now: new Date('2026-09-05T12:00:00Z') }
  test('an hour that is left out is asked about', () => assert.equal(read('mañana a las 0:30', 'es', santiago), '? 09-06 01:30'))
  test('the day after the change has its own offset', () => assert.equal(read('2026-09-07T12:00:00Z', 'es', santiago), '09-07 09:00'))
  test('the day is that of the zone', () => {
    assert.equal(read('mañana', 'es', { timeZone: 'America/Mexico_City', now: new Date('2026-03-03T05:00:00Z') }), '03-03')
    assert.equal(read('amanhã', 'pt', { timeZone: 'America/Sao_Paulo', now: new Date('2026-03-03T05:00:00Z') }), '03-04')
  })
})

/** Every way to say a day with every way to say a time, in both orders: what is sure is understood, what may be twelve hours off holds the truth. */
const grid: Record<Language, { days: [string, string][]; times: (hour: number) => [said: string, minutes: number, sure: boolean][] }> = {
  es: {
    days: [
      ['mañana', '2026-03-03'],
      ['pasado mañana', '2026-03-04'],
      ['el jueves', '2026-03-05'],
      ['el jueves que viene', '2026-03-05'],
      ['el próximo viernes', '2026-03-06'],
      ['el viernes 6', '2026-03-06'],
      ['el 25', '2026-03-25'],
      ['25/12', '2026-12-25'],
      ['el 25 de diciembre', '2026-12-25'],
      ['el martes de la semana que viene', '2026-03-10'],
      ['dentro de 3 días', '2026-03-05'],
    ],
    times: (hour) => {
      const word = ['', 'la una', 'las dos', 'las tres', 'las cuatro', 'las cinco', 'las seis', 'las siete', 'las ocho', 'las nueve', 'las diez', 'las once'][
        hour
      ]!
      const part = hour <= 7 ? 'de la tarde' : 'de la noche'
      const pm = (hour + 12) * 60
      return [
        [`a ${word} ${part}`, pm, true],
        [`a ${word} y media ${part}`, pm + 30, true],
        [`a ${word} y cuarto ${part}`, pm + 15, true],
        [`a ${word} y veinte ${part}`, pm + 20, true],
        [`a ${word}`, pm, false],
        [`a las ${hour} ${part}`, pm, true],
        [`a las ${hour}pm`, pm, true],
        [`${hour} p.m.`, pm, true],
        [`${hour}:45 pm`, pm + 45, true],
        [`a las ${hour + 12}`, pm, true],
        [`${hour + 12}hs`, pm, true],
        [`a las ${hour + 12}:30`, pm + 30, true],
        [`${hour + 12}.30 hs`, pm + 30, true],
        [`${hour + 12}h30`, pm + 30, true],
        [`a las ${hour}`, pm, false],
        [`a las ${hour} y media`, pm + 30, false],
      ]
    },
  },
  pt: {
    days: [
      ['amanhã', '2026-03-03'],
      ['depois de amanhã', '2026-03-04'],
      ['quinta', '2026-03-05'],
      ['na quinta-feira', '2026-03-05'],
      ['quinta que vem', '2026-03-05'],
      ['próxima sexta', '2026-03-06'],
      ['dia 25', '2026-03-25'],
      ['25/12', '2026-12-25'],
      ['dia 25 de dezembro', '2026-12-25'],
      ['terça da semana que vem', '2026-03-10'],
      ['daqui a 3 dias', '2026-03-05'],
    ],
    times: (hour) => {
      const word = ['', 'à uma', 'às duas', 'às três', 'às quatro', 'às cinco', 'às seis', 'às sete', 'às oito', 'às nove', 'às dez', 'às onze'][hour]!
      const part = hour <= 6 ? 'da tarde' : 'da noite'
      const pm = (hour + 12) * 60
      return [
        [`${word} ${part}`, pm, hour !== 6 || part === 'da tarde'],
        [`${word} e meia ${part}`, pm + 30, true],
        [`${word} e quinze ${part}`, pm + 15, true],
        [word, pm, false],
        [`às ${hour} ${part}`, pm, true],
        [`às ${hour + 12}h`, pm, true],
        [`${hour + 12}h30`, pm + 30, true],
        [`às ${hour + 12}:30`, pm + 30, true],
        [`às ${hour + 12} horas`, pm, true],
        [`às ${hour}`, pm, false],
      ]
    },
  },
  en: {
    days: [
      ['tomorrow', '2026-03-03'],
      ['the day after tomorrow', '2026-03-04'],
      ['on Thursday', '2026-03-05'],
      ['this Friday', '2026-03-06'],
      ['the 25th', '2026-03-25'],
      ['December 25th', '2026-12-25'],
      ['the 25th of December', '2026-12-25'],
      ['Tuesday next week', '2026-03-10'],
      ['in 3 days', '2026-03-05'],
    ],
    times: (hour) => {
      const word = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'][hour]!
      const part = hour <= 5 ? 'in the afternoon' : hour <= 7 ? 'in the evening' : 'at night'
      const pm = (hour + 12) * 60
      return [
        [`at ${word} ${part}`, pm, hour !== 5 || part === 'in the afternoon'],
        [`at half past ${word} ${part}`, pm + 30, true],
        [`at quarter past ${word} pm`, pm + 15, true],
        [`at ${word} thirty pm`, pm + 30, true],
        [`at ${word}`, pm, false],
        [`at ${hour}pm`, pm, true],
        [`${hour} p.m.`, pm, true],
        [`at ${hour}:45 pm`, pm + 45, true],
        [`at ${hour + 12}:30`, pm + 30, true],
        [`at ${hour} o'clock`, pm, false],
        [`at ${hour}`, pm, false],
      ]
    },
  },
}
for (const language of ['es', 'pt', 'en'] as const)
  test(`every day with every time in ${language}`, () => {
    const { days, times } = grid[language]
    for (const [day, date] of days)
      for (let hour = 1; hour <= 11; hour++)
        for (const [time, minutes, sure] of times(hour))
          for (const said of [`${day} ${time}`, `${time} ${day}`]) {
            const reading = readMoment(said, { now: monday, timeZone, language, want: 'datetime' })
            const truth = { date, time: clockTime(minutes), part: null }
            if (sure) assert.deepEqual(reading, { outcome: 'understood', value: truth }, said)
            else
              assert.ok(
                reading.outcome === 'ambiguous' && reading.candidates.some((each) => short(each) === short(truth)),
                `${said}: ${JSON.stringify(reading)}`,
              )
          }
  })

const languages = fc.constantFrom<Language>('es', 'pt', 'en')
const zones = fc.constantFrom(timeZone, 'America/Sao_Paulo', 'America/Mexico_City', 'America/Santiago', 'America/New_York', 'UTC')
const nows = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2030, 0, 1) }).map((at) => new Date(at))
const fragments = fc.constantFrom(
  ...'mañana hoy el lunes viernes que viene próximo a las 5 17 30 12 de la tarde noche mediodía 25/12 en dos semanas horas amanhã às quinta tomorrow next friday at noon half past to pm am hs y media cuarto para o no pasado diciembre 2027 entre : - . , 31 día mes'.split(
    ' ',
  ),
)
const utterances = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fragments, { maxLength: 9 }).map((words) => words.join(' ')),
)
const isAhead = ({ date, time }: Moment, now: Date, zone: string): boolean => {
  const wall = wallAt(now.getTime(), zone)
  return date === null || date > isoDate(wall.day) || (date === isoDate(wall.day) && (time === null || time >= clockTime(wall.minutes)))
}

describe('whatever is written', () => {
  test('it is read without a throw, and the past is never given out as understood or offered', () => {
    fc.assert(
      fc.property(utterances, languages, zones, nows, fc.constantFrom<MomentContext['want']>('date', 'time', 'datetime'), (text, language, zone, now, want) => {
        const reading = readMoment(text, { now, timeZone: zone, language, want })
        const given = reading.outcome === 'understood' ? [reading.value] : reading.outcome === 'ambiguous' ? reading.candidates : []
        for (const moment of given) {
          assert.ok(isAhead(moment, now, zone), JSON.stringify(moment))
          assert.ok(moment.date !== null || moment.time !== null || moment.part !== null)
        }
        if (reading.outcome === 'ambiguous') assert.ok(reading.candidates.length > 0 && reading.candidates.length <= 6)
      }),
      { numRuns: 1500 },
    )
  })

  const parts = fc.constantFrom<DayPart | null>('early', 'morning', 'midday', 'afternoon', 'night', null)
  const days = fc.integer({ min: 1, max: 900 })
  const minutes = fc.option(fc.integer({ min: 0, max: 1439 }), { nil: null })
  test('what is read back is understood as the same moment', () => {
    fc.assert(
      fc.property(days, minutes, parts, languages, fc.boolean(), (ahead, at, part, language, dated) => {
        const moment: Moment = {
          date: dated ? isoDate(wallAt(monday.getTime(), timeZone).day + ahead) : null,
          time: at === null ? null : clockTime(at),
          part: at === null ? part : null,
        }
        fc.pre(moment.date !== null || moment.time !== null || moment.part !== null)
        const said = readBack(moment, language)
        assert.deepEqual(readMoment(said, { now: monday, timeZone, language, want: 'datetime' }), { outcome: 'understood', value: moment }, said)
      }),
      { numRuns: 1500 },
    )
  })

  test('an hour that may be twelve off is offered with both, and the right one among them', () => {
    const lead: Record<Language, string> = { es: 'mañana a las ', pt: 'amanhã às ', en: 'tomorrow at ' }
    fc.assert(
      fc.property(languages, fc.integer({ min: 1, max: 11 }), fc.boolean(), (language, hour, evening) => {
        const reading = readMoment(`${lead[language]}${hour}`, { now: monday, timeZone, language, want: 'datetime' })
        const truth = clockTime((hour + (evening ? 12 : 0)) * 60)
        assert.ok(reading.outcome === 'ambiguous' && reading.candidates.some(({ date, time }) => date === '2026-03-03' && time === truth))
      }),
    )
  })
})
