import { wordsAsked } from './beside-the-question.ts'
import { plainWords } from './exclaimed-words.ts'

/** "No worries, that's fine" grants what was asked for; what was offered it may decline. */

const asksLeave =
  / (?:(?:is|would|will) (?:it|that|this) (?:be )?(?:ok|okay|all right|alright|fine|good|possible)|(?:can|could|may|might) (?:we|i|the [a-z]+)(?! (?:get|offer|help|interest|bring|add))|(?:ok|okay|all right|alright)(?: with you| for you| by you)? $|are you (?:ok|okay|fine|happy) (?:with|if))/
const leave = '(?:no (?:worries|probs?|problem|biggie|bother|hassle|big deal|sweat|stress|drama|dramas)|not a problem|not an issue)'
const manner = '(?:at all|whatsoever|mate|for me|here|with that|by me|with me|on my end|then|really)'
const praise =
  '(?:(?:thats|that is|its|it is|that|it|all|totally|absolutely|perfectly|completely|sounds|works|will|ll|be|go|ahead|sure|yes|yeah|yep|ok|okay|fine|good|great|perfect|cool|alright|all right|works|do|please|whatever|is|easier|for me|with me|by me|thanks|understood|understand|i|happens|either way))'
const granted = new RegExp(`^(?:(?:yes|yeah|yep|yea|sure|ok|okay|oh|of course|absolutely|totally|thats) )*${leave}(?: ${manner})*(?: ${praise})*$`)

const asksOfMinding = / (?:mind|(?:le|te|se|les) (?:molesta|importa|incomoda)(?:ria)?|(?:incomoda|importa)(?: se)?) (?:si|se|que|if|de|[a-z]+ing|[a-z]+[aei]r) /
const minds = / (?:molesta|importa|incomoda|mind|prefiero|prefiro|rather) /

/** Whether leave is given in such words. */
export const givesLeave = (text: string, question: string): boolean => {
  if (!/\bno/i.test(text) || text.includes('?')) return false
  const asked = wordsAsked(question)
  return asksLeave.test(asked) && !asksOfMinding.test(asked) && granted.test(plainWords(text))
}

/** "¿Le molesta si vamos antes?": "dale" says that one does not mind. */
export const minded = (text: string, question: string): boolean => asksOfMinding.test(wordsAsked(question)) && !minds.test(` ${plainWords(text)} `)
