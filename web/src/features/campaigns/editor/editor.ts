import type { Campaign } from '@chasqui/contracts'
import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { createContext, useContext } from 'react'
import { call } from '#lib/api.ts'
import { useStoredDraft } from '#lib/use-stored-draft.ts'
import { troubleIn } from '../hours/intervals.ts'
import { useProblemWords } from '../problem-words.ts'
import { readCampaignsAgain } from '../read-campaigns-again.ts'
import { type Draft, draftOf } from './draft.ts'

/** What every section of the form works on. `errorAt` tells what is wrong with a field, or with something in it. */
export type Editor = {
  draft: Draft
  change(part: Partial<Draft>): void
  errorAt(path: string): string | null
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

const hoursAreSound = ({ always, weekly, special }: Draft['hours']): boolean =>
  always || [...Object.values(weekly), ...special.map(({ open }) => open)].every((day) => troubleIn(day ?? []) === null)
const isComplete = ({ name, closed, hours }: Draft): boolean => name.trim() !== '' && !('text' in closed && !closed.text.trim()) && hoursAreSound(hours)

/** The draft of a campaign; null: it is new. */
export const useDraftOf = (campaign: Campaign | null, first: Draft, onMade: (made: Campaign) => void) => {
  const { ofCode } = useProblemWords()
  return useStoredDraft({
    stored: campaign,
    first,
    draftOf,
    isComplete,
    store: (changes, draft) =>
      campaign ? call(campaignRoutes.update, { params: { id: campaign.id }, body: changes }) : call(campaignRoutes.create, { body: draft }),
    wordsOf: ofCode,
    onStored: async (made) => {
      await readCampaignsAgain()
      onMade(made)
    },
  })
}
