import { useTexts } from '#lib/i18n/texts.ts'
import { NameField } from '#ui/name-field.tsx'
import { PriorityField } from '#ui/priority-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { useEditor } from './editor.ts'
import { Section } from '#ui/form-section.tsx'

export const BasicsSection = ({ checked }: { checked: boolean }) => {
  const { t } = useTexts('campaigns')
  const { draft, change, errorAt, locked } = useEditor()
  return (
    <Section title={t('basics.title')}>
      <NameField
        label={t('basics.name')}
        value={draft.name}
        maxLength={200}
        disabled={locked}
        tried={checked}
        missing={t('basics.name_missing')}
        error={errorAt('name')}
        onChange={(name) => change({ name })}
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
      <PriorityField
        label={t('basics.priority')}
        hint={t('basics.priority_hint')}
        value={draft.priority}
        disabled={locked}
        onChange={(priority) => change({ priority })}
      />
    </Section>
  )
}
