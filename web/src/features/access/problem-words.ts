import { isProblem } from '#lib/api-problem.ts'
import { text } from '#lib/i18n/texts.ts'

const foreseen = ['access.more_than_own', 'role.in_use', 'role.too_many', 'offline', 'not_found'] as const
type Foreseen = (typeof foreseen)[number]

const keys: Record<Foreseen, 'problem.more_than_own' | 'problem.in_use' | 'problem.too_many' | 'problem.offline' | 'problem.gone'> = {
  'access.more_than_own': 'problem.more_than_own',
  'role.in_use': 'problem.in_use',
  'role.too_many': 'problem.too_many',
  offline: 'problem.offline',
  not_found: 'problem.gone',
}

/** Why something about roles or keys was refused, for people. */
export const problemWords = (problem: unknown): string => {
  const code = foreseen.find((one) => isProblem(problem, one))
  return text(`access:${code ? keys[code] : 'problem.other'}`)
}
