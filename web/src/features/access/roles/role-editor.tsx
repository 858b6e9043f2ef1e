import type { Permission, RoleView } from '@chasqui/contracts'
import { isWider, reaches } from '@chasqui/contracts/reach'
import { roleRoutes } from '@chasqui/contracts/http/roles'
import { type FormEvent, useId, useState } from 'react'
import { call } from '#lib/api.ts'
import { isProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useAct } from '#lib/use-act.ts'
import { useSight } from '#lib/session.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { NameField } from '#ui/name-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { say } from '#ui/toast.tsx'
import { PermissionChecks } from '../permissions/permission-checks.tsx'
import { problemWords } from '../problem-words.ts'
import { type Sight, SightFields } from '../sight/sight-fields.tsx'
import { useRoleWords } from './use-role-words.ts'

type Props = { role: RoleView | null; roles: RoleView[]; own: ReadonlySet<Permission>; onClose: () => void }

/** Makes a role, from nothing or from what another one may do, or changes one. */
export const RoleEditor = ({ role, roles, own, onClose }: Props) => {
  const { t } = useTexts('access')
  const form = useId()
  const { nameOf } = useRoleWords(roles)
  const [name, setName] = useState(role?.name ?? '')
  const [description, setDescription] = useState(role?.description ?? '')
  const [chosen, setChosen] = useState<ReadonlySet<Permission>>(new Set(role?.permissions))
  const ownSight = useSight()
  const [sight, setSight] = useState<Sight>({ reach: role?.reach ?? ownSight.reach, hides: role?.hides ?? ownSight.hides })
  const [base, setBase] = useState('')
  const [checked, setChecked] = useState(false)
  const { busy, problem, run } = useAct()

  const beginFrom = (id: string) => {
    setBase(id)
    const from = roles.find((one) => one.id === id)
    if (!from) return
    setChosen(new Set(from.permissions.filter((permission) => own.has(permission))))
    setSight({
      reach: isWider(from.reach, ownSight.reach) ? ownSight.reach : from.reach,
      hides: [...new Set([...from.hides, ...ownSight.hides])],
    })
  }
  const save = async () => {
    const body = { name, description, permissions: [...chosen], reach: sight.reach, hides: [...sight.hides] }
    await (role ? call(roleRoutes.update, { params: { id: role.id }, body }) : call(roleRoutes.create, { body }))
    await queryClient.invalidateQueries({ queryKey: [roleRoutes.list.id] })
    say(t(role ? 'edit.done' : 'create.done', { role: name.trim() }))
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (name.trim() && chosen.size > 0) void run(save)
  }
  const taken = isProblem(problem, 'role.name_taken')
  return (
    <ActDialog
      onClose={onClose}
      width="lg"
      title={role ? t('edit.title', { role: role.name }) : t('create.title')}
      description={role && role.members > 0 ? t('edit.reach', { count: role.members }) : undefined}
      verb={t(role ? 'edit.save' : 'create.save')}
      busy={busy}
      refusal={problem && !taken ? problemWords(problem) : null}
      does={form}
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <NameField
          label={t('name')}
          value={name}
          maxLength={60}
          tried={checked}
          missing={t('name_missing')}
          error={taken ? t('name_taken') : null}
          onChange={setName}
        />
        <TextField
          label={t('description')}
          optional={t('optional')}
          value={description}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => setDescription(event.target.value)}
        />
        {!role && (
          <SelectField
            label={t('begin_from')}
            value={base}
            onChange={beginFrom}
            options={[{ value: '', label: t('nothing') }, ...roles.map((one) => ({ value: one.id, label: nameOf(one) }))]}
          />
        )}
        <SightFields reaches={reaches} sight={sight} onChange={setSight} />
        <PermissionChecks chosen={chosen} onChange={setChosen} error={checked && chosen.size === 0 ? t('none_chosen') : null} />
      </form>
    </ActDialog>
  )
}
