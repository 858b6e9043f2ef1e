import { createHash } from 'node:crypto'

/**
 * The network's id of a message of ours, made from our own: what is sent again has the same id, and telephones show it once. It has the form that the
 * web client's own ids have: `3EB0` and 18 hexadecimal digits.
 */
export const messageIdOf = (clientRef: string): string => `3EB0${createHash('sha256').update(clientRef).digest('hex').slice(0, 18).toUpperCase()}`
