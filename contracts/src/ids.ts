import { z } from 'zod'

/** Every id in the product is a UUIDv7: unique without coordination and ordered by time of creation. */
export const Id = z.uuid().meta({ format: 'uuid', description: 'UUIDv7' })
export type Id = string

/** RFC 3339 instant in UTC, as text on the wire. */
export const Instant = z.iso.datetime({ offset: true }).meta({ format: 'date-time' })
export type Instant = string

/** An instant that a caller names: its year has four digits in UTC too, so that it can be told back. */
export const GivenInstant = Instant.refine((text) => /^\d{4}-/.test(new Date(text).toJSON() ?? ''), 'Beyond the years 0000 to 9999 in UTC')

/** Longest text a person or a provider may put in a single-line field. */
export const ShortText = z.string().trim().min(1).max(200)
