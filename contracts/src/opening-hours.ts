import { z } from 'zod'

/** Wall-clock time in the zone that the hours belong to. `24:00` ends a day. */
export const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'A time as HH:MM')
export const OpenInterval = z.object({ from: ClockTime, to: ClockTime }).refine(({ from, to }) => from < to, { path: ['to'], message: 'Ends before it begins' })
export type OpenInterval = z.infer<typeof OpenInterval>

/** Intervals of one day in order; two that overlap mean a mistake. */
export const OpenIntervals = z
  .array(OpenInterval)
  .max(8)
  .refine((intervals) => intervals.every((one, index) => index === 0 || intervals[index - 1]!.to <= one.from), 'Intervals in order, without overlap')

/** ISO weekdays: 1 is Monday. */
export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
export type Weekday = (typeof weekdays)[number]

export const CalendarDate = z.iso.date()
/** A day that differs from its weekday: closed where nothing is open. */
export const SpecialDay = z.object({ date: CalendarDate, name: z.string().trim().max(80), open: OpenIntervals })
export type SpecialDay = z.infer<typeof SpecialDay>

/**
 * When somebody is there. `always` needs no further word. `holidays`: the country (ISO 3166-1 alpha-2) whose public holidays are closed; a special day
 * of the same date wins over them.
 */
export const OpeningHours = z
  .object({
    always: z.boolean().default(false),
    weekly: z.partialRecord(z.enum(weekdays), OpenIntervals).default({}),
    special: z
      .array(SpecialDay)
      .max(400)
      .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, 'Each date once')
      .default([]),
    holidays: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable()
      .default(null),
  })
  .meta({ id: 'OpeningHours' })
export type OpeningHours = z.infer<typeof OpeningHours>
