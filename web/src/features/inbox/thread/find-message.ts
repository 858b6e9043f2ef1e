import { knownThread, readOlder } from '../cache/message-cache.ts'

export const messageElementId = (id: string) => `message-${id}`

/** Pages that are read at most to reach a quoted message. */
const mostPages = 8

const flash = (element: HTMLElement) => {
  element.scrollIntoView({ block: 'center' })
  element.focus({ preventScroll: true })
  element.animate([{ opacity: 1 }, { opacity: 0.35 }, { opacity: 1 }], { duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 480 })
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))

/** Shows a message of the thread, reading older pages until it is there. Answers whether it was found. */
export const showMessage = async (conversationId: string, messageId: string): Promise<boolean> => {
  for (let page = 0; page <= mostPages; page += 1) {
    const element = document.getElementById(messageElementId(messageId))
    if (element) {
      flash(element)
      return true
    }
    if (!knownThread(conversationId)?.hasOlder) return false
    await readOlder(conversationId)
    await nextFrame()
  }
  return false
}
