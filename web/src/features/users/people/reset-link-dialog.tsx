import type { TenantUser } from '@chasqui/contracts'
import { accountRoutes } from '@chasqui/contracts/http/account'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { LinkDialog } from '../link-dialog.tsx'
import { useProblemWords } from '../problem-words.ts'

/** Asks first, then shows once the link with which a person chooses a new password. */
export const ResetLinkDialog = ({ person, onClose }: { person: TenantUser; onClose: () => void }) => {
  const { t } = useTexts('users')
  const format = useFormat()
  const words = useProblemWords()
  const { busy, problem, run } = useAct()
  const [made, setMade] = useState<{ url: string; expiresAt: string } | null>(null)
  const { name } = person
  const make = () => run(async () => setMade(await call(accountRoutes.memberResetLink, { params: { id: person.id } })))
  if (made)
    return (
      <LinkDialog
        title={t('reset.made', { name })}
        text={t('reset.made_text', { until: format.moment(made.expiresAt) })}
        label={t('reset.label')}
        link={made.url}
        onClose={onClose}
      />
    )
  return (
    <ActDialog
      onClose={onClose}
      width="sm"
      title={t('reset.title', { name })}
      description={t('reset.text')}
      verb={t('reset.make')}
      busy={busy}
      refusal={problem && words(problem)}
      does={() => void make()}
    />
  )
}
