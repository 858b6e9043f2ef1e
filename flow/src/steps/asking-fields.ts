import type { Field } from '../form.ts'

const days = 24 * 60 * 60

/** The fields that every step that asks has, in the order of its form. */
export const askingFields = [
  { key: 'retries', kind: 'number', min: 0, max: 10 },
  { key: 'invalidText', kind: 'words', limit: 1024, lines: 2, optional: true },
  { key: 'invalidTexts', kind: 'texts', limit: 1024, most: 10, optional: true, more: true },
  { key: 'onInvalid', kind: 'next', null: 'person', more: true },
  { key: 'timeout', kind: 'timeout', min: 5, max: 30 * days, optional: true },
] as const satisfies readonly Field[]

/** What a new question begins with: two further tries, and half an hour to answer. */
export const freshAsking = () => ({ retries: 2, onInvalid: null, timeout: { seconds: 30 * 60, next: null } })
