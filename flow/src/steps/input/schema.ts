import { z } from 'zod'
import { asking } from '../../schema/asking.ts'
import { at, next, VariableName, Words } from '../../schema/parts.ts'

/** Documents whose numbers are checked: Brazil's CPF and CNPJ, Argentina's CUIT (and CUIL), Chile's RUT, Mexico's RFC and CURP, DNI, and Portugal's NIF. */
export const DocumentKind = z.enum(['cpf', 'cnpj', 'cuit', 'rut', 'rfc', 'curp', 'dni', 'nif'])
export type DocumentKind = z.infer<typeof DocumentKind>
const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

/**
 * `min` and `max` bound the value of a number and the length of a text, e-mail or phone. A skip word goes on without a value. `any` takes files, places and
 * contacts too. A `date` ("2026-03-02"), `time` ("17:00") or `datetime` ("2026-03-02T17:00:00-03:00") is read back and kept once the customer confirms it;
 * `hours` tells five in the morning from five in the afternoon. `yes_no` keeps true or false, `document` the number without its signs, of one of the
 * `documents` (of any, without), `consent` as yes_no with the instant under `.at`. All of these keep the words for people under `<saveAs>.text`; a document its kind under `<saveAs>.kind`.
 * A `location` keeps "latitude,longitude", both under their names too, and its words under `.text`; a `file` or `photo` its name, and its type under `.mime`.
 */
export const InputStep = z.object({
  type: z.literal('input'),
  text: Words,
  expect: z.enum([
    'text',
    'email',
    'phone',
    'number',
    'any',
    'date',
    'time',
    'datetime',
    'yes_no',
    'document',
    'rating',
    'consent',
    'location',
    'file',
    'photo',
  ]),
  documents: z.array(DocumentKind).min(1).max(8).optional(),
  /** The highest mark of a `rating`; 5 if nothing else is said. */
  scale: z.number().int().min(3).max(10).optional(),
  hours: z.object({ from: ClockTime, to: ClockTime }).optional(),
  /** A `date` may have passed, as that of a birth has. */
  past: z.boolean().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  pattern: z.string().max(500).optional(),
  saveAs: VariableName,
  ...asking,
  /** Reads the answer back and keeps it once the customer confirms it, also where it is certain: of a text, e-mail, phone, number or rating. */
  confirm: z.boolean().optional(),
  /** A recording is an answer too, where somebody writes it down: its words are read as if they were typed. */
  voice: z.boolean().optional(),
  skipWords: z.array(z.string().max(60)).max(10).default([]),
  saveToContact: z.enum(['name', 'email', 'company', 'city']).optional(),
  next,
  ...at,
})
