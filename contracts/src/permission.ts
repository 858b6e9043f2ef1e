/** What a member may do. Routes name one of these; roles are sets of them. */
export const permissions = [
  'conversations.read',
  'conversations.reply',
  'conversations.assign',
  'conversations.close',
  'conversations.tag',
  'contacts.read',
  'contacts.write',
  'channels.read',
  'channels.manage',
  'flows.read',
  'flows.manage',
  'files.read',
  'files.write',
  'outbox.read',
  'outbox.manage',
  'deadLetters.read',
  'deadLetters.manage',
  'events.read',
  'analytics.read',
  'tenant.read',
  'tenant.manage',
  'users.read',
  'simulator.use',
] as const
export type Permission = (typeof permissions)[number]

export const roles = ['owner', 'supervisor', 'agent', 'quality', 'auditor'] as const
export type Role = (typeof roles)[number]

const agent: Permission[] = [
  'conversations.read',
  'conversations.reply',
  'conversations.assign',
  'conversations.close',
  'conversations.tag',
  'contacts.read',
  'contacts.write',
  'channels.read',
  'flows.read',
  'files.read',
  'files.write',
  'events.read',
  'analytics.read',
  'tenant.read',
  'users.read',
]

/** The built-in roles. Custom roles are further sets over the same permissions. */
export const rolePermissions: Record<Role, ReadonlySet<Permission>> = {
  owner: new Set(permissions),
  supervisor: new Set<Permission>([...agent, 'outbox.read', 'outbox.manage', 'deadLetters.read', 'simulator.use']),
  agent: new Set(agent),
  quality: new Set<Permission>([
    'conversations.read',
    'contacts.read',
    'channels.read',
    'files.read',
    'events.read',
    'analytics.read',
    'tenant.read',
    'users.read',
  ]),
  auditor: new Set<Permission>(['channels.read', 'tenant.read', 'events.read', 'outbox.read', 'deadLetters.read', 'users.read']),
}
