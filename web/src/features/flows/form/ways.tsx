import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useActs } from '../builder/acts.ts'
import { outputsAt } from '../editor/definition-edits.ts'
import { useDefinition } from '../editor/editor.ts'
import type { Drawn } from '../language/outputs.ts'
import { useStepWords } from '../language/step-words.ts'

type WayFieldProps = { id: string; output: Drawn; label?: string }

/** Where one output leads. */
export const WayField = ({ id, output, label }: WayFieldProps) => {
  const acts = useActs()
  const words = useStepWords()
  const definition = useDefinition((flow) => flow)
  const steps = Object.entries(definition.nodes).map(([other, node]) => ({ value: other, label: words.title(node) }))
  return (
    <SelectField
      label={label ?? words.outputNameAt(definition, id, output)}
      value={output.next ?? ''}
      options={[...(output.mustLead && output.next !== null ? [] : [{ value: '', label: words.openName(output) }]), ...steps]}
      onChange={(next) => acts.connect({ from: id, output: output.id }, next === '' ? null : next)}
    />
  )
}

/** Where each output of a step leads. */
export const Ways = ({ id }: { id: string }) => {
  const { t } = useTexts('flows')
  const definition = useDefinition((flow) => flow)
  const outputs = outputsAt(definition, id).filter(({ mustLead, next }) => !mustLead || next === null)
  if (outputs.length === 0) return null
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium text-fg-2">{t('form.ways')}</legend>
      {outputs.map((output) => (
        <WayField key={output.id} id={id} output={output} />
      ))}
    </fieldset>
  )
}
