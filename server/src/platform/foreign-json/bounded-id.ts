import { createHash } from 'node:crypto'

const LONGEST_ID = 400

const digest = (value: string) => createHash('sha256').update(value).digest('base64url')

/** Opaque ids are keys of indexes, which take no megabyte: an absurdly long one is replaced by its hash, everywhere alike. */
export const boundedId = (id: string): string => (id.length <= LONGEST_ID ? id : `sha256:${digest(id)}`)

/** Things without an id of their own are the same when their content is. */
export const contentId = (content: unknown): string => `content:${digest(JSON.stringify(content))}`
