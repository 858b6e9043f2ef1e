import type { FlowDraft } from '../../definition.ts'
import { askFor, at, minutes } from '../kit.ts'
import { alwaysWords, personWords, skipWords } from './everyday-words.ts'
import type { WelcomeLocale, WelcomeTrade } from './texts.ts'
import { welcomeTexts } from './texts.ts'

const isSet = (variable: string) => ({ variable, operator: 'is_set' as const })
const mentions = (words: string[]) => [{ variable: 'message.text', operator: 'has_words' as const, value: words }]

/**
 * The flow that answers in the demo tenant: greets by the business' name, tells the hours, takes a request with name and e-mail, and hands over to a person.
 * Who already says what they want in the first message ("quiero un turno") is not asked again.
 */
export const welcomeFlow = (locale: WelcomeLocale, trade: WelcomeTrade): FlowDraft => {
  const text = welcomeTexts(locale, trade)
  const ask = { retries: 2, onInvalid: 'person_lost' } as const
  const hours = { id: 'hours', label: text.hoursLabel, words: text.hoursWords, next: 'hours' }
  const request = { id: 'request', label: text.requestLabel, words: text.requestWords, next: 'known' }
  const person = { id: 'person', label: text.personLabel, words: personWords, next: 'person' }
  return {
    schema: 1,
    start: 'begin',
    triggers: [{ type: 'any' }],
    always: { ...alwaysWords, humanNode: 'person', stopNode: 'bye' },
    onError: 'person_lost',
    nodes: {
      begin: { type: 'condition', label: text.steps.begin, any: mentions(text.requestWords), then: 'greet_request', otherwise: 'begin_hours', ...at(0, 1) },
      begin_hours: { type: 'condition', label: text.steps.beginHours, any: mentions(text.hoursWords), then: 'greet_hours', otherwise: 'menu', ...at(1, 1) },
      greet_request: { type: 'message', text: text.greeting, next: 'known', ...at(1, 2) },
      greet_hours: { type: 'message', text: text.greeting, next: 'hours', ...at(2, 0) },
      menu: {
        type: 'menu',
        label: text.steps.menu,
        text: `${text.greeting} ${text.question}`,
        options: [hours, request, person],
        invalidText: text.invalidMenu,
        ...ask,
        timeout: { seconds: minutes(30), next: 'quiet' },
        saveAs: 'topic',
        ...at(2, 1),
      },
      hours: { type: 'message', label: text.steps.hours, text: text.hours, next: 'more', ...at(3, 0) },
      more: {
        type: 'menu',
        label: text.steps.more,
        text: text.more,
        options: [request, person, { id: 'nothing', label: text.nothingLabel, words: text.nothingWords, next: 'bye' }],
        invalidText: text.invalidMenu,
        ...ask,
        timeout: { seconds: minutes(30), next: 'quiet' },
        ...at(4, 0),
      },
      known: {
        type: 'condition',
        label: text.steps.known,
        all: [isSet('contact.name'), isSet('contact.email')],
        then: 'confirm',
        otherwise: 'name',
        ...at(3, 2),
      },
      confirm: {
        type: 'menu',
        label: text.steps.confirm,
        text: text.confirm,
        options: [
          { id: 'same', label: text.sameLabel, words: text.sameWords, next: 'reuse' },
          { id: 'other', label: text.otherLabel, words: text.otherWords, next: 'name' },
        ],
        invalidText: text.invalidMenu,
        ...ask,
        timeout: { seconds: minutes(30), next: 'unfinished' },
        ...at(4, 1),
      },
      reuse: {
        type: 'variable',
        set: [
          { name: 'name', value: '{{contact.name}}' },
          { name: 'email', value: '{{contact.email}}' },
        ],
        next: 'request',
        ...at(5, 1),
      },
      name: {
        ...askFor.name({ label: text.steps.name, text: text.askName, invalidText: text.invalidName, next: 'email' }),
        ...ask,
        timeout: { seconds: minutes(30), next: 'unfinished' },
        ...at(4, 2),
      },
      email: {
        ...askFor.email({ label: text.steps.email, text: text.askEmail, invalidText: text.invalidEmail, skipWords, next: 'request' }),
        ...ask,
        timeout: { seconds: minutes(30), next: 'unfinished' },
        ...at(5, 2),
      },
      request: { type: 'transfer_to_agent', label: text.steps.request, text: text.requested, note: text.requestNote, ...at(6, 2) },
      unfinished: { type: 'transfer_to_agent', label: text.steps.unfinished, text: text.unfinished, note: text.unfinishedNote, ...at(6, 3) },
      person: { type: 'transfer_to_agent', label: text.steps.person, text: text.person, note: text.personNote, ...at(3, 3) },
      person_lost: { type: 'transfer_to_agent', label: text.steps.personLost, text: text.personLost, note: text.personLostNote, ...at(4, 3) },
      quiet: { type: 'close', label: text.steps.quiet, text: text.quiet, reason: 'no_answer', ...at(5, 0) },
      bye: { type: 'close', label: text.steps.bye, text: text.bye, reason: 'resolved_by_bot', ...at(6, 1) },
    },
  }
}
