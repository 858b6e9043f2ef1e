import { memo, useMemo, useRef } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useActs } from '../builder/acts.ts'
import { outputsAt } from '../editor/definition-edits.ts'
import { useDefinition } from '../editor/editor.ts'
import type { Drawn } from '../language/outputs.ts'
import { useStepWords } from '../language/step-words.ts'

type Option = { value: string; label: string }

/** Every step to choose from; the same list as long as none comes, goes or is called otherwise, so that hundreds of them are not drawn with each key. */
const useStepOptions = (): readonly Option[] => {
  const words = useStepWords()
  const nodes = useDefinition((flow) => flow.nodes)
  const before = useRef<readonly Option[]>([])
  return useMemo(() => {
    const now = Object.entries(nodes).map(([value, node]) => ({ value, label: words.title(node) }))
    const isSame =
      now.length === before.current.length && now.every(({ value, label }, at) => before.current[at]!.value === value && before.current[at]!.label === label)
    if (!isSame) before.current = now
    return before.current
  }, [nodes, words])
}

type WaySelectProps = { from: string; output: string; next: string | null; label: string; none: string | null; steps: readonly Option[] }

const WaySelect = memo(({ from, output, next, label, none, steps }: WaySelectProps) => {
  const acts = useActs()
  return (
    <SelectField
      label={label}
      value={next ?? ''}
      options={[...(none === null ? [] : [{ value: '', label: none }]), ...steps]}
      onChange={(to) => acts.connect({ from, output }, to === '' ? null : to)}
    />
  )
})

type WayFieldProps = { id: string; output: Drawn; label?: string }

/** Where one output leads. */
export const WayField = ({ id, output, label }: WayFieldProps) => {
  const { t } = useTexts('flows')
  const words = useStepWords()
  const name = useDefinition((flow) => words.outputNameAt(flow, id, output))
  return (
    <WaySelect
      from={id}
      output={output.id}
      next={output.next}
      label={label ?? t('form.way', { name })}
      none={output.mustLead && output.next !== null ? null : words.openName(output)}
      steps={useStepOptions()}
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
