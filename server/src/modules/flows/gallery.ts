import type { Answer, flowRoutes, GalleryLocale } from '@chasqui/contracts'
import { FlowDefinition } from '@chasqui/contracts'
import { gallery, galleryLocales } from '@chasqui/flow/gallery/gallery'
import { needsOf, outlineOf } from '@chasqui/flow/gallery/outline'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import { createFlow } from './drafts.ts'
import type { FlowsPorts } from './ports.ts'
import type { KeptFlow } from './store.ts'

/** The language in which the business speaks to customers; Spanish where that is none of those that ready-made flows have. */
const spokenBy = async (ports: FlowsPorts, tenantId: string): Promise<GalleryLocale> => {
  const [spoken] = (await ports.business(tenantId)).locale.split('-')
  return galleryLocales.find((locale) => locale.split('-')[0] === spoken) ?? 'es'
}

/** Ready-made flows as they are offered, told in a language: that of whoever chooses, which need not be the one of the customers. */
export const listReadyMade = async (tx: Tx, ports: FlowsPorts, asked?: GalleryLocale): Promise<Answer<typeof flowRoutes.gallery>> => {
  const spoken = await spokenBy(ports, tx.tenantId)
  const locale = asked ?? spoken
  const items = gallery.map(({ id, icon, words, make }) => {
    const definition = FlowDefinition.parse(make(locale))
    return { id, icon, ...words[locale], steps: Object.keys(definition.nodes).length, path: outlineOf(definition), needs: needsOf(definition) }
  })
  return { locale, spoken, items }
}

/** A new flow that begins as a ready-made one, under its name if no other is given. */
export const createReadyMade = async (
  tx: Tx,
  ports: FlowsPorts,
  { readyMade, locale: asked, name }: { readyMade: string; locale?: GalleryLocale | undefined; name?: string | undefined },
): Promise<KeptFlow> => {
  const found = gallery.find(({ id }) => id === readyMade)
  if (!found) throw absent('ready-made flow')
  const locale = asked ?? (await spokenBy(ports, tx.tenantId))
  return createFlow(tx, ports, name ?? found.words[locale].name, FlowDefinition.parse(found.make(locale)))
}
