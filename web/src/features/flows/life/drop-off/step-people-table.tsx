import type { DropOff, FlowDefinition } from '@chasqui/contracts'
import { Flame } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Chip } from '#ui/chip.tsx'
import { useStepWords } from '../../language/step-words.ts'
import { hottestIn, inOrder } from './numbers.ts'

type TableProps = { found: DropOff; definition: FlowDefinition; onPick: (step: string) => void }

const number = 'py-1 pl-2 text-right align-baseline tabular'

/** Every step that people came to: how many, what share was lost there, how long half of them stood there at most. */
export const StepPeopleTable = ({ found, definition, onPick }: TableProps) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const words = useStepWords()
  const hottest = hottestIn(found.steps)
  /** The name of a kind is often that of several steps: what such a step says stands below it. */
  const saysOf = (step: string): string | null => {
    const node = definition.nodes[step]
    return node && !node.label?.trim() ? words.summary(node, (id) => words.nameOf(definition, id)) : null
  }
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{t('drop.table')}</caption>
      <thead className="text-left text-xs text-fg-2">
        <tr>
          <th scope="col" className="py-1 font-medium">
            {t('drop.step')}
          </th>
          <th scope="col" className="py-1 pl-2 text-right font-medium">
            {t('drop.people_column')}
          </th>
          <th scope="col" className="py-1 pl-2 text-right font-medium">
            {t('drop.leave_column')}
          </th>
          <th scope="col" className="py-1 pl-2 text-right font-medium">
            {t('drop.median')}
          </th>
        </tr>
      </thead>
      <tbody>
        {inOrder(found, definition).map(({ step, people, lost, leaveRate, medianMs }) => (
          <tr key={step} className={`border-t border-line ${step === hottest ? 'bg-danger-subtle/40' : ''}`}>
            <th scope="row" className="w-full max-w-0 py-1 text-left align-baseline font-normal">
              <button
                type="button"
                onClick={() => onPick(step)}
                className="min-h-7 text-left font-medium wrap-anywhere text-primary hover:underline touch:min-h-11"
              >
                {words.nameOf(definition, step)}
              </button>
              <span dir="auto" className="block truncate text-xs text-fg-2 empty:hidden">
                {saysOf(step)}
              </span>
              {step === hottest && (
                <span className="block">
                  <Chip tone="danger" icon={Flame}>
                    {t('drop.hottest')}
                  </Chip>
                </span>
              )}
            </th>
            <td className={number}>{format.number(people)}</td>
            <td className={number}>{lost === 0 ? '–' : `${format.percent(leaveRate)} (${format.number(lost)})`}</td>
            <td className={number}>{medianMs === null ? '–' : format.duration(Math.round(medianMs / 1000))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
