import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { useEditor } from './editor.ts'
import { Section } from './section.tsx'

/** Flows that can answer: the published ones. */
export const useFlowOptions = (): { value: string; label: string }[] => {
  const { data } = useQuery(asked(flowRoutes.list, { query: { limit: 200 } }))
  return (data?.items ?? []).filter(({ published }) => published !== null).map(({ id, name }) => ({ value: id, label: name }))
}

export const BotSection = () => {
  const { t } = useTexts('campaigns')
  const { draft, change, errorAt, locked } = useEditor()
  const flows = useFlowOptions()
  return (
    <Section title={t('bot.title')}>
      <Switch
        label={t('bot.on')}
        hint={t(draft.bot.on ? 'bot.on_hint' : 'bot.off_hint')}
        checked={draft.bot.on}
        disabled={locked}
        onChange={(on) => change({ bot: { ...draft.bot, on } })}
      />
      {draft.bot.on && (
        <SelectField
          label={t('bot.flow')}
          value={draft.bot.flowId ?? ''}
          disabled={locked}
          options={[{ value: '', label: t('bot.of_channel') }, ...flows]}
          error={errorAt('bot.flowId')}
          onChange={(flowId) => change({ bot: { ...draft.bot, flowId: flowId || null } })}
        />
      )}
    </Section>
  )
}
