import type { FlowDefinition, FlowNode, FlowNodeType } from '@chasqui/contracts'
import type { Field, StepGroup } from '@chasqui/flow/form'
import { behaviourOf } from '@chasqui/flow/steps/behaviours'
import { useMemo } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { nodeAt } from '../editor/definition-edits.ts'
import { type Drawn, startId } from './outputs.ts'
import { textsOf, useStepTexts } from './step-texts.ts'
import { fieldsOf } from './step-types.ts'

type Comparison = Extract<FlowNode, { type: 'condition' }>['all'][number]

/** How steps, their outputs and the fields of their forms are called on screen. */
export const useStepWords = () => {
  const { t } = useTexts('flows')
  const texts = useStepTexts()
  return useMemo(() => {
    const typeName = (type: FlowNodeType) => textsOf(texts, type).name ?? type
    const typeHint = (type: FlowNodeType) => textsOf(texts, type).about ?? ''
    const groupName = (group: StepGroup) => texts.shared.groups?.[group] ?? group
    const fieldWords = (type: FlowNodeType, key: string) => {
      const own = textsOf(texts, type).fields?.[key]
      const shared = texts.shared.fields?.[key]
      return { label: own?.label ?? shared?.label ?? key, hint: own?.hint ?? shared?.hint }
    }
    const choiceName = (type: FlowNodeType, key: string, value: string) =>
      textsOf(texts, type).choices?.[key]?.[value] ?? texts.shared.choices?.[key]?.[value] ?? value
    const title = (node: FlowNode) => node.label?.trim() || typeName(node.type)
    const nameOf = (definition: FlowDefinition, id: string | null) => {
      if (id === startId) return t('start.name')
      const node = id === null ? undefined : nodeAt(definition, id)
      return node ? title(node) : id === null ? '' : t('card.gone')
    }
    const length = (seconds: number) => {
      const units = [
        ['day', 86_400],
        ['hour', 3600],
        ['minute', 60],
        ['second', 1],
      ] as const
      const [unit, size] = units.find(([, one]) => seconds % one === 0)!
      return t(`length.${unit}`, { count: seconds / size })
    }
    const compared = ({ variable, operator, value }: Comparison) =>
      [variable, t(`operator.${operator}`), Array.isArray(value) ? value.join(', ') : (value ?? '')].join(' ').trim()
    /** What one field of a step says, in a few words; nothing where it holds nothing. */
    const said = (node: FlowNode, field: Field, nameFor: (id: string) => string): string => {
      const value = (node as unknown as Record<string, unknown>)[field.key]
      if (value === undefined || value === null || value === '') return ''
      switch (field.kind) {
        case 'comparisons':
          return (value as Comparison[]).map(compared).join(' · ')
        case 'assignments':
          return (value as { name: string; value: string }[]).map(({ name, value: to }) => `${name} = ${to || '…'}`).join(' · ')
        case 'duration':
          return length(value as number)
        case 'step':
          return `→ ${nameFor(value as string)}`
        case 'choice':
          return choiceName(node.type, field.key, value as string)
        case 'words':
        case 'line':
        case 'variable':
          return typeof value === 'string' ? value.trim() : ''
        case 'words-list':
          return (value as string[]).join(', ')
        default:
          return ''
      }
    }
    /** What stands on a card below its title, in a line or two; the names of other steps come from `nameFor`. */
    const summary = (node: FlowNode, nameFor: (id: string) => string): string => {
      const spoken = behaviourOf(node).texts
      if (spoken) {
        const words = spoken(node).find((text) => text.trim() !== '')
        const must = fieldsOf(node.type).find((field) => field.kind === 'words' && !field.optional)
        const main: unknown = must && (node as Record<string, unknown>)[must.key]
        // What must be said comes before what may stand around it, as a header.
        if (typeof main === 'string') return main.trim() || t('card.no_text')
        if (words) return words.trim()
        if (must) return t('card.no_text')
      }
      return (
        fieldsOf(node.type)
          .map((field) => said(node, field, nameFor))
          .find((words) => words !== '') ?? typeHint(node.type)
      )
    }
    const outputName = (type: FlowNodeType | null, { id, label }: Drawn) => {
      if (label !== undefined) return label.trim() || t('card.no_label')
      if (type === null) return t(`entry.${id}` as 'entry.start')
      return textsOf(texts, type).outputs?.[id] ?? texts.shared.outputs?.[id] ?? id
    }
    /** The output of a step, or of the flow itself, by its name. */
    const outputNameAt = (definition: FlowDefinition, from: string, output: Drawn) => outputName(nodeAt(definition, from)?.type ?? null, output)
    const openName = ({ open }: Drawn) => t(`open.${open}`)
    return { typeName, typeHint, groupName, fieldWords, choiceName, title, nameOf, summary, outputName, outputNameAt, openName, length }
  }, [t, texts])
}
export type StepWords = ReturnType<typeof useStepWords>
