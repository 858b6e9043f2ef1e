import type { ClosedBehaviour } from '@chasqui/contracts'
import { useRef } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { useFlowOptions } from './bot-section.tsx'
import { useEditor } from './editor.ts'
import { Section } from './section.tsx'

const ways = ['wait', 'tell', 'close', 'flow'] as const
const place = '{{opens}}'

/** The words as the customer will see them. */
const Preview = ({ text, closes }: { text: string; closes: boolean }) => {
  const { t } = useTexts('campaigns')
  return (
    <figure className="flex flex-col gap-2 rounded-control bg-surface-2 p-3">
      <figcaption className="text-xs text-fg-3">{t('closed.preview')}</figcaption>
      <p className="self-end rounded-panel bg-success-subtle px-3 py-2 text-base text-on-success-subtle">{t('closed.customer')}</p>
      <p className="max-w-[85%] self-start rounded-panel bg-surface px-3 py-2 text-base whitespace-pre-wrap">{text.replaceAll(place, t('closed.example'))}</p>
      <p className="self-center text-xs text-fg-2">{t(closes ? 'closed.then_closed' : 'closed.then_waits')}</p>
    </figure>
  )
}

export const ClosedSection = ({ checked }: { checked: boolean }) => {
  const { t } = useTexts('campaigns')
  const { draft, change, errorAt, locked } = useEditor()
  const { closed } = draft
  const flows = useFlowOptions()
  const text = 'text' in closed ? closed.text : ''
  /** Words that were written stay while other ways are looked at. */
  const lastText = useRef(text)
  if (text) lastText.current = text
  const choose = (way: ClosedBehaviour['do']) => {
    const words = lastText.current || t('closed.suggested', { place })
    if (way === 'tell' || way === 'close') change({ closed: { do: way, text: words } })
    else if (way === 'flow') change({ closed: { do: 'flow', flowId: flows[0]?.value ?? '' } })
    else change({ closed: { do: 'wait' } })
  }
  const missing = checked && 'text' in closed && !closed.text.trim()
  return (
    <Section title={t('closed.title')} hint={t('closed.hint')}>
      <SelectField
        label={t('closed.way')}
        hint={t(`closed.${closed.do}_hint`)}
        value={closed.do}
        disabled={locked}
        options={ways.filter((way) => way !== 'flow' || flows.length > 0 || closed.do === 'flow').map((value) => ({ value, label: t(`closed.${value}`) }))}
        onChange={choose}
      />
      {'text' in closed && (
        <>
          <TextArea
            label={t('closed.text')}
            hint={t('closed.text_hint')}
            value={closed.text}
            maxLength={1000}
            disabled={locked}
            error={missing ? t('closed.text_missing') : errorAt('closed.text')}
            onChange={({ target }) => change({ closed: { ...closed, text: target.value } })}
          />
          {!closed.text.includes(place) && !locked && (
            <Button size="sm" className="self-start" onClick={() => change({ closed: { ...closed, text: `${closed.text.trimEnd()} ${place}`.trim() } })}>
              {t('closed.add_opens')}
            </Button>
          )}
          {closed.text.trim() && <Preview text={closed.text} closes={closed.do === 'close'} />}
        </>
      )}
      {closed.do === 'flow' && (
        <SelectField
          label={t('closed.which_flow')}
          value={closed.flowId}
          disabled={locked}
          options={flows}
          error={errorAt('closed.flowId')}
          onChange={(flowId) => change({ closed: { do: 'flow', flowId } })}
        />
      )}
    </Section>
  )
}
