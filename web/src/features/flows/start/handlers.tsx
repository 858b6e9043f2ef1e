import type { FlowDefinition } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { editFlow } from '../editor/definition-edits.ts'
import { useDefinition, useEditor } from '../editor/editor.ts'
import { Duration } from '../form/simple-fields.tsx'
import { WayField } from '../form/ways.tsx'
import { WordsField } from '../form/words-field.tsx'
import { type EntryId, entriesOf, startId } from '../language/outputs.ts'
import { nothing } from '../language/step-types.ts'

type Handlers = FlowDefinition['handlers']
type OnMedia = NonNullable<Handlers['onMedia']>
const mediaDoes = ['step', 'say', 'hand_over', 'go'] as const
type MediaDoes = (typeof mediaDoes)[number]

/** How long a customer may be silent, before anybody says otherwise, in seconds. */
const usualSilence = 86_400
const longestText = 1024

/** What happens at steps that do not say it themselves: after the last try, on silence, on media where words were expected, and when something breaks. */
export const Handlers = () => {
  const { t } = useTexts('flows')
  const editor = useEditor()
  const definition = useDefinition((flow) => flow)
  const { handlers, nodes, start } = definition
  const { onSilence, onMedia } = handlers
  const put = (change: (before: Handlers) => Handlers, mark: string | null = null) =>
    editor.edit((flow) => editFlow(flow, { handlers: change(flow.handlers) }), mark)
  const setMedia = (next: OnMedia | undefined, mark: string | null = null) =>
    put(({ onMedia: _, ...others }) => ({ ...others, ...(next && { onMedia: next }) }), mark)
  const first = Object.hasOwn(nodes, start) ? start : Object.keys(nodes)[0]
  const chooseMedia = (does: MediaDoes) => {
    if (does === 'step') setMedia(undefined)
    else if (does === 'say') setMedia({ do: 'say', text: nothing })
    else if (does === 'hand_over') setMedia({ do: 'hand_over' })
    else if (first !== undefined) setMedia({ do: 'go', next: first })
  }
  const way = (id: EntryId, label: string) => {
    const output = entriesOf(definition).find((entry) => entry.id === id)
    return output && <WayField id={startId} output={output} label={label} />
  }
  return (
    <fieldset data-field="handlers" className="flex flex-col gap-3">
      <legend className="mb-1 text-sm font-semibold">{t('handlers.title')}</legend>
      <p className="text-xs text-fg-3">{t('handlers.hint')}</p>
      {way('invalid', t('handlers.invalid'))}
      <div data-field="onSilence" role="group" aria-label={t('handlers.silence')} className="flex flex-col gap-2">
        <Switch
          label={t('handlers.silence')}
          checked={onSilence !== undefined}
          onChange={(on) => put(({ onSilence: _, ...others }) => ({ ...others, ...(on && { onSilence: { seconds: usualSilence, next: null } }) }))}
        />
        {onSilence && (
          <>
            <Duration
              label={t('form.after')}
              seconds={onSilence.seconds}
              min={5}
              onChange={(seconds) => put((before) => ({ ...before, onSilence: { ...onSilence, seconds } }), 'handlers.silence')}
              onSettle={editor.settle}
            />
            {way('silence', t('start.leads_to'))}
          </>
        )}
      </div>
      <div data-field="onMedia" role="group" aria-label={t('handlers.media')} className="flex flex-col gap-2">
        <SelectField
          label={t('handlers.media')}
          value={onMedia?.do ?? 'step'}
          options={mediaDoes.filter((does) => does !== 'go' || first !== undefined).map((does) => ({ value: does, label: t(`handlers.media_${does}`) }))}
          onChange={chooseMedia}
        />
        {onMedia?.do === 'say' && (
          <WordsField
            label={t('handlers.media_text')}
            value={onMedia.text}
            limit={longestText}
            lines={2}
            required
            onChange={(text) => setMedia({ do: 'say', text: text.slice(0, longestText) }, 'handlers.media')}
            onSettle={editor.settle}
          />
        )}
        {way('media', t('start.leads_to'))}
      </div>
      {way('error', t('entry.error'))}
    </fieldset>
  )
}
