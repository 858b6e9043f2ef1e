import { wordsAsked } from './beside-the-question.ts'
import { fold, isOnlyManners } from './fold.ts'

/** "Por favor" alone takes what was offered, and answers no question about how things are. */

const please = /(?<= )(?:por ?favor|porfa|porfis|porfi|xfa|xfavor|please|pls|plz|pfv|pfvr|pf|por gentileza|faz favor|se faz favor)(?= )/
/** What is offered or asked to be confirmed, in the words of the question. */
const offering =
  / (?:quer|quier|quis|dese|gust|gost|interes|prefer|confirm|agend|reserv|marc|anot|necesit|precis|mand|envi|ayud|ajud|program|continu|segu|sig|avan|pros|recib|receb|pued|pod|pos|acept|aceit|autoriz|want|would|like|shall|should|may|can|could|need|help|send|book|schedul|procee|confirm)[a-z]*(?= )/

/** Whether nothing but a please is said, to a question that offers something. */
export const isPleaseFor = (text: string, question: string): boolean => {
  const said = fold(text).replace(/(.)\1{2,}/g, '$1')
  if (!please.test(` ${said} `) || !isOnlyManners(said) || text.includes('?')) return false
  const asked = wordsAsked(question)
  return !/[a-z]/.test(asked) || offering.test(asked)
}
