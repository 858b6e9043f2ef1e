import type { MenuOption } from '../engine/menu-content.ts'
import type { Facts } from './label-facts.ts'
import { fold } from './fold.ts'
import { factsIn, misspeltWeekday } from './label-facts.ts'
import type { Language } from './language.ts'
import { pointsAtBoth } from './number-words.ts'

/** The row of a menu that a number, an hour or a day tells: "en 3" of "2 cuotas", "3 cuotas"; "las 3" of "9:00", "15:00". */

type Shown = { place: number | null; numbered: boolean; language: Language }

/**
 * The option whose label holds what was said. `unsure` where it may as well be the place of another one, or where only places fit and labels are numbers
 * themselves; null where the labels have nothing to do with it.
 */
export const toldOption = <Option extends MenuOption>(options: Option[], text: string, shown: Shown): Option | 'unsure' | null => {
  const corrected = withWeekdays(text)
  const corrections = factsIn(corrected, shown.language)
  if (!holdsAny(corrections)) return null
  const labels = labelled(options, shown.language)
  const areDays = labels.filter(({ weekdays }) => weekdays.length > 0).length > 1
  const said = spoken(areDays || corrected === text ? corrections : factsIn(text, shown.language), areDays)
  const isPlace = byPlace.test(text) && !options.some(({ label }) => enumerated.test(label))
  if (!labels.some(holdsAny) || !holdsAny(said) || isPlace) return null
  if ((shown.language === 'pt' && areDays && isTheSecond(text)) || (pointsAtBoth(text) && !isHour(said, labels))) return 'unsure'
  return among({ options, said, place: shown.place, labels }, text, shown)
}

const withWeekdays = (text: string): string => text.replace(/[\p{L}\p{M}]+/gu, (word) => misspeltWeekday(fold(word)) ?? word)

/** The options whose labels hold a number, be it one of theirs, the hour of a time ("10" of "10:30") or a day. */
export const holdingNumber = <Option extends MenuOption>(options: Option[], number: number, language: Language): Option[] => {
  const labels = labelled(options, language)
  return options.filter((_, at) => holdsNumber(labels[at]!, number) || labels[at]!.hours.some(({ hour }) => hour === number || hour === number + 12))
}

const among = <Option extends MenuOption>(menu: Ordered<Option>, text: string, { place, numbered, language }: Shown): Option | 'unsure' | null => {
  const { options, labels, said } = menu
  const ofNumbers = labels.filter(said.weekdays.length > 0 ? holdsAny : holdsNumbers).length * 2 > options.length
  const words = said.rest.filter((word) => !filling.has(word) && !(language === 'pt' && word === 'no'))
  if (words.some((word) => refusing.has(word))) return ofNumbers ? 'unsure' : null
  if (words.some((word) => unitOf(word) === undefined && !labels.some(({ rest }) => rest.includes(word)))) return null
  const fitting = fittingOf(menu, words)
  const only = fitting.length === 1 ? fitting[0]! : null
  if (only && isEitherHalf(said, labels[options.indexOf(only)]!, labels)) return 'unsure'
  if (said.ordinals.length > 0) return only && ordered(only, menu)
  if (place === null || isOfLabels(said, words, text)) return only ?? (ofNumbers ? 'unsure' : null)
  const counted = ofNumbers ? fitting : fitting.filter((option) => !isByOrdinal(said, labels[options.indexOf(option)]!))
  return weighed(counted, menu, !numbered && ofNumbers)
}

/** "2" is no "Segunda via" among rows that have no numbers. */
const isByOrdinal = ({ numbers }: Facts, label: Facts): boolean => numbers.every((number) => label.ordinals.includes(number) && !label.numbers.includes(number))

/** The options whose labels hold all that was said, its words with it. */
const fittingOf = <Option extends MenuOption>({ options, said, labels }: Ordered<Option>, words: string[]): Option[] => {
  const counted = new Set(labels.flatMap(({ rest }) => rest.flatMap((word) => unitOf(word) ?? [])))
  return options.filter((_, at) => fits(said, labels[at]!) && words.every((word) => isOf(word, labels[at]!, { said, counted })))
}

/** Between a label that has the number and the row that is at that place; who sees no numbers before the rows means the label. */
const weighed = <Option extends MenuOption>(
  fitting: Option[],
  { options, said, place, labels }: Ordered<Option>,
  meansLabels: boolean,
): Option | 'unsure' | null => {
  const [found, ...others] = fitting
  const placed = place === null ? undefined : options[place - 1]
  if (!found) return afternoonOf({ options, said, place, labels }) ?? (meansLabels && placed && isCount(labels[options.indexOf(placed)]!) ? 'unsure' : null)
  if (others.length > 0) return 'unsure'
  if (found === placed || !placed) return found
  return meansLabels && isExact(said, labels[options.indexOf(found)]!) ? found : 'unsure'
}

/** "5" is perhaps 17:00, unless it is a place as well. */
const afternoonOf = <Option extends MenuOption>({ options, said, place, labels }: Ordered<Option>): Option | 'unsure' | null => {
  const found = options.filter((_, at) => said.numbers.every((hour) => hour <= 12 && holdsHour(labels[at]!, { hour, minute: 0, sure: false })))
  const [only, ...others] = found
  if (!only) return null
  const placed = options[(place ?? 0) - 1] ?? only
  return others.length === 0 && placed === only ? only : 'unsure'
}

/** "5" of "17:00" and "05:00". */
const isEitherHalf = (said: Facts, found: Facts, labels: Facts[]): boolean =>
  found.hours.length > 0 &&
  said.numbers.some((hour) => labels.filter((label) => isOnDays(said, label) && holdsHour(label, { hour, minute: 0, sure: hour > 12 })).length > 1)

const isOnDays = (said: Facts, label: Facts): boolean => said.weekdays.every((day) => label.weekdays.includes(day))

const isHour = (said: Facts, labels: Facts[]): boolean => said.hours.length > 0 && labels.some(({ hours }) => hours.length > 0)

/** "9. Salir" brings its own number, which "opción 9" means. */
const enumerated = /^\P{L}*\d{1,2}(?:\s*[.):-](?!\d)|\u{FE0F}?\u20E3)/u

/** "Opción 3" is a place, whatever the labels are; so is "no. 3". */
const byPlace = /(?:^|\P{L})(?:opci[oó]n|op[cç][aã]o|option|opc?|opt|item|alternativa|choice|letra|letter|list[ao]?)(?:\P{L}|$)|^\s*(?:no\. ?\d|#)/iu

/** In Portuguese "segunda" is Monday, and "a segunda" the second as well. */
const isTheSecond = (text: string): boolean => /^\s*(?:a|la) (?:segunda|quarta|quinta|sexta)\P{L}*$/iu.test(text)

const refusing = new Set(['no', 'nao', 'not', 'ni', 'nem', 'menos', 'excepto', 'exceto', 'salvo', 'except'])
const filling = new Set(
  'opcion opcao option max maximo maximum mucho tops unas unos umas uns como tipo about around like aprox aproximadamente numero number nro entre between pode puede ser el la los las o a os as the de del da do em en na para pra por x con com with for to at um uma un una es son e y on at in quiero quero quisiera prefiero prefiro i want me dame deme mejor melhor que feira dia day this este esta ese essa esse proximo proxima porfa porfis porfi porfavor xfa xfavor favor please pls plz pfv pfvr pf gracias obrigado obrigada thanks si sim yes vou voy ir go ill take seria serian sou soy has have we are im am hs h horas hora hola ola oi hi dale ok okay vale bueno listo perfecto perfeito perfect genial great beleza sale va'.split(
    ' ',
  ),
)
/** What is counted, in the words that mean the same; who tells how many they are counts persons. */
const units = [
  'persona personas pessoa pessoas people person pax somos seremos seriamos mesa mesas table grupo lugares',
  'cuota cuotas parcela parcelas vez veces vezes pago pagos instalment instalments installment installments',
  'noche noches noite noites night nights',
  'dia dias day days',
  'kilo kilos quilo quilos kg kgs pesa',
  'litro litros l lt lts liter liters',
  'giga gigas gb',
  'mega megas mb mbps',
  'ano anos anito anitos aninho aninhos year years old fez cumplio cumpre tengo tenho tiene tem',
  'mes meses month months',
  'estrella estrellas estrela estrelas star stars punto puntos ponto pontos',
].map((words) => words.split(' '))
const unitOf = (word: string): number | undefined => {
  const at = units.findIndex((words) => words.includes(word))
  return at < 0 ? undefined : at
}

/** Whether a word that was said is the label's: its own, or a unit where the label, or else the menu, counts nothing else. "3 cuotas" is not "Piso 3". */
const isOf = (word: string, label: Facts, { said, counted }: { said: Facts; counted: Set<number> }): boolean => {
  if (label.rest.includes(word)) return true
  const unit = unitOf(word)
  if (unit === undefined || said.ordinals.length > 0 || label.hours.length + label.days.length > 0) return false
  const own = label.rest.filter((each) => !filling.has(each))
  return own.length === 0 ? counted.size === 0 || counted.has(unit) : own.some((each) => unitOf(each) === unit)
}

const holdsAny = (facts: Facts): boolean => holdsNumbers(facts) || facts.weekdays.length > 0

const holdsNumbers = ({ numbers, ordinals, hours, days, ranges }: Facts): boolean => [numbers, ordinals, hours, days, ranges].some((each) => each.length > 0)

/** Whether a label is about one small number: who answers "1" to "2 cuotas" and "3 cuotas" may mean neither. "Plan 10 GB, $ 5.000" is only the first. */
const isCount = ({ numbers, ordinals, weekdays, hours, days, ranges, rest }: Facts): boolean => {
  const isBare = (weekdays.length === 0 || days.length > 0) && rest.every((word) => filling.has(word) || unitOf(word) !== undefined)
  return [numbers, ordinals, hours, days, ranges].flat().length === 1 && numbers.every((number) => number <= 31) && (isBare || hours.length + days.length === 0)
}

/** "Primer piso" is number 1 of the floors; "segunda" of several days is Monday and no number, and "Segunda via" alone the second. */
const labelled = (options: MenuOption[], language: Language): Facts[] => {
  const facts = options.map(({ label }) => factsIn(label, language))
  const areDays = facts.filter(({ weekdays }) => weekdays.length > 0).length > 1
  return onOneClock(
    facts.map((each) => (each.weekdays.length > 0 && (areDays || each.ordinals.length === 0) ? { ...each, ordinals: [] } : { ...each, weekdays: [] })),
  )
}

/** Hours are as they are written where one of them is past noon; else "3:00" is likely in the afternoon, and "9:00" not at night. */
const onOneClock = (labels: Facts[]): Facts[] => {
  const isOfDay = labels.some(({ hours }) => hours.some(({ hour }) => hour > 12))
  return labels.map((label) => ({ ...label, hours: label.hours.map((hour) => ({ ...hour, sure: hour.sure || isOfDay || hour.hour > 7 })) }))
}

const spoken = (facts: Facts, areDays: boolean): Facts => {
  if (areDays && facts.weekdays.length > 0) return { ...facts, ordinals: [] }
  return areDays ? facts : { ...facts, weekdays: [] }
}

const fits = (said: Facts, label: Facts): boolean =>
  isOnDays(said, label) &&
  said.days.every((one) => label.days.some(({ day, month }) => day === one.day && (month === one.month || one.month === 0 || month === 0))) &&
  said.hours.every(
    (hour) =>
      holdsHour(label, hour) || isDuring(label, hour) || (label.hours.length === 0 && hour.minute === 0 && !hour.sure && label.numbers.includes(hour.hour)),
  ) &&
  said.ranges.every(({ from, to }) => label.ranges.some((range) => range.from === from && range.to === to)) &&
  said.ordinals.every(
    (number) => label.ordinals.includes(number) || label.days.some(({ day }) => day === number) || (label.numbers.length === 1 && label.numbers[0] === number),
  ) &&
  said.numbers.every((number) => holdsNumber(label, number))

/** "A las 15" of "14 a 16 hs". */
const isDuring = ({ ranges }: Facts, { hour, minute }: Facts['hours'][number]): boolean =>
  ranges.some(({ from, to }) => to <= 24 && from * 60 <= hour * 60 + minute && hour * 60 + minute < to * 60)

const holdsHour = ({ hours }: Facts, { hour, minute, sure }: Facts['hours'][number]): boolean =>
  hours.some((own) => own.minute === minute && (own.hour === hour || (!(sure && own.sure) && Math.abs(own.hour - hour) === 12)))

const holdsNumber = (label: Facts, number: number): boolean =>
  label.numbers.includes(number) ||
  label.ordinals.includes(number) ||
  label.days.some(({ day }) => day === number) ||
  label.ranges.some(({ from, to }) => from <= number && number <= Math.min(to, Math.max(100, from * 20))) ||
  label.hours.some(({ hour, minute }) => minute === 0 && hour === number)

/** Whether the number itself stands in the label: 3 is in "3 cuotas", and only perhaps in "15:00". */
const isExact = ({ numbers, hours }: Facts, label: Facts): boolean =>
  [...numbers, ...hours.map(({ hour }) => hour)].every(
    (number) => label.numbers.includes(number) || label.ordinals.includes(number) || label.hours.some(({ hour }) => hour === number),
  )

/** "En 3", "somos 3" and "3 personas" count things, and "a las 3" is an hour; "la 3" may be a place. */
const isOfLabels = (said: Facts, words: string[], text: string): boolean =>
  words.length > 0 ||
  said.hours.length + said.days.length + said.weekdays.length + said.ranges.length > 0 ||
  said.numbers.length > 1 ||
  /(?:^|\s)(?:de|en|em|somos|tengo|tenho|para|pra|dia)\s+\S+\s*$/i.test(text)

type Ordered<Option> = { options: Option[]; said: Facts; place: number | null; labels: Facts[] }

/** "El primero" of floors may be the first row; "primer piso" is not. */
const ordered = <Option extends MenuOption>(found: Option, { options, said, place, labels }: Ordered<Option>): Option | 'unsure' | null => {
  const placed = place === null ? undefined : options[place - 1]
  if (placed === undefined || placed === found) return found
  const isNamedSo = labels[options.indexOf(found)]!.ordinals.includes(said.ordinals[0]!) || floors.test(found.label)
  return isNamedSo ? 'unsure' : null
}

const floors = /(?:^|\P{L})(?:pisos?|andar|planta|floor|nivel|n[ií]vel|turno|clase|aula|sala)(?:\P{L}|$)/iu
