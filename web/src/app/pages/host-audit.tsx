import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTitle } from '#lib/title.ts'
import { AuditView } from '../../features/audit/audit-view.tsx'
import { hostTrail } from '../../features/audit/trail-source.ts'
import { HostFrame } from '../../features/host/host-frame.tsx'

/** `/host/audit`: what the host did, and what belongs to no organisation; features do not know each other, so they meet here. */
export const HostAudit = () => {
  const { t } = useTexts('audit')
  useTitle(t('host.title'))
  const back = (
    <Link to="/host" className="flex items-center gap-1.5 self-start text-sm font-medium text-fg-2 hover:text-fg">
      <ArrowLeft size={16} strokeWidth={1.75} aria-hidden />
      {t('host.back')}
    </Link>
  )
  return (
    <HostFrame title={t('host.title')} above={back}>
      <AuditView source={hostTrail} mayExport />
    </HostFrame>
  )
}
