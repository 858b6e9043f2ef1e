/**
 * Every wire between the parts of the product. Reading order is dependency order; there is no container and no global.
 * What needs several modules to answer one thing (a delivery, a due timer, a screen) stands in `composition/`.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import type { AuditVerdict } from '@chasqui/contracts'
import { createAnalytics } from '#analytics'
import { createAudit, leaveActs } from '#audit'
import { createCampaigns } from '#campaigns'
import { createChannels, type Channels } from '#channels'
import { createContacts } from '#contacts'
import { createConversations, type Conversations } from '#conversations'
import { createFiles, type Files } from '#files'
import { createFlows, type Flows } from '#flows'
import { createHost } from '#host'
import { createIdentity } from '#identity'
import { createOperations } from '#operations'
import { createPresences } from '#presence'
import { createRouting, type Routing } from '#routing'
import { createSimulator, type Simulator } from '#simulator'
import { createSla } from '#sla'
import { createTenancy, demoTenant, type NewTenant } from '#tenancy'
import { systemClock, testClock } from '#platform/clock'
import { sign } from '#platform/acts/sign'
import { sha256 } from '#platform/crypto/digest'
import { createSealer } from '#platform/crypto/seal'
import { hmac, signExpiring, verifyExpiring } from '#platform/crypto/signature'
import { hashToken, newToken } from '#platform/crypto/tokens'
import { openDatabase } from '#platform/database/open'
import { analyzeUnknown } from '#platform/database/statistics'
import { absent } from '#platform/failure'
import { createEgress } from '#platform/egress/egress'
import { createConsumers } from '#platform/events/consumers'
import { createHints } from '#platform/events/hints'
import { createSequencer } from '#platform/events/sequencer'
import { twoFactorFirst } from '#platform/http/access'
import { createHttp } from '#platform/http/server'
import { hostTenant, newId } from '#platform/ids'
import { createIngest } from '#platform/inbox/ingest'
import { createHeldLanes } from '#platform/lanes/held'
import { createNode } from '#platform/lanes/node'
import { measureQueues } from '#platform/lanes/queue-metrics'
import { createWorker } from '#platform/lanes/worker'
import { createLocalLimiter } from '#platform/limits/limiter'
import { createLog } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import { createDispatcher, type Dispatcher } from '#platform/outbox/dispatcher'
import { productVersion } from '#platform/product-version'
import { createHub } from '#platform/realtime/hub'
import { simulator as simulatorAdapter } from './adapters/channels/simulator/index.ts'
import { whatsappCloud } from './adapters/channels/whatsapp-cloud/index.ts'
import { createMailer } from './adapters/mail/smtp/index.ts'
import { diskStore } from './adapters/files/disk/index.ts'
import { localUrl } from './cli/start-addresses.ts'
import { addTenant } from './composition/add-tenant.ts'
import { addSampleTalks, demoOwner, ensureDemo, furnish } from './composition/demo.ts'
import { followConversation } from './composition/follow-conversation.ts'
import { exportTenantRows } from './composition/export-tenant.ts'
import { createHealth } from './composition/health.ts'
import { inboundHandler } from './composition/inbound.ts'
import { maintenanceHandler, startRounds } from './composition/maintenance.ts'
import { readInstallation } from './composition/installation.ts'
import { mediaHandler } from './composition/media.ts'
import { oneNodeAtATime } from './composition/one-node-at-a-time.ts'
import { databaseSecretOf, prepareDatabase } from './composition/prepare-database.ts'
import { quietWhileSuspended, servedWhileSuspended } from './composition/quiet-flows.ts'
import { receiptHandler } from './composition/receipts.ts'
import { type LeavingTenant, removeTenantData, removeTenantRows, type TrailEnd } from './composition/remove-tenant.ts'
import { translateEvents } from './composition/screens.ts'
import { registerTestClock } from './composition/test-clock.ts'
import { adoptionOf, placingOf, timerHandler } from './composition/timers.ts'
import { matchesPattern } from './composition/patterns.ts'
import { rememberTenants, suspensionOf } from './composition/tenant-memory.ts'
import { routeWithinTerms } from './composition/sending-terms.ts'
import type { Config } from './config.ts'

export type Product = {
  migrations: { count: number; applied: number; ms: number }
  demo: { created: boolean; tenants: number; conversations: number; ms: number }
  /** For the terminal only. The password is told once, when the account was made. */
  signIn: { linkKey: string | null; email: string; password: string | null }
  /** Opens the port; rejects with `EADDRINUSE` when it is taken. */
  listen(port: number, host: string): Promise<void>
  /** Begins to work on deliveries, messages and due work. */
  startWork(): Promise<void>
  stop(): Promise<void>
  operations: {
    createSignInLink(email?: string): Promise<string>
    resetPassword(email: string): Promise<string>
    resetTwoFactor(email: string): Promise<void>
    createTenant(tenant: NewTenant & { ownerEmail?: string; ownerName?: string }): Promise<{ id: string }>
    resetDemo(): Promise<void>
    removeDemo(): Promise<void>
    verifyTrails(slug?: string): Promise<(AuditVerdict & { tenant: string })[]>
    listChannels(): Promise<{ id: string; tenantId: string; tenant: string; kind: string; name: string; state: string; address: string | null }[]>
  }
}

/** Time that requests under way have to end when the product stops. */
const finishRequestsMs = 1500

const originOf = (url: string): string => URL.parse(url)?.origin ?? url

export const compose = async (config: Config, adminUrl: string): Promise<Product> => {
  // Foundations: log, time, hints, database.
  const log = createLog({ level: config.logLevel, folder: join(config.dataDir, 'logs') })
  const metrics = createMetrics()
  const movable = config.testClock ? testClock() : null
  const clock = movable ?? systemClock()
  const now = () => clock.now()
  const keyOf = (purpose: string) => hmac(config.secrets.jwtSecret, purpose)

  const migrations = await prepareDatabase(config, adminUrl)

  let share: Parameters<typeof createHints>[0] = () => {}
  let trailLeft = () => {}
  const hints = createHints((hint) => share!(hint))
  const database = await openDatabase({
    adminUrl,
    secret: databaseSecretOf(config),
    ports: { now, hints, trail: { leave: leaveActs, left: () => trailLeft() } },
    onError: (error) => log.warn({ err: error }, 'database connection'),
  })
  let dispatcher: Dispatcher | null = null
  let work: { nudge(): void } = { nudge: () => {} }
  const held = createHeldLanes()
  const node = createNode({
    database,
    log,
    held,
    hear: (hint) => hints.hear(hint),
    onFreed: () => work.nudge(),
    onUncertain: async () => dispatcher?.giveUpStranded(),
  })
  share = (hint) => node.share(hint)

  // The ways in and out.
  const roots = config.providers
  const egress = createEgress({
    allow: config.egressAllow,
    trustedOrigins: [originOf(roots.graphApiUrl)],
    onResult: (result) => metrics.egressCalls.inc({ result }),
  })
  const ingest = createIngest({ database, clock, hints, log })
  const sealer = createSealer(config.secrets.encryptionKeys)

  // Modules. Ports that point forward are closures: they are called only when everything stands.
  let listeningAt = ''
  const modules = {} as { files: Files; channels: Channels; flows: Flows; conversations: Conversations; simulator: Simulator; routing: Routing }
  const audit = createAudit({ database, now, log, retentionDays: config.auditRetentionDays, grew: (tenantId) => hints.changed('trail', tenantId) })
  trailLeft = audit.chainer.nudge
  const tenancy = createTenancy({ database, clock, hints })
  const identity = createIdentity({
    database,
    clock,
    hints,
    tenants: (ids) => tenancy.tenantsById(ids),
    trail: { leave: leaveActs, left: audit.chainer.nudge },
    secret: keyOf('identity').toString('hex'),
    secureCookies: config.http.publicUrl?.startsWith('https://') ?? false,
    seal: (text, about) => sealer.seal(text, about),
    open: (sealed, about) => sealer.open(sealed, about),
    publicAddress: () => config.http.publicUrl?.replace(/\/+$/, '') ?? listeningAt,
    keepFile: (tenantId, file) => modules.files.keep(tenantId, file),
    removeFile: (tx, fileId) => modules.files.remove(tx, fileId),
    fileUrl: (tenantId, fileId, minutes) => modules.files.url(tenantId, fileId, minutes),
    handOverConversations: (tx, leaving) => modules.conversations.handOver(tx, leaving),
    mail: config.secrets.smtpUrl ? createMailer({ url: config.secrets.smtpUrl, from: config.mailFrom ?? config.adminEmail, log }) : null,
    openTenant: config.registrationOpen
      ? (tenant, along) =>
          tenancy.createTenant(tenant, async (tx, made) => {
            await furnish({ database, tenancy, ...modules })(tx, made)
            await along(tx)
          })
      : null,
  })
  const businessOf = rememberTenants(tenancy, hints)
  const isSuspended = suspensionOf(tenancy, businessOf)
  const contacts = createContacts({ now, newId })
  const fileKey = keyOf('file-addresses')
  modules.files = createFiles({
    database,
    now,
    newId,
    store: diskStore(join(config.dataDir, 'files')),
    sha256,
    sign: (text, until) => signExpiring(fileKey, text, until),
    verify: (signed, at) => verifyExpiring(fileKey, signed, at),
  })
  const readFile = async (fileId: string, tenantId: string) => {
    const file = await modules.files.read(tenantId, fileId)
    if (!file) throw absent('file')
    return file
  }
  modules.simulator = createSimulator({
    database,
    clock,
    random: Math.random,
    findAccount: async (tx, channelId) => {
      const account = await modules.channels.accountOf(tx.tenantId, channelId)
      const facts = account?.kind === 'simulator' ? await modules.channels.facts(tx.tenantId, channelId) : null
      return facts && { secret: String(account?.settings.secret), readReceipts: facts.abilities.readReceipts }
    },
    setProfile: async (tx, channelId, profile) => {
      const { abilities } = await modules.channels.update(tx, channelId, { settings: { profile } })
      await modules.conversations.passTime(tx, { channelId, windowHours: abilities.serviceWindowHours, address: null, seconds: 0 })
      return abilities
    },
    timePassed: async (tx, silence) => {
      const facts = await modules.channels.facts(tx.tenantId, silence.channelId)
      if (facts) await modules.conversations.passTime(tx, { ...silence, windowHours: facts.abilities.serviceWindowHours })
    },
    describeFile: (tx, fileId) => modules.files.describe(tx, fileId),
    fileUrl: (tenantId, fileId) => modules.files.url(tenantId, fileId),
    postWebhook: (channelId, body, headers) => modules.channels.deliver('simulator', channelId, { headers, query: {}, body }),
  })
  modules.channels = createChannels({
    database,
    hints,
    log,
    now,
    newId,
    ingest,
    adapters: {
      'whatsapp-cloud': whatsappCloud({ graphUrl: roots.graphApiUrl, graphVersion: roots.graphApiVersion }),
      simulator: simulatorAdapter({ network: modules.simulator.network }),
    },
    io: { request: (call) => egress.request(call), readFile, now },
    seal: (text, about) => sealer.seal(text, about),
    open: (sealed, about) => sealer.open(sealed, about),
    randomSecret: () => newToken(),
    flowIsPublished: (tenantId, flowId) => database.inTenant(tenantId, (tx) => modules.flows.isPublished(tx, flowId)),
    breakerOf: (channelId) => dispatcher?.breakerOf(channelId) ?? 'closed',
    closeBreaker: (channelId) => dispatcher?.closeBreaker(channelId),
    acknowledged: (kind, result, seconds) => {
      metrics.webhookAcks.inc({ kind, result })
      metrics.webhookSeconds.observe({ kind }, seconds)
    },
  })
  modules.flows = createFlows({
    now,
    newId,
    log,
    hints,
    matches: matchesPattern,
    business: async (tenantId) => (await businessOf(tenantId)) ?? { name: '', locale: 'es' },
  })
  const answering = quietWhileSuspended({ flows: () => modules.flows, isSuspended })
  const campaigns = createCampaigns({
    now,
    newId,
    database,
    hints,
    business: businessOf,
    flowIsPublished: (tx, flowId) => modules.flows.isPublished(tx, flowId),
    ensureTags: (tx, names) => modules.conversations.ensureTags(tx, names),
    unplaced: (tx, channelIds, after, limit) => modules.conversations.unplaced(tx, channelIds, after, limit),
    place: (tx, conversationId) => tx.enqueue(placingOf(conversationId)),
    adopt: (tx, adoption) => tx.enqueue(adoptionOf(adoption)),
    made: async (tx, campaign) => void (await modules.routing.furnish(tx, campaign, (await businessOf(tx.tenantId))?.locale ?? 'es')),
    letGo: (tx, campaignId) => modules.routing.letGo(tx, campaignId),
    changed: (tx, campaignId) => modules.routing.campaignChanged(tx, campaignId),
  })
  const presences = createPresences({ now, newId, database, hints, changed: (tx, presence) => modules.routing.presenceChanged(tx, presence) })
  modules.conversations = createConversations({
    now,
    newId,
    log,
    channel: (tenantId, channelId) => modules.channels.facts(tenantId, channelId),
    meet: contacts.resolve,
    readdress: contacts.readdress,
    attachAliases: contacts.attachAliases,
    addressFor: contacts.addressFor,
    findOrCreateByPhone: contacts.findOrCreateByPhone,
    setMarketing: contacts.setMarketing,
    updateContact: async (tx, contactId, change) => void (await contacts.update(tx, contactId, change)),
    flowAnswers: (tx, { channel, ...situation }, content) =>
      answering.answerMessage(tx, { ...situation, flowId: channel.flowId, abilities: channel.abilities }, content),
    stopFlow: (tx, conversationId) => modules.flows.stopRun(tx, conversationId),
    isMember: (tx, userId) => identity.isActiveMember(tx, userId),
    service: servedWhileSuspended(campaigns.serviceOf, isSuspended),
    tellsClosed: campaigns.tellsOnce,
    startFlow: (tx, { channel, ...situation }, flowId) => modules.flows.startFlow(tx, { ...situation, flowId, abilities: channel.abilities }, flowId),
    flowWasWanted: (tx, conversationId) => modules.flows.runsByRequest(tx, conversationId),
    person: contacts.person,
    setBlocked: contacts.setBlocked,
    tellBlocked: (tenantId, channelId, address, blocked) => modules.channels.tellBlocked(tenantId, channelId, address, blocked),
    business: async (tenantId) => (await businessOf(tenantId)) ?? { timeZone: 'UTC', locale: 'es' },
    follow: followConversation([campaigns.follow, (tx, moved) => modules.routing.follow(tx, moved), (tx, moved) => sla.follow(tx, moved)]),
    signFile: (tenantId, fileId) => modules.files.url(tenantId, fileId),
    describeFile: (tx, fileId) => modules.files.describe(tx, fileId),
    markRead: modules.channels.markRead,
    showTyping: modules.channels.showTyping,
    tellTyping: (tenantId, conversationId) => hints.changed('contact.typing', `${tenantId} ${conversationId}`),
    pauseChannel: modules.channels.pause,
    alertChannel: modules.channels.alert,
  })
  modules.routing = createRouting({
    now,
    newId,
    campaigns: { find: campaigns.campaign, ofChannel: campaigns.campaignOfChannel },
    conversations: modules.conversations.centre,
    readConversation: modules.conversations.readConversation,
    repliers: identity.repliers,
    holdStill: presences.holdStill,
    languageOf: async (tx, contactId) => (await contacts.person(tx, contactId)).language,
    flowIsPublished: (tx, flowId) => modules.flows.isPublished(tx, flowId),
  })
  const { files, channels, flows, conversations, simulator, routing } = modules
  const sla = createSla({
    now,
    newId,
    campaign: campaigns.campaign,
    levelOfQueue: routing.serviceLevelOf,
    waitsForPerson: conversations.centre.waitsForPerson,
  })
  const operations = createOperations({ now, requeue: conversations.requeue, showCancelled: conversations.showCancelled })
  const analytics = createAnalytics({
    now,
    newId,
    database,
    campaign: campaigns.campaign,
    availableIn: routing.availableIn,
    repliers: identity.repliers,
    newKey: newToken,
    hashKey: hashToken,
  })

  // Work: lanes for what arrives and falls due, the dispatcher for what goes out.
  const observe = (queue: string, seconds: number, result: 'done' | 'failed' | 'dead') => {
    if (result === 'dead') metrics.deadLetters.inc({ queue })
    else metrics.turnSeconds.observe({ queue, result }, seconds)
  }
  const laneports = { node: node.id, held, database, clock, hints, log, observe, underPressure: () => ingest.underPressure() }
  const workers = [
    createWorker([inboundHandler({ channels, conversations, log })], laneports),
    createWorker(
      [
        receiptHandler({ channels, conversations, clock }),
        routing.lane,
        timerHandler({ campaigns, contacts, conversations, flows: answering, presences, routing, sla, endImpersonation: identity.endImpersonation }),
        mediaHandler({ channels, conversations, files, database }),
        simulator.jobs,
        maintenanceHandler({
          database,
          clock,
          cleanIdentity: identity.cleanUp,
          pruneTrails: async () => audit.prune([...(await tenancy.everyTenant()).map(({ id }) => id), hostTenant]),
        }),
      ],
      laneports,
    ),
  ]
  work = { nudge: () => hints.hear({ work: ['inbound', 'receipts', 'due', 'media', 'send', 'simulator', 'rounds', 'route'] }) }
  dispatcher = createDispatcher({
    node: node.id,
    held,
    database,
    clock,
    hints,
    log,
    random: Math.random,
    routeOf: routeWithinTerms({ channels, tenancy, remembered: businessOf, isSuspended }),
    onSettled: conversations.onSettled,
    observe: (result, seconds) => {
      metrics.sends.inc({ kind: 'message', result })
      metrics.sendSeconds.observe({ kind: 'message' }, seconds)
    },
  })
  const sequencer = createSequencer({ database, hints, log })
  const consumers = createConsumers([...analytics.consumers, routing.consumer], {
    database,
    hints,
    log,
    lag: (consumer, events) => metrics.eventLag.set({ consumer }, events),
  })

  // The web.
  let working = false
  const { redisUrl } = config.secrets
  const shared = redisUrl ? await import('#platform/limits/shared-limiter') : null
  const limiter = shared ? shared.createSharedLimiter({ url: redisUrl!, log, shared: (yes) => metrics.limitsShared.set(yes ? 1 : 0) }) : createLocalLimiter()
  const http = createHttp({
    log,
    metrics,
    now,
    inTenant: database.inTenant,
    countryHeader: config.http.countryHeader,
    health: createHealth({ database, now, limiter, working: () => working }),
    limiter,
    authenticate: identity.authenticate,
    config: {
      version: productVersion,
      publicUrl: config.http.publicUrl,
      corsOrigins: config.http.corsOrigins,
      trustProxy: config.http.trustProxy,
      webRoot: join(import.meta.dirname, '../../web/dist'),
      metricsToken: null,
    },
  })
  /** That an organisation is gone, and where its trail ended, stays known to the host. */
  const farewell =
    ({ id, name, slug }: LeavingTenant) =>
    (client: pg.Client, trail: TrailEnd | null) =>
      leaveActs(client, [hostTenant], [sign({ action: 'tenant.removed', subject: { kind: 'tenant', id, name }, before: { name, slug, trail } })], now())
  const host = createHost({
    tenants: tenancy.hosted,
    createTenant: addTenant({ tenancy, identity, furnish: furnish({ database, tenancy, channels, flows, simulator, conversations }) }),
    suspend: (id) => tenancy.hosted.setStatus(id, 'suspended'),
    resume: (id) =>
      tenancy.hosted.setStatus(id, 'active', async (tx) => {
        await conversations.letGoOfStaleWords(tx)
        await channels.wakeAll(tx)
      }),
    remove: async ({ id, name, slug }) => {
      const gone = (await channels.everyChannel()).filter(({ tenantId }) => tenantId === id)
      await removeTenantRows(adminUrl, id, farewell({ id, name, slug }))
      audit.chainer.nudge()
      for (const channel of gone) hints.changed('channel', channel.id)
      hints.changed('tenant', id)
      // What was under way for it when its rows went may have written some after them.
      await removeTenantRows(adminUrl, id)
      await rm(join(config.dataDir, 'files', id), { recursive: true, force: true })
    },
    record: (tenantId, act) => database.inTenant(tenantId, async (tx) => tx.record(act)),
    exportRows: (id) => exportTenantRows(adminUrl, id),
    impersonate: identity.startImpersonation,
    endImpersonation: identity.leaveImpersonation,
    installation: () => readInstallation(database, now()),
  })
  for (const module of [
    host,
    tenancy,
    identity,
    contacts,
    files,
    channels,
    campaigns,
    flows,
    conversations,
    routing,
    sla,
    operations,
    analytics,
    presences,
    audit,
  ])
    module.registerRoutes(http)
  simulator.routes(http)
  channels.registerWebhooks(http)
  if (movable) registerTestClock(http, movable)
  const hub = createHub(http.app.server, {
    database,
    now,
    hints,
    log,
    corsOrigins: config.http.corsOrigins,
    translate: translateEvents(conversations),
    arrived: (tenantId, userId) => database.inTenant(tenantId, (tx) => presences.arrive(tx, userId)),
    left: (tenantId, userId) => database.inTenant(tenantId, (tx) => presences.leave(tx, userId)),
    connected: (count) => metrics.sockets.set(count),
    markRead: async (viewer, conversationId) => {
      if (viewer.onlyLooks) return
      const last = await database.inTenant(viewer.tenantId, (tx) => conversations.markRead(tx, conversationId), viewer)
      if (last) await channels.markRead(viewer.tenantId, last.channelId, last.providerMessageId)
    },
    audienceOf: (tenantId, conversationId, viewer) => database.inTenant(tenantId, (tx) => conversations.audienceOf(tx, conversationId), viewer ?? undefined),
    live: (viewer, campaignId) => database.inTenant(viewer.tenantId, (tx) => analytics.live(tx, campaignId), viewer),
    authenticate: async (token) => {
      const actor = await identity.authenticateToken(token)
      if (actor.twoFactorMissing) throw twoFactorFirst()
      if (!actor.tenantId) throw new Error('no tenant chosen')
      const { tenantId, userId, reach } = actor
      return {
        ...actor,
        tenantId,
        teammates: reach === 'team' ? await database.inTenant(tenantId, (tx) => identity.teammatesOf(tx, userId)) : [],
        mayUseSimulator: actor.permissions.has('simulator.use'),
        mayWatchLive: actor.permissions.has('live.read'),
        mayReadConversations: actor.permissions.has('conversations.read'),
        onlyLooks: !(actor.impersonation?.mayWrite ?? true),
        standsIn: Boolean(actor.impersonation),
      }
    },
  })

  const stopTelling = hints.onChanged('contact.typing', (id) => {
    const [tenantId = '', conversationId = ''] = id.split(' ')
    hub.tell(tenantId, 'contact.typing', { conversationId }).catch((error) => log.debug({ err: error }, 'typing not told'))
  })
  const stopTellingTrail = hints.onChanged('trail', (tenantId) => hub.tellTrailGrew(tenantId))

  // First run: the demo tenant and its owner, before the port opens.
  const making = performance.now()
  const parts = { database, tenancy, channels, flows, simulator, conversations }
  const { demo, owner, talks } = await oneNodeAtATime(database, async () => {
    const demo = config.demo ? await ensureDemo(parts) : null
    const home = demo?.tenant ?? (await tenancy.everyTenant())[0] ?? (await tenancy.createTenant({ name: 'Mi negocio' }, furnish(parts)))
    const owner = await identity.ensureOwner({
      email: config.adminEmail,
      name: demo ? demoOwner : 'Admin',
      tenantId: home.id,
      ...(config.secrets.adminPassword ? { password: config.secrets.adminPassword } : {}),
    })
    await identity.ensureHostAdmin(config.adminEmail)
    const talks = demo?.created ? await addSampleTalks(parts, home.id, owner.userId) : 0
    return { demo, owner, talks }
  })
  // After the demo is there: empty tables teach the planner nothing.
  await analyzeUnknown(adminUrl)
  const demoFacts = { created: demo?.created ?? false, tenants: demo ? 1 : 0, conversations: talks, ms: performance.now() - making }
  let stopMeasuring = () => {}

  return {
    migrations,
    demo: demoFacts,
    signIn: {
      linkKey: await identity.createSignInLink(config.adminEmail),
      email: config.adminEmail,
      password: config.secrets.adminPassword ? null : owner.password,
    },
    listen: async (port, host) => {
      sequencer.start()
      audit.chainer.start()
      listeningAt = localUrl(config, await http.listen(port, host))
    },
    startWork: async () => {
      await node.start()
      await startRounds({ database, clock })
      await presences.noticeRestart()
      for (const worker of workers) worker.start()
      dispatcher.start()
      consumers.start()
      stopMeasuring = measureQueues({ database, clock, metrics, log })
      working = true
      log.info({ version: productVersion, node: node.id, migrations: migrations.applied }, 'at work')
    },
    stop: async () => {
      stopMeasuring()
      stopTelling()
      stopTellingTrail()
      // Whoever has not finished a request by then is cut off: the rest of the stop must not wait for them.
      const patience = setTimeout(() => http.app.server.closeAllConnections(), finishRequestsMs)
      await hub.close()
      await http.close()
      clearTimeout(patience)
      await limiter.close()
      await ingest.drain()
      await Promise.all([...workers.map((worker) => worker.stop()), dispatcher.stop(), consumers.stop(), sequencer.stop(), audit.chainer.stop()])
      await node.stop()
      await egress.close()
      await database.close()
      log.info({ node: node.id }, 'stopped')
      log.flush()
    },
    operations: {
      createSignInLink: (email = config.adminEmail) => identity.createSignInLink(email),
      resetPassword: (email) => identity.resetPassword(email),
      resetTwoFactor: (email) => identity.resetTwoFactor(email),
      createTenant: async ({ ownerEmail, ownerName, ...tenant }) => {
        const made = await tenancy.createTenant(tenant, furnish(parts))
        await identity.ensureOwner({ email: ownerEmail ?? config.adminEmail, name: ownerName ?? 'Admin', tenantId: made.id })
        return { id: made.id }
      },
      resetDemo: async () => {
        await removeTenantData(adminUrl, demoTenant.slug, farewell)
        const { tenant } = await ensureDemo(parts)
        const { userId } = await identity.ensureOwner({ email: config.adminEmail, name: demoOwner, tenantId: tenant.id })
        await addSampleTalks(parts, tenant.id, userId)
      },
      verifyTrails: async (slug) => {
        const tenants = (await tenancy.everyTenant()).filter((tenant) => slug === undefined || tenant.slug === slug || tenant.id === slug)
        if (slug !== undefined && tenants.length === 0) throw absent('tenant')
        const named = [...tenants.map(({ id, slug }) => ({ id, slug })), ...(slug === undefined ? [{ id: hostTenant, slug: 'host' }] : [])]
        const verdicts: (AuditVerdict & { tenant: string })[] = []
        for (const { id, slug } of named) verdicts.push({ ...(await audit.verify(id)), tenant: slug })
        return verdicts
      },
      removeDemo: () => removeTenantData(adminUrl, demoTenant.slug, farewell),
      listChannels: async () => {
        const names = new Map((await tenancy.everyTenant()).map((tenant) => [tenant.id, tenant.name]))
        return (await channels.everyChannel()).map((channel) => ({ ...channel, tenant: names.get(channel.tenantId) ?? '' }))
      },
    },
  }
}
