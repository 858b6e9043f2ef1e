import { dayOf, nthOfMonth } from './calendar.ts'
import { months } from './date-words.ts'
import type { Draft, Holiday } from './draft.ts'
import { take } from './draft.ts'

/**
 * Days that people call by name. Only names that mean the same day wherever the language is spoken, or that are asked about: Mother's Day is another
 * Sunday in every country.
 */

/** The day of Easter Sunday in a year of the Gregorian calendar. */
export const easter = (year: number): number => {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100]
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30
  const week = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7
  const shift = Math.floor((golden + 11 * moon + 22 * week) / 451)
  const total = moon + week - 7 * shift + 114
  return dayOf(year, Math.floor(total / 31), (total % 31) + 1)!
}

const fixed =
  (month: number, ...days: number[]): Holiday =>
  (year) =>
    days.map((day) => dayOf(year, month, day)!)
const fromEaster =
  (...days: number[]): Holiday =>
  (year) =>
    days.map((each) => easter(year) + each)
const thanksgiving = (year: number): number => nthOfMonth({ year, month: 11, weekday: 4, nth: 4 })

/** Names in the folded, mended text, the longer before those that they hold. Several days are a choice that is offered. */
const names: [string, Holiday][] = [
  ['noche ?buena|(?:vispera|visperas) de (?:la )?navidad|(?:vespera|vesperas|noite|ceia) de natal|(?:christmas|xmas) eve', fixed(12, 24)],
  [
    '(?:noche ?vieja|reveillon|(?:vispera|vespera) d[eo] (?:ano nuevo|ano novo)|(?:ultimo dia|ultima noche|ultima noite|virada) d[eo]l? ano|fin de ano|fim de ano|new years? eve|nye)',
    fixed(12, 31),
  ],
  ['(?:dia de )?(?:la |o )?(?:navidad|natal)|(?:christmas|xmas)(?: day)?', fixed(12, 25)],
  ['boxing day', fixed(12, 26)],
  ['(?:dia de |dia do )?(?:ano nuevo|ano novo)|new years?(?: day)?', fixed(1, 1)],
  ['(?:dia de (?:los )?)?reyes(?: magos)?|dia d[eo]s? reis|epifania|epiphany|three kings(?: day)?', fixed(1, 6)],
  ['(?:dia de )?san valentin|dia de los enamorados|(?:st |saint )?valentines?(?: day)?', fixed(2, 14)],
  ['dia dos namorados', (year) => [dayOf(year, 6, 12)!, dayOf(year, 2, 14)!]],
  ['(?:st |saint )(?:patricks?|paddys?)(?: day)?|(?:dia de )?san patricio', fixed(3, 17)],
  ['(?:dia d[eo] )?tiradentes', fixed(4, 21)],
  ['(?:dia (?:del|do|de los) )(?:trabajador|trabajadores|trabajo|trabalho|trabalhador)', fixed(5, 1)],
  ['(?:noche|noite|dia) de (?:san juan|sao joao)', fixed(6, 24)],
  ['juneteenth', fixed(6, 19)],
  ['(?:dia de )?nossa senhora aparecida|dia das criancas', fixed(10, 12)],
  ['halloween|noche de brujas|dia das bruxas', fixed(10, 31)],
  ['(?:dia de )?(?:todos los santos|todos os santos)|all saints(?: day)?', fixed(11, 1)],
  ['dia de (?:los )?(?:muertos|difuntos)|(?:dia d[eo]s? )?finados|all souls(?: day)?', fixed(11, 2)],
  ['veterans day', fixed(11, 11)],
  ['(?:dia da )?proclamacao da republica', fixed(11, 15)],
  ['(?:dia da )?consciencia negra', fixed(11, 20)],
  ['(?:dia de )?(?:la )?inmaculada(?: concepcion)?|(?:dia d[ae] )?imaculada(?: conceicao)?|dia de la virgen', fixed(12, 8)],
  ['thanksgiving(?: day)?|(?:dia de )?accion de gracias|(?:dia de )?acao de gracas', (year) => [thanksgiving(year)]],
  ['black friday', (year) => [thanksgiving(year) + 1]],
  ['cyber monday', (year) => [thanksgiving(year) + 4]],
  ['labou?r day', (year) => [nthOfMonth({ year, month: 9, weekday: 1, nth: 1 })]],
  ['memorial day', (year) => [nthOfMonth({ year, month: 5, weekday: 1, nth: -1 })]],
  ['(?:mlk|martin luther king)(?: jr)? day', (year) => [nthOfMonth({ year, month: 1, weekday: 1, nth: 3 })]],
  ['presidents? day', (year) => [nthOfMonth({ year, month: 2, weekday: 1, nth: 3 })]],
  ['columbus day|indigenous peoples day', (year) => [nthOfMonth({ year, month: 10, weekday: 1, nth: 2 })]],
  ['domingo de ramos|palm sunday', fromEaster(-7)],
  ['jueves santo|quinta(?: feira)? santa|(?:maundy|holy) thursday', fromEaster(-3)],
  ['viernes santo|sexta(?: feira)? (?:santa|da paixao)|good friday', fromEaster(-2)],
  ['sabado (?:santo|de gloria|de aleluia)|(?:holy|easter) saturday', fromEaster(-1)],
  ['lunes de (?:pascua|pascuas)|segunda(?: feira)? de pascoa|easter monday', fromEaster(1)],
  ['semana santa|holy week', fromEaster(-3, -2, -1, 0)],
  ['(?:domingo|dia) de (?:pascua|pascuas|pascoa|resurreccion)|pascua|pascuas|pascoa|easter(?: sunday| day)?', fromEaster(0)],
  ['lunes de (?:carnaval|carnavales)|segunda(?: feira)? de carnaval', fromEaster(-48)],
  ['martes de (?:carnaval|carnavales)|terca(?: feira)?(?: gorda)? de carnaval|mardi gras|shrove tuesday|fat tuesday', fromEaster(-47)],
  ['(?:miercoles|quarta(?: feira)?) de (?:ceniza|cenizas|cinza|cinzas)|ash wednesday', fromEaster(-46)],
  ['sabado de carnaval', fromEaster(-50)],
  ['domingo de carnaval', fromEaster(-49)],
  ['(?:los )?(?:carnaval|carnavales)|carnival', fromEaster(-48, -47)],
  ['corpus(?: christi| cristi)?', fromEaster(60)],
]

const article = '(?:(?:el dia|el|la|los|o|a|no|na|en|em|para|pra|on|at|the|this|dia|dia de|del) )?'
const dayBefore = '(?:el dia antes de|un dia antes de|vispera de|vispera del|um dia antes d[eoa]|o dia antes d[eoa]|vespera d[eoa]|the day before|day before)'
const dayAfter =
  '(?:(?:el |un |al )?dia (?:despues de|despues del|siguiente a|siguiente de)|(?:o |um |no )?dia (?:depois d[eoa]|seguinte a|seguinte ao)|(?:the )?day after)'

const anyName = names.map(([name]) => name).join('|')
const any = new RegExp(`(?<= )(?:${anyName})(?= )`)

const feast = '(?:cena|fiesta|comida|almuerzo|desayuno|regalos?|festa|ceia|almoco|jantar|presentes?)'
const feastInEnglish = '(?:dinner|lunch|brunch|breakfast|party|gifts?|presents?|meal)'
const month = `(?:${[...months.keys()].join('|')})`
const dated = new RegExp(`(?<= )\\d{1,2}(?: th)? (?:de |of )?${month}(?= )|(?<= )${month} \\d|\\d[-/]\\d`)

export const takeHolidays = (draft: Draft): void => {
  if (!any.test(draft.text)) return
  // Beside a date, "para la cena de navidad" tells what for.
  if (dated.test(draft.text))
    take(
      draft,
      `(?:es )?(?:para |pra |for |por )?(?:la |el |los |a |o |the |our )?(?:${feast} (?:del? |da |do |de la |dos )?(?:${anyName})|(?:${anyName}) ${feastInEnglish})`,
      () => {},
    )
  for (const [name, holiday] of names) {
    const add = (source: string, shift: number): void =>
      take(draft, source, () => {
        draft.days.push({ type: 'holiday', holiday, shift })
      })
    add(`${dayBefore} ${article}(?:${name})`, -1)
    add(`${dayAfter} ${article}(?:${name})`, 1)
    add(`${article}(?:${name})`, 0)
  }
}
