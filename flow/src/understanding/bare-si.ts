import { wordsAsked } from './beside-the-question.ts'
import { fold, withoutManners } from './fold.ts'

/**
 * "Si" without its accent, as most people type it: "si ya fui antes" says yes, "si puedo" sets a condition. What begins a statement about oneself, or says back
 * what was asked, is no condition.
 */

const bare = /^\P{L}*si[\s,]+(?=\p{L})/iu
const stating =
  /^(?:(?:yo|nosotros|ya|la verdad|claro|todos?|los datos|los|mis datos) )*(?:fui|fuimos|vine|vinimos|estuve|estuvimos|tuve|tuvimos|hice|hicimos|compre|pague|recibi|asisti|complete|envie|mande|soy|somos|acepto|aceptamos|autorizo|confirmo|confirmamos|asisto|asistire|asistiremos|me (?:interesa|gustaria|encantaria|sirve|queda bien|parece bien)|estoy (?:de acuerdo|segur[oa]|interesad[oa]|list[oa]|confirmad[oa])|son (?:correct|cierto|mis|esos|los|esas)|est(?:a|an) (?:todos? )?(?:bien|correct|perfect|ok)|es (?:mi|la|el|correct|cierto|verdad|asi|ese|esa|eso)|ahi (?:estare|estaremos|voy|vamos))/
const having =
  /^(?:yo |ya )?(?:tengo|tenemos|cuento con)(?: (?!tiempo|chance|lugar|plata|dinero|ganas|suerte|permiso|disponib|un hueco|un rato|algun|que)[a-z]+){1,4}$/
/** An order sets no condition, "si mándamelo"; one in a single word does not where the question has that verb, "si cancélala", as "si instala" may. */
const surelyOrdering = /^(?:por favor )?[a-z]+[aenrz](?:me|te|se|nos)l[aeo]s?(?= |$)/
const ordering =
  /^(?:por favor )?(?<verb>[a-z]{3,}[aeinrz](?:me|nos|l[aeo]s?))(?: [a-z]+){0,4}$|^(?<polite>[a-z]{4,}[aen]) (?:por ?favor|porfa|porfis|porfi|xfa)$/
const isOrder = (rest: string, question: string): boolean => {
  if (surelyOrdering.test(rest)) return true
  const { verb, polite } = ordering.exec(rest)?.groups ?? {}
  const said = verb ?? polite
  return said !== undefined && wordsAsked(question).includes(` ${said.slice(0, 4)}`)
}
const askedToHave = / (?:ten[a-z]+|tien[a-z]+|cuent[a-z]+|hay) /
/** "Si ya lo reinicié": what was asked is told as done. */
const donePast = /^ya (?:(?:lo|la|los|las|me|le|nos) )?(?<verb>[a-z]{3,}?)(?:e|i|amos|imos)(?= |$)/
const isDone = (rest: string, question: string): boolean => {
  const { verb } = donePast.exec(rest)?.groups ?? {}
  return verb !== undefined && (wordsAsked(question).includes(` ${verb.slice(0, 5)}`) || (/^ya l[aeo]s? /.test(rest) && wordsAsked(question).includes(' ya ')))
}
const little =
  /^(?:me|te|se|le|lo|la|los|las|nos|el|mi|mis|un|una|esta|estan|es|son|soy|somos|estoy|va|van|voy|vamos|a|de|con|en|para|ya|por|y|al|del|hay|tiene|tienen)$/
/** "Si está vacunada", "si me lo aparta": nothing but what was asked; what others would do is a condition. */
const isEcho = (rest: string, question: string): boolean => {
  const asked = wordsAsked(question).split(' ')
  const own = withoutManners(rest)
    .split(' ')
    .filter((word) => !little.test(word))
  return (
    own.length > 0 &&
    !happening.test(rest) &&
    !hedged.test(own[0]!) &&
    own.every((word) => asked.includes(word) || (word.length >= 5 && !/[ae]n$/.test(word) && asked.some((each) => each.slice(0, 5) === word.slice(0, 5))))
  )
}
/** "Si me cancelan" tells what may happen. */
const happening = /^(?:se|me|nos) (?:cancel|anul|suspend|elimin|borr)/
const hedged = /^(?:pued|pod|lleg|alcan|logr|quier|qued)/
/** What follows from a condition: "si acepto, ¿cómo hago?", "si estoy bien voy". */
const following = / (?:voy|iria|paso|aviso|aviseme|llamo|seria|entonces|hago|como|cuando|cuanto|donde|pued[a-z]+|podr[a-z]+|hay que|tengo que)(?= |$)/
const mostWords = 8

/** The text with the accent that it lacks, where it is a yes; else as it is. */
export const withItsAccent = (text: string, question: string): string => {
  if (!bare.test(text) || text.includes('?')) return text
  const rest = fold(text.replace(bare, ''))
  if (rest.split(' ').length > mostWords || following.test(` ${rest.split(' ').slice(1).join(' ')}`)) return text
  const isYes =
    stating.test(rest) ||
    isOrder(rest, question) ||
    isDone(rest, question) ||
    isEcho(rest, question) ||
    (having.test(rest) && askedToHave.test(wordsAsked(question)))
  return isYes ? text.replace(bare, 'sí ') : text
}
