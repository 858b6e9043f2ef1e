import type { Queue } from '@chasqui/contracts'
import { queueRoutes } from '@chasqui/contracts/http/queues'
import { createContext, useContext, useState } from 'react'
import { call } from '#lib/api.ts'
import { changesOf, rebased } from '#lib/draft-changes.ts'
import { useAct } from '#lib/use-act.ts'
import type { Names } from '../names.ts'
import { useProblemWords } from '../problem-words.ts'
import { readQueuesAgain } from '../use-queue-news.ts'
import { type Draft, draftOf, isComplete } from './draft.ts'

/** What every section of the form works on. `errorAt` tells what is wrong with a field, or with something in it. */
export type Editor = {
  draft: Draft
  names: Names
  change(part: Partial<Draft>): void
  errorAt(path: string): string | null
  /** A save was tried: what is missing is told now. */
  checked: boolean
  /** The person may look and not change. */
  locked: boolean
}

const Context = createContext<Editor | null>(null)
export const EditorOf = Context.Provider
export const useEditor = (): Editor => {
  const editor = useContext(Context)
  if (!editor) throw new Error('a section stands outside of its form')
  return editor
}

/** The draft of a queue: what is changed, what is sent, and what others store meanwhile. `queue` null: it is new. */
export const useDraftOf = (queue: Queue | null, first: Draft, onMade: (made: Queue) => void) => {
  const [base, setBase] = useState(first)
  const [draft, setDraft] = useState(first)
  const [checked, setChecked] = useState(false)
  const { busy, problem, run } = useAct()
  const { ofCode } = useProblemWords()
  const stored = queue ? draftOf(queue) : null
  if (stored && !busy && JSON.stringify(stored) !== JSON.stringify(base)) {
    setDraft(rebased(base, draft, stored))
    setBase(stored)
  }
  const errors = Object.entries(problem?.fieldErrors ?? {})
  const save = () => {
    setChecked(true)
    if (!isComplete(draft)) return
    void run(async () => {
      const { campaignId: _fixed, ...changes } = changesOf(base, draft)
      const made = queue ? await call(queueRoutes.update, { params: { id: queue.id }, body: changes }) : await call(queueRoutes.create, { body: draft })
      setBase(draftOf(made))
      setDraft(draftOf(made))
      setChecked(false)
      await readQueuesAgain()
      onMade(made)
    })
  }
  return {
    draft,
    dirty: Object.keys(changesOf(base, draft)).length > 0,
    busy,
    problem,
    checked,
    save,
    change: (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part })),
    discard: () => {
      setDraft(base)
      setChecked(false)
    },
    errorAt: (path: string): string | null => {
      const found = errors.find(([at]) => at === path || at.startsWith(`${path}.`))
      return found ? ofCode(found[1]) : null
    },
  }
}
