import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useEditor } from './editor.ts'
import { Section } from './section.tsx'

const priorities = [10, 30, 50, 70, 90] as const

export const BasicsSection = ({ checked }: { checked: boolean }) => {
  const { t } = useTexts('campaigns')
  const { draft, change, errorAt, locked } = useEditor()
  const known = priorities.some((one) => one === draft.priority)
  return (
    <Section title={t('basics.title')}>
      <TextField
        label={t('basics.name')}
        value={draft.name}
        maxLength={200}
        autoComplete="off"
        disabled={locked}
        onChange={(event) => change({ name: event.target.value })}
        error={checked && !draft.name.trim() ? t('basics.name_missing') : errorAt('name')}
      />
      <TextArea
        label={t('basics.description')}
        optional={t('optional')}
        value={draft.description}
        maxLength={1000}
        rows={2}
        disabled={locked}
        onChange={(event) => change({ description: event.target.value })}
      />
      <SelectField
        label={t('basics.priority')}
        hint={t('basics.priority_hint')}
        value={String(draft.priority)}
        disabled={locked}
        options={[
          ...priorities.map((value) => ({ value: String(value), label: t(`priority.${value}`) })),
          ...(known ? [] : [{ value: String(draft.priority), label: t('priority.other', { value: draft.priority }) }]),
        ]}
        onChange={(priority) => change({ priority: Number(priority) })}
      />
    </Section>
  )
}
