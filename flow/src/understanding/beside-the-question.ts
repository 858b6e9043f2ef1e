import { fold } from './fold.ts'

/**
 * A refusal that tells of a thing answers a question about it: "no tengo obra social" is a no to "¿Tenés obra social?", and none to "¿Confirmás el turno?",
 * where "no tengo la dirección" asks for help.
 */
const kinds: [told: RegExp, asked: RegExp][] = [
  [
    /(?<= )(?:(?:no|nao) (?:(?:lo|la|me) )?(?:tengo|tenemos|tuve|cuento|poseo|tenho|temos|tive)|(?:dont|do not|didnt|havent) (?:have|had|got)) [a-z]/,
    /(?<= )(?:te(?:n|m)[a-z]*|tien[a-z]+|tuv[a-z]+|cuent[a-z]+|hay|ha|algun[oa]?s?|alguma?s?|have|has|had|any|got)(?= )/,
  ],
  [
    /(?<= )(?:(?:no|nao) (?:es|son|era|soy|somos|e|sao|sou|esta|estan|estoy|estou|estao)|(?:its|thats|im|am|is|are) not|isnt|arent) (?!bien|bem|bom|boa|buen|cert|corre[ct]|cierto|posible|possivel|necesari|neces|precis|asi|assim|es[eao]|iss?o|est[eao]|para|lo que|o que|ideal|me |right|good|ok|possible|that|it|this|what|the one|interes|disponible|available|going|coming|seguro|de acuerdo)[a-z]/,
    /(?<= )(?:es|son|sos|eres|soy|era|e|sao|sou|voce|usted|esta[a-z]*|is|are|am|this|that|ya|ese|este|esse)(?= )/,
  ],
  [
    /(?<= )(?:(?:no|nao) (?:me )?(?:recib|receb|lleg|cheg)[a-z]*(?= )(?! a [a-z]+[aei]r)|(?:dont|didnt|havent|hasnt) (?:receiv|arriv)[a-z]*)/,
    /(?<= )(?:recib|receb|lleg|cheg|receiv|arriv|got)[a-z]*/,
  ],
  [
    /(?<= )(?:(?:no|nao) (?:me )?(?:fumo|tomo|bebo|uso|trabajo|trabalho|padezco|sufro|sofro|conozco|consumo|practico|pratico|manejo|vivo|moro|hago|faco)|(?:dont|do not) (?:smoke|drink|take|use|work|suffer|drive|live|eat|own))/,
    /(?<= )(?:fum|tom|beb|us|trabaj|trabalh|padec|padez|sufr|sofr|conoc|conoz|conhec|consum|practic|pratic|manej|viv|mor|hac|haz|hag|faz|smok|drink|tak|work|suffer|driv|liv|eat|own)[a-z]*/,
  ],
]

/** The folded words of a question between spaces, without what a flow would fill in. */
export const wordsAsked = (question: string): string => ` ${fold(question.replace(/\{\{.*?\}\}/gs, ' '))} `

/** Whether an answer tells of something else than the question is about; false where no question is known. */
export const isBesideQuestion = (text: string, question: string): boolean => {
  const [said, asked] = [` ${fold(text)} `, wordsAsked(question)]
  if (!/[a-z]/.test(asked)) return false
  const words = asked.split(' ').filter((word) => word.length >= 4)
  const isShared = said.split(' ').some((word) => word.length >= 4 && words.some((each) => each.slice(0, 5) === word.slice(0, 5)))
  return !isShared && kinds.some(([told, of]) => told.test(said) && !of.test(asked))
}

const undoing = /(?<= )(?:cancel|anul|suspend|elimin|borr|desmarc|unsubscrib|delet|baja)[a-z]*/
const plainly = /^\P{L}*(?:s[ií]|sim|yes|yeah|no|n[aã]o)\s*(?:[,.!;]|$)/iu
const keeping =
  /(?<= )(?:voy|ire|iremos|vamos|asist[a-z]+|estar[a-z]+|vou|irei|comparec[a-z]+|attend[a-z]*|com(?:e|ing)|there|pued[a-z]+|podr[a-z]+|posso|poderei|consigo|can|cant|wont|quedo|fico|turno|cita|consulta|appointment|llego|ir|venir|vir|go|confirm[a-z]*|agend[a-z]*|reserv[a-z]*|mant[a-z]+|conserv[a-z]*|keep)(?= )/

/** "¿Querés cancelar?": who answers "voy a ir" or "quiero mi turno" keeps it, and who says "no puedo ir" does not. */
export const keepsInstead = (text: string, question: string): boolean => {
  const [said, asked] = [` ${fold(text)} `, ` ${fold(question)} `]
  return undoing.test(asked) && !undoing.test(said) && !plainly.test(text) && keeping.test(said)
}
