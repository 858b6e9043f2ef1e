import type { FlowDefinition } from '@chasqui/contracts'
import { memo, useMemo, useRef } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useActs } from '../builder/acts.ts'
import { nodeAt, outputsAt } from '../editor/definition-edits.ts'
import { useDefinition } from '../editor/editor.ts'
import { comesBackAtOnce, type Drawn } from '../language/outputs.ts'
import { type StepWords, useStepWords } from '../language/step-words.ts'

type Option = { value: string; label: string }

/** The name of a kind is often that of several steps: the beginning of what each says stands beside it. */
const told = (name: string, summary: string): string => {
  const words = summary.replaceAll(/\s+/g, ' ')
  return `${name} · ${words.length > 40 ? `${words.slice(0, 39).trimEnd()}…` : words}`
}

type Nodes = FlowDefinition['nodes']

const optionsOf = (nodes: Nodes, words: StepWords): readonly Option[] => {
  const nameOf = (id: string) => (nodes[id] ? words.title(nodes[id]) : id)
  return Object.entries(nodes).map(([value, node]) => ({
    value,
    label: node.label?.trim() ? words.title(node) : told(words.title(node), words.summary(node, nameOf)),
  }))
}

let known: { nodes: Nodes; words: StepWords; options: readonly Option[] } | null = null
/** A form has a handful of fields that offer the same steps: they are put into words once for all. */
const stepOptions = (nodes: Nodes, words: StepWords): readonly Option[] => {
  if (known?.nodes !== nodes || known.words !== words) known = { nodes, words, options: optionsOf(nodes, words) }
  return known.options
}

/** Every step to choose from; the same list as long as none comes, goes or is called otherwise, so that hundreds of them are not drawn with each key. */
const useStepOptions = (from: string): readonly Option[] => {
  const { t } = useTexts('flows')
  const words = useStepWords()
  const nodes = useDefinition((flow) => flow.nodes)
  const before = useRef<readonly Option[]>([])
  return useMemo(() => {
    // The words of the step itself, which change with each key, are not told.
    const itself = (value: string) => t('form.itself', { name: words.title(nodes[value]!) })
    const now = stepOptions(nodes, words).map((option) => (option.value === from ? { ...option, label: itself(from) } : option))
    const isSame =
      now.length === before.current.length && now.every(({ value, label }, at) => before.current[at]!.value === value && before.current[at]!.label === label)
    if (!isSame) before.current = now
    return before.current
  }, [nodes, words, from, t])
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
  const spins = useDefinition((flow) => {
    const node = nodeAt(flow, id)
    return node !== undefined && comesBackAtOnce(node, output.id)
  })
  const steps = useStepOptions(id)
  // One that would come to itself again at once is not offered to itself.
  const offered = useMemo(() => (spins && output.next !== id ? steps.filter(({ value }) => value !== id) : steps), [spins, output.next, steps, id])
  return (
    <WaySelect
      from={id}
      output={output.id}
      next={output.next}
      label={label ?? t('form.way', { name })}
      none={output.mustLead && output.next !== null ? null : output.open === 'person' ? words.typeName('transfer_to_agent') : words.openName(output)}
      steps={offered}
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
