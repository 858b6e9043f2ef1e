import { HomePage } from '../../features/home/home-page.tsx'
import { PhoneDock } from '../../features/simulator/phone-dock.tsx'

const phone = (channelId: string) => <PhoneDock channelId={channelId} />

/** Home with the test phone at its side; features do not know each other, so they meet here. */
export const Home = () => <HomePage phone={phone} />
