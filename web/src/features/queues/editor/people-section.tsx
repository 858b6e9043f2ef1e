import { useTexts } from '#lib/i18n/texts.ts'
import { Choices, Section } from '#ui/form-section.tsx'
import { useEditor } from './editor.ts'

const toggled = (ids: readonly string[], id: string): string[] => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id])

/** Who serves the queue; nobody named means the campaign's people. */
export const PeopleSection = () => {
  const { t } = useTexts('queues')
  const { draft, names, change, errorAt, locked } = useEditor()
  const { agentIds, teamIds } = draft
  return (
    <Section title={t('people.title')} hint={t(agentIds.length + teamIds.length === 0 ? 'people.as_campaign' : 'people.hint')}>
      <Choices
        legend={t('people.agents')}
        disabled={locked}
        empty={t('people.none')}
        error={errorAt('agentIds')}
        choices={names.people.map(({ id, name, email }) => ({ id, label: name, note: email }))}
        chosen={(id) => agentIds.includes(id)}
        onToggle={(id) => change({ agentIds: toggled(agentIds, id) })}
      />
      {names.teams.length > 0 && (
        <Choices
          legend={t('people.teams')}
          disabled={locked}
          empty=""
          error={errorAt('teamIds')}
          choices={names.teams.map(({ id, name, memberIds }) => ({ id, label: name, note: t('people.members', { count: memberIds.length }) }))}
          chosen={(id) => teamIds.includes(id)}
          onToggle={(id) => change({ teamIds: toggled(teamIds, id) })}
        />
      )}
    </Section>
  )
}
