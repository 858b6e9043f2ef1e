import { z } from 'zod'
import { FileLook } from '../content.ts'
import { Id, Instant } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'

export const StoredFile = z
  .object({
    id: Id,
    name: z.string(),
    mime: z.string(),
    size: z.number().int(),
    /** `making`: it is being made of another file for a destination; `failed`: it could not be, and `failure` says why. */
    state: z.enum(['stored', 'making', 'failed']),
    failure: z.string().optional(),
    url: z.string(),
    createdAt: Instant,
    look: FileLook,
  })
  .meta({ id: 'File' })
export type StoredFile = z.infer<typeof StoredFile>
const one = z.object({ id: Id })

/** Days that files are kept; null = for ever. */
export const FileRetention = z.object({ days: z.number().int().min(1).max(36_500).nullable() }).meta({ id: 'FileRetention' })
export type FileRetention = z.infer<typeof FileRetention>

export const fileRoutes = {
  list: route({
    id: 'files.list',
    method: 'GET',
    path: '/api/files',
    summary: 'Stored files, newest first',
    permission: 'files.read',
    tenant: 'member',
    rate: 'read',
    idempotency: false,
    params: null,
    query: PageQuery,
    body: null,
    response: { status: 200, body: page(StoredFile) },
  }),
  upload: route({
    id: 'files.upload',
    method: 'POST',
    path: '/api/files',
    audit: 'file.uploaded',
    summary: 'Upload one file (multipart, field `file`); the same Idempotency-Key again answers with the file that is there',
    permission: 'files.write',
    tenant: 'none',
    rate: 'upload',
    idempotency: false,
    params: null,
    query: null,
    body: null,
    response: { status: 201, body: StoredFile },
  }),
  retention: route({
    id: 'files.retention',
    method: 'GET',
    path: '/api/files/retention',
    summary: 'How long files are kept',
    permission: 'tenant.read',
    tenant: 'member',
    rate: 'read',
    idempotency: false,
    params: null,
    query: null,
    body: null,
    response: { status: 200, body: FileRetention },
  }),
  setRetention: route({
    id: 'files.setRetention',
    method: 'PUT',
    path: '/api/files/retention',
    audit: 'file.retention_changed',
    summary: 'Keep files for so many days, or for ever (null). Older ones go in the night',
    permission: 'tenant.manage',
    tenant: 'member',
    rate: 'write',
    idempotency: true,
    params: null,
    query: null,
    body: FileRetention,
    response: { status: 200, body: FileRetention },
  }),
  read: route({
    id: 'files.read',
    method: 'GET',
    path: '/api/files/:id',
    summary: 'What is known of a file, with a signed address that expires',
    permission: 'files.read',
    tenant: 'member',
    rate: 'read',
    idempotency: false,
    params: one,
    query: null,
    body: null,
    response: { status: 200, body: StoredFile },
  }),
  content: route({
    id: 'files.content',
    method: 'GET',
    path: '/api/files/:id/content',
    summary: 'The bytes, by signed address; with `small` its small picture, with `download` to be saved. Takes ranges',
    permission: 'public',
    tenant: 'none',
    rate: 'read',
    idempotency: false,
    params: one,
    query: z.object({ t: z.string().max(500), download: z.string().optional(), small: z.string().optional() }),
    body: null,
    response: { status: 200, body: null },
  }),
} as const
