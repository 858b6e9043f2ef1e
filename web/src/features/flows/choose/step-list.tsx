import type { FlowNode, FlowNodeType } from '@chasqui/contracts'
import { Command } from 'cmdk'
import { Unlink } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { inputLook } from '#ui/field.tsx'
import { useDefinition } from '../editor/editor.ts'
import { fitOf } from '../language/plain.ts'
import { StepIcon } from '../language/step-icons.ts'
import { offeredTypes } from '../language/step-types.ts'
import { useStepWords } from '../language/step-words.ts'

type StepListProps = {
  /** The steps that are there already, in the order in which they are offered. */
  steps: readonly string[]
  /** One of them. */
  onStep: (id: string) => void
  /** A new one, where new ones make sense. */
  onNew?: (type: FlowNodeType) => void
  /** Leading to no step, where that makes sense; `ends` says what it means. */
  onNone?: (() => void) | undefined
  ends?: string
}

const heading =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-fg-2'
/** As many steps as leave new ones in sight, and half of the next, so that one sees that there are more. */
const few = '[&_[cmdk-group-items]]:max-h-[126px] [&_[cmdk-group-items]]:overflow-y-auto touch:[&_[cmdk-group-items]]:max-h-[154px]'
const newOne = (type: FlowNodeType) => `new ${type}`
/** Of two that fit alike the new one comes first. */
const matches = (value: string, search: string, [name = '', rest = '']: string[] = []) => fitOf(search, name, rest) * (value.startsWith('new ') ? 1 : 0.99)

const Row = ({ value, icon, label, hint, onSelect }: { value: string; icon: ReactNode; label: string; hint?: string; onSelect: () => void }) => (
  <Command.Item
    value={value}
    keywords={[label, hint ?? '']}
    onSelect={onSelect}
    className="flex min-h-9 min-w-0 cursor-default items-center gap-3 rounded-control px-2 py-1 text-base data-[selected=true]:bg-primary-subtle data-[selected=true]:text-on-primary-subtle touch:min-h-11"
  >
    {icon}
    {/* On a phone there is no room for both in a line. */}
    <span className="flex min-w-0 flex-1 items-center gap-3 max-tablet:flex-col max-tablet:items-start max-tablet:gap-0">
      <span className="max-w-full min-w-0 truncate tablet:max-w-[60%] tablet:shrink-0">{label}</span>
      {hint && <span className="max-w-full min-w-0 truncate text-xs opacity-80 tablet:flex-1 tablet:text-right">{hint}</span>}
    </span>
  </Command.Item>
)

/** One field and a list, for choosing a step by its name or words: arrows move, Enter takes. What is there stands above what can be made, so that nothing is made twice. */
export const StepList = ({ steps, onStep, onNew, onNone, ends }: StepListProps) => {
  const { t } = useTexts('flows')
  const words = useStepWords()
  const nodes = useDefinition((flow) => flow.nodes)
  const nameOf = (id: string) => (nodes[id] ? words.title(nodes[id]) : t('card.gone'))
  const there = steps.flatMap((id): [string, FlowNode][] => (nodes[id] ? [[id, nodes[id]]] : []))
  const [search, setSearch] = useState('')
  /** Who presses Enter at once gets a new step, where there are any, as without a list. */
  const [chosen, setChosen] = useState(onNew ? newOne(offeredTypes[0]!) : undefined)
  return (
    <Command label={t('choose.label')} filter={matches} loop {...(chosen !== undefined && { value: chosen, onValueChange: setChosen })}>
      <Command.Input placeholder={t('choose.placeholder')} value={search} onValueChange={setSearch} className={`${inputLook} control`} />
      <Command.List className={`mt-2 max-h-[50dvh] overflow-y-auto ${heading}`}>
        <Command.Empty className="px-2 py-3 text-sm text-fg-2">{t('choose.nothing')}</Command.Empty>
        {there.length > 0 && (
          <Command.Group heading={t(onNew ? 'choose.there' : 'choose.steps')} className={classNames(onNew && search === '' && few)}>
            {there.map(([id, node]) => (
              <Row
                key={id}
                value={`step ${id}`}
                icon={<StepIcon type={node.type} size={17} className="shrink-0" />}
                label={words.title(node)}
                hint={words.summary(node, nameOf)}
                onSelect={() => onStep(id)}
              />
            ))}
          </Command.Group>
        )}
        {onNew && (
          <Command.Group heading={t('choose.new')}>
            {offeredTypes.map((type) => (
              <Row
                key={type}
                value={newOne(type)}
                icon={<StepIcon type={type} size={17} className="shrink-0" />}
                label={words.typeName(type)}
                hint={words.typeHint(type)}
                onSelect={() => onNew(type)}
              />
            ))}
          </Command.Group>
        )}
        {onNone && (
          <Command.Group heading={t('choose.none')}>
            <Row
              value="none"
              icon={<Unlink size={17} strokeWidth={1.75} className="shrink-0" aria-hidden />}
              label={ends ?? t('choose.none')}
              onSelect={onNone}
            />
          </Command.Group>
        )}
      </Command.List>
    </Command>
  )
}
