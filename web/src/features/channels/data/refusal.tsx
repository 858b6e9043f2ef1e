import type { ApiProblem } from '#lib/api-problem.ts'
import { Banner } from '#ui/banner.tsx'
import { problemWords } from './problem-words.ts'

/** Why what somebody did was refused, beside where they did it. */
export const Refusal = ({ problem }: { problem: ApiProblem | null }) =>
  problem && (
    <Banner tone="danger" className="rounded-control px-3">
      {problemWords(problem)}
    </Banner>
  )
