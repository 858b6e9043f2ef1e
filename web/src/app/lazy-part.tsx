import { type ComponentType, lazy, useEffect } from 'react'
import { isMissingFile } from './new-version.ts'

type Closable = { onClose: () => void }

/** In place of what could not be fetched: the page below stays as it is. */
const Absent = ({ onClose }: Closable) => {
  useEffect(onClose, [])
  return null
}

/** What opens over the page, fetched when it is first wanted. When its file is gone after an update nothing opens; `new-version.ts` says why. */
export const lazyPart = <Props extends Closable>(load: () => Promise<ComponentType<Props>>) =>
  lazy<ComponentType<Props>>(() =>
    load().then(
      (part) => ({ default: part }),
      (error: unknown) => {
        if (isMissingFile(error)) return { default: Absent }
        throw error
      },
    ),
  )
