import { wordsAsked } from './beside-the-question.ts'
import { fold, isOnlyManners } from './fold.ts'

/** "Por favor" alone takes what was offered, and answers no question about how things are. */

const please = /(?<= )(?:por ?favor|porfa|porfis|porfi|xfa|xfavor|please|pls|plz|pfv|pfvr|pf|por gentileza|faz favor|se faz favor)(?= )/
/** What is offered or asked to be confirmed, in the words of the question. */
const offering =
  / (?:quer|quier|quis|dese|gust|gost|interes|prefer|confirm|agend|reserv|marc|anot|necesit|precis|mand|envi|ayud|ajud|program|continu|segu|sig|avan|pros|recib|receb|pued|pod|pos|acept|aceit|autoriz|want|would|like|shall|should|may|can|could|need|help|send|book|schedul|procee|confirm)[a-z]*(?= )/

const offersHelp =
  / (?:asesora?|atendente|agente?|alguien|alguem|someone|somebody|persona|pessoa|ayud[a-z]*|ajud[a-z]*|help|soporte|suporte|support|hablar|falar|speak|talk|llam[a-z]+|lig(?:ar|ue)|call) /
const inNeed =
  /^(?:no (?:entiendo|entendi|se|puedo|logro|me|encuentro|funciona)|nao (?:sei|entendi|entendo|consigo|to|estou|funciona)|i (?:dont|cant|need)|es (?:muy )?urgente?|e urgente|its urgent|this is urgent|urgente?|necesito|preciso|tengo|tenho|estoy|estou|to|im|tudo|todo)(?= |$)(?! problem)/

/** "Porfa, no entiendo nada", to an offer of help. */
const isPleaseForHelp = (text: string, question: string): boolean => {
  const [first = '', ...others] = text.split(/[,.;!\n]+/).filter((clause) => fold(clause) !== '')
  const need = fold(others.join(' '))
  return offersHelp.test(wordsAsked(question)) && need.includes(' ') && inNeed.test(need) && isPleaseAlone(first)
}

const isPleaseAlone = (text: string): boolean => {
  const said = fold(text).replace(/(.)\1{2,}/g, '$1')
  return please.test(` ${said} `) && isOnlyManners(said) && !text.includes('?')
}

/** Whether nothing but a please is said, to a question that offers something. */
export const isPleaseFor = (text: string, question: string): boolean => {
  if (isPleaseForHelp(text, question)) return true
  if (!isPleaseAlone(text)) return false
  const asked = wordsAsked(question)
  return !/[a-z]/.test(asked) || offering.test(asked)
}
