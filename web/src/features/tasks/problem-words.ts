import { isProblem } from '#lib/api-problem.ts'
import { text } from '#lib/i18n/texts.ts'

const told = {
  offline: 'tasks:problem.offline',
  forbidden: 'tasks:problem.forbidden',
  'task.of_somebody_else': 'tasks:problem.of_somebody_else',
  'task.ended': 'tasks:problem.ended',
  'task.too_many': 'tasks:problem.too_many',
  'task.words_hidden': 'tasks:problem.words_hidden',
  'user.unknown': 'tasks:problem.person_gone',
  'contact.unknown': 'tasks:problem.contact_gone',
  not_found: 'tasks:problem.gone',
} as const

const isTold = (code: string): code is keyof typeof told => code in told

/** What a refusal means for the person in front of it. */
export const problemWords = (problem: unknown): string => {
  if (!isProblem(problem)) return text('tasks:problem.unknown')
  return text(isTold(problem.code) ? told[problem.code] : problem.status === 403 ? told.forbidden : 'tasks:problem.unknown')
}
