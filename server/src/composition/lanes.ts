import type { Audit } from '#audit'
import type { Campaigns } from '#campaigns'
import type { Channels } from '#channels'
import type { Contacts } from '#contacts'
import type { Conversations } from '#conversations'
import type { Files } from '#files'
import type { Flows } from '#flows'
import type { Identity } from '#identity'
import type { Jobs } from '#jobs'
import type { Presences } from '#presence'
import type { Routing } from '#routing'
import type { Simulator } from '#simulator'
import type { Sla } from '#sla'
import type { Tasks } from '#tasks'
import type { Webchat } from '#webchat'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database/open'
import type { Egress } from '#platform/egress/egress'
import { hostTenant } from '#platform/ids'
import type { QueueHandler } from '#platform/lanes/handler'
import type { Log } from '#platform/log'
import { forgetOld } from '#platform/retention'
import type { Tenancy } from '#tenancy'
import { createTranscriber } from '../adapters/transcription/http/index.ts'
import type { Config } from '../config.ts'
import { callHandler, linkHandler } from './flow-calls.ts'
import { historyHandler } from './history.ts'
import { inboundHandler } from './inbound.ts'
import { samePersonHandler } from './join-people.ts'
import { everyonesFiles, maintenanceHandler } from './maintenance.ts'
import { mediaHandler } from './media.ts'
import { namesHandler } from './names.ts'
import { passageHandler } from './passages.ts'
import type { PreparedWords } from './prepared-words.ts'
import type { quietWhileSuspended } from './quiet-flows.ts'
import { readMarkHandler } from './read-marks.ts'
import { receiptHandler } from './receipts.ts'
import { recordingHandler } from './recordings.ts'
import type { Removal } from './remove-tenant.ts'
import { timerHandler } from './timers.ts'

type Parts = {
  config: Config
  database: Database
  clock: Clock
  log: Log
  egress: Egress
  audit: Audit
  tenancy: Tenancy
  identity: Identity
  contacts: Contacts
  files: Files
  prepared: PreparedWords
  channels: Channels
  simulator: Simulator
  webchat: Webchat
  flows: Flows
  /** The flows as they answer: quiet in a suspended tenant. */
  answering: ReturnType<typeof quietWhileSuspended>
  campaigns: Campaigns
  presences: Presences
  conversations: Conversations
  routing: Routing
  sla: Sla
  tasks: Tasks
  jobs: Jobs
  removal: Removal
  isSuspended(tenantId: string): Promise<boolean>
}

const transcriberOf = ({ config, egress, log }: Pick<Parts, 'config' | 'egress' | 'log'>) =>
  config.transcription && createTranscriber({ ...config.transcription, key: config.secrets.transcriptionKey, request: (call) => egress.request(call), log })

/** What the nightly round is made of, by name, in order. */
const nightlyOf = ({ database, clock, log, audit, tenancy, identity, files, prepared, webchat, channels, flows, conversations, jobs }: Parts) => ({
  history: () => forgetOld(database, clock.now()),
  identity: identity.cleanUp,
  jobs: jobs.cleanUp,
  signIns: channels.cleanUp,
  accounts: channels.renewChecks,
  calls: flows.calls.cleanUp,
  trails: async () => audit.prune([...(await tenancy.everyTenant()).map(({ id }) => id), hostTenant]),
  files: everyonesFiles({
    tenancy,
    files,
    conversations,
    needed: [identity.photosAmong, prepared.filesAmong, conversations.filesScheduled, flows.filesAmong],
    log,
  }),
  templates: prepared.syncTemplates,
  visitors: async () => {
    for (const { id } of await tenancy.everyTenant()) await database.inTenant(id, webchat.cleanUp)
  },
})

/**
 * The lanes of the product: those of the first list, what customers say, have a worker of their own, so that nothing else delays them; so have those of the last, of which another
 * node may have to do some, where the line of a number is.
 */
export const lanesOf = (parts: Parts): QueueHandler[][] => {
  const { database, clock, log, identity, contacts, files, prepared, channels, simulator, webchat, flows, answering } = parts
  const { campaigns, presences, conversations, routing, sla, tasks, jobs, removal, isSuspended } = parts
  const now = () => clock.now()
  return [
    [inboundHandler({ channels, contacts, conversations, templateNews: prepared.templateNews, webchat, log, clock })],
    [
      receiptHandler({ channels, conversations, clock }),
      routing.lane,
      jobs.lane,
      callHandler({ contacts, conversations, calls: flows.calls, flows: answering, isSuspended }),
      linkHandler({ contacts, conversations, calls: flows.calls, flows: answering, isSuspended }),
      recordingHandler({ contacts, conversations, files, flows: answering, transcribe: transcriberOf(parts), isSuspended, database, log, now }),
      timerHandler({
        channels,
        campaigns,
        contacts,
        conversations,
        flows: { ...answering, publishDue: flows.publishDue, beginDue: flows.beginDue },
        presences,
        routing,
        sla,
        tasks,
        endImpersonation: identity.endImpersonation,
      }),
      namesHandler({ channels, contacts }),
      passageHandler({ webchat, contacts, conversations, flows, tasks }),
      samePersonHandler({ contacts, conversations, flows, tasks }),
      files.jobs(conversations.fileChanged),
      simulator.jobs,
      prepared.jobs,
      removal.jobs,
      maintenanceHandler({ clock, log, parts: nightlyOf(parts) }),
    ],
    [
      mediaHandler({ channels, conversations, files, database }),
      readMarkHandler({ channels, conversations, database, log }),
      historyHandler({ channels, conversations }),
      ...channels.lanes,
    ],
  ]
}
