import type { WebchatLook } from '@chasqui/contracts'
import type { Language } from './language.ts'

/**
 * What the launcher gives to the panel. A browser may keep an older launcher for a day while the panel is always that of the server: what is added here is
 * optional, and nothing is taken away.
 */
export type Handover = {
  /** Origin of the product. */
  host: string
  key: string
  look: WebchatLook
  language: Language
  /** Who visits, signed by the site. */
  identity: string | null
  /** Inside the shadow root: the launcher stands in it, the panel goes before it. */
  frame: HTMLElement
  launcher: HTMLButtonElement
  /** Colours everything by this look. */
  paint(look: WebchatLook): void
}

export type Widget = {
  /** `quietly`: the focus stays where it is. */
  open(quietly?: boolean): void
  close(): void
  toggle(): void
  /** The site says who visits, by its signature. */
  identify(identity: string): void
  /** Shows another look at once, for whoever is choosing one. */
  show(look: WebchatLook): void
}
