import type { Campaign, RoutingTrial } from '@chasqui/contracts'
import { queueRoutes } from '@chasqui/contracts/http/queues'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Choices } from '#ui/form-section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { languageName, offeredLanguages } from '../languages.ts'
import type { Names } from '../names.ts'
import { useProblemWords } from '../problem-words.ts'
import { Outcome } from './outcome.tsx'

type Props = { campaigns: readonly Campaign[]; names: Names; onClose: () => void }

/** A conversation as somebody imagines it, and where it would go now, to whom and why. Nothing is done. */
export const TrialDialog = ({ campaigns, names, onClose }: Props) => {
  const { t } = useTexts('queues')
  const { place } = useFormat()
  const { ofProblem } = useProblemWords()
  const { busy, problem, run } = useAct()
  const [campaignId, setCampaign] = useState((campaigns.find(({ state }) => state === 'active') ?? campaigns[0])?.id ?? '')
  const [channelId, setChannel] = useState('')
  const [words, setWords] = useState('')
  const [tagIds, setTags] = useState<string[]>([])
  const [language, setLanguage] = useState('')
  const [trial, setTrial] = useState<RoutingTrial | null>(null)
  const result = useRef<HTMLDivElement>(null)
  useEffect(() => result.current?.focus(), [trial])
  const served = campaigns.find(({ id }) => id === campaignId)?.channelIds ?? []
  const channels = names.channels.filter(({ id }) => served.includes(id))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const sample = { campaignId, words, tagIds, language: language || null, ...(channelId && { channelId }) }
    void run(async () => setTrial(await call(queueRoutes.try, { body: sample })))
  }
  return (
    <Dialog open onClose={onClose} title={t('try.title')} description={t('try.text')} width="lg">
      <form onSubmit={submit} aria-label={t('try.title')} className="flex flex-col gap-4">
        <div className="grid gap-4 tablet:grid-cols-2">
          <SelectField
            label={t('try.campaign')}
            value={campaignId}
            options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => (setCampaign(id), setChannel(''))}
          />
          <SelectField
            label={t('try.channel')}
            value={channelId}
            options={[{ value: '', label: t('try.any_channel') }, ...channels.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={setChannel}
          />
        </div>
        <TextArea label={t('try.words')} hint={t('try.words_hint')} rows={2} maxLength={2000} value={words} onChange={({ target }) => setWords(target.value)} />
        <SelectField
          label={t('try.language')}
          value={language}
          options={[{ value: '', label: t('try.no_language') }, ...offeredLanguages.map((code) => ({ value: code, label: languageName(place.locale, code) }))]}
          onChange={setLanguage}
        />
        {names.tags.length > 0 && (
          <Choices
            legend={t('entry.tags')}
            disabled={false}
            empty=""
            choices={names.tags.map(({ id, name }) => ({ id, label: name }))}
            chosen={(id) => tagIds.includes(id)}
            onToggle={(id) => setTags(tagIds.includes(id) ? tagIds.filter((one) => one !== id) : [...tagIds, id])}
          />
        )}
        <Button type="submit" look="solid" busy={busy} className="self-end">
          {t('try.run')}
        </Button>
      </form>
      {problem && (
        <Banner tone="danger" className="mt-3 rounded-control px-3">
          {ofProblem(problem)}
        </Banner>
      )}
      {trial && (
        <div ref={result} tabIndex={-1} role="region" aria-label={t('try.result')} className="mt-4 border-t border-line pt-4 outline-none">
          <Outcome trial={trial} names={names} />
        </div>
      )}
    </Dialog>
  )
}
