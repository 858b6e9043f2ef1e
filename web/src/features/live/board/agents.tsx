import type { LiveAgent } from '@chasqui/contracts'
import { Ellipsis } from 'lucide-react'
import { useId } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem } from '#ui/menu.tsx'
import { PresenceDot } from '#ui/presence-dot.tsx'
import { setStanding, type Standing } from '../acts.ts'
import { TimeLeft } from '../time-left.tsx'
import { WaitingTime } from '../waiting-time.tsx'
import { TalkLink } from './talk-link.tsx'
import { TalkMenu } from './talk-menu.tsx'

const order = ['available', 'busy', 'paused', 'offline'] as const
const standings: Standing[] = [
  { state: 'available' },
  { state: 'busy' },
  { state: 'paused', reason: 'break' },
  { state: 'paused', reason: 'meal' },
  { state: 'paused', reason: 'meeting' },
  { state: 'paused', reason: 'training' },
  { state: 'paused', reason: 'paperwork' },
]

/** Who is here since when and with how much, those who can take more first. */
export const Agents = ({ agents }: { agents: readonly LiveAgent[] }) => {
  const { t } = useTexts('live')
  const heading = useId()
  const sorted = agents.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state) || one.name.localeCompare(other.name))
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <h2 id={heading} className="text-md font-semibold">
        {t('agents.title')}
      </h2>
      {agents.length === 0 ? (
        <p className="mt-2 text-sm text-fg-2">{t('agents.none')}</p>
      ) : (
        <ul aria-labelledby={heading} className="mt-2 divide-y divide-line rounded-card border border-line bg-surface">
          {sorted.map((agent) => (
            <Agent key={agent.id} agent={agent} agents={agents} />
          ))}
        </ul>
      )}
    </section>
  )
}

const Agent = ({ agent, agents }: { agent: LiveAgent; agents: readonly LiveAgent[] }) => {
  const { t } = useTexts('live')
  const { id, name, state, reason, since, load, capacity, closedToday, conversations } = agent
  return (
    <li className="px-4 py-2.5">
      <div className="flex items-center gap-2">
        <PresenceDot state={state} />
        <div className="min-w-0 flex-1">
          <p className="truncate text-base font-medium">{name}</p>
          <p className="text-xs text-fg-2">
            {reason ? t(`reason.${reason}`) : t(`state.${state}`)}
            {since && (
              <>
                {' · '}
                <WaitingTime since={since} />
              </>
            )}
            {` · ${t('agents.closed', { count: closedToday })}`}
          </p>
        </div>
        <Load load={load} capacity={capacity} />
        <StandingMenu agent={{ id, name, state }} />
      </div>
      {conversations.length > 0 && (
        <ul aria-label={t('agents.talks', { name })} className="mt-1 flex flex-col pl-4.5">
          {conversations.map((talk) => (
            <li key={talk.id} className="flex min-h-8 items-center gap-2 text-sm">
              <span className="min-w-0 flex-1 truncate">
                <TalkLink id={talk.id} contact={talk.contact} />
                {talk.waitingSince && (
                  <span className="text-fg-3">
                    {' · '}
                    {t('agents.waits')} <WaitingTime since={talk.waitingSince} />
                  </span>
                )}
              </span>
              {talk.due && <TimeLeft due={talk.due} />}
              <TalkMenu talk={{ id: talk.id, contact: talk.contact, assignee: { id, name }, priority: null }} agents={agents} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

const Load = ({ load, capacity }: { load: number; capacity: number }) => {
  const { t } = useTexts('live')
  return (
    <span className="flex shrink-0 flex-col items-end gap-1 text-sm font-semibold tabular">
      <span title={t('agents.load')}>
        <span className="sr-only">{t('agents.load')} </span>
        {load}/{capacity}
      </span>
      <span aria-hidden className="h-1 w-14 overflow-hidden rounded-full bg-surface-3">
        <span
          className={`block h-full ${load >= capacity ? 'bg-danger' : 'bg-primary'}`}
          style={{ width: `${Math.min(100, (load / Math.max(1, capacity)) * 100)}%` }}
        />
      </span>
    </span>
  )
}

/** Somebody else's state; the trail keeps who changed it. Whoever is not here cannot be made available. */
const StandingMenu = ({ agent }: { agent: Pick<LiveAgent, 'id' | 'name' | 'state'> }) => {
  const { t } = useTexts('live')
  if (!useCan('live.manage') || agent.state === 'offline') return <span className="size-7 shrink-0 touch:size-9" />
  const label = t('act.presence_of', { name: agent.name })
  return (
    <Menu label={label} trigger={<IconButton icon={Ellipsis} size="sm" label={label} />}>
      {standings.map((standing) => (
        <MenuItem key={standing.state === 'paused' ? standing.reason : standing.state} onSelect={() => void setStanding(agent, standing)}>
          {standing.state === 'paused' ? t(`reason.${standing.reason}`) : t(`state.${standing.state}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}
