import type { Campaign } from '@chasqui/contracts'
import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { createContext, useContext, useState } from 'react'
import { call } from '#lib/api.ts'
import { useAct } from '#lib/use-act.ts'
import { troubleIn } from '../hours/intervals.ts'
import { useProblemWords } from '../problem-words.ts'
import { readCampaignsAgain } from '../use-campaign-news.ts'
import { changesOf, type Draft, draftOf, rebased } from './draft.ts'

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

/** The draft of a campaign: what is changed, what is sent, and what others store meanwhile. `campaign` null: it is new. */
export const useDraftOf = (campaign: Campaign | null, first: Draft, onMade: (made: Campaign) => void) => {
  const [base, setBase] = useState(first)
  const [draft, setDraft] = useState(first)
  const [checked, setChecked] = useState(false)
  const { busy, problem, run } = useAct()
  const { ofCode } = useProblemWords()
  const stored = campaign ? draftOf(campaign) : null
  if (stored && !busy && JSON.stringify(stored) !== JSON.stringify(base)) {
    setDraft(rebased(base, draft, stored))
    setBase(stored)
  }
  const errors = Object.entries(problem?.fieldErrors ?? {})
  const save = () => {
    setChecked(true)
    if (!isComplete(draft)) return
    void run(async () => {
      const made = campaign
        ? await call(campaignRoutes.update, { params: { id: campaign.id }, body: changesOf(base, draft) })
        : await call(campaignRoutes.create, { body: draft })
      setBase(draftOf(made))
      setDraft(draftOf(made))
      setChecked(false)
      await readCampaignsAgain()
      onMade(made)
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
