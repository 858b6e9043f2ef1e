import { wordsAsked } from './beside-the-question.ts'

/** Answers to whether something was tried that tell how that went. */

const asksTried = / (?:prob(?!lem)|intent|trat|reinici|hi(?:ciste|zo|cieron)|fez|tent|experiment|tried|try|restart|reset|verific|revis|cheq|check)[a-z]* /
const outcome =
  /[\s,.;]+(?:(?:y|e|and|pero|mas|but) )?(?:nada|nothing|no (?:funcion|anda|pasa|cambi|prend|sirv|dio|luck|result)\p{L}*(?: nada)?|sigue (?:igual|sin \p{L}+)|continua (?:igual|sem \p{L}+)|na mesma|igual|(?:the )?same(?: thing)?|n[aã]o (?:deu(?: certo)?|funcionou|adiantou|resolveu|mudou)(?: nada)?|(?:it )?(?:didn|doesn)['’]?t (?:work|help|fix it|change anything))\P{L}*$/iu

/** "It didn't work", of what was tried, then. */
const inVain =
  /^\P{L}*(?:(?:ya|j[aá]|s[ií]|sim|yes|yeah),? )?(?:(?:pero|mas|but) )?(?:no (?:me )?(?:funcion[oó]|anduvo|sirvi[oó]|result[oó]|cambi[oó] nada|pas[oó] nada|dio resultado)|n[aã]o (?:deu certo|funcionou|adiantou|resolveu|mudou(?: nada)?)|(?:it |that )?didn['’]?t (?:work|help|fix it|change anything))\P{L}*$/iu

/** "Ya lo hice 2 veces y nada": whether something was tried, without how that went. */
export const withoutOutcome = (text: string, question: string): string => (asksTried.test(wordsAsked(question)) ? text.replace(outcome, '') : text)

/** Whether an answer tells of nothing but how it went. */
export const triedInVain = (text: string, question: string): boolean => inVain.test(text) && asksTried.test(wordsAsked(question))
