import { lazy, Suspense } from 'react'
import { HomePage } from '../../features/home/home-page.tsx'
import { PhoneDock } from '../../features/simulator/phone-dock.tsx'

const ConnectWhatsApp = lazy(() => import('../../features/channels/connect-whatsapp-dialog.tsx').then((module) => ({ default: module.ConnectWhatsAppDialog })))

/** Home with the test phone at its side; features do not know each other, so they meet here. */
export const Home = () => (
  <HomePage
    phone={(channelId) => <PhoneDock channelId={channelId} />}
    connect={(onClose) => (
      <Suspense fallback={null}>
        <ConnectWhatsApp onClose={onClose} />
      </Suspense>
    )}
  />
)
