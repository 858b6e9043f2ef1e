import { teamRoutes } from '@chasqui/contracts/http/teams'
import { userRoutes } from '@chasqui/contracts/http/users'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { inputLook } from '#ui/field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useEditor } from '../editor/editor.ts'
import { Choices, Section } from '../editor/section.tsx'

const ranks = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
/** From here on a list is searched rather than read. */
const many = 8

const Rank = ({ name, rank, disabled, onChange }: { name: string; rank: number; disabled: boolean; onChange: (rank: number) => void }) => {
  const { t } = useTexts('campaigns')
  return (
    <select
      aria-label={t('people.rank_of', { name })}
      className={classNames(inputLook, 'control-sm w-auto! px-2!')}
      value={rank}
      disabled={disabled}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {ranks.map((value) => (
        <option key={value} value={value}>
          {t(value === 1 ? 'people.rank_first' : value === 9 ? 'people.rank_last' : 'people.rank', { rank: value })}
        </option>
      ))}
    </select>
  )
}

/** Who serves it, by name with their rank, and by team. Nobody named means everybody who answers conversations. */
export const PeopleSection = () => {
  const { t } = useTexts('campaigns')
  const { draft, change, errorAt, locked } = useEditor()
  const [search, setSearch] = useState('')
  const people = useQuery(asked(userRoutes.list, { query: { limit: 200 } }))
  const teams = useQuery(asked(teamRoutes.list))
  const { agents, teamIds } = draft
  const chosen = (id: string) => agents.some(({ userId }) => userId === id)
  const nameOf = (id: string) => people.data?.items.find((person) => person.id === id)?.name ?? ''
  const toggle = (id: string) => change({ agents: chosen(id) ? agents.filter(({ userId }) => userId !== id) : [...agents, { userId: id, rank: 5 }] })
  const toggleTeam = (id: string) => change({ teamIds: teamIds.includes(id) ? teamIds.filter((one) => one !== id) : [...teamIds, id] })
  const found = (people.data?.items ?? []).filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()))
  return (
    <Section title={t('people.title')} hint={t(agents.length + teamIds.length === 0 ? 'people.everybody' : 'people.hint')}>
      {(people.data?.items.length ?? 0) > many && (
        <TextField type="search" label={t('people.search')} value={search} onChange={({ target }) => setSearch(target.value)} />
      )}
      <Choices
        legend={t('people.agents')}
        disabled={locked}
        empty={t(people.data ? 'people.none' : people.error ? 'people.failed' : 'loading')}
        error={errorAt('agents')}
        choices={found.map(({ id, name, email }) => ({ id, label: name, note: email }))}
        chosen={chosen}
        onToggle={toggle}
        renderBeside={(id) => (
          <Rank
            name={nameOf(id)}
            rank={agents.find(({ userId }) => userId === id)?.rank ?? 5}
            disabled={locked}
            onChange={(rank) => change({ agents: agents.map((agent) => (agent.userId === id ? { ...agent, rank } : agent)) })}
          />
        )}
      />
      <Choices
        legend={t('people.teams')}
        disabled={locked}
        empty={t(teams.data ? 'people.no_teams' : teams.error ? 'people.failed' : 'loading')}
        error={errorAt('teamIds')}
        choices={(teams.data?.items ?? []).map(({ id, name, memberIds }) => ({ id, label: name, note: t('people.members', { count: memberIds.length }) }))}
        chosen={(id) => teamIds.includes(id)}
        onToggle={toggleTeam}
      />
    </Section>
  )
}
