import type { FlowDraft } from '../definition.ts'

/**
 * Something of the other product that needs a person, or that is not quite the same here. `step`: what stands in its place; null where nothing does.
 * - `block`: there is no such step; a note holds its place until somebody decides
 * - `file`: a picture, film or sound to be chosen again (`value`: its address)
 * - `other_flow`: it went into another bot, which has to be chosen
 * - `code`: worked out by code, which is not run here
 * - `compared`: a comparison that cannot be made here
 * - `question`: it asked without words of its own
 * - `several_answers`, `listed_answers`, `shown_if`, `range`: options chosen together, options from a variable, options shown only sometimes, two dates
 * - `link`: a page that was opened or shown is sent as a link
 * - `call`: a request whose content has to be looked at
 * - `person`: who gets the conversation is decided by the queues here
 * - `begins`: how it began; `unreachable`: nothing led there, so it was left out; `cut`: too long, or too many
 */
export type Leftover = { code: LeftoverCode; step: string | null; block: string; group: string; value?: string }
export type LeftoverCode =
  | 'block'
  | 'file'
  | 'other_flow'
  | 'code'
  | 'compared'
  | 'question'
  | 'several_answers'
  | 'listed_answers'
  | 'shown_if'
  | 'range'
  | 'link'
  | 'call'
  | 'person'
  | 'begins'
  | 'unreachable'
  | 'cut'

export type ImportedFlow = { name: string; definition: FlowDraft; leftovers: Leftover[] }

/** What a file of another product holds. `replies`: texts that people send by hand, which are no flows. */
export type Imported = { product: 'typebot' | 'chatwoot'; flows: ImportedFlow[]; replies: number }

/** Why nothing can be made of a file: no product that is known, an older or newer form of it, nothing in it, or more than a flow holds. */
export class NotImported extends Error {
  readonly why: 'unknown' | 'version' | 'empty' | 'too_large'
  constructor(why: NotImported['why'], message: string) {
    super(message)
    this.name = 'NotImported'
    this.why = why
  }
}

/** As many steps as a flow holds. */
export const mostSteps = 500
