import { clip, isRecord, record, text } from '#platform/foreign-json/loose-json'
import { alert, fail, graphErrorReader, held, notReached, retry, stop, type Rule, type Verdict } from '../../kits/graph/graph-error.ts'

const HOUR = 3600

const rules: [codes: number[], title: string, verdict: Verdict][] = [
  [[0, 102, 190], 'The access token is invalid or expired', stop],
  [[3, 10, 131005], 'The account lacks a permission', alert],
  [[4, 17, 32, 341, 613], 'Too many calls of this app', retry('channel', 120)],
  [[80007, 80008], 'Too many calls of this business account', retry('channel', 300)],
  [[130429], 'More messages per second than the number may send', retry('channel')],
  [[131048], 'Sending is limited because of spam reports', held('spam_limited', HOUR)],
  // The wait grows with each refusal: pair-patience.ts.
  [[131056], 'Too many messages to this person in a short time', retry('recipient', 4)],
  [[131064], 'The template is held for classification', retry('message', 4 * HOUR)],
  [[133016], 'The number was registered too often', alert],
  [[1, 131000], 'WhatsApp had an unknown problem', retry('message')],
  [[2, 131016, 131057, 133004], 'WhatsApp is temporarily unavailable', retry('channel')],
  [[368, 131031], 'The account is blocked for a policy violation', stop],
  [[130472], 'The person is part of an experiment of Meta', fail],
  [[130497], 'Sending to this country is not allowed', fail],
  [[100, 131008, 131009], 'A parameter is missing or wrong', fail],
  [[131021], 'Sender and recipient are the same number', fail],
  [[131026], 'The message cannot be delivered to this number', notReached('undeliverable')],
  [[131030], 'The number is not on the list of test recipients', fail],
  [[131037], 'The display name is not approved', alert],
  [[131042, 131044], 'There is a payment problem', alert],
  [[131045, 133005, 133006, 133010], 'The number is not registered', alert],
  [[131047], 'More than 24 hours since the last message of the customer', { then: 'fail', windowClosed: true }],
  [[131049], 'Meta withheld a marketing message', retry('message', 24 * HOUR)],
  [[131050], 'The person stopped marketing messages', { then: 'fail', optedOut: true }],
  [[131051], 'This type of message is not supported', fail],
  [[131052], 'WhatsApp could not download the file', fail],
  [[131053], 'WhatsApp could not take the file', fail],
  [[131062], 'This message needs the phone number of the person', fail],
  [[131063], 'Marketing must use the marketing interface', fail],
  [[132000], 'The number of template parameters is wrong', fail],
  [[132001], 'The template does not exist in this language or is not approved', fail],
  [[132005], 'The template is too long with these parameters', fail],
  [[132007], 'The template violates a policy', fail],
  [[132008, 132012, 132018], 'A template parameter is wrong', fail],
  [[132015], 'The template is paused for low quality', fail],
  [[132016], 'The template is disabled for low quality', fail],
  [[132068], 'The form is blocked', fail],
  [[132069], 'The form is used too often', retry('message', HOUR)],
  [[133015], 'The number was deleted a moment ago', retry('channel', 300)],
  [[135000], 'WhatsApp could not process the message', fail],
  [[137000], 'The security code of the person changed', fail],
]
const byCode = new Map(
  rules.flatMap(([codes, title, verdict]) => codes.map((code): [number, { title: string; verdict: Verdict }] => [code, { title, verdict }])),
)

const families: [from: number, to: number, title: string, verdict: Verdict][] = [
  [200, 299, 'The account lacks a permission', alert],
  [133000, 133015, 'There is a problem with the registration of the number', fail],
  [138000, 138999, 'There is a problem with calling', fail],
  [139000, 139999, 'There is a problem with blocking a person', fail],
  [147001, 147005, 'There is a problem with a username', fail],
  [2388000, 2388999, 'There is a problem with the template', fail],
]

/** A wrong id, or one that the token may not use. */
const noSuchObject = { title: 'The number does not exist or the token may not use it', verdict: alert }

const ruleFor = (code: number, subcode: number | null, transient: boolean): Rule => {
  if (code === 100 && subcode === 33) return noSuchObject
  const family = families.find(([from, to]) => code >= from && code <= to)
  return (
    byCode.get(code) ?? (family ? { title: family[2], verdict: family[3] } : { title: `WhatsApp error ${code}`, verdict: transient ? retry('message') : fail })
  )
}

export const whatsapp = { code: 'whatsapp', name: 'WhatsApp' }

/** Reads an error object as it comes in answers (`error`) and in webhooks (`errors[]`), by reference 6. */
export const graphError = graphErrorReader(whatsapp, ruleFor)

/** The reason given in an `errors[]` of a webhook, in Meta's words. */
export const reasonOf = (errors: unknown[]): string | undefined => {
  const first = errors.find(isRecord)
  if (!first) return undefined
  const found = [text(record(first['error_data'])['details']), text(first['message']), text(first['title']), text(first['code'])].find(
    (candidate) => candidate.trim() !== '',
  )
  return found && clip(found, 500)
}
