import type { FlowDefinition } from '@chasqui/contracts'
import { contactStages } from '@chasqui/contracts/contact-stages'
import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useStepWords } from '../language/step-words.ts'
import { type FieldProps, valueOf } from './field-props.ts'
import { useTyped } from './use-typed.ts'

export type Milestone = NonNullable<NonNullable<FlowDefinition['abTest']>['milestone']>
type What = Milestone['what']
const whats = ['tag', 'stage', 'event'] as const
const fresh: Readonly<Record<What, Milestone>> = {
  tag: { what: 'tag', tag: 'vip' },
  stage: { what: 'stage', stage: 'won' },
  event: { what: 'event', event: 'event' },
}

/** As names of events have to be written, whatever was typed. */
const asEventName = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9_.]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, 60)

type MilestonePickProps = {
  label: string
  hint?: string | undefined
  value: Milestone | undefined
  onChange: (milestone: Milestone | undefined) => void
  onSettle: () => void
}

/** What counts as a success of a test wherever it happens, if anything does: a tag, a stage, or an event. */
export const MilestonePick = ({ label, hint, value, onChange, onSettle }: MilestonePickProps) => {
  const { t } = useTexts('flows')
  const words = useStepWords()
  const [typed, setTyped] = useTyped<string | null>(null)
  const named = value?.what === 'tag' ? value.tag : value?.what === 'event' ? value.event : ''
  const write = (text: string) => {
    const name = value?.what === 'event' ? asEventName(text) : text
    setTyped(name)
    if (name.trim() !== '' && value) onChange(value.what === 'event' ? { what: 'event', event: name } : { what: 'tag', tag: name.trim() })
  }
  return (
    <div className="flex flex-col gap-2">
      <SelectField
        label={label}
        {...(hint && { hint })}
        value={value?.what ?? ''}
        options={[{ value: '', label: t('form.none') }, ...whats.map((what) => ({ value: what, label: t(`milestone.${what}`) }))]}
        onChange={(what) => {
          setTyped(null)
          onChange(what === '' ? undefined : fresh[what])
          onSettle()
        }}
      />
      {value?.what === 'stage' && (
        <SelectField
          label={t('milestone.which_stage')}
          value={value.stage}
          options={contactStages.map((stage) => ({ value: stage, label: words.choiceName('stage', 'stage', stage) }))}
          onChange={(stage) => {
            onChange({ what: 'stage', stage })
            onSettle()
          }}
        />
      )}
      {value && value.what !== 'stage' && (
        <TextField
          label={t(value.what === 'tag' ? 'milestone.which_tag' : 'milestone.which_event')}
          value={typed ?? named}
          maxLength={60}
          autoComplete="off"
          dir="auto"
          onChange={({ target }) => write(target.value)}
          onBlur={() => {
            setTyped(null)
            onSettle()
          }}
        />
      )}
    </div>
  )
}

/** What counts in place of the goal of a split. */
export const MilestoneField = ({ node, field, label, hint, change, settle }: FieldProps) => (
  <MilestonePick label={label} hint={hint} value={valueOf(node, field.key) as Milestone | undefined} onChange={change} onSettle={settle} />
)
