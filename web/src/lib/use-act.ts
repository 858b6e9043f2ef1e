import { type FormEvent, useState } from 'react'
import { type ApiProblem, isProblem } from './api-problem.ts'

/**
 * One act of a page: busy while it runs, and what the server had against it.
 *   const { busy, problem, run } = useAct()
 *   const { busy, problem, onSubmit } = useSending(async ({ name = '' }) => …)     a form whose fields are read by their names
 * `leaves`: the act ends by going elsewhere, so it stays busy until the page is gone.
 */
export const useAct = ({ leaves = false } = {}) => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      await work()
      if (!leaves) setBusy(false)
    } catch (refusal) {
      setBusy(false)
      if (!isProblem(refusal)) throw refusal
      setProblem(refusal)
    }
  }
  return { busy, problem, run }
}

export const useSending = (send: (given: Record<string, string | undefined>) => Promise<unknown>, options?: { leaves?: boolean }) => {
  const { busy, problem, run } = useAct(options)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string | undefined>
    void run(() => send(given))
  }
  return { busy, problem, onSubmit }
}
