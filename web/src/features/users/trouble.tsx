import type { ApiProblem } from '#lib/api-problem.ts'
import { Banner } from '#ui/banner.tsx'
import { useProblemWords } from './problem-words.ts'

/** Why it did not work, in the form that was sent. */
export const Trouble = ({ problem }: { problem: ApiProblem | null }) => {
  const words = useProblemWords()
  return (
    problem && (
      <Banner tone="danger" className="rounded-control px-3">
        {words(problem)}
      </Banner>
    )
  )
}
