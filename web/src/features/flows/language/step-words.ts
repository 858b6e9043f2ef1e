import type { FlowDefinition, FlowNode, FlowNodeType } from '@chasqui/contracts'
import { useMemo } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { nodeAt } from '../editor/definition-edits.ts'
import { type Output, startId } from './outputs.ts'

/** How steps and their outputs are called on screen. */
export const useStepWords = () => {
  const { t } = useTexts('flows')
  return useMemo(() => {
    const typeName = (type: FlowNodeType) => t(`step.${type}.name`)
    const typeHint = (type: FlowNodeType) => t(`step.${type}.hint`)
    const title = (node: FlowNode) => node.label?.trim() || typeName(node.type)
    const nameOf = (definition: FlowDefinition, id: string | null) => {
      if (id === startId) return t('start.name')
      const node = id === null ? undefined : nodeAt(definition, id)
      return node ? title(node) : (id ?? '')
    }
    const length = (seconds: number) => {
      const [unit, size] = ([['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]] as const).find(([, one]) => seconds % one === 0)!
      return t(`length.${unit}`, { count: seconds / size })
    }
    /** What stands on a card below its title, in a line or two; the name of its jump's target comes from `nameFor`. */
    const summary = (node: FlowNode, nameFor: (id: string) => string): string => {
      switch (node.type) {
        case 'message':
        case 'menu':
        case 'input':
          return node.text.trim() || t('card.no_text')
        case 'condition': {
          const comparisons = [...node.all, ...node.any]
          return comparisons.length === 0 ? t('card.no_condition') : comparisons.map(({ variable, operator, value }) => [variable, t(`operator.${operator}`), value ?? ''].join(' ').trim()).join(' · ')
        }
        case 'variable':
          return node.set.map(({ name, value }) => `${name} = ${value || '…'}`).join(' · ')
        case 'delay':
          return length(node.seconds)
        case 'go_to':
          return `→ ${nameFor(node.node)}`
        case 'transfer_to_agent':
          return node.text?.trim() || t('card.transfer')
        case 'close':
          return node.text?.trim() || t('card.close')
      }
    }
    const outputName = ({ says }: Output) => ('words' in says ? says.words.trim() || t('card.no_label') : t(`output.${says.name}`))
    const openName = ({ open }: Output) => t(`open.${open}`)
    return { typeName, typeHint, title, nameOf, summary, outputName, openName, length }
  }, [t])
}
export type StepWords = ReturnType<typeof useStepWords>
