import type { FlowDefinition } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { editFlow } from '../editor/definition-edits.ts'
import { useDefinition, useEditor } from '../editor/editor.ts'
import { RemoveRow } from '../form/rows.tsx'
import { ShareField } from '../form/share-field.tsx'
import { evenShares } from '../form/shares.ts'
import { MilestonePick } from '../form/milestone-field.tsx'

type AbTest = NonNullable<FlowDefinition['abTest']>
type Rival = AbTest['against'][number]
const mostRivals = 4
const goals = ['finished', 'transferred', 'closed'] as const

const useOthers = (flowId: string) => {
  const { data } = useQuery(asked(flowRoutes.list, { query: { limit: 200 } }))
  return (data?.items ?? []).filter(({ id, published }) => id !== flowId && published !== null)
}

/** Everybody's share the same, as far as it goes; what is left is this flow's. */
const shared = (flows: readonly string[]): Rival[] => {
  const shares = evenShares(flows.length + 1)
  return flows.map((flow, at) => ({ flow, share: shares[at + 1]! }))
}

/** Other flows that begin in place of this one for a share of the people, to see which does better. */
export const AbTestField = ({ flowId }: { flowId: string }) => {
  const { t } = useTexts('flows')
  const editor = useEditor()
  const test = useDefinition((definition) => definition.abTest)
  const others = useOthers(flowId)
  const free = others.find(({ id }) => !test?.against.some(({ flow }) => flow === id))
  const set = (next: AbTest | null, mark: string | null = null) => editor.edit((definition) => editFlow(definition, { abTest: next }), mark)
  const put = (next: AbTest | null) => {
    set(next)
    editor.settle()
  }
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="sr-only">{t('ab_test.title')}</legend>
      <Switch
        label={t('ab_test.on')}
        hint={t(test || free ? 'ab_test.hint' : 'ab_test.none')}
        checked={test !== null}
        disabled={!test && !free}
        onChange={(on) => put(on && free ? { goal: 'finished', against: shared([free.id]) } : null)}
      />
      {test && (
        <>
          {test.against.map((rival, index) => (
            <RivalRow
              key={rival.flow}
              rival={rival}
              number={index + 1}
              names={others.filter(({ id }) => id === rival.flow || !test.against.some(({ flow }) => flow === id))}
              onFlow={(flow) => put({ ...test, against: test.against.map((one, at) => (at === index ? { ...one, flow } : one)) })}
              onShare={(share) => set({ ...test, against: test.against.map((one, at) => (at === index ? { ...one, share } : one)) }, `abTest.${index}`)}
              onSettle={editor.settle}
              onRemove={
                test.against.length > 1 ? () => put({ ...test, against: shared(test.against.filter((_, at) => at !== index).map(({ flow }) => flow)) }) : null
              }
            />
          ))}
          <p role="status" className="text-sm text-fg-2">
            {t('ab_test.own', { share: 100 - test.against.reduce((sum, { share }) => sum + share, 0) })}
          </p>
          {free && test.against.length < mostRivals && (
            <Button
              icon={Plus}
              size="sm"
              className="self-start"
              onClick={() => put({ ...test, against: shared([...test.against.map(({ flow }) => flow), free.id]) })}
            >
              {t('ab_test.add')}
            </Button>
          )}
          <SelectField
            label={t('arms.goal')}
            hint={t('ab_test.results_hint')}
            value={test.goal}
            options={goals.map((goal) => ({ value: goal, label: t(`arms.${goal}`) }))}
            onChange={(goal) => put({ ...test, goal })}
          />
          <details open={test.milestone !== undefined}>
            <summary className="cursor-pointer text-sm font-medium text-fg-2">{t('form.more')}</summary>
            <div className="mt-3">
              <MilestonePick
                label={t('milestone.title')}
                hint={t('milestone.hint')}
                value={test.milestone}
                onChange={(milestone) => set({ ...test, milestone }, 'abTest.milestone')}
                onSettle={editor.settle}
              />
            </div>
          </details>
        </>
      )}
    </fieldset>
  )
}

type RivalRowProps = {
  rival: Rival
  number: number
  names: readonly { id: string; name: string }[]
  onFlow: (flow: string) => void
  onShare: (share: number) => void
  onSettle: () => void
  onRemove: (() => void) | null
}

const RivalRow = ({ rival: { flow, share }, number, names, onFlow, onShare, onSettle, onRemove }: RivalRowProps) => {
  const { t } = useTexts('flows')
  const options = names.map(({ id, name }) => ({ value: id, label: name }))
  const isKnown = names.some(({ id }) => id === flow)
  return (
    <div role="group" aria-label={t('form.row', { number })} className="flex items-end gap-1 rounded-control border border-line p-2">
      <SelectField
        label={t('ab_test.flow')}
        className="min-w-0 flex-1"
        value={flow}
        options={isKnown ? options : [{ value: flow, label: t('ab_test.gone') }, ...options]}
        onChange={onFlow}
      />
      <ShareField value={share} onShare={onShare} onSettle={onSettle} />
      {onRemove && <RemoveRow onRemove={onRemove} />}
    </div>
  )
}
