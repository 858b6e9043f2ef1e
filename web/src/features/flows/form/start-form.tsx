import type { FlowDefinition, FlowTrigger } from '@chasqui/contracts'
import { Play, Plus, Trash2 } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useActs } from '../builder/acts.ts'
import { editFlow } from '../editor/definition-edits.ts'
import { useDefinition, useEditor } from '../editor/editor.ts'
import { startId } from '../language/outputs.ts'
import { WordList } from './word-list.tsx'
import { Ways } from './ways.tsx'

const types = ['any', 'first_message', 'keyword'] as const
const fresh = (type: FlowTrigger['type']): FlowTrigger | null => {
  const known = types.find((one) => one === type)
  if (known === 'keyword') return { type: 'keyword', words: ['hola'], match: 'anywhere' }
  return known ? ({ type: known } as FlowTrigger) : null
}

const Triggers = () => {
  const { t } = useTexts('flows')
  const editor = useEditor()
  const triggers = useDefinition((definition) => definition.triggers)
  const set = (next: FlowTrigger[], mark: string | null = null) => editor.edit((definition) => editFlow(definition, { triggers: next }), mark)
  const put = (index: number, trigger: FlowTrigger, mark: string | null = null) =>
    set(
      triggers.map((one, at) => (at === index ? trigger : one)),
      mark,
    )
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium text-fg-2">{t('start.triggers')}</legend>
      <p className="text-xs text-fg-3">{t('start.triggers_hint')}</p>
      {triggers.map((trigger, index) => (
        <div key={index} role="group" aria-label={t('start.trigger', { number: index + 1 })} className="flex flex-col gap-2 rounded-control border border-line p-2">
          <div className="flex items-end gap-1">
            <SelectField
              className="min-w-0 flex-1"
              label={t('start.when')}
              value={trigger.type}
              options={(types.some((one) => one === trigger.type) ? types : [...types, trigger.type]).map((type) => ({
                value: type,
                label: t(`trigger.${type}` as 'trigger.any'),
              }))}
              onChange={(type) => {
                const next = fresh(type)
                if (next) put(index, next)
              }}
            />
            <IconButton icon={Trash2} label={t('start.remove_trigger')} onClick={() => set(triggers.filter((_, at) => at !== index))} />
          </div>
          {trigger.type === 'keyword' && (
            <WordList
              label={t('start.words')}
              hint={t('form.commas')}
              words={trigger.words}
              most={50}
              onChange={(words) => words.length > 0 && put(index, { ...trigger, words }, `trigger ${index}`)}
              onSettle={editor.settle}
            />
          )}
        </div>
      ))}
      <Button icon={Plus} size="sm" className="self-start" disabled={triggers.length >= 20} onClick={() => set([...triggers, { type: 'keyword', words: ['hola'], match: 'anywhere' }])}>
        {t('start.add_trigger')}
      </Button>
    </fieldset>
  )
}

/** When the flow begins, and the words that work at every step. */
export const StartForm = () => {
  const { t } = useTexts('flows')
  const editor = useEditor()
  const acts = useActs()
  const mayManage = useCan('flows.manage')
  const always = useDefinition((definition) => definition.always)
  const set = (part: Partial<FlowDefinition['always']>, mark: string) =>
    editor.edit((definition) => editFlow(definition, { always: { ...definition.always, ...part } }), mark)
  return (
    <form data-step-form noValidate onSubmit={(event) => event.preventDefault()} className="flex flex-col gap-4 p-4">
      <fieldset disabled={!mayManage} className="contents">
        <Triggers />
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-sm font-medium text-fg-2">{t('start.always')}</legend>
          <p className="text-xs text-fg-3">{t('start.always_hint')}</p>
          <WordList label={t('start.human')} words={always.human} most={60} onChange={(human) => set({ human }, 'human')} onSettle={editor.settle} />
          <WordList label={t('start.restart')} words={always.restart} most={60} onChange={(restart) => set({ restart }, 'restart')} onSettle={editor.settle} />
          <WordList label={t('start.stop')} words={always.stop} most={30} onChange={(stop) => set({ stop }, 'stop')} onSettle={editor.settle} />
        </fieldset>
        <Ways id={startId} />
      </fieldset>
      <Button size="sm" icon={Play} className="self-start" onClick={() => acts.testFrom(null)}>
        {t('act.test_from')}
      </Button>
    </form>
  )
}
