import { wordsAsked } from './beside-the-question.ts'
import { fold, isOnlyManners, withoutManners } from './fold.ts'
import type { Language } from './language.ts'
import { yesNoIn } from './yes-no.ts'
import type { YesNo } from './yes-no-lexicon.ts'

/** Words of a question that an answer says back, "no quiero recibir recordatorios", tell nothing of yes or no. */

const small = new Set(
  'a al con com with em en el la los las lo un una uno unos unas mi mis de del para con su tu en o os as um uma meu minha do da ao the my an to for it me us your at on por na nas pelo pela numa dos das que esa ese esta este essa esse'.split(
    ' ',
  ),
)

/** A choice between two or a question with a refusal in it cannot be said back without telling more; the Portuguese "o" and "no" are "the" and "in the". */
const tellsMore = / (?:o|u|ou|or|no|nao|not|dont) /
const tellsMoreInPortuguese = / (?:u|ou|nao) /

/** "Si tengo tiempo" is a condition; "si a las 10" is not. */
const condition = /^\P{L}*si\s+(?!quiero|acepto|confirmo|por favor|a las? |el |ma[nñ]ana)/iu

/** What the question asks whether the customer wants it. */
const wanted =
  / (?:queres|quieres?|quiere|quieren|desea|deseas|gustaria|quer|querem|deseja|gostaria de|want to|like to|want us to|like us to|shall we) (?:que )?(?:(?:te|le|les|lo|la|nos|a gente|o) )?(?<verb>[a-z]{4,}) /

/** What is left of "es mi primera vez" where that was asked. */
const assertion = /^(?:(?:ya|ja|yo|eu|si|sim|yes) )*(?:es|soy|son|e|sou|its|im|i am|it is|estoy|estou)(?: (?:mi|meu|minha|my|una?|uma?))?$/
/** "Sin equipaje", "nenhum filho". */
const lacking = /^(?:sin|sem|without|ningun|ninguna|nenhum|nenhuma|zero|cero)$/
/** "Still interested", where that was asked. */
const unchanged = /^(?:still|sigo|sigue|seguimos|ainda|todavia|aun|continuo)$/
const asksUnchanged = / (?:still|sigue|sigues|seguis|siguen|ainda|todavia|aun|continua) /
/** "Re urgente", where it was asked whether it is. */
const intensely = /^(?:(?:es|e|its|esta|ta|is|it is) )?(?:muy|re|super|bastante|demasiado|muito|bem|very|really|quite|pretty|so)$/
/** What would be undone is better said in full. */
const undone = / (?:cancel|anul|elimin|borr|desmarc|delet|suspend|apag|exclu)[a-z]* /
/** How, where, when or what: "con tarjeta", "na portaria", "para hoy". */
const manner =
  /^(?:hoy|hoje|today|ahora|agora|now|manana|amanha|tomorrow)$|^(?:con|com|en|na|no|nas|para|pra|a|ao|al|por|pelo|de|with|by|at|on|in|for|to) [a-z]/
const asksOfBeing = /^ (?:es|esta|e|ta|is|are|its|sos|eres) /

/** "Efectivo" to "¿va a pagar en efectivo?", "está vacunada" to "¿su mascota está vacunada?". */
const isThing = (said: string, asked: string): boolean => {
  const plain = said.replace(/(?: (?:mesmo|mismo|nomas|por favor|please|gracias|thanks|obrigad[oa]))+$/, '')
  const at = plain.length < 3 ? -1 : asked.trimEnd().lastIndexOf(` ${plain}`)
  if (at < 0 || at + plain.length + 1 !== asked.trimEnd().length) return false
  return /^(?:esta|estan|es|son|ta|e|is|are) /.test(plain) || manner.test(plain) || / (?:en|con|com|no|na|by|with|in)$/.test(asked.slice(0, at))
}

const firstTime = / (?:primera|primeira|first) (?:vez|consulta|visita|visit|time|appointment|cita|compra|pedido|purchase|order)/
const saysFirstTime =
  /^(?:(?:es|e|its|la|a|the|my|mi|minha) )*(?:primera|primeira|first|1a|1ra|1era|1st)(?: (?:vez|time|visita|visit))?(?: (?:si|sim|yes|yeah|yep))?$/

const before = / (?:ya|antes|alguna vez|ja|alguma vez|before|already|ever) /
const isFirst =
  /^(?:(?:es|e|its|it is|this is|seria|la|a|the|my|mi|minha|no|nao) )*(?:primera|primeira|first|1a|1ra|1era|1st) (?:vez|time|visita|visit)(?: que [a-z]+(?: [a-z]+){0,2})?$/
/** "Nunca fui" is a first time. */
const neverBefore =
  /^(?:(?:si|sip|sim|yes|yeah|yo|eu|i|ive|i have) )*(?:(?:nunca|jamas|never)(?: (?:antes|before|he|habia|have))* (?:fui|fuimos|vine|vinimos|estuve|ido|venido|estado|me atendi|compre|compramos|fomos|vim|estive|comprei|been|bought|come|ordered|visited)|(?:fui|vine|estuve|estive|vim) (?:nunca|jamas))(?: (?:a|ahi|alla|alli|la|ai|antes|before|there|here|con ustedes|com voces|aca|aqui|with you|yet|todavia|aun|ainda))*$/
const saysBefore =
  /^(?:(?:yo|eu|i|ive|ele|ela|el|ella) )*(?:ya|ja|already) (?:fui|foi|fue|vino|veio|se atendio|foi atendid[oa]|fuimos|vine|vinimos|estuve|estuvimos|compre|comprei|compramos|pedi|pedimos|he (?:comprado|ido|venido|estado)|soy|somos|sou|vim|estive|me (?:atendi|atendieron|consultei|consulte)|fomos|bought|ordered|been|went|came|am)(?: (?:antes|paciente|cliente|una vez|uma vez|there|ahi|ai|ahi mismo|alla|la|a|patient|customer|client))*$|^(?:ive |i have |we have |weve |been |i was |no )*(?:been|was|came) (?:(?:here|there|in|to you|with you) )?(?:before|(?:a few|several|many|a couple of|loads of) times|twice|once|loads)$/

const isSame = (word: string, other: string): boolean =>
  (word.length >= 3 && other.endsWith('day') && other.startsWith(word)) ||
  (word.length >= 3 && word === other) ||
  (word.length >= 5 && word.slice(0, 5) === other.slice(0, 5)) ||
  (word.length >= 6 && other.length >= 6 && word.slice(0, 4) === other.slice(0, 4))

const isEcho = (word: string, asked: readonly string[]): boolean => {
  const hour = /^(?<number>\d+)(?:hs?|hrs?|am|pm|s)?$/.exec(word)?.groups?.['number']
  if (hour !== undefined) return asked.includes(hour)
  return asked.some((each) => isSame(word, each)) && yesNoIn(word) !== 'yes' && yesNoIn(word) !== 'no'
}

/** Whether who was never there is asked whether it is their first time. */
export const isFirstTime = (text: string, question: string): boolean =>
  firstTime.test(wordsAsked(question)) && !before.test(wordsAsked(question)) && !text.includes('?') && neverBefore.test(fold(text))

/** "Nunca", of a first time, and "no, nunca fui" say either. */
export const mayBeFirst = (text: string, question: string): boolean =>
  firstTime.test(wordsAsked(question)) &&
  !before.test(wordsAsked(question)) &&
  /^(?:(?:no|nao) )?(?:nunca|jamas|never)(?= |$)/.test(fold(text)) &&
  !isFirstTime(text, question)

/** What an answer says to a question without the words that it says back, and the little ones before them. */
export const answerBeside = (written: string, question: string, language: Language): YesNo => {
  // "Tô em casa".
  const text = language === 'pt' ? written.replace(/^\s*t[oô]u?(?=\s)/iu, 'estou') : written
  const asked = wordsAsked(question)
  if (text.length > 200 || (language === 'pt' ? tellsMoreInPortuguese : tellsMore).test(asked) || condition.test(text)) return 'not_understood'
  const words = text.split(/(?<=\s)/)
  const folded = words.map((word) => fold(word))
  const echoed = folded.map((word) => isEcho(word, asked.split(' ')))
  for (let at = words.length - 2; at >= 0; at--) echoed[at] ||= echoed[at + 1]! && small.has(folded[at]!) && !/\p{P}/u.test(words[at]!)
  if (before.test(asked) && isFirst.test(fold(text)) && !text.includes('?')) return 'no'
  if (firstTime.test(asked) && saysBefore.test(fold(text))) return 'no'
  if ((firstTime.test(asked) && saysFirstTime.test(fold(text))) || (before.test(asked) && saysBefore.test(fold(text)))) return 'yes'
  if (!echoed.includes(true)) return 'not_understood'
  const rest = words.filter((_, at) => !echoed[at]).join('')
  if (assertion.test(fold(rest)) && !text.includes('?')) return 'yes'
  const isEnd = asked.trimEnd().endsWith(` ${fold(text)}`) && (manner.test(fold(text)) || asksOfBeing.test(asked))
  if (isThing(fold(text), asked) && !undone.test(asked) && !text.includes('?')) return 'yes'
  if (isEnd && !undone.test(asked) && !text.includes('?')) return 'yes'
  // "Con otro doctor" wants something else.
  if (/^(?:otr[oa]s?|outr[oa]s?|another)$/.test(fold(rest))) return 'unsure'
  if (lacking.test(withoutManners(fold(rest)))) return 'no'
  if (unchanged.test(fold(rest) || folded[0]!) && asksUnchanged.test(asked) && !text.includes('?')) return 'yes'
  if (intensely.test(fold(rest)) && asksOfBeing.test(asked) && !text.includes('?')) return 'yes'
  const verb = wanted.exec(asked)?.groups?.['verb']
  const left = fold(rest)
    .split(' ')
    .filter((word) => !small.has(word))
    .join(' ')
  const isWanted = verb !== undefined && (left === '' || [left, fold(rest)].some(isOnlyManners)) && folded.some((word) => isSame(word, verb))
  return isWanted && !text.includes('?') ? 'yes' : yesNoIn(rest)
}
