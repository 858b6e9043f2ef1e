import type { HostedTenant } from '@chasqui/contracts'
import { hostRoutes } from '@chasqui/contracts/http/host'
import { useState } from 'react'
import { call, keyOf } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { sayProblem } from '#ui/toast.tsx'

const effects = ['sign_ins_end', 'sending_stops', 'deliveries_kept', 'resumes_where_it_was'] as const

/** Says what a suspension stops and what goes on, before it is done. */
export const SuspendTenant = ({ tenant, onClose }: { tenant: HostedTenant; onClose: () => void }) => {
  const { t } = useTexts('host')
  const [busy, setBusy] = useState(false)
  const suspend = async () => {
    setBusy(true)
    try {
      const { tenant: now } = await call(hostRoutes.suspendTenant, { params: { id: tenant.id } })
      queryClient.setQueryData(keyOf(hostRoutes.tenant, { params: { id: tenant.id } }), now)
      await queryClient.invalidateQueries({ queryKey: [hostRoutes.tenants.id] })
      onClose()
    } catch {
      sayProblem(t('suspend.failed'))
      setBusy(false)
    }
  }
  return (
    <ActDialog
      onClose={onClose}
      title={t('suspend.title', { name: tenant.name })}
      verb={t('suspend.act')}
      look="danger"
      busy={busy}
      does={() => void suspend()}
    >
      <ul className="flex list-disc flex-col gap-1.5 pl-5 text-base text-fg-2">
        {effects.map((effect) => (
          <li key={effect}>{t(`effect.${effect}`)}</li>
        ))}
      </ul>
    </ActDialog>
  )
}
