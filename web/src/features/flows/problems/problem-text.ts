import type { FlowProblem } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import type { TriggerType } from '../language/trigger-types.ts'
import { useTriggerWords } from '../language/trigger-words.ts'
import { sharedCode } from './shared.ts'

type Values = NonNullable<FlowProblem['values']>

/** A problem in the person's own language; what has no words here is told in the server's. */
export const useProblemText = () => {
  const { t, i18n } = useTexts('flows')
  const triggers = useTriggerWords()
  /** What several flows want, in the person's own words where the product has given it a name. */
  const wantedIn = ({ trigger, wanted }: Values): string => {
    const type = String(trigger) as TriggerType
    const words = triggers.choiceName(type, 'to', String(wanted))
    return words === '' ? triggers.typeName(type) : `«${words}»`
  }
  return ({ code, message, values: told }: FlowProblem): string => {
    const values = told && code === sharedCode ? { ...told, wanted: wantedIn(told) } : told
    const key = `flows:problem.${code.replace(/^flow\./, '')}`
    return i18n.exists(key) ? t(key as 'problem.unreachable', values ?? {}) : message
  }
}
