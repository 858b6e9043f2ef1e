import type { FlowTrigger } from '@chasqui/contracts'
import { unwritten } from '@chasqui/flow/triggers/unwritten'
import { useMemo } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useDayNames } from './day-names.ts'
import { textsOfTrigger, useStepTexts } from './step-texts.ts'
import { fieldsOfTrigger, type TriggerField, type TriggerType } from './trigger-types.ts'

type PlaceName = (id: string) => string

/** How many words of a list stand on a card. */
const mostShown = 6

/** How triggers, their fields and what they hold are called on screen. */
export const useTriggerWords = () => {
  const { t } = useTexts('flows')
  const texts = useStepTexts()
  const days = useDayNames()
  return useMemo(() => {
    const typeName = (type: TriggerType) => textsOfTrigger(texts, type).name ?? type
    const typeHint = (type: TriggerType) => textsOfTrigger(texts, type).about ?? ''
    const fieldWords = (type: TriggerType, key: string) => {
      const own = textsOfTrigger(texts, type).fields?.[key]
      return { label: own?.label ?? key, hint: own?.hint }
    }
    const choiceName = (type: TriggerType, key: string, value: string) => textsOfTrigger(texts, type).choices?.[key]?.[value] ?? value
    const listed = (words: readonly string[]) => (words.length > mostShown ? [...words.slice(0, mostShown), '…'] : words).join(', ')
    /** What one field says in a few words; nothing where it holds nothing that tells one trigger from another. */
    const said = (trigger: FlowTrigger, { key, kind }: TriggerField, placeName: PlaceName): string => {
      const value = (trigger as unknown as Record<string, unknown>)[key]
      switch (kind) {
        case 'words-list':
        case 'tags':
        case 'templates':
          return listed((value as string[]).filter((word) => word !== unwritten))
        case 'choices':
          return (value as string[]).map((one) => choiceName(trigger.type, key, one)).join(', ')
        case 'days':
          return (value as number[]).map((one) => days[one - 1]).join(', ')
        case 'dates':
          return listed(value as string[])
        case 'number':
          return `${fieldWords(trigger.type, key).label}: ${String(value)}`
        case 'channels':
        case 'campaigns':
          return listed((value as string[]).map(placeName).filter(Boolean))
        case 'channel':
          return value === null ? '' : placeName(value as string)
        case 'time':
          return String(value)
        default:
          return ''
      }
    }
    /** One trigger, in a line; the names of channels and campaigns come from `placeName`. */
    const line = (trigger: FlowTrigger, placeName: PlaceName = () => ''): string => {
      const held = fieldsOfTrigger(trigger.type)
        .map((field) => said(trigger, field, placeName))
        .filter(Boolean)
        .join(' · ')
      return held === '' ? typeName(trigger.type) : `${typeName(trigger.type)}: ${held}`
    }
    /** When the flow begins, a line for each of its triggers. */
    const lines = (triggers: readonly FlowTrigger[], placeName: PlaceName): string[] =>
      triggers.length === 0 ? [t('start.never')] : triggers.map((trigger) => line(trigger, placeName))
    return { typeName, typeHint, fieldWords, choiceName, line, lines }
  }, [t, texts, days])
}
