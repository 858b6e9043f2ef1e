import { useTexts } from '#lib/i18n/texts.ts'
import { TextField } from '#ui/text-field.tsx'
import { editFlow } from '../editor/definition-edits.ts'
import { useDefinition, useEditor } from '../editor/editor.ts'

const mostPriority = 1000

/** Which of several flows begins that want the same. */
export const PriorityField = () => {
  const { t } = useTexts('flows')
  const editor = useEditor()
  const priority = useDefinition((definition) => definition.priority)
  return (
    <TextField
      type="number"
      label={t('start.priority')}
      hint={t('start.priority_hint')}
      min={-mostPriority}
      max={mostPriority}
      step={1}
      value={priority}
      onChange={({ target }) => {
        const number = Math.round(Number(target.value))
        if (target.value !== '' && Math.abs(number) <= mostPriority) editor.edit((definition) => editFlow(definition, { priority: number }), 'priority')
      }}
      onBlur={editor.settle}
    />
  )
}
