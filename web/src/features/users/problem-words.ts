import type { ApiProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'

const told = {
  offline: 'problem.offline',
  'users.last_owner': 'problem.last_owner',
  'access.more_than_own': 'problem.above',
  'users.unknown_role': 'problem.role',
  'user.unknown': 'problem.member',
  'invitations.already_member': 'problem.already_member',
  'invitations.waiting': 'problem.waiting',
  'identity.email': 'problem.email',
  'limit.users': 'problem.limit',
  'auth.reset_not_yours': 'problem.not_yours',
  'teams.name_taken': 'problem.name_taken',
} as const

/** What a refusal means for the person in front of it. */
export const useProblemWords = () => {
  const { t } = useTexts('users')
  return (problem: ApiProblem) => t(problem.code in told ? told[problem.code as keyof typeof told] : 'problem.unknown')
}
