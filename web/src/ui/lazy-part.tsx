import { type ComponentType, lazy, useEffect } from 'react'
import { isMissingFile } from '#lib/missing-file.ts'

type Closable = { onClose?: () => void }

/** In place of what could not be fetched: the page below stays as it is. */
const Absent = ({ onClose }: Closable) => {
  useEffect(() => onClose?.(), [])
  return null
}

/** A part of a page, or what opens over it, fetched when it is first wanted. When its file is gone after an update there is nothing in its place; the app says why. */
export const lazyPart = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy<ComponentType<Props>>(() =>
    load().then(
      (part) => ({ default: part }),
      (error: unknown) => {
        if (isMissingFile(error)) return { default: Absent as ComponentType<Props> }
        throw error
      },
    ),
  )
