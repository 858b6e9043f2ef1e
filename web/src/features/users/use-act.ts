import { useState } from 'react'
import { type ApiProblem, isProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'

/** One act of a form: busy while it runs, and what the server had against it. */
export const useAct = () => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (refusal) {
      if (!isProblem(refusal)) throw refusal
      setProblem(refusal)
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, run }
}

const told = {
  offline: 'problem.offline',
  'users.last_owner': 'problem.last_owner',
  'users.above_own_role': 'problem.above',
  'users.unknown_role': 'problem.role',
  'user.unknown': 'problem.member',
  'invitations.already_member': 'problem.already_member',
  'invitations.waiting': 'problem.waiting',
  'identity.email': 'problem.email',
  'auth.reset_not_yours': 'problem.not_yours',
  'teams.name_taken': 'problem.name_taken',
} as const

/** What a refusal means for the person in front of it. */
export const useProblemWords = () => {
  const { t } = useTexts('users')
  return (problem: ApiProblem) => t(problem.code in told ? told[problem.code as keyof typeof told] : 'problem.unknown')
}
