import type { Effect } from '@chasqui/flow'
import type { LinkResult } from '@chasqui/flow/steps/media/fetched'

/** A file elsewhere that the run waits for: from where, and as what it is to be sent. */
export type AwaitedLink = Extract<Effect, { type: 'fetch' }>

/** Stands for the file of a link: a type that the channel takes, and no bytes. */
export const standIn = ({ link: { kind, name, rule, url } }: AwaitedLink): LinkResult => {
  const mime = rule.mimes[0] ?? (kind === 'document' ? 'application/pdf' : `${kind}/*`)
  const last = new URL(url).pathname.split('/').at(-1)
  return { file: { fileId: '00000000-0000-7000-8000-000000000000', name: name ?? (last || kind), mime, size: null } }
}
