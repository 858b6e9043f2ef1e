import { wordsAsked } from './beside-the-question.ts'
import { fold } from './fold.ts'
import { rememberingLast } from './remembered.ts'

/** "Un metro" is no number of centimetres, but a hundred of them; "3 feet" in metres is asked again. */

type Measure = { words: RegExp; of: 'length' | 'weight' | 'volume'; metric: boolean; size: number }
const measures: Measure[] = [
  { words: /^(?:mm|milimetros?|millimet(?:er|re)s?)$/, of: 'length', metric: true, size: 0.001 },
  { words: /^(?:cms?|centimetros?|centimet(?:er|re)s?)$/, of: 'length', metric: true, size: 0.01 },
  { words: /^(?:m|mts?|metros?|met(?:er|re)s?)$/, of: 'length', metric: true, size: 1 },
  { words: /^(?:kms?|kilometros?|quilometros?|kilomet(?:er|re)s?)$/, of: 'length', metric: true, size: 1000 },
  { words: /^(?:inch|inches|pulgadas?|polegadas?)$/, of: 'length', metric: false, size: 1 },
  { words: /^(?:ft|feet|foot|pies?)$/, of: 'length', metric: false, size: 12 },
  { words: /^(?:miles?|millas?|milhas?)$/, of: 'length', metric: false, size: 63360 },
  { words: /^(?:mg|miligramos?|miligramas?|milligrams?)$/, of: 'weight', metric: true, size: 0.001 },
  { words: /^(?:g|grs?|gms?|gramos?|gramas?|grams?)$/, of: 'weight', metric: true, size: 1 },
  { words: /^(?:kgs?|kilos?|kilitos?|quilos?|kilograms?|kilogramos?)$/, of: 'weight', metric: true, size: 1000 },
  { words: /^(?:toneladas?|tons?|tonnes?)$/, of: 'weight', metric: true, size: 1_000_000 },
  { words: /^(?:oz|ounces?|onzas?)$/, of: 'weight', metric: false, size: 1 },
  { words: /^(?:lbs?|pounds?|libras?)$/, of: 'weight', metric: false, size: 16 },
  { words: /^(?:ml|mililitros?|millilit(?:er|re)s?|cc)$/, of: 'volume', metric: true, size: 0.001 },
  { words: /^(?:lts?|l|litros?|lit(?:er|re)s?)$/, of: 'volume', metric: true, size: 1 },
  { words: /^gallons?$/, of: 'volume', metric: false, size: 1 },
]
const measureOf = (word: string): Measure | undefined => measures.find(({ words }) => words.test(word))

const naming = /(?<= (?:cuant[oa]s|quant[oa]s|how many|en|em|in) )[a-z]{1,12}(?= )/g

const measureAsked = rememberingLast((question) => (wordsAsked(question).match(naming) ?? []).map(measureOf).find((each) => each !== undefined))

/** By what a told number has to be multiplied to be in the measure that is asked for; null where it is in one that does not fit. */
export const measureFactor = (text: string, question: string): number | null => {
  if (!/\p{L}/u.test(text)) return 1
  const asked = measureAsked(question)
  if (asked === undefined) return 1
  const told = fold(text)
    .split(' ')
    .map((word) => measureOf(word.replace(/^\d+/, '')))
    .filter((each) => each !== undefined && each.of === asked.of)
  const [first] = told
  if (first === undefined || told.includes(asked)) return 1
  return told.length === 1 && first.metric === asked.metric ? first.size / asked.size : null
}
