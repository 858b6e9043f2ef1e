import { ChevronDown } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Menu } from '#ui/menu.tsx'
import type { InboxAddress } from '../address/use-inbox-address.ts'
import { askedFor } from '../cache/list-filter.ts'
import { useViews } from './use-views.ts'
import { useViewKeys } from './view-keys.ts'

const ViewChoices = lazyPart(() => import('./view-choices.tsx').then((part) => part.ViewChoices))
const SaveDialog = lazyPart(() => import('./save-dialog.tsx').then((part) => part.SaveDialog))
const ManageDialog = lazyPart(() => import('./manage-dialog.tsx').then((part) => part.ManageDialog))

/** Which list is shown, under its name: the views, each queue, and the lists that people keep. */
export const ViewMenu = ({ address }: { address: InboxAddress }) => {
  const { t } = useTexts('inbox')
  const [asking, setAsking] = useState<'save' | 'manage' | null>(null)
  const saved = useViews()
  const current = saved.find(({ id }) => id === address.search.saved)
  useViewKeys(address, saved)
  const close = () => setAsking(null)
  return (
    <>
      <Menu
        label={t('view.label')}
        align="start"
        trigger={
          <button type="button" className="flex max-w-full items-center gap-1 rounded-control text-md font-semibold">
            <span className="truncate">{current?.name ?? address.meant.queueOfView?.name ?? t(`view.${address.place.view}`)}</span>
            <ChevronDown size={16} strokeWidth={2} aria-hidden className="shrink-0" />
          </button>
        }
      >
        <Suspense>
          <ViewChoices address={address} saved={saved} current={current} onAsk={setAsking} />
        </Suspense>
      </Menu>
      <Suspense>
        {asking === 'save' && <SaveDialog shows={askedFor(address.filter)} onClose={close} onSaved={(view) => address.change({ saved: view.id })} />}
        {asking === 'manage' && <ManageDialog onClose={close} />}
      </Suspense>
    </>
  )
}
