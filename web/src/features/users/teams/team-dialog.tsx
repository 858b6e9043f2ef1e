import type { Team } from '@chasqui/contracts'
import { teamRoutes } from '@chasqui/contracts/http/teams'
import { userRoutes } from '@chasqui/contracts/http/users'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { asked, call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/text-field.tsx'
import { Trouble } from '../trouble.tsx'
import { readTeamsAgain } from '../read-people-again.ts'

const People = ({ chosen, onChange }: { chosen: readonly string[]; onChange: (ids: string[]) => void }) => {
  const { t } = useTexts('users')
  const { data } = useQuery(asked(userRoutes.list, { query: { limit: 200 } }))
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <fieldset className="flex flex-col">
      <legend className="mb-1 text-sm font-medium text-fg-2">{t('team.members')}</legend>
      <div className="max-h-64 overflow-y-auto rounded-control border border-line px-3 py-1">
        {(data?.items ?? []).map(({ id, name }) => (
          <label key={id} className="flex min-h-9 cursor-pointer items-center gap-2.5 text-base touch:min-h-11">
            <input type="checkbox" className="size-4 accent-primary" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            <span className="truncate">{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Makes a team, or changes one. */
export const TeamDialog = ({ team, onClose }: { team?: Team; onClose: () => void }) => {
  const { t } = useTexts('users')
  const form = useId()
  const [name, setName] = useState(team?.name ?? '')
  const [memberIds, setMemberIds] = useState<string[]>(team?.memberIds ?? [])
  const [checked, setChecked] = useState(false)
  const { busy, problem, run } = useAct()
  const finish = (work: () => Promise<unknown>) =>
    run(async () => {
      await work()
      await readTeamsAgain()
      onClose()
    })
  const save = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    const body = { name: name.trim(), memberIds }
    if (body.name) void finish(() => (team ? call(teamRoutes.update, { params: { id: team.id }, body }) : call(teamRoutes.create, { body })))
  }
  return (
    <Dialog
      open
      onClose={onClose}
      width="sm"
      title={team ? t('team.change', { name: team.name }) : t('team.new')}
      footer={
        <>
          {team && (
            <Button look="quiet" className="text-danger tablet:mr-auto" onClick={() => void finish(() => call(teamRoutes.remove, { params: { id: team.id } }))}>
              {t('team.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="solid" type="submit" form={form} busy={busy}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} noValidate className="flex flex-col gap-4">
        <TextField
          label={t('team.name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={checked && !name.trim() ? t('missing') : null}
          maxLength={80}
        />
        <People chosen={memberIds} onChange={setMemberIds} />
        <Trouble problem={problem} />
      </form>
    </Dialog>
  )
}
