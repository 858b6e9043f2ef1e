import { Suspense } from 'react'
import { HomePage } from '../../features/home/home-page.tsx'
import { PhoneDock } from '../../features/simulator/phone-dock.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

const ConnectWhatsApp = lazyPart(() => import('../../features/channels/connect-whatsapp-dialog.tsx').then((module) => module.ConnectWhatsAppDialog))

const phone = (channelId: string) => <PhoneDock channelId={channelId} />
const connect = (onClose: () => void) => (
  <Suspense fallback={null}>
    <ConnectWhatsApp onClose={onClose} />
  </Suspense>
)

/** Home with the test phone at its side; features do not know each other, so they meet here. */
export const Home = () => <HomePage phone={phone} connect={connect} />
