import type { Flow } from '@chasqui/contracts'
import { Link } from '@tanstack/react-router'
import { Play } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { Button, buttonLook } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { useAnswering, waitsForPlace } from '../answering/use-answering.ts'
import { useEditor } from '../editor/editor.ts'
import { useActs } from './acts.ts'

/** What stands in place of publishing while nothing is new: where the flow answers as it is seen, and the ways to try it. */
export const PublishedDialog = ({ flow, onClose }: { flow: Flow; onClose: () => void }) => {
  const { t } = useTexts('flows')
  const acts = useActs()
  const editor = useEditor()
  const { slug } = useTenant()
  const mayChoose = useCan('channels.manage')
  const mayUsePhone = useCan('simulator.use')
  const { channels, users, isNowhere } = useAnswering(flow.id)
  const isMissed = isNowhere && waitsForPlace(editor.definition())
  const onPhone = mayUsePhone && channels.some(({ kind, flowId }) => kind === 'simulator' && flowId === flow.id)
  const leave = (act: () => void) => () => {
    onClose()
    act()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('state.published', { number: flow.published?.number ?? 0 })}
      description={t('published.same')}
      footer={
        <>
          {isMissed && mayChoose && channels.length > 0 && <Button onClick={leave(() => acts.ask({ what: 'answer' }))}>{t('answering.choose')}</Button>}
          {onPhone && (
            <Link to="/a/$tenant/sim" params={{ tenant: slug }} className={buttonLook()}>
              {t('published.phone')}
            </Link>
          )}
          <Button look="solid" icon={Play} onClick={leave(() => acts.testFrom(null))}>
            {t('published.try')}
          </Button>
        </>
      }
    >
      {users.length > 0 && <p className="text-base wrap-anywhere">{t('list.used', { names: users.join(', ') })}</p>}
      {isMissed && <p className="text-base">{t('list.unused')}</p>}
    </Dialog>
  )
}
