import assert from 'node:assert/strict'
import type { Happening } from '#channels'
import { MessageContent } from '@chasqui/contracts'

/** What later code relies on, of anything that an adapter says. */
export const assertSound = (happenings: Happening[]): void => {
  assert.ok(happenings.length > 0, 'something is said about everything')
  for (const happening of happenings) {
    JSON.stringify(happening)
    if ('at' in happening) assert.equal(new Date(happening.at).toISOString(), happening.at)
    if (happening.type === 'message' || happening.type === 'edit') MessageContent.parse(happening.content)
    if (happening.type === 'readdress') MessageContent.parse(happening.notice)
    if (happening.type === 'message') assert.ok(happening.from.length > 0 && happening.providerMessageId !== '')
  }
}

type Json = { [key: string]: unknown }
/** Every place in a JSON value. */
export const pathsIn = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null ? [path, ...Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, key]))] : [path]

/** The value with something else in one place. */
export const replaced = (value: unknown, [key, ...rest]: string[], replacement: unknown): unknown => {
  if (key === undefined) return replacement
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as Json) }) as Json
  copy[key] = replaced(copy[key], rest, replacement)
  return copy
}
