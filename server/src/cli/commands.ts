import type { Command } from './command.ts'

/** Every command of the tool; each is loaded only when it runs, so that a start loads nothing that it does not need. */
export const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./commands/start.ts')).start,
  migrate: async () => (await import('./commands/schema.ts')).migrate,
  rollback: async () => (await import('./commands/schema.ts')).rollback,
  seed: async () => (await import('./commands/demo.ts')).seed,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  'admin link': async () => (await import('./commands/admin.ts')).adminLink,
  'admin reset-password': async () => (await import('./commands/admin.ts')).adminResetPassword,
  'admin reset-two-factor': async () => (await import('./commands/admin.ts')).adminResetTwoFactor,
  'tenant create': async () => (await import('./commands/tenant.ts')).tenantCreate,
  'files move': async () => (await import('./commands/files.ts')).filesMove,
  'audit verify': async () => (await import('./commands/audit.ts')).auditVerify,
  'demo reset': async () => (await import('./commands/demo.ts')).demoReset,
  'demo remove': async () => (await import('./commands/demo.ts')).demoRemove,
  listen: async () => (await import('./commands/listen.ts')).listen,
  'channel qr': async () => (await import('./commands/channel-qr.ts')).channelQr,
  'channel list': async () => (await import('./commands/channel.ts')).channelList,
}
