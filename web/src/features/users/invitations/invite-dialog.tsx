import { roles } from '@chasqui/contracts/permission'
import { invitationRoutes } from '@chasqui/contracts/http/invitations'
import { type FormEvent, useId, useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useProblemWords } from '../problem-words.ts'
import { useRoleOptions } from '../use-role-name.ts'
import { readPeopleAgain } from '../read-people-again.ts'
import { InvitationLink } from './invitation-link.tsx'

/** Asks whom and as what, then shows the link once. */
export const InviteDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTexts('users')
  const form = useId()
  const roleOptions = useRoleOptions()
  const [draft, setDraft] = useState({ email: '', name: '', role: 'agent' })
  const [checked, setChecked] = useState(false)
  const [made, setMade] = useState<{ link: string; email: string; expiresAt: string } | null>(null)
  const words = useProblemWords()
  const { busy, problem, run } = useAct()
  const builtIn = roles.find((one) => one === draft.role)
  const email = draft.email.trim()
  const sound = /^[^\s@]+@[^\s@]+$/.test(email)
  const invite = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!sound) return
    void run(async () => {
      setMade(await call(invitationRoutes.create, { body: { email, role: draft.role, ...(draft.name.trim() && { name: draft.name.trim() }) } }))
      await readPeopleAgain()
    })
  }
  if (made) return <InvitationLink invitation={made} onClose={onClose} />
  return (
    <ActDialog
      onClose={onClose}
      width="sm"
      title={t('invite.title')}
      description={t('invite.text')}
      verb={t('invite.make')}
      busy={busy}
      refusal={problem && words(problem)}
      does={form}
    >
      <form id={form} onSubmit={invite} noValidate className="flex flex-col gap-4">
        <TextField
          label={t('field.email')}
          type="email"
          inputMode="email"
          autoComplete="off"
          value={draft.email}
          onChange={(event) => setDraft({ ...draft, email: event.target.value })}
          error={checked && !sound ? t('problem.email') : null}
          maxLength={254}
        />
        <TextField
          label={t('field.name')}
          optional={t('optional')}
          autoComplete="off"
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          maxLength={200}
        />
        <SelectField
          label={t('field.role')}
          hint={builtIn && t(`role_hint.${builtIn}`)}
          value={draft.role}
          options={roleOptions}
          onChange={(role) => setDraft({ ...draft, role })}
        />
      </form>
    </ActDialog>
  )
}
