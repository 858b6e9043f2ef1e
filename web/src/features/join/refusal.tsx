import type { ApiProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Banner } from '#ui/banner.tsx'

const told = {
  offline: 'offline',
  'limit.users': 'full',
  'invitations.invalid': 'spent_text',
  'invitations.sign_in_first': 'sign_in_text',
  'invitations.confirm_first': 'confirm_first',
} as const

export const Refusal = ({ problem }: { problem: ApiProblem | null }) => {
  const { t } = useTexts('join')
  return (
    problem && (
      <Banner tone="danger" className="rounded-control px-3">
        {t(problem.code in told ? told[problem.code as keyof typeof told] : 'not_accepted')}
      </Banner>
    )
  )
}
