import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTitle } from '#lib/title.ts'
import { Button } from '#ui/button.tsx'
import { CreateTenant } from './create-tenant.tsx'
import { HostFrame } from './host-frame.tsx'
import { Installation } from './installation.tsx'
import { TenantList } from './tenant-list.tsx'

/** `/host`: the installation at a glance and every organisation on it. */
export const HostPage = () => {
  const { t } = useTexts('host')
  const [adding, setAdding] = useState(false)
  useTitle(t('title'))
  const add = (
    <>
      <Link to="/host/audit" className="px-2 text-sm font-medium text-primary underline touch:py-3">
        {t('audit')}
      </Link>
      <Button look="solid" icon={Plus} onClick={() => setAdding(true)}>
        {t('create.open')}
      </Button>
    </>
  )
  return (
    <HostFrame title={t('title')} actions={add}>
      <Installation />
      <TenantList onAdd={() => setAdding(true)} />
      {adding && <CreateTenant onClose={() => setAdding(false)} />}
    </HostFrame>
  )
}
