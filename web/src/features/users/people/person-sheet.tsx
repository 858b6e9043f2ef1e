import type { TenantUser } from '@chasqui/contracts'
import { userRoutes } from '@chasqui/contracts/http/users'
import { KeyRound } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useUser } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { SideSheet } from '#ui/side-sheet.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { say } from '#ui/toast.tsx'
import { Trouble } from '../trouble.tsx'
import { readPeopleAgain } from '../read-people-again.ts'
import { PersonActivity } from './person-activity.tsx'
import { PersonFacts } from './person-facts.tsx'
import { draftOf, PersonFields } from './person-fields.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { ResetLinkDialog } from './reset-link-dialog.tsx'

const Form = ({ person, onDone }: { person: TenantUser; onDone: () => void }) => {
  const { t } = useTexts('users')
  const me = useUser()
  const [draft, setDraft] = useState(() => draftOf(person))
  const [checked, setChecked] = useState(false)
  const [asking, setAsking] = useState<'reset' | 'remove' | null>(null)
  const { busy, problem, run } = useAct()
  const complete = draft.name.trim() !== '' && draft.skills.every(({ name }) => name.trim() !== '')
  const save = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!complete) return
    void run(async () => {
      const { name, role, status, capacity, language, skills } = draft
      const changed = {
        ...(name.trim() !== person.name && { name: name.trim() }),
        role,
        status,
        skills,
        capacity: Number(capacity),
        language: language || null,
      }
      await call(userRoutes.update, { params: { id: person.id }, body: changed })
      await readPeopleAgain()
      say(t('saved'))
      onDone()
    })
  }
  return (
    <form onSubmit={save} noValidate className="flex flex-col gap-4 p-4">
      <p className="text-sm text-fg-2">{person.email}</p>
      <PersonFields draft={draft} onChange={setDraft} checked={checked} />
      <Trouble problem={problem} />
      <div className="flex flex-wrap gap-2">
        <Button look="solid" type="submit" busy={busy}>
          {t('save')}
        </Button>
        {person.id !== me.id && (
          <Button look="quiet" className="ml-auto text-danger" onClick={() => setAsking('remove')}>
            {t('remove.button')}
          </Button>
        )}
      </div>
      {person.id !== me.id && person.status === 'active' && (
        <Button icon={KeyRound} className="self-start" onClick={() => setAsking('reset')}>
          {t('reset.button')}
        </Button>
      )}
      {asking === 'remove' && <RemoveDialog person={person} onClose={() => setAsking(null)} onRemoved={onDone} />}
      {asking === 'reset' && <ResetLinkDialog person={person} onClose={() => setAsking(null)} />}
    </form>
  )
}

/** One person: to be changed by whoever may, to be read by the others. */
export const PersonSheet = ({ person, onClose }: { person: TenantUser; onClose: () => void }) => {
  const { t } = useTexts('users')
  const mayManage = useCan('users.manage')
  const [part, setPart] = useState<'facts' | 'activity'>('facts')
  if (!mayManage)
    return (
      <SideSheet open onClose={onClose} title={person.name}>
        <PersonFacts person={person} />
      </SideSheet>
    )
  return (
    <SideSheet open onClose={onClose} title={person.name}>
      <Tabs
        label={person.name}
        value={part}
        onChange={setPart}
        tabs={(['facts', 'activity'] as const).map((value) => ({ value, label: t(`sheet.${value}`) }))}
        className="border-b border-line px-4"
      />
      {/* What was begun to be changed stays while the other part is looked at. */}
      <div hidden={part !== 'facts'}>
        <Form key={person.id} person={person} onDone={onClose} />
      </div>
      {part === 'activity' && <PersonActivity key={person.id} person={person} />}
    </SideSheet>
  )
}
