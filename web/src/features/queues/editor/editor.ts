import type { Queue } from '@chasqui/contracts'
import { queueRoutes } from '@chasqui/contracts/http/queues'
import { createContext, useContext } from 'react'
import { call } from '#lib/api.ts'
import { useStoredDraft } from '#lib/use-stored-draft.ts'
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

/** The draft of a queue; null: it is new. */
export const useDraftOf = (queue: Queue | null, first: Draft, onMade: (made: Queue) => void) => {
  const { ofCode } = useProblemWords()
  return useStoredDraft({
    stored: queue,
    first,
    draftOf,
    isComplete,
    store: ({ campaignId: _fixed, ...changes }, draft) =>
      queue ? call(queueRoutes.update, { params: { id: queue.id }, body: changes }) : call(queueRoutes.create, { body: draft }),
    wordsOf: ofCode,
    onStored: async (made) => {
      await readQueuesAgain()
      onMade(made)
    },
  })
}
