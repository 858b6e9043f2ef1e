import { KeyRound, Plus } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Menu, MenuItem, MenuLabel, MenuLine } from '#ui/menu.tsx'
import { useSecrets } from '../settings/use-secrets.ts'

const SecretDialog = lazyPart(() => import('../settings/secret-dialog.tsx').then((module) => module.SecretDialog))

/** Puts a secret into a field of a call, one that is there or a new one: the step stays open meanwhile. */
export const SecretMenu = ({ field, onPut }: { field: string; onPut: (tag: string) => void }) => {
  const { t } = useTexts('flows')
  const mayManage = useCan('flows.manage')
  const [open, setOpen] = useState(false)
  const [making, setMaking] = useState(false)
  const secrets = useSecrets(open).data?.items ?? []
  const put = (name: string) => onPut(`{{secret.${name}}}`)
  if (!mayManage) return null
  return (
    <>
      <Menu
        label={t('secrets.list')}
        shown={{ open, onOpenChange: setOpen }}
        trigger={<IconButton icon={KeyRound} size="sm" label={t('secrets.put', { field })} />}
      >
        <MenuLabel>{t('secrets.list')}</MenuLabel>
        {secrets.map(({ id, name }) => (
          <MenuItem key={id} onSelect={() => put(name)}>
            {name}
          </MenuItem>
        ))}
        {secrets.length > 0 && <MenuLine />}
        <MenuItem icon={Plus} onSelect={() => setMaking(true)}>
          {t('secrets.new_here')}
        </MenuItem>
      </Menu>
      {making && (
        <Suspense>
          <SecretDialog secret={null} onClose={() => setMaking(false)} onDone={({ name }) => put(name)} />
        </Suspense>
      )}
    </>
  )
}
