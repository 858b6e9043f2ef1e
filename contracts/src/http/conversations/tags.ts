import { z } from 'zod'
import { Tag } from '../../conversation.ts'
import { page, PageQuery } from '../../page.ts'
import { route } from '../../route.ts'
import { changed, common } from './common.ts'

const TagName = z.string().trim().min(1).max(60)

/** Tags of a conversation, and those that there are. */
export const tagRoutes = {
  tags: route({
    ...common,
    id: 'conversations.tags',
    method: 'PUT',
    path: '/api/conversations/:id/tags',
    audit: 'conversation.tagged',
    summary: 'Set the tags, by name; unknown ones are made',
    permission: 'conversations.tag',
    rate: 'write',
    body: z.object({ tags: z.array(TagName).max(20) }),
    response: changed,
  }),
  listTags: route({
    ...common,
    id: 'tags.list',
    method: 'GET',
    path: '/api/tags',
    summary: 'Tags of this tenant',
    permission: 'conversations.read',
    rate: 'read',
    idempotency: false,
    params: null,
    query: PageQuery,
    response: { status: 200, body: page(Tag) },
  }),
  createTag: route({
    ...common,
    id: 'tags.create',
    method: 'POST',
    path: '/api/tags',
    audit: 'tag.created',
    summary: 'Add a tag; names are compared without case',
    permission: 'conversations.tag',
    rate: 'write',
    params: null,
    body: z.object({ name: TagName }),
    response: { status: 201, body: Tag },
  }),
} as const
