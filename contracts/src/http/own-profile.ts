import { z } from 'zod'
import { NoticeSettings } from '../notices.ts'
import { route } from '../route.ts'

const own = { permission: 'signed-in', params: null, query: null } as const

/** What a member says of themselves in the tenant at hand: their picture, and what they want to be told. */
export const ownProfileRoutes = {
  setPhoto: route({
    ...own,
    id: 'ownProfile.setPhoto',
    method: 'PUT',
    path: '/api/users/me/photo',
    audit: 'profile.changed',
    summary: 'Show a picture of oneself (multipart, field `file`): JPEG, PNG or WebP, at most 2 MB',
    tenant: 'none',
    rate: 'upload',
    idempotency: false,
    body: null,
    response: { status: 200, body: z.object({ photoUrl: z.string() }) },
  }),
  removePhoto: route({
    ...own,
    id: 'ownProfile.removePhoto',
    method: 'DELETE',
    path: '/api/users/me/photo',
    audit: 'profile.changed',
    summary: 'Show initials again; the picture is deleted',
    tenant: 'member',
    rate: 'write',
    idempotency: true,
    body: null,
    response: { status: 204, body: null },
  }),
  notices: route({
    ...own,
    id: 'ownProfile.notices',
    method: 'GET',
    path: '/api/users/me/notices',
    summary: 'What oneself is told of, by which ways',
    tenant: 'member',
    rate: 'read',
    idempotency: false,
    body: null,
    response: { status: 200, body: NoticeSettings },
  }),
  setNotices: route({
    ...own,
    id: 'ownProfile.setNotices',
    method: 'PUT',
    path: '/api/users/me/notices',
    audit: 'profile.changed',
    summary: 'Say what oneself wants to be told of, by which ways',
    tenant: 'member',
    rate: 'write',
    idempotency: true,
    body: NoticeSettings,
    response: { status: 200, body: NoticeSettings },
  }),
} as const
