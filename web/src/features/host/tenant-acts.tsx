import type { HostedTenant } from '@chasqui/contracts'
import { hostRoutes } from '@chasqui/contracts/http/host'
import { Download, LogIn, Pause, Play, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { call, keyOf } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { say, sayProblem } from '#ui/toast.tsx'
import { ActAs } from './act-as.tsx'
import { RemoveTenant } from './remove-tenant.tsx'
import { SuspendTenant } from './suspend-tenant.tsx'
import { useExport } from './use-export.ts'

/** What can be done with an organisation, with what each means. Removing is offered only to what is suspended already. */
export const TenantActs = ({ tenant }: { tenant: HostedTenant }) => {
  const { t } = useTexts('host')
  const [asking, setAsking] = useState<'suspend' | 'remove' | 'act' | null>(null)
  const [busy, setBusy] = useState(false)
  const format = useFormat()
  const exporting = useExport(tenant)
  const suspended = tenant.status === 'suspended'
  const resume = async () => {
    setBusy(true)
    try {
      queryClient.setQueryData(keyOf(hostRoutes.tenant, { params: { id: tenant.id } }), await call(hostRoutes.resumeTenant, { params: { id: tenant.id } }))
      await queryClient.invalidateQueries({ queryKey: [hostRoutes.tenants.id] })
      say(t('resume.done', { name: tenant.name }))
    } catch {
      sayProblem(t('resume.failed'))
    }
    setBusy(false)
  }
  return (
    <Card aria-label={t('acts.title')} className="flex flex-col gap-3">
      <h2 className="text-md font-semibold">{t('acts.title')}</h2>
      <p className="text-sm text-fg-2">{t(suspended ? 'acts.suspended' : 'acts.active')}</p>
      <div className="flex flex-wrap gap-2">
        {suspended ? (
          <Button look="solid" icon={Play} busy={busy} onClick={() => void resume()}>
            {t('resume.act')}
          </Button>
        ) : (
          <>
            {!tenant.awaitedOwner && (
              <Button icon={LogIn} onClick={() => setAsking('act')}>
                {t('act_as.act')}
              </Button>
            )}
            <Button icon={Pause} onClick={() => setAsking('suspend')}>
              {t('suspend.act')}
            </Button>
          </>
        )}
        <Button icon={Download} busy={exporting.bytes !== null} onClick={exporting.begin}>
          {t('export.act')}
        </Button>
        {suspended && (
          <Button icon={Trash2} className="text-danger" onClick={() => setAsking('remove')}>
            {t('remove.act')}
          </Button>
        )}
      </div>
      {exporting.bytes !== null && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-fg-2">
          <span role="status">{t(exporting.bytes === 0 ? 'export.preparing' : 'export.running')}</span>
          {exporting.bytes > 0 && <span className="tabular-nums">{format.fileSize(exporting.bytes)}</span>}
          <Button look="quiet" size="sm" onClick={exporting.stop}>
            {t('export.stop')}
          </Button>
        </div>
      )}
      {asking === 'act' && <ActAs tenant={tenant} onClose={() => setAsking(null)} />}
      {asking === 'suspend' && <SuspendTenant tenant={tenant} onClose={() => setAsking(null)} />}
      {asking === 'remove' && <RemoveTenant tenant={tenant} onClose={() => setAsking(null)} />}
    </Card>
  )
}
