import { type FormEvent, useState } from 'react'
import { type ApiProblem, isProblem } from '#lib/api-problem.ts'

export type Given = Record<string, string | undefined>

/** A small form: what was typed goes to `send`; what the server refuses becomes `problem`. */
export const useSending = (send: (given: Given) => Promise<unknown>) => {
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = Object.fromEntries(new FormData(event.currentTarget)) as Given
    setBusy(true)
    setProblem(null)
    try {
      await send(given)
    } catch (refusal) {
      if (!isProblem(refusal)) throw refusal
      setProblem(refusal)
    } finally {
      setBusy(false)
    }
  }
  return { problem, busy, onSubmit: (event: FormEvent<HTMLFormElement>) => void submit(event) }
}
