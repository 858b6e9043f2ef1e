import type { Language } from './language.ts'

/**
 * What a region says, as everybody says it, for readers of yes and no: "me viene joya" is "me viene bien", "nah I'm grand" is "nah I'm fine". Only what means
 * nothing else beside a yes or a no has a place here; what is short on a phone is in `short-forms.ts`.
 */
const suiting =
  'joya|b[aá]rbaro|fen[oó]meno|fenomenal|de (?:lujo|diez|10|perlas|maravilla)|pintad[oa]|al pelo|espectacular|impecable|regio|bac[aá]no?|bkn|chido|padr[ií]simo|padre|piola|ch[eé]vere|joia|j[oó]ia|daora|da hora|massa|sussa|suave|tri(?: bom| legal)?|de boas?|show(?: de bola)?'

const plain: Record<Language, readonly [RegExp, string][]> = {
  es: [
    [/(?<!\p{L})(?:nel(?: pastel| ni madres)?|nones)(?!\p{L})/giu, 'no'],
    [/^\P{L}*(?:sim[oó]n|sipirily|fierro|[oó]rale(?: pues)?)(?=$|\P{L}+(?!\p{L}*\?))/iu, 'sí '],
    [/(?<!\p{L})(?:d[eé]nle|and[eé]nle|[aá]ndele)(?: (?:pues|nom[aá]s))?(?!\p{L})/giu, 'dale'],
    [new RegExp(`(?<!\\p{L})((?:me|nos) (?:viene|queda|va|parece|cae|calza|vendr[ií]a|quedar[ií]a)|est[aá]|todo) (?:${suiting})(?!\\p{L})`, 'giu'), '$1 bien'],
    [/(?<!\p{L})(?:nadita|nad(?:ie|a) de nada|naranjas)(?!\p{L})/giu, 'nada'],
  ],
  pt: [
    [new RegExp(`(?<!\\p{L})(t[aá]|est[aá]|fica|ficou|por mim) (?:${suiting})(?!\\p{L})`, 'giu'), '$1 bom'],
    [/(?<!\p{L})(?:nadinha|nadica|necas|nada de nada)(?!\p{L})/giu, 'nada'],
    [/(?<!\p{L})(?:n[aã]ozinho|nan[aã]o|neca|nem a pau|nem ferrando)(?!\p{L})/giu, 'não'],
  ],
  en: [
    [
      /(?<!\p{L})(i['’]?m|i am|that['’]?s|it['’]?s|that is|it is|we['’]?re|all|sounds|is) (?:grand|sound|gravy|golden|ace|lush|deadly|dandy|peachy|mint|class|tickety[- ]boo)(?!\p{L})/giu,
      '$1 fine',
    ],
    [/^(\P{L}*)(?:ya|aye|yea)(?=\P{L}+\p{L})/iu, '$1yes'],
    [/(?<!\p{L})(?:work|fire|hammer|plough|drive|batter) away(?!\p{L})/giu, 'go ahead'],
    [/(?<!\p{L})(?:still nothing|not a (?:thing|peep|sausage)|nothing still|diddly|zilch|nowt)(?!\p{L})/giu, 'nothing yet'],
  ],
}

/** A message with the words of a region in plain ones. */
export const plainly = (text: string, language: Language): string => plain[language].reduce((told, [pattern, instead]) => told.replace(pattern, instead), text)
