import type { LiveAgent } from '@chasqui/contracts'
import { ArrowRightLeft, ChevronsUp, Ellipsis, Hand } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useUser } from '#lib/session.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem } from '#ui/menu.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { give, higherThan, raise, type Talk } from '../acts.ts'

/** What can be done with a conversation without leaving the board. */
export const TalkMenu = ({ talk, agents }: { talk: Talk; agents: readonly LiveAgent[] }) => {
  const { t } = useTexts('live')
  const { id, name } = useUser()
  const [mayAssign, mayTag] = [useCan('conversations.assign'), useCan('conversations.tag')]
  const [asking, setAsking] = useState(false)
  if (!mayAssign && !mayTag) return null
  const higher = higherThan(talk.priority)
  const label = t('act.more', { name: talk.contact })
  return (
    <>
      <Menu label={label} trigger={<IconButton icon={Ellipsis} size="sm" label={label} />}>
        {mayAssign && talk.assignee?.id !== id && (
          <MenuItem icon={Hand} onSelect={() => void give(talk, { id, name })}>
            {t('act.take')}
          </MenuItem>
        )}
        {mayAssign && (
          <MenuItem icon={ArrowRightLeft} onSelect={() => setAsking(true)}>
            {t('act.reassign')}
          </MenuItem>
        )}
        {mayTag && higher && (
          <MenuItem icon={ChevronsUp} onSelect={() => void raise(talk)}>
            {t('act.raise', { priority: t(`priority.${higher}`) })}
          </MenuItem>
        )}
      </Menu>
      {asking && <Reassign talk={talk} agents={agents} onClose={() => setAsking(false)} />}
    </>
  )
}

const Reassign = ({ talk, agents, onClose }: { talk: Talk; agents: readonly LiveAgent[]; onClose: () => void }) => {
  const { t } = useTexts('live')
  const others = agents.filter(({ id }) => id !== talk.assignee?.id)
  const [chosen, setChosen] = useState(others[0]?.id ?? '')
  const does = () => {
    const to = others.find(({ id }) => id === chosen)
    onClose()
    if (to) void give(talk, to)
  }
  return (
    <ActDialog width="sm" title={t('act.reassign_title', { name: talk.contact })} verb={t('act.reassign_verb')} busy={false} does={does} onClose={onClose}>
      <SelectField
        label={t('agents.one')}
        value={chosen}
        onChange={setChosen}
        options={others.map(({ id, name, state, load, capacity }) => ({ value: id, label: `${name} · ${t(`state.${state}`)} · ${load}/${capacity}` }))}
      />
    </ActDialog>
  )
}
