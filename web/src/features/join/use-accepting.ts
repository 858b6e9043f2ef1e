import { useState } from 'react'
import { type ApiProblem, isProblem } from '#lib/api-problem.ts'

/** Accepting, busy while it runs, and why it was refused. */
export const useAccepting = () => {
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
      setBusy(false)
    }
  }
  return { busy, problem, run }
}
