import { fold } from './fold.ts'
import { rememberingLast } from './remembered.ts'

/**
 * A refusal that tells of a thing answers a question about it: "no tengo obra social" is a no to "¿Tenés obra social?", and none to "¿Confirmás el turno?",
 * where "no tengo la dirección" asks for help.
 */
const kinds: [told: RegExp, asked: RegExp][] = [
  [
    /(?<= )(?:(?:no|nao) (?:(?:lo|la|me) )?(?:tengo|tenemos|tuve|cuento|poseo|tenho|temos|tive)|(?:dont|do not|didnt|havent) (?:have|had|got)) (?!(?:tiempo|ganas|plata|dinero|interes|tempo|vontade|grana|dinheiro|interesse|(?:the |any |enough )?(?:time|money|interest)|como|forma|manera)(?= ))[a-z]/,
    /(?<= )(?:te(?:n|m)[a-z]*|tien[a-z]+|tuv[a-z]+|tra(?:e|es|er|z|zer|igo)|llev(?:a|as|ar)|cuent[a-z]+|hay|ha|algun[oa]?s?|alguma?s?|have|has|had|any|got)(?= )/,
  ],
  [
    /(?<= )(?:(?:no|nao) (?:es|son|era|soy|somos|e|sao|sou|esta|estan|estoy|estou|estao)|(?:its|thats|im|am|is|are) not|isnt|arent) (?!bien|bem|bom|boa|buen|cert|corre[ct]|cierto|posible|possivel|necesari|neces|precis|asi|assim|es[eao]|iss?o|est[eao]|para|lo que|o que|ideal|me |right|good|ok|possible|that|it|this|what|the one|interes|disponible|available|going|coming|seguro|de acuerdo)[a-z]/,
    /(?<= )(?:es|son|sos|eres|soy|era|e|sao|sou|voce|usted|esta[a-z]*|is|are|am|this|that|ya|ese|este|esse)(?= )/,
  ],
  [
    /(?<= )(?:(?:no|nao) (?:me )?(?:recib|receb)[a-z]*(?= )|(?:no|nao) (?:me |nos )?(?!llego (?:a |perdon|disculp|lo siento|sorry|gracias|ese|hoy|manana|nunca|$)|llegamos |llegare |chego |chegamos )(?:lleg|cheg)[a-z]*(?= )(?! a [a-z]+[aei]r)|(?:dont|didnt|havent|hasnt) (?:receiv|arriv)[a-z]*)/,
    /(?<= )(?:recib|receb|lleg|cheg|receiv|arriv|got)[a-z]*/,
  ],
  [
    /(?<= )(?:(?:no|nao) (?:me )?(?:fumo|tomo|bebo|uso|trabajo|trabalho|padezco|sufro|sofro|conozco|consumo|practico|pratico|manejo|vivo|moro|hago|faco)|(?:dont|do not) (?:smoke|drink|take|use|work|suffer|drive|live|eat|own))/,
    /(?<= )(?:tem$|tiene|tienes|tenes|tem|fum|tom|beb|us|trabaj|trabalh|padec|padez|sufr|sofr|conoc|conoz|conhec|consum|practic|pratic|manej|viv|mor|hac|haz|hag|faz|smok|drink|tak|work|suffer|driv|liv|eat|own)[a-z]*/,
  ],
]

/** A refusal before what tells why. */
const standsApart = /^\P{L}*(?:no|n[aã]o|nop|nope|nah)\s*[,.;!…]+\s+/iu

/** The folded words of a question between spaces, without what a flow would fill in. */
export const wordsAsked = rememberingLast((question) => ` ${fold(question.replace(/\{\{.*?\}\}/gs, ' '))} `)

/** Whether an answer tells of something else than the question is about; false where no question is known. */
export const isBesideQuestion = (text: string, question: string): boolean => {
  // The accent tells "no llegó" from "no llego", and the comma "no, soy particular" from what somebody is not.
  const [said, asked] = [` ${fold(text.replace(/llegó/giu, 'lleg').replace(standsApart, ''))} `, wordsAsked(question)]
  if (!/[a-z]/.test(asked)) return false
  const words = asked.split(' ').filter((word) => word.length >= 4)
  const isShared = said.split(' ').some((word) => word.length >= 4 && words.some((each) => each.slice(0, 5) === word.slice(0, 5)))
  return !isShared && kinds.some(([told, of]) => told.test(said) && !of.test(asked))
}
