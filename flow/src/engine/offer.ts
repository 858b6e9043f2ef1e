import type { Candidate } from '../understanding/reading.ts'
import { meantOption, namedOption } from '../understanding/choose-option.ts'
import { languageOf } from '../understanding/language.ts'
import type { MomentContext } from '../understanding/moment-context.ts'
import type { Moment } from '../understanding/moment.ts'
import { sharedOf } from '../understanding/moment.ts'
import { inToldHalf, momentsNamed } from '../understanding/offered-moments.ts'
import { momentContext } from '../understanding/read-time.ts'
import type { CustomerMessage } from './heard.ts'
import { isTyped } from './heard.ts'
import type { MenuOption } from './menu-content.ts'
import { menuContents } from './menu-content.ts'
import { momentAnswer, pointsAtPlace } from './moment-answer.ts'
import type { InputNode } from './nodes.ts'
import { spokenIn } from './phrases.ts'
import type { Choice, Offer } from './run-state.ts'
import type { Turn } from './turn.ts'
import { inFull } from '../understanding/short-forms.ts'
import { yesNoIn } from '../understanding/yes-no.ts'

/** Offering the customer what an answer may have meant, and hearing which it was. */

/** Offers these values, one of them for a yes or no. Ids carry the run's token: a button of an older offer is none of this one's. */
export const makeOffer = (turn: Turn, candidates: Candidate[], { about }: Pick<Offer, 'about'>): void => {
  const choices = candidates.map((candidate, at): Choice => ({ id: `offer.${turn.state.token}.${at + 1}`, ...candidate }))
  turn.state.offer = { choices, ...(about !== undefined && { about }) }
}

/** Shows what is offered, after these words if there are any. */
export const showOffer = (turn: Turn, offer: Offer, before = ''): void => {
  const [only] = offer.choices
  const asked = offer.choices.length === 1 ? readBackOf(turn, only!) : turn.phrases.whichOne
  const { contents } = menuContents(
    menuOf(turn, offer, [before, offer.about === undefined ? '' : `${offer.about}.`, asked].filter(Boolean).join('\n')),
    turn.context.abilities,
    turn.phrases,
  )
  for (const content of contents) turn.effects.push({ type: 'say', content })
}

const readBackOf = ({ phrases }: Turn, { value, text }: Choice): string => (value === true ? phrases.isYes : phrases.isIt(text))

const menuOf = (turn: Turn, offer: Offer, text: string) => ({ text, style: 'auto' as const, button: '', options: optionsOf(turn, offer) })

const optionsOf = ({ phrases }: Turn, { choices }: Offer): MenuOption[] => {
  const option = (id: string, label: string, text?: string): MenuOption => ({ id, label, description: '', words: text === undefined ? [] : [text] })
  const [first] = choices
  if (choices.length === 1) return [option(first!.id, phrases.yes), option(`${first!.id}.no`, phrases.no)]
  return [...choices.map(({ id, text, label }) => option(id, label ?? text, text)), option(`${first!.id}.none`, phrases.noneOfThese)]
}

/** What is certain of a time while this is offered: what all of the choices share, else what was understood before. */
export const certainIn = ({ choices, base }: Offer): Moment | undefined => {
  const moments = momentsOf(choices)
  return moments.length === 0 ? base : sharedOf(moments)
}

const momentsOf = (choices: Choice[]): Moment[] => choices.flatMap(({ moment }) => moment ?? [])

/**
 * What an answer to an offer comes to: the choice that the customer `took`, the moments that are `left` of those offered, to be offered anew or read back,
 * `refused` for none of them, `unclear` when it points at several or, read in different ways, at different ones, null when it is about something else.
 */
export type OfferAnswer = { took: Choice } | { left: Moment[] } | 'refused' | 'unclear' | null

type Heard = { options: MenuOption[]; choices: Choice[]; message: CustomerMessage; isNumbered: boolean; context: MomentContext }

/** Hears which of the choices an answer means. Of several times, only what is pressed, or picked by the number shown before it, is taken without being read back. */
export const hearOffer = (turn: Turn, node: InputNode, offer: Offer, message: CustomerMessage): OfferAnswer => {
  const options = optionsOf(turn, offer)
  const { choices } = offer
  if (message.choiceId !== undefined) return tookIn(choices, namedOption(options, message))
  const { style } = menuContents(menuOf(turn, offer, '?'), turn.context.abilities, turn.phrases)
  const context = momentContext(node, turn.context)
  const heard = { options, choices, message: { ...message, text: inFull(message.text, context.language) }, isNumbered: style === 'numbers', context }
  if (choices.length === 1) return hearOnly(heard)
  return momentsOf(choices).length === 0 ? hearSeveral(heard, languageOf(spokenIn(turn.context))) : hearMoments(heard)
}

const tookIn = (choices: Choice[], option: MenuOption | null): OfferAnswer => {
  if (option === null) return null
  const choice = choices.find(({ id }) => id === option.id)
  return choice ? { took: choice } : 'refused'
}

/** A yes or no to what was read back. "Sí, a las 6" says yes to another hour. */
const hearOnly = ({ options, choices, message, isNumbered, context }: Heard): OfferAnswer => {
  const option = namedOption(options, message) ?? (isNumbered ? byNumber(options, message) : null)
  if (option) return tookIn(choices, option)
  const moments = momentsOf(choices)
  const [moment] = moments
  const half = moment === undefined ? null : inToldHalf(message.text, moment)
  if (half) return { left: [half] }
  const named = moments.length > 0 ? momentsNamed(message.text, moments, context) : 'nothing'
  if (named === 'others') return null
  if (yesNoIn(message.text) === 'yes') return { took: choices[0]! }
  return refusal(message) ?? (named === 'nothing' ? null : { left: named })
}

const hearSeveral = ({ options, choices, message, isNumbered }: Heard, language: MomentContext['language']): OfferAnswer => {
  const named = namedOption(options, message)
  const numbered = isNumbered ? byNumber(options, message) : null
  if (named && numbered && named !== numbered) return 'unclear'
  return tookIn(choices, named ?? meantOption(options, message, isNumbered, language)) ?? refusal(message)
}

const hearMoments = ({ options, choices, message, isNumbered, context }: Heard): OfferAnswer => {
  const moments = momentsOf(choices)
  const named = namedOption(options, message)
  if (named) return namedMoment(choices, named)
  const answer = isTyped(message) ? momentAnswer(message.text, { moments, context, isNumbered }) : null
  if (answer === 'others') return null
  if (answer !== null) return typeof answer === 'object' && 'place' in answer ? tookIn(choices, options[answer.place - 1]!) : answer
  const meant = pointsAtPlace(message.text, moments.length) ? null : meantOption(options, message, false, context.language)
  return meant && meant === options.at(-1) ? 'refused' : refusal(message)
}

/** A label that was typed is read back too, with its day. */
const namedMoment = (choices: Choice[], named: MenuOption): OfferAnswer => {
  const took = tookIn(choices, named)
  return took !== null && typeof took === 'object' && 'took' in took && took.took.moment ? { left: [took.took.moment] } : took
}

/** "No, mejor a las 6" brings its own answer. */
const refusal = ({ text }: CustomerMessage): OfferAnswer =>
  yesNoIn(text) === 'no' && !/\d/.test(text) && text.trim().split(/\s+/).length <= 3 ? 'refused' : null

/** Only where the options were shown with numbers is "1" an answer to a question for yes or no. */
const byNumber = (options: MenuOption[], { text }: CustomerMessage): MenuOption | null => {
  const number = /^\s*(\d)\W*$/u.exec(text.normalize('NFKC'))?.[1]
  return number === undefined ? null : (options[Number(number) - 1] ?? null)
}
