import { nameOfDay, nameOfMonth } from './day-words.ts'
import type { Draft } from './draft.ts'

/** What is left of a text when its days and times are taken out of it. */

const refusing =
  /(?<= )(?:nao|not|dont|cant|wont|nunca|never|menos|excepto|except|salvo|exceto|sin|sem|without|tampoco|jamas|ni|nem|cualquier|cualquiera|qualquer|any|anytime|todos|todas|toda|todo|cada|every|siempre|sempre|always|ningun|ninguna|nenhum|nenhuma|none|but|imposible|impossivel|proximo ano|ano que viene|ano que vem|next year|proximo mes|mes que viene|mes que vem|next month|doesnt|isnt|arent|couldnt|wouldnt|busy|unavailable|ocupado|ocupada|por medio|opcion|opcao|option)(?= )/
const spanishNo = /(?<= )no(?= )/
const vague =
  /(?<= )(?:aprox|aproximadamente|aproximado|tipo|eso|around|about|roughly|circa|volta|pelas|umas|unas|sobre|cerca|approximately|ish|pasadas|casi|quase|almost|nearly|mais ou menos|mas o menos|pico)(?= )/
const open =
  /(?<= )(?:despues|antes|partir|desde|hasta|after|before|until|till|since|depois|ate|luego|by|entre|between|from|onwards|adelante|diante|principios|mediados|fines|meados|inicio|late|later)(?= )/
const hedged =
  /(?<= )(?:creo|quizas?|talvez|tal vez|acho|maybe|perhaps|might|puede que|capaz|si (?:puedo|puede|se puede|hay|pudiera|es posible|llego)|se (?:der|puder|possivel|houver)|if|depende|depends|supongo|suponho|possibly|probably|probablemente|provavelmente|tentative|pasado)(?= )/
const either = /(?<= )(?:ou|or|u|o bien)(?= )/
/** Words besides the time that may stand around it before it is asked about. */
const mostBeside = 8

/** What is left of the text, and what it tells about the rest. False when it refuses. */
export const heedRest = (draft: Draft): boolean => {
  const rest = ` ${draft.text.replace(/§/g, ' ').trim().replace(/\s+/g, ' ')} `
  if (refusing.test(rest) || / (?:los|nas|aos) §/.test(draft.text) || (draft.language !== 'pt' && spanishNo.test(rest))) return false
  if (draft.language === 'pt' && / no $| no (?!dia|fim|mes|horario|periodo|meu|proximo)/.test(rest) && rest.trim() !== 'no') draft.doubts.add('unclear')
  // A month without its day says that something was not understood.
  if (nameOfMonth.test(rest)) return false
  // "After Monday" is any other day.
  if (draft.times.length === 0 && draft.parts.length === 0 && /(?:despues|depois|after|antes|before|luego) (?:del?|d[eoa]|of )?\s?§/.test(draft.text))
    return false
  if (vague.test(rest)) draft.doubts.add('approximate')
  if (open.test(rest)) draft.doubts.add('range')
  if (hedged.test(rest) || nameOfDay.test(rest) || /\d/.test(rest)) draft.doubts.add('unclear')
  if (either.test(rest) || (draft.language === 'es' && / o /.test(rest))) draft.doubts.add('alternatives')
  if (rest.trim().split(' ').length > mostBeside) draft.doubts.add('unclear')
  return true
}
