import { useState } from 'react'
import { changesOf, rebased } from './draft-changes.ts'
import { useAct } from './use-act.ts'

type Ports<Stored, Draft> = {
  /** As it is stored; null: it is new. */
  stored: Stored | null
  first: Draft
  draftOf(stored: Stored): Draft
  isComplete(draft: Draft): boolean
  /** Sends what was changed, or the whole of what is new. */
  store(changes: Partial<Draft>, draft: Draft): Promise<Stored>
  /** What a refused field is told by its code. */
  wordsOf(code: string): string
  onStored(stored: Stored): Promise<void>
}

/** The draft of something that is stored: what is changed, what is sent, and what others store meanwhile. */
export const useStoredDraft = <Stored, Draft extends object>({ stored, first, draftOf, isComplete, store, wordsOf, onStored }: Ports<Stored, Draft>) => {
  const [base, setBase] = useState(first)
  const [draft, setDraft] = useState(first)
  const [checked, setChecked] = useState(false)
  const { busy, problem, run } = useAct()
  const now = stored ? draftOf(stored) : null
  if (now && !busy && JSON.stringify(now) !== JSON.stringify(base)) {
    setDraft(rebased(base, draft, now))
    setBase(now)
  }
  const errors = Object.entries(problem?.fieldErrors ?? {})
  const save = () => {
    setChecked(true)
    if (!isComplete(draft)) return
    void run(async () => {
      const made = await store(changesOf(base, draft), draft)
      setBase(draftOf(made))
      setDraft(draftOf(made))
      setChecked(false)
      await onStored(made)
    })
  }
  return {
    draft,
    dirty: Object.keys(changesOf(base, draft)).length > 0,
    busy,
    problem,
    /** A save was tried: what is missing is told now. */
    checked,
    save,
    change: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
    discard: () => {
      setDraft(base)
      setChecked(false)
    },
    errorAt: (path: string): string | null => {
      const found = errors.find(([at]) => at === path || at.startsWith(`${path}.`))
      return found ? wordsOf(found[1]) : null
    },
  }
}
