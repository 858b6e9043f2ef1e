/** What a member may do. Routes name one of these; roles are sets of them. */
export const permissions = [
  'conversations.read',
  'conversations.reply',
  'conversations.assign',
  'conversations.close',
  'conversations.tag',
  'live.read',
  'live.manage',
  'contacts.read',
  'contacts.write',
  'tasks.read',
  'tasks.write',
  'tasks.manage',
  'campaigns.read',
  'campaigns.manage',
  'replies.manage',
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
  'users.manage',
  'teams.manage',
  'roles.read',
  'roles.manage',
  'keys.read',
  'keys.manage',
  'audit.read',
  'audit.export',
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
  'tasks.read',
  'tasks.write',
  'campaigns.read',
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
  supervisor: new Set<Permission>([
    ...agent,
    'tasks.manage',
    'campaigns.manage',
    'replies.manage',
    'live.read',
    'live.manage',
    'outbox.read',
    'outbox.manage',
    'deadLetters.read',
    'roles.read',
    'teams.manage',
    'simulator.use',
  ]),
  agent: new Set(agent),
  quality: new Set<Permission>([
    'conversations.read',
    'contacts.read',
    'tasks.read',
    'campaigns.read',
    'channels.read',
    'files.read',
    'events.read',
    'analytics.read',
    'tenant.read',
    'users.read',
  ]),
  auditor: new Set<Permission>([
    'campaigns.read',
    'channels.read',
    'tenant.read',
    'events.read',
    'outbox.read',
    'deadLetters.read',
    'users.read',
    'roles.read',
    'keys.read',
    'audit.read',
    'audit.export',
  ]),
}

type Subject<P> = P extends `${infer Name}.${string}` ? Name : never

export const permissionGroups = ['inbox', 'contacts', 'channels', 'service', 'operations', 'organisation', 'people', 'integrations', 'audit'] as const
export type PermissionGroup = (typeof permissionGroups)[number]

/** Where each subject stands in the catalogue and on the screen of roles. A subject that is missing here does not compile. */
const groupOfSubject: Record<Subject<Permission>, PermissionGroup> = {
  conversations: 'inbox',
  live: 'inbox',
  contacts: 'contacts',
  tasks: 'contacts',
  campaigns: 'service',
  replies: 'service',
  channels: 'channels',
  flows: 'channels',
  simulator: 'channels',
  files: 'inbox',
  outbox: 'operations',
  deadLetters: 'operations',
  events: 'operations',
  analytics: 'organisation',
  tenant: 'organisation',
  users: 'people',
  teams: 'people',
  roles: 'people',
  keys: 'integrations',
  audit: 'audit',
}

/** All permissions in their groups, in the order in which they are shown. */
export const permissionCatalogue: { group: PermissionGroup; permissions: Permission[] }[] = permissionGroups.map((group) => ({
  group,
  permissions: permissions.filter((permission) => groupOfSubject[permission.split('.')[0] as Subject<Permission>] === group),
}))
