import { accountRoutes } from '@chasqui/contracts/http/account'
import type { TenantUser } from '@chasqui/contracts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asked, call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useUser } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { Button } from '#ui/button.tsx'
import { say } from '#ui/toast.tsx'
import { useProblemWords } from '../problem-words.ts'
import { ActivityPart } from './activity-part.tsx'

const RemoveStep = ({ person, onClose }: { person: TenantUser; onClose: () => void }) => {
  const { t } = useTexts('users')
  const words = useProblemWords()
  const { busy, problem, run } = useAct()
  const remove = async () => {
    await call(accountRoutes.removeMemberTwoFactor, { params: { id: person.id } })
    await queryClient.invalidateQueries({ queryKey: [accountRoutes.memberTwoFactor.id] })
    say(t('steps.removed', { name: person.name }))
    onClose()
  }
  return (
    <ActDialog
      onClose={onClose}
      width="sm"
      title={t('steps.title', { name: person.name })}
      description={t('steps.text')}
      verb={t('steps.remove')}
      look="danger"
      busy={busy}
      refusal={problem && words(problem)}
      does={() => void run(remove)}
    />
  )
}

/** Whether they sign in in two steps; whoever lost the phone is let in without it. */
export const SecondStepPart = ({ person }: { person: TenantUser }) => {
  const { t } = useTexts('users')
  const me = useUser()
  const [asking, setAsking] = useState(false)
  const { data, error, refetch } = useQuery(asked(accountRoutes.memberTwoFactor, { params: { id: person.id } }))
  const state = data && (data.enabled ? 'on' : data.required ? 'missing' : 'off')
  return (
    <ActivityPart title={t('steps.heading')} failed={t('activity.failed')} error={error} onRetry={() => void refetch()}>
      {state && (
        <div className="mt-1 flex flex-wrap items-center justify-between gap-2">
          <p className="text-sm text-fg-2">{t(`steps.${state}`)}</p>
          {state === 'on' && person.id !== me.id && (
            <Button size="sm" onClick={() => setAsking(true)}>
              {t('steps.remove')}
            </Button>
          )}
          {asking && <RemoveStep person={person} onClose={() => setAsking(false)} />}
        </div>
      )}
    </ActivityPart>
  )
}
