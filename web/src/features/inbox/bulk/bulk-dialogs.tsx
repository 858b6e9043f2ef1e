import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { bulkRoutes } from '@chasqui/contracts/http/jobs'
import { useQuery } from '@tanstack/react-query'
import { Plus, Tag as TagIcon, UserRoundX } from 'lucide-react'
import { useState } from 'react'
import { asked, call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useUser } from '#lib/session.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { ChoiceList } from '../actions/choice-list.tsx'
import { SnoozeChoices } from '../actions/snooze-dialog.tsx'
import { useMembers } from '../cache/use-members.ts'
import { beginJob, type BulkProps } from './begin-job.ts'
import { BulkClose } from './bulk-close.tsx'

export type BulkAct = 'assign' | 'tag' | 'snooze' | 'close'

/** The question about all that is picked. */
export const BulkDialog = ({ act, ...props }: BulkProps & { act: BulkAct }) => {
  switch (act) {
    case 'assign':
      return <BulkAssign {...props} />
    case 'tag':
      return <BulkTags {...props} />
    case 'snooze':
      return <BulkSnooze {...props} />
    case 'close':
      return <BulkClose {...props} />
  }
}

const BulkAssign = ({ count, selection, onClose }: BulkProps) => {
  const { t } = useTexts(['jobs', 'inbox'])
  const me = useUser()
  const members = useMembers()
  const ordered = [...members].sort((one, other) => Number(other.id === me.id) - Number(one.id === me.id) || one.name.localeCompare(other.name))
  const title = t('bulk.assign_title', { count })
  const choose = (value: string) => {
    onClose()
    void beginJob(() => call(bulkRoutes.assign, { body: { ...selection, userId: value === 'nobody' ? null : value } }))
  }
  return (
    <Dialog open onClose={onClose} title={title} width="sm">
      <ChoiceList
        label={title}
        search={t('inbox:assign.search')}
        onChoose={choose}
        options={[
          ...ordered.map(({ id, name, photoUrl }) => ({
            value: id,
            label: id === me.id ? t('inbox:assign.me', { name }) : name,
            face: <Avatar name={name} photo={photoUrl ?? null} size="sm" />,
          })),
          { value: 'nobody', label: t('inbox:assign.nobody'), icon: UserRoundX },
        ]}
      />
    </Dialog>
  )
}

/** Most tags that are put on or taken off at once, as the server allows. */
const mostTags = 20

const BulkTags = ({ count, selection, onClose }: BulkProps) => {
  const { t } = useTexts(['jobs', 'inbox'])
  const known = useQuery(asked(conversationRoutes.listTags, { query: { limit: 200 } })).data?.items ?? []
  const [way, setWay] = useState<'add' | 'remove'>('add')
  const [chosen, setChosen] = useState<string[]>([])
  const [words, setWords] = useState('')
  const names = [...new Set([...known.map(({ name }) => name), ...chosen])]
  const made = words.trim()
  const isNew = way === 'add' && made !== '' && !names.some((name) => name.toLowerCase() === made.toLowerCase())
  const toggle = (name: string) => setChosen((now) => (now.includes(name) ? now.filter((other) => other !== name) : [...now, name].slice(0, mostTags)))
  const save = () => {
    onClose()
    void beginJob(() => call(bulkRoutes.tag, { body: { ...selection, [way]: chosen } }))
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('bulk.tag_title', { count })}
      width="sm"
      footer={
        <Button look="solid" disabled={chosen.length === 0} onClick={save}>
          {t(`bulk.tags_${way}`)}
        </Button>
      }
    >
      <Segmented
        label={t('bulk.tag')}
        value={way}
        onChange={setWay}
        options={[
          { value: 'add', label: t('bulk.put_on') },
          { value: 'remove', label: t('bulk.take_off') },
        ]}
        className="mb-2"
      />
      <ChoiceList
        label={t('inbox:tags.title')}
        search={t('inbox:tags.search')}
        multiple
        onChoose={toggle}
        onWords={setWords}
        options={[
          ...names.map((name) => ({ value: name, label: name, icon: TagIcon, selected: chosen.includes(name) })),
          ...(isNew ? [{ value: made, label: t('inbox:tags.make', { name: made }), icon: Plus }] : []),
        ]}
      />
    </Dialog>
  )
}

const BulkSnooze = ({ count, selection, onClose }: BulkProps) => {
  const { t } = useTexts('jobs')
  const until = (at: string | null) => {
    onClose()
    void beginJob(() => call(bulkRoutes.snooze, { body: { ...selection, until: at } }))
  }
  return (
    <Dialog open onClose={onClose} title={t('bulk.snooze_title', { count })} width="sm" footer={<Button onClick={() => until(null)}>{t('bulk.wake')}</Button>}>
      <SnoozeChoices onPick={until} />
    </Dialog>
  )
}
