import type { FlowDefinition, FlowDiff, FlowNodeType } from '@chasqui/contracts'
import { Minus, Pencil, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Chip, type Tone } from '#ui/chip.tsx'
import { useStepWords } from '../../language/step-words.ts'
import { type FieldChange, useFieldWords } from '../field-words.ts'

type Look = ((step: string) => void) | undefined

const Fields = ({ fields, nameOf, definition }: { fields: readonly FieldChange[]; nameOf: (path: string) => string; definition: FlowDefinition }) => {
  const { t } = useTexts('flows')
  const { value } = useFieldWords()
  return (
    <dl className="mt-1.5 flex flex-col gap-1.5 text-sm">
      {fields.map(({ path, before, after }) => (
        <div key={path}>
          <dt className="text-xs text-fg-2">{nameOf(path)}</dt>
          <dd className="wrap-anywhere">
            <span className="sr-only">{t('versions.before')} </span>
            <del dir="auto" className="rounded-chip bg-danger-subtle px-1 text-on-danger-subtle">
              {value(definition, before)}
            </del>
            <span aria-hidden> → </span>
            <span className="sr-only">{t('versions.after')} </span>
            <ins dir="auto" className="rounded-chip bg-success-subtle px-1 text-on-success-subtle no-underline">
              {value(definition, after)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

type LineProps = { tone: Tone; icon: typeof Plus; mark: string; name: string; onLook: (() => void) | undefined; children?: ReactNode }

const Line = ({ tone, icon, mark, name, onLook, children }: LineProps) => (
  <li className="border-b border-line py-2 last:border-0">
    <div className="flex items-center gap-2">
      <Chip tone={tone} icon={icon}>
        {mark}
      </Chip>
      {onLook ? (
        <button type="button" onClick={onLook} className="min-h-6 min-w-0 truncate text-left text-sm font-medium text-primary hover:underline touch:min-h-11">
          {name}
        </button>
      ) : (
        <span className="min-w-0 truncate text-sm font-medium">{name}</span>
      )}
    </div>
    {children}
  </li>
)

/** Steps that came, went or changed, field by field; what stands outside of the steps last. */
export const Differences = ({
  diff: { added, removed, changed, settings },
  definition,
  onLook,
}: {
  diff: FlowDiff
  definition: FlowDefinition
  onLook: Look
}) => {
  const { t } = useTexts('flows')
  const words = useStepWords()
  const fieldWords = useFieldWords()
  const really = changed.filter(({ fields }) => fields.length > 0)
  const look = (id: string) => onLook && (() => onLook(id))
  const name = (id: string) => words.nameOf(definition, id)
  if (added.length + removed.length + really.length + settings.length === 0) return <p className="text-sm text-fg-2">{t('versions.same')}</p>
  return (
    <ul>
      {added.map(({ id }) => (
        <Line key={id} tone="success" icon={Plus} mark={t('versions.added')} name={name(id)} onLook={look(id)} />
      ))}
      {removed.map(({ id }) => (
        <Line key={id} tone="danger" icon={Minus} mark={t('versions.removed')} name={name(id)} onLook={look(id)} />
      ))}
      {really.map(({ id, type, fields }) => (
        <Line key={id} tone="warning" icon={Pencil} mark={t('versions.changed')} name={name(id)} onLook={look(id)}>
          <Fields fields={fields} definition={definition} nameOf={(path) => fieldWords.ofStep(type as FlowNodeType, path)} />
        </Line>
      ))}
      {settings.length > 0 && (
        <Line tone="warning" icon={Pencil} mark={t('versions.changed')} name={t('start.name')} onLook={undefined}>
          <Fields fields={settings} definition={definition} nameOf={fieldWords.ofSettings} />
        </Line>
      )}
    </ul>
  )
}
