import type { NoticeSettings } from '@chasqui/contracts'
import { chime } from './chime.ts'

type Notice = { key: string; title: string; body: string; ways: NoticeSettings[keyof NoticeSettings]; open: () => void }

/** ms for which one tab holds a notice, so that the others of this browser stay silent about it. */
const held = 2000

/** Of several tabs the first one tells. Browsers give locks to secure pages only; elsewhere each tells for itself. */
const inOneTab = (key: string, work: () => void): void => {
  if (!navigator.locks) return work()
  void navigator.locks.request(`chasqui.notice.${key}`, { ifAvailable: true }, (lock) => {
    if (!lock) return undefined
    work()
    return new Promise((resolve) => setTimeout(resolve, held))
  })
}

/** By sound, and over other windows while the person looks elsewhere. What was said stays out of it: desktops are seen by others too. */
export const tell = ({ key, title, body, ways, open }: Notice): void =>
  inOneTab(key, () => {
    if (ways.sound) chime()
    if (!ways.desktop || document.hasFocus() || !('Notification' in window) || Notification.permission !== 'granted') return
    const shown = new Notification(title, { body, tag: key })
    shown.addEventListener('click', () => {
      window.focus()
      shown.close()
      open()
    })
  })
