import { useTexts } from '#lib/i18n/texts.ts'
import { Section } from '#ui/form-section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useEditor } from './editor.ts'

const priorities = [10, 30, 50, 70, 90] as const

export const BasicsSection = ({ wasDefault }: { wasDefault: boolean }) => {
  const { t } = useTexts('queues')
  const { draft, change, errorAt, checked, locked } = useEditor()
  const known = priorities.some((one) => one === draft.priority)
  return (
    <Section title={t('basics.title')}>
      <TextField
        label={t('basics.name')}
        value={draft.name}
        maxLength={200}
        autoComplete="off"
        disabled={locked}
        onChange={({ target }) => change({ name: target.value })}
        error={checked && !draft.name.trim() ? t('basics.name_missing') : errorAt('name')}
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
