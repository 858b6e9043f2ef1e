import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fingerprint } from '#platform/crypto/digest'

export type Script = { plain: Buffer; packed: Buffer; print: string }
/** The built widget; null: not built yet. */
export type Scripts = { launcher: Script | null; panel: Script | null }

const readScript = (file: string): Script | null => {
  if (!existsSync(file)) return null
  const plain = readFileSync(file)
  return { plain, packed: gzipSync(plain, { level: 9 }), print: fingerprint(plain) }
}

/** Both parts of the widget, read once. */
export const readScripts = (folder: string): Scripts => ({ launcher: readScript(join(folder, 'widget.js')), panel: readScript(join(folder, 'panel.js')) })

export const panelPath = '/widget-panel.js'

/** Names what is in it, so that browsers keep it for as long as it is the same. */
export const panelAddress = ({ panel }: Scripts): string => `${panelPath}?v=${panel?.print ?? ''}`
