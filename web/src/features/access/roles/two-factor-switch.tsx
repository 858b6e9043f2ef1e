import type { RoleView } from '@chasqui/contracts'
import { roleRoutes } from '@chasqui/contracts/http/roles'
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useCan } from '#lib/session.ts'
import { Chip } from '#ui/chip.tsx'
import { Switch } from '#ui/switch.tsx'
import { say, sayProblem } from '#ui/toast.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { problemWords } from '../problem-words.ts'

/** Whether a role asks for the second step of the sign-in. Asking is confirmed first, as it holds its members at the door. */
export const TwoFactorSwitch = ({ role, name }: { role: RoleView; name: string }) => {
  const { t } = useTexts('access')
  const mayManage = useCan('roles.manage')
  const [asking, setAsking] = useState(false)
  const set = async (required: boolean) => {
    await call(roleRoutes.requireTwoFactor, { params: { id: role.id }, body: { required } })
    await queryClient.invalidateQueries({ queryKey: [roleRoutes.list.id] })
    say(t(required ? 'steps.on' : 'steps.off', { role: name }))
  }
  const change = (required: boolean) => {
    if (required) setAsking(true)
    else void set(false).catch((problem: unknown) => sayProblem(problemWords(problem)))
  }
  if (!mayManage)
    return role.twoFactorRequired ? (
      <Chip tone="info" icon={ShieldCheck}>
        {t('steps.required')}
      </Chip>
    ) : null
  return (
    <>
      <span className="text-xs font-normal">
        <Switch label={t('steps.label')} name={t('steps.act', { role: name })} checked={role.twoFactorRequired} onChange={change} />
      </span>
      {asking && (
        <ConfirmDialog
          title={t('steps.title', { role: name })}
          description={t('steps.text')}
          verb={t('steps.verb')}
          look="solid"
          act={() => set(true)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
