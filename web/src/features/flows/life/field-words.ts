import type { FlowDefinition, FlowDiff, FlowNodeType } from '@chasqui/contracts'
import { useMemo } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { nodeAt } from '../editor/definition-edits.ts'
import { useStepWords } from '../language/step-words.ts'

export type FieldChange = FlowDiff['settings'][number]

/** What stands outside of steps, by as much of its path as has words of its own. */
const settingKeys = {
  triggers: 'start.triggers',
  always: 'start.always',
  start: 'entry.start',
  onError: 'entry.error',
  priority: 'start.priority',
  once: 'start.once',
  abTest: 'ab_test.title',
  'always.human': 'start.human',
  'always.restart': 'start.restart',
  'always.stop': 'start.stop',
  'always.menu': 'start.menu',
  'always.cancel': 'start.cancel',
  'always.humanNode': 'entry.human',
  'always.stopNode': 'entry.stop',
  'always.menuNode': 'entry.menu',
  'always.cancelNode': 'entry.cancel',
  'handlers.onInvalid': 'entry.invalid',
  'handlers.onSilence': 'entry.silence',
  'handlers.onMedia': 'entry.media',
} as const
type Known = keyof typeof settingKeys
const knownIn = (path: string): Known | undefined =>
  (Object.keys(settingKeys) as Known[]).toSorted((one, other) => other.length - one.length).find((key) => path === key || path.startsWith(`${key}.`))

/** Places in lists are counted from one by people. */
const rest = (parts: readonly string[]): string => parts.map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part)).join(' · ')

/** How a changed field and its values are called on screen. */
export const useFieldWords = () => {
  const { t } = useTexts('flows')
  const words = useStepWords()
  return useMemo(() => {
    const place = (label: string, parts: readonly string[]) => (parts.length === 0 ? label : `${label} · ${rest(parts)}`)
    const ofStep = (type: FlowNodeType, path: string): string => {
      const [key = '', ...parts] = path.split('.')
      if (key === 'label') return t('form.label')
      return place(key === 'next' ? t('form.ways') : words.fieldWords(type, key).label, parts)
    }
    const ofSettings = (path: string): string => {
      const known = knownIn(path)
      return known
        ? place(
            t(settingKeys[known]),
            path
              .slice(known.length + 1)
              .split('.')
              .filter(Boolean),
          )
        : rest(path.split('.'))
    }
    const value = (definition: FlowDefinition, given: unknown): string => {
      if (given === undefined || given === null || given === '') return t('versions.nothing')
      if (typeof given === 'string') return nodeAt(definition, given) ? words.nameOf(definition, given) : given
      if (typeof given === 'boolean') return t(given ? 'versions.yes' : 'versions.no')
      return typeof given === 'number' ? String(given) : JSON.stringify(given)
    }
    return { ofStep, ofSettings, value }
  }, [t, words])
}
