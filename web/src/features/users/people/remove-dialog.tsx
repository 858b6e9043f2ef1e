import type { TenantUser } from '@chasqui/contracts'
import { userRoutes } from '@chasqui/contracts/http/users'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asked, call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { say } from '#ui/toast.tsx'
import { useProblemWords } from '../problem-words.ts'
import { readPeopleAgain } from '../read-people-again.ts'

/** Removing somebody asks where their open conversations go. */
export const RemoveDialog = ({ person, onClose, onRemoved }: { person: TenantUser; onClose: () => void; onRemoved: () => void }) => {
  const { t } = useTexts('users')
  const [heir, setHeir] = useState('')
  const { data } = useQuery(asked(userRoutes.list, { query: { limit: 200, status: 'active' } }))
  const words = useProblemWords()
  const { busy, problem, run } = useAct()
  const heirs = (data?.items ?? []).filter(({ id }) => id !== person.id)
  const remove = () =>
    run(async () => {
      await call(userRoutes.remove, { params: { id: person.id }, query: heir ? { reassignTo: heir } : {} })
      await readPeopleAgain()
      say(t('remove.done', { name: person.name }))
      onRemoved()
    })
  return (
    <ActDialog
      onClose={onClose}
      width="sm"
      title={t('remove.title', { name: person.name })}
      description={t('remove.text')}
      verb={t('remove.confirm')}
      look="danger"
      busy={busy}
      refusal={problem && words(problem)}
      does={() => void remove()}
    >
      {person.openConversations > 0 ? (
        <SelectField
          label={t('remove.where', { count: person.openConversations })}
          value={heir}
          options={[{ value: '', label: t('remove.to_nobody') }, ...heirs.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={setHeir}
        />
      ) : (
        <p className="text-sm text-fg-2">{t('remove.no_conversations')}</p>
      )}
    </ActDialog>
  )
}
