import type { TemplateNews } from '#channels'
import { record, text, words, type Json } from '#platform/foreign-json/loose-json'
import { moment } from '#platform/foreign-json/moment'

type Change = TemplateNews['change']

/** One of Meta's words, in small letters; empty for anything else. */
const small = (value: unknown): string => {
  const word = text(value).toLowerCase()
  return /^[a-z_]{1,100}$/.test(word) ? word : ''
}

/** "NONE" is how Meta says that there is no reason. */
export const reasonIn = (...candidates: unknown[]): string | null =>
  candidates.map((candidate) => words(candidate, 500)).find((reason) => reason !== undefined && reason.toUpperCase() !== 'NONE') ?? null

/** A template that may be used again is one that may be used. */
const sameAs = new Map([['reinstated', 'approved']])

const statusChange = (value: Json): Change | null => {
  const event = small(value['event'])
  if (event === '') return null
  // What it was before it was put away is not told.
  if (event === 'unarchived') return { what: 'content' }
  const [rejection, other] = [record(value['rejection_info']), record(value['other_info'])]
  return {
    what: 'status',
    status: sameAs.get(event) ?? event,
    reason: reasonIn(value['reason'], rejection['reason'], other['title']),
    advice: reasonIn(rejection['recommendation'], other['description']),
  }
}

/** What each field of reference 3.6 that speaks of one template tells of it. */
const changes = new Map<string, (value: Json) => Change | null>([
  ['message_template_status_update', statusChange],
  [
    'message_template_quality_update',
    (value) => {
      const quality = small(value['new_quality_score'])
      return quality === '' ? null : { what: 'quality', quality }
    },
  ],
  [
    'template_category_update',
    (value) => {
      const category = small(value['new_category'])
      return category === '' ? null : { what: 'category', category }
    },
  ],
  ['message_template_components_update', () => ({ what: 'content' })],
])

/**
 * News of one message template; none for other fields. Its name and language say which it is: its id comes as a number that may have lost its
 * last digits (reference 3.6).
 */
export const templateNews = (field: string, given: unknown, time: unknown): TemplateNews[] => {
  const value = record(given)
  const change = changes.get(field)?.(value) ?? null
  const [name, language] = [words(value['message_template_name'], 512), words(value['message_template_language'], 20)]
  return change && name && language ? [{ type: 'template', name, language, at: moment(time), change }] : []
}
