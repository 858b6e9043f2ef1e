import { useTexts } from '#lib/i18n/texts.ts'
import { Section } from '#ui/form-section.tsx'
import { NameField } from '#ui/name-field.tsx'
import { PriorityField } from '#ui/priority-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { useEditor } from './editor.ts'

export const BasicsSection = ({ wasDefault }: { wasDefault: boolean }) => {
  const { t } = useTexts('queues')
  const { draft, change, errorAt, checked, locked } = useEditor()
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
      <PriorityField
        label={t('basics.priority')}
        hint={t('basics.priority_hint')}
        value={draft.priority}
        disabled={locked}
        onChange={(priority) => change({ priority })}
      />
      <Switch
        label={t('basics.default')}
        hint={t(wasDefault ? 'basics.default_fixed' : 'basics.default_hint')}
        checked={draft.isDefault}
        disabled={locked || wasDefault}
        onChange={(isDefault) => change({ isDefault })}
      />
    </Section>
  )
}
