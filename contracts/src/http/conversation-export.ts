import { z } from 'zod'
import { Id } from '../ids.ts'
import { route } from '../route.ts'

const ExportFormat = z.enum(['pdf', 'txt', 'json'])
export type ExportFormat = z.infer<typeof ExportFormat>

/** A conversation to take along. */
export const conversationExportRoutes = {
  export: route({
    id: 'conversations.export',
    method: 'GET',
    path: '/api/conversations/:id/export',
    tenant: 'none',
    audit: 'conversation.exported',
    summary: 'A conversation as a file for people (PDF, text) or programs (JSON), as far as the caller sees it; a PDF of at most 5000 messages',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    params: z.object({ id: Id }),
    query: z.object({
      format: ExportFormat.default('pdf'),
      language: z.enum(['es', 'pt-BR', 'en']).optional().meta({ description: 'Of the words that nobody said; otherwise that of the business' }),
    }),
    body: null,
    response: { status: 200, body: null },
  }),
} as const
