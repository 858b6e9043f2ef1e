import { z } from 'zod'
import { ShortText } from '../../ids.ts'
import { route } from '../../route.ts'
import { common } from './common.ts'
import { Flow } from './drafts.ts'

/** The languages in which ready-made flows speak to customers. */
export const GalleryLocale = z.enum(['es', 'pt-BR', 'en'])
export type GalleryLocale = z.infer<typeof GalleryLocale>

/** `path`: the kinds of steps on its main way, at most five. `needs`: the hours of a campaign; a template of the provider. */
export const ReadyMadeFlow = z
  .object({
    id: z.string(),
    icon: z.string(),
    name: z.string(),
    about: z.string(),
    steps: z.number().int(),
    path: z.array(z.string()),
    needs: z.array(z.enum(['hours', 'template'])),
  })
  .meta({ id: 'ReadyMadeFlow' })
export type ReadyMadeFlow = z.infer<typeof ReadyMadeFlow>

/** Flows to begin with. */
export const galleryRoutes = {
  gallery: route({
    ...common,
    id: 'flowGallery.list',
    method: 'GET',
    path: '/api/flow-gallery',
    summary: 'Ready-made flows to begin with, told in the language asked for; `spoken` is the language in which the business speaks to customers',
    permission: 'flows.read',
    rate: 'read',
    params: null,
    query: z.object({ locale: GalleryLocale.optional() }),
    response: { status: 200, body: z.object({ locale: GalleryLocale, spoken: GalleryLocale, items: z.array(ReadyMadeFlow) }) },
  }),
  createReadyMade: route({
    ...common,
    id: 'flowGallery.create',
    method: 'POST',
    path: '/api/flow-gallery',
    audit: 'flow.created',
    summary: 'New flow whose first draft is a ready-made one',
    permission: 'flows.manage',
    rate: 'write',
    idempotency: true,
    params: null,
    body: z.object({ readyMade: z.string().max(60), locale: GalleryLocale.optional(), name: ShortText.optional() }),
    response: { status: 201, body: Flow },
  }),
} as const
