import { fingerprint } from './crypto/digest.ts'

const SHORTENED = /^sha256:[\w-]{43}$/

const digestOf = (id: string): string => `sha256:${fingerprint(id)}`

/**
 * An id that has to fit into so many bytes of UTF-8 (at least 50), for vendors with little room: itself, or its digest. Nothing has to be kept for the way
 * back, because whoever made the id still has it: see `standsFor`.
 */
export const shortId = (id: string, bytes: number): string => (Buffer.byteLength(id) <= bytes ? id : digestOf(id))

export const isShortened = (id: string): boolean => SHORTENED.test(id)

/** Whether a shortened id is that of this one. */
export const standsFor = (shortened: string, id: string): boolean => shortened === digestOf(id)
