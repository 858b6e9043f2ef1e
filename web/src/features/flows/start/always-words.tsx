import type { FlowDefinition } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { editFlow } from '../editor/definition-edits.ts'
import { useDefinition, useEditor } from '../editor/editor.ts'
import { WayField } from '../form/ways.tsx'
import { WordList } from '../form/word-list.tsx'
import { entriesOf, startId } from '../language/outputs.ts'

type Words = 'human' | 'menu' | 'restart' | 'cancel' | 'stop'
/** In the order in which they are looked for in a message, with how many of each the schema takes. */
const commands: readonly { words: Words; most: number }[] = [
  { words: 'human', most: 60 },
  { words: 'menu', most: 60 },
  { words: 'restart', most: 60 },
  { words: 'cancel', most: 30 },
  { words: 'stop', most: 30 },
]

/** The words that work at every step, each kind with where it leads. */
export const AlwaysWords = () => {
  const { t } = useTexts('flows')
  const editor = useEditor()
  const definition = useDefinition((flow) => flow)
  const entries = entriesOf(definition)
  const set = (part: Partial<FlowDefinition['always']>, mark: string) =>
    editor.edit((flow) => editFlow(flow, { always: { ...flow.always, ...part } }), `always.${mark}`)
  return (
    <fieldset data-field="always" className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-semibold">{t('start.always')}</legend>
      <p className="text-xs text-fg-3">{t('start.always_hint')}</p>
      {commands.map(({ words, most }) => {
        const way = entries.find(({ id }) => id === words)
        return (
          <div key={words} role="group" aria-label={t(`start.${words}`)} className="flex flex-col gap-2 rounded-control border border-line p-2">
            <WordList
              label={t(`start.${words}`)}
              words={definition.always[words]}
              most={most}
              onChange={(list) => set({ [words]: list }, words)}
              onSettle={editor.settle}
            />
            {way && <WayField id={startId} output={way} label={t('start.leads_to')} />}
          </div>
        )
      })}
    </fieldset>
  )
}
