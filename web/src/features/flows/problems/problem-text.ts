import type { FlowProblem } from '@chasqui/contracts'
import { useEditor } from '../editor/editor.ts'
import { useStepTexts } from '../language/step-texts.ts'
import { useStepWords } from '../language/step-words.ts'
import type { TriggerType } from '../language/trigger-types.ts'
import { useTriggerWords } from '../language/trigger-words.ts'
import { sharedCode } from './shared.ts'

type Values = NonNullable<FlowProblem['values']>

/** The words of a code with its values in their places. */
const filled = (words: string, values: Values): string =>
  words.replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place))

/** A problem in the person's own language, in the words that stand beside what can have it; one without words is told as the server tells it. */
export const useProblemText = () => {
  const { problems } = useStepTexts()
  const editor = useEditor()
  const words = useStepWords()
  const triggers = useTriggerWords()
  /** What several flows want, in the person's own words where the product has given it a name. */
  const wantedIn = ({ trigger, wanted }: Values): string => {
    const type = String(trigger) as TriggerType
    const choice = triggers.choiceName(type, 'to', String(wanted))
    return choice === '' ? triggers.typeName(type) : `«${choice}»`
  }
  /** People know steps by their names. */
  const named = (values: Values): Values => ({
    ...values,
    ...(typeof values['steps'] === 'string' && {
      steps: values['steps']
        .split(', ')
        .map((id) => words.nameOf(editor.definition(), id))
        .join(', '),
    }),
  })
  return ({ code, message, values = {} }: FlowProblem): string => {
    const known = problems[code.replace(/^flow\./, '')]
    if (known === undefined) return message
    return filled(known, code === sharedCode ? { ...values, wanted: wantedIn(values) } : named(values))
  }
}
