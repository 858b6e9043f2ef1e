import type { ApiProblem } from '#lib/api-problem.ts'
import { text } from '#lib/i18n/texts.ts'

const told = {
  offline: 'replies:problem.offline',
  forbidden: 'replies:problem.forbidden',
  'reply.shortcut_taken': 'replies:problem.shortcut_taken',
  'reply.too_many': 'replies:problem.too_many',
  'reply.empty': 'replies:problem.empty',
  'reply.variable_unknown': 'replies:problem.variable_unknown',
  'reply.heading_missing': 'replies:problem.heading_missing',
  'reply.nothing_imported': 'replies:problem.nothing_imported',
  'reply.too_many_lines': 'replies:problem.too_many_lines',
  'reply.lines_wrong': 'replies:problem.lines_wrong',
  'queue.unknown': 'replies:problem.queue_gone',
  'file.unknown': 'replies:problem.file_gone',
  not_found: 'replies:problem.gone',
} as const

const isTold = (code: string): code is keyof typeof told => code in told

/** What a refusal means for the person in front of it. */
export const problemWords = ({ code, status }: Pick<ApiProblem, 'code' | 'status'>): string =>
  text(isTold(code) ? told[code] : status === 403 ? told.forbidden : 'replies:problem.unknown')

/** What is wrong with one line of a table. */
export const lineWords = (code: string): string => text(isTold(code) ? told[code] : 'replies:problem.line_invalid')
