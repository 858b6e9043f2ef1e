import type { HostedTenant } from '@chasqui/contracts'
import { hostRoutes } from '@chasqui/contracts/http/host'
import { useRef, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { say, sayProblem } from '#ui/toast.tsx'
import { exportTenant } from './export-tenant.ts'

/** Numbers that change more often than this are not read. Milliseconds. */
const pace = 200

/** An export under way: the bytes that have arrived, or null; begun, stopped, and told when it is over. */
export const useExport = (tenant: HostedTenant) => {
  const { t } = useTexts('host')
  const [bytes, setBytes] = useState<number | null>(null)
  const stopper = useRef<AbortController>(null)
  const begin = async () => {
    const stopping = new AbortController()
    stopper.current = stopping
    setBytes(0)
    let told = 0
    const tell = (arrived: number) => {
      if (performance.now() - told < pace) return
      told = performance.now()
      setBytes(arrived)
    }
    try {
      await exportTenant(tenant, { signal: stopping.signal, tell })
      say(t('export.done', { name: tenant.name }))
      await queryClient.invalidateQueries({ queryKey: [hostRoutes.tenant.id] })
    } catch {
      if (!stopping.signal.aborted) sayProblem(t('export.failed'))
    }
    setBytes(null)
  }
  return { bytes, begin: () => void begin(), stop: () => stopper.current?.abort() }
}
