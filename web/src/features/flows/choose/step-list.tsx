import type { FlowNodeType } from '@chasqui/contracts'
import { Command } from 'cmdk'
import { Unlink } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { inputLook } from '#ui/field.tsx'
import { useDefinition } from '../editor/editor.ts'
import { fitOf } from '../language/plain.ts'
import { StepIcon } from '../language/step-icons.ts'
import { offeredTypes } from '../language/step-types.ts'
import { useStepWords } from '../language/step-words.ts'

type StepListProps = {
  /** A step that is there already. */
  onStep: (id: string) => void
  /** A new one, where new ones make sense. */
  onNew?: (type: FlowNodeType) => void
  /** Leading to no step, where that makes sense; `ends` says what it means. */
  onNone?: (() => void) | undefined
  ends?: string
  without?: string
}

const heading =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-fg-2'
const matches = (_: string, search: string, [name = '', rest = '']: string[] = []) => fitOf(search, name, rest)

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
      <span className="max-w-full min-w-0 truncate tablet:flex-1">{label}</span>
      {hint && <span className="max-w-full truncate text-xs opacity-80 tablet:max-w-[45%]">{hint}</span>}
    </span>
  </Command.Item>
)

/** One field and a list, for choosing a step by its name or words: arrows move, Enter takes. */
export const StepList = ({ onStep, onNew, onNone, ends, without }: StepListProps) => {
  const { t } = useTexts('flows')
  const words = useStepWords()
  const definition = useDefinition((flow) => flow)
  const steps = Object.entries(definition.nodes).filter(([id]) => id !== without)
  return (
    <Command label={t('choose.label')} filter={matches} loop>
      <Command.Input autoFocus placeholder={t('choose.placeholder')} className={`${inputLook} control`} />
      <Command.List className={`mt-2 max-h-[50dvh] overflow-y-auto ${heading}`}>
        <Command.Empty className="px-2 py-3 text-sm text-fg-2">{t('choose.nothing')}</Command.Empty>
        {onNew && (
          <Command.Group heading={t('choose.new')}>
            {offeredTypes.map((type) => (
              <Row
                key={type}
                value={`new ${type}`}
                icon={<StepIcon type={type} size={17} className="shrink-0" />}
                label={words.typeName(type)}
                hint={words.typeHint(type)}
                onSelect={() => onNew(type)}
              />
            ))}
          </Command.Group>
        )}
        {steps.length > 0 && (
          <Command.Group heading={t('choose.there')}>
            {steps.map(([id, node]) => (
              <Row
                key={id}
                value={`step ${id}`}
                icon={<StepIcon type={node.type} size={17} className="shrink-0" />}
                label={words.title(node)}
                hint={words.summary(node, (other) => words.nameOf(definition, other))}
                onSelect={() => onStep(id)}
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
