import type { Candidate } from '../understanding/reading.ts'
import { meantOption, namedOption } from '../understanding/choose-option.ts'
import type { CustomerMessage } from './heard.ts'
import type { MenuOption, MenuStyle } from './menu-content.ts'
import { menuContents } from './menu-content.ts'
import type { Choice, Offer } from './run-state.ts'
import type { Turn } from './turn.ts'
import { yesNoIn } from '../understanding/yes-no.ts'

/** Offering the customer what an answer may have meant, and hearing which it was. */

/** Offers these values, one of them for a yes or no. Ids carry the run's token: a button of an older offer is none of this one's. */
export const makeOffer = (turn: Turn, candidates: Candidate[], { base, about }: Pick<Offer, 'base' | 'about'>): void => {
  const choices = candidates.map((candidate, at): Choice => ({ id: `offer.${turn.state.token}.${at + 1}`, ...candidate }))
  turn.state.offer = { choices, ...(base && { base }), ...(about !== undefined && { about }) }
}

/** Shows what is offered, after these words if there are any. */
export const showOffer = (turn: Turn, offer: Offer, before = ''): void => {
  const [only] = offer.choices
  const asked = offer.choices.length === 1 ? turn.phrases.isIt(only!.text) : turn.phrases.whichOne
  const { contents } = menuContents(
    menuOf(turn, offer, [before, offer.about === undefined ? '' : `${offer.about}.`, asked].filter(Boolean).join('\n')),
    turn.context.abilities,
    turn.phrases,
  )
  for (const content of contents) turn.effects.push({ type: 'say', content })
}

const menuOf = (turn: Turn, offer: Offer, text: string) => ({ text, style: 'auto' as const, button: '', options: optionsOf(turn, offer) })

const optionsOf = ({ phrases }: Turn, { choices }: Offer): MenuOption[] => {
  const option = (id: string, label: string, text?: string): MenuOption => ({ id, label, description: '', words: text === undefined ? [] : [text] })
  const [first] = choices
  if (choices.length === 1) return [option(first!.id, phrases.yes), option(`${first!.id}.no`, phrases.no)]
  return [...choices.map(({ id, text, label }) => option(id, label ?? text, text)), option(`${first!.id}.none`, phrases.noneOfThese)]
}

/** The choice that the customer took, `refused` for none of them, null when the message is about something else. */
export const chosenFrom = (turn: Turn, offer: Offer, message: CustomerMessage): Choice | 'refused' | null => {
  const options = optionsOf(turn, offer)
  const style: MenuStyle = menuContents(menuOf(turn, offer, '?'), turn.context.abilities, turn.phrases).style
  const option =
    namedOption(options, message) ?? (offer.choices.length > 1 ? meantOption(options, message, style === 'numbers') : numbered(options, message, style))
  if (option) return offer.choices.find(({ id }) => id === option.id) ?? 'refused'
  if (message.choiceId !== undefined) return null
  const said = yesNoIn(message.text)
  if (said === 'yes' && offer.choices.length === 1) return offer.choices[0]!
  // "No, mejor a las 6" brings its own answer.
  return said === 'no' && !/\d/.test(message.text) && message.text.trim().split(/\s+/).length <= 3 ? 'refused' : null
}

/** Only where yes and no were shown with numbers is "1" an answer to a question for yes or no. */
const numbered = (options: MenuOption[], message: CustomerMessage, style: MenuStyle): MenuOption | null =>
  style === 'numbers' && /^\s*[12]\W*$/u.test(message.text.normalize('NFKC')) ? meantOption(options, message, true) : null
