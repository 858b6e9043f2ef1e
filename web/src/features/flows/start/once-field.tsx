import type { FlowDefinition } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { editFlow } from '../editor/definition-edits.ts'
import { useDefinition, useEditor } from '../editor/editor.ts'
import { useTyped } from '../form/use-typed.ts'

type How = 'every' | 'ever' | 'days'
const mostDays = 3650
const usualDays = 30

const howOf = (once: FlowDefinition['once']): How => (once === null ? 'every' : once.days === undefined ? 'ever' : 'days')

/** How often the flow begins by itself with the same person. */
export const OnceField = () => {
  const { t } = useTexts('flows')
  const editor = useEditor()
  const once = useDefinition((definition) => definition.once)
  const [typed, setTyped] = useTyped<string | null>(null)
  const set = (next: FlowDefinition['once'], mark: string | null = null) => editor.edit((definition) => editFlow(definition, { once: next }), mark)
  const choose = (how: How) => {
    set(how === 'every' ? null : how === 'ever' ? {} : { days: usualDays })
    editor.settle()
  }
  return (
    <div className="flex flex-col gap-2">
      <SelectField<How>
        label={t('start.once')}
        hint={t('start.once_hint')}
        value={howOf(once)}
        options={(['every', 'ever', 'days'] as const).map((how) => ({ value: how, label: t(`start.once_${how}`) }))}
        onChange={choose}
      />
      {once?.days !== undefined && (
        <TextField
          type="number"
          label={t('start.once_in')}
          min={1}
          max={mostDays}
          step={1}
          value={typed ?? String(once.days)}
          onChange={({ target }) => {
            setTyped(target.value)
            const days = Math.round(Number(target.value))
            if (days >= 1 && days <= mostDays) set({ days }, 'once')
          }}
          onBlur={() => {
            setTyped(null)
            editor.settle()
          }}
        />
      )}
    </div>
  )
}
