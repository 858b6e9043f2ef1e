import type { ApiProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Banner } from '#ui/banner.tsx'
import { LockOut } from './lock-out.tsx'

/** What is wrong with an attempt as a whole; what belongs to a field is told there. `words` knows the refusals of this form. */
export const Trouble = ({ problem, words }: { problem: ApiProblem | null; words?: (problem: ApiProblem) => string | null }) => {
  const { t } = useTexts('identity')
  if (!problem || Object.keys(problem.fieldErrors).length > 0) return null
  if (problem.status === 429) return <LockOut key={problem.requestId} seconds={problem.retryAfter} />
  return (
    <Banner tone="danger" className="rounded-control px-3">
      {words?.(problem) ?? t(problem.code === 'offline' ? 'error.offline' : 'error.unknown')}
    </Banner>
  )
}
