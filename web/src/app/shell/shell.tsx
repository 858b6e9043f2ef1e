import { Outlet, useMatches } from '@tanstack/react-router'
import { useCan } from '#lib/session.ts'
import { NoAccess } from '../no-access.tsx'

export const Shell = () => {
  const permission = useMatches({ select: (matches) => matches.findLast(({ staticData }) => staticData.permission)?.staticData.permission })
  const allowed = useCan(permission ?? 'tenant.read')
  return <div className="h-full">{permission && !allowed ? <NoAccess permission={permission} /> : <Outlet />}</div>
}
