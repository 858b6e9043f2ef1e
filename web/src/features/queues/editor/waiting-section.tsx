import type { Overflow } from '@chasqui/contracts'
import { useRef } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Section } from '#ui/form-section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useEditor } from './editor.ts'

const waits = [30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400]
const ways = ['stay', 'queue', 'flow', 'callback', 'close'] as const

/** How many wait for how long, and what becomes of whoever waits too long or finds the queue full. */
export const WaitingSection = ({ queueId }: { queueId: string | null }) => {
  const { t } = useTexts('queues')
  const { duration } = useFormat()
  const { draft, names, change, errorAt, checked, locked } = useEditor()
  const { capacity, maxWaitSeconds, overflow, tellPosition } = draft
  const text = 'text' in overflow ? overflow.text : ''
  /** Words that were written stay while other ways are looked at. */
  const lastText = useRef(text)
  if (text) lastText.current = text
  const others = names.queues.filter(({ id }) => id !== queueId)
  const choose = (to: Overflow['to']) => {
    if (to === 'queue') change({ overflow: { to, queueId: others[0]?.id ?? '' } })
    else if (to === 'flow') change({ overflow: { to, flowId: names.flows[0]?.id ?? '' } })
    else if (to === 'stay') change({ overflow: { to } })
    else change({ overflow: { to, text: lastText.current || t(`overflow.suggested_${to}`) } })
  }
  const offered = ways.filter((way) => way === overflow.to || (way === 'queue' ? others.length > 0 : way !== 'flow' || names.flows.length > 0))
  const known = maxWaitSeconds === null || waits.includes(maxWaitSeconds) ? waits : [...waits, maxWaitSeconds].toSorted((one, other) => one - other)
  return (
    <Section title={t('waiting.title')} hint={t('waiting.hint')}>
      <div className="grid gap-4 tablet:grid-cols-2">
        <SelectField
          label={t('waiting.longest')}
          value={String(maxWaitSeconds ?? '')}
          disabled={locked}
          error={errorAt('maxWaitSeconds')}
          options={[{ value: '', label: t('waiting.no_limit') }, ...known.map((value) => ({ value: String(value), label: duration(value) }))]}
          onChange={(value) => change({ maxWaitSeconds: value ? Number(value) : null })}
        />
        <TextField
          type="number"
          inputMode="numeric"
          min={1}
          max={100_000}
          label={t('waiting.capacity')}
          optional={t('waiting.no_limit').toLowerCase()}
          value={capacity ?? ''}
          disabled={locked}
          error={errorAt('capacity')}
          onChange={({ target }) => change({ capacity: target.value ? Math.max(1, Math.round(Number(target.value))) : null })}
        />
      </div>
      <SelectField
        label={t('overflow.title')}
        hint={t(`overflow.${overflow.to}_hint`)}
        value={overflow.to}
        disabled={locked}
        options={offered.map((value) => ({ value, label: t(`overflow.${value}`) }))}
        onChange={choose}
      />
      {overflow.to === 'queue' && (
        <SelectField
          label={t('overflow.which_queue')}
          value={overflow.queueId}
          disabled={locked}
          error={errorAt('overflow.queueId')}
          options={others.map(({ id, name, campaignName }) => ({ value: id, label: `${name} · ${campaignName}` }))}
          onChange={(id) => change({ overflow: { to: 'queue', queueId: id } })}
        />
      )}
      {overflow.to === 'flow' && (
        <SelectField
          label={t('overflow.which_flow')}
          value={overflow.flowId}
          disabled={locked}
          error={errorAt('overflow.flowId')}
          options={names.flows.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => change({ overflow: { to: 'flow', flowId: id } })}
        />
      )}
      {'text' in overflow && (
        <TextArea
          label={t('overflow.text')}
          value={overflow.text}
          maxLength={1000}
          disabled={locked}
          error={checked && !overflow.text.trim() ? t('overflow.text_missing') : errorAt('overflow.text')}
          onChange={({ target }) => change({ overflow: { ...overflow, text: target.value } })}
        />
      )}
      <Switch
        label={t('waiting.tell')}
        hint={t('waiting.tell_hint')}
        checked={tellPosition}
        disabled={locked}
        onChange={(tell) => change({ tellPosition: tell })}
      />
    </Section>
  )
}
