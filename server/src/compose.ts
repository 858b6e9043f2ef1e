/**
 * Every wire between the parts of the product. Reading order is dependency order; there is no container and no global.
 * What needs several modules to answer one thing (a delivery, a due timer, a screen) stands in `composition/`.
 */
import { createAnalytics } from '#analytics'
import { createAudit } from '#audit'
import { createCampaigns } from '#campaigns'
import { createChannels, type Channels } from '#channels'
import { createContacts, parsePhone, phoneKey } from '#contacts'
import { createConversations, type Conversations } from '#conversations'
import type { Files } from '#files'
import { createFlows, type Flows } from '#flows'
import { createHost } from '#host'
import { createOperations } from '#operations'
import { createPresences } from '#presence'
import { createRouting, type Routing } from '#routing'
import { createSimulator, type Simulator } from '#simulator'
import { createSla } from '#sla'
import { createTasks, type Tasks } from '#tasks'
import { createTenancy } from '#tenancy'
import { createWebchat, type Webchat } from '#webchat'
import { createSealer } from '#platform/crypto/seal'
import { hmac } from '#platform/crypto/signature'
import { hashToken, newToken } from '#platform/crypto/tokens'
import { createEgress } from '#platform/egress/egress'
import { createSequencer } from '#platform/events/sequencer'
import { newId } from '#platform/ids'
import { createIngest } from '#platform/inbox/ingest'
import { productVersion } from '#platform/product-version'
import { createSocketLimits } from '#platform/realtime/socket-limits'
import { instagram } from './adapters/channels/instagram/index.ts'
import { messenger } from './adapters/channels/messenger/index.ts'
import { simulator as simulatorAdapter } from './adapters/channels/simulator/index.ts'
import { telegram } from './adapters/channels/telegram/index.ts'
import { waha } from './adapters/channels/waha/index.ts'
import { webchat as webchatAdapter } from './adapters/channels/webchat/index.ts'
import { whatsappCloud } from './adapters/channels/whatsapp-cloud/index.ts'
import { wppconnect } from './adapters/channels/wppconnect/index.ts'
import { localUrl } from './cli/start-addresses.ts'
import { createBrowsers } from './composition/browsers.ts'
import { openLimiter } from './composition/call-limits.ts'
import { commandLineActs, type CommandLineActs } from './composition/command-line-acts.ts'
import { createDemo, type DemoFacts } from './composition/demo/demo.ts'
import { furnish } from './composition/demo/furnish.ts'
import { facebookAppOf } from './composition/facebook-app.ts'
import { flowPlace, flowSituation } from './composition/flow-situation.ts'
import { createFlowTyping } from './composition/flow-typing.ts'
import { firstRun, type FirstSignIn } from './composition/first-run.ts'
import { beginFlowsBy, beginFlowsByStage, followConversation, tellGuardian } from './composition/follow-conversation.ts'
import { layFoundations } from './composition/foundations.ts'
import { hostActs } from './composition/host-acts.ts'
import { jobsWithConversations } from './composition/jobs.ts'
import { attachAliases } from './composition/join-people.ts'
import { startRounds } from './composition/maintenance.ts'
import { createKeptFiles } from './composition/kept-files.ts'
import { lanesOf } from './composition/lanes.ts'
import { letGoOfFiles } from './composition/let-go-of-files.ts'
import { linkedFiles } from './composition/linked-files.ts'
import { isPattern, matchesPattern } from './composition/patterns.ts'
import { createPeople } from './composition/people.ts'
import { createPreparedWords } from './composition/prepared-words.ts'
import { quietWhileSuspended, servedWhileSuspended } from './composition/quiet-flows.ts'
import { createRemoval } from './composition/remove-tenant.ts'
import { routeWithinTerms } from './composition/sending-terms.ts'
import { simulatedNetwork } from './composition/simulated-network.ts'
import { rememberTenants, suspensionOf } from './composition/tenant-memory.ts'
import { registerTestClock } from './composition/test-clock.ts'
import { promiseInQueueOtherwise, promiseOtherwise } from './composition/other-promises.ts'
import { adoptionOf, placingOf } from './composition/timers.ts'
import { visitorsPorts } from './composition/visitors.ts'
import { createWeb } from './composition/web.ts'
import { wahaContainers } from './composition/waha-containers.ts'
import { whatsappByQr } from './composition/whatsapp-web.ts'
import { createWork, type Work } from './composition/work.ts'
import type { Config } from './config.ts'

export type Product = {
  migrations: { count: number; applied: number; ms: number }
  demo: DemoFacts
  signIn: FirstSignIn
  /** Opens the port; rejects with `EADDRINUSE` when it is taken. */
  listen(port: number, host: string): Promise<void>
  /** Begins to work on deliveries, messages and due work. */
  startWork(): Promise<void>
  stop(): Promise<void>
  operations: CommandLineActs
}

const originOf = (url: string): string => URL.parse(url)?.origin ?? url

export const compose = async (config: Config, adminUrl: string): Promise<Product> => {
  // Foundations: log, time, hints, database. What they tell later parts are closures: they are called only when everything stands.
  let work: Work | null = null
  let trailLeft = () => {}
  const foundations = await layFoundations(config, adminUrl, { trailLeft: () => trailLeft(), work: () => work })
  const { log, metrics, movable, clock, hints, migrations, database, held, node, peers } = foundations
  const now = () => clock.now()
  const keyOf = (purpose: string) => hmac(config.secrets.jwtSecret, purpose)

  // The ways in and out.
  const roots = config.providers
  const facebookApp = facebookAppOf(config)
  const graphRoot = { graphUrl: roots.graphApiUrl, graphVersion: roots.graphApiVersion }
  const openEgress = (connections?: number) =>
    createEgress({
      allow: config.egressAllow,
      trustedOrigins: [roots.graphApiUrl, roots.instagramApiUrl, roots.telegramApiUrl].map(originOf),
      onResult: (result) => metrics.egressCalls.inc({ result }),
      ...(connections !== undefined && { connections }),
    })
  const egress = openEgress()
  // A poll waits on each listened channel: they must not take the places of what is sent.
  const waitingEgress = openEgress(10_000)
  const limiter = await openLimiter({ redisUrl: config.secrets.redisUrl, log, metrics })
  const ingest = createIngest({ database, clock, hints, log })
  const sealer = createSealer(config.secrets.encryptionKeys)

  // Modules. Ports that point forward are closures: they are called only when everything stands.
  let listeningAt = ''
  const modules = {} as {
    files: Files
    channels: Channels
    flows: Flows
    conversations: Conversations
    simulator: Simulator
    webchat: Webchat
    routing: Routing
    tasks: Tasks
  }
  const furnished = furnish(() => ({ ...modules, addSampleReplies: prepared.addSampleReplies }))
  const audit = createAudit({ database, now, log, retentionDays: config.auditRetentionDays, grew: (tenantId) => hints.changed('trail', tenantId) })
  trailLeft = audit.chainer.nudge
  const tenancy = createTenancy({ database, clock, hints })
  const identity = createPeople({
    config,
    database,
    clock,
    hints,
    log,
    limiter,
    sealer,
    tenancy,
    audit,
    modules,
    furnish: furnished,
    secret: keyOf('identity').toString('hex'),
    listeningAt: () => listeningAt,
  })
  const businessOf = rememberTenants(tenancy, hints)
  const isSuspended = suspensionOf(tenancy, businessOf)
  const contacts = createContacts({
    now,
    newId,
    channelNamed: (tx, reference) => modules.channels.named(tx, reference),
    stageChanged: beginFlowsByStage({ conversations: () => modules.conversations.centre, flows: () => modules.flows }),
  })
  modules.tasks = createTasks({ now, newId })
  const { files, readFile, closeFileStore, moveFiles } = createKeptFiles({ config, database, log, now, newId, addressKey: keyOf('file-addresses') })
  modules.files = files
  const prepared = createPreparedWords({ now, newId, log, database, files, channels: () => modules.channels })
  modules.simulator = createSimulator(simulatedNetwork({ database, clock, modules }))
  modules.webchat = createWebchat(
    visitorsPorts({
      database,
      hints,
      log,
      limiter,
      now,
      tokenKey: keyOf('visitors'),
      http: config.http,
      modules,
      analytics: () => analytics,
      campaignOfChannel: (tenantId, channelId) => campaigns.campaignOfChannel(tenantId, channelId),
    }),
  )
  const seal = (text: string, about: string) => sealer.seal(text, about)
  const open = (sealed: Buffer, about: string) => sealer.open(sealed, about)
  const byQr = whatsappByQr({ database, log, metrics, node: node.id, seal, open })
  const containers = wahaContainers({
    config,
    log,
    onResult: (result) => metrics.egressCalls.inc({ result }),
    port: () => Number(new URL(listeningAt).port),
  })
  modules.channels = createChannels({
    database,
    hints,
    peers,
    log,
    now,
    newId,
    ingest,
    adapters: {
      'whatsapp-cloud': whatsappCloud(graphRoot),
      'whatsapp-web': byQr.adapter,
      messenger: messenger(graphRoot, facebookApp),
      instagram: instagram({ facebook: graphRoot, instagram: { ...graphRoot, graphUrl: roots.instagramApiUrl } }, facebookApp),
      simulator: simulatorAdapter({ network: modules.simulator.network }),
      webchat: webchatAdapter({ network: modules.webchat.network }),
      telegram: telegram({ apiUrl: roots.telegramApiUrl, publicUrl: config.http.publicUrl }),
      waha: waha({ publicUrl: () => config.http.publicUrl ?? listeningAt, hosting: containers?.hosting ?? null }),
      wppconnect: wppconnect({ publicUrl: () => config.http.publicUrl ?? listeningAt }),
    },
    io: { request: (call) => egress.request(call), readFile, now },
    seal,
    open,
    randomSecret: () => newToken(),
    hashSecret: hashToken,
    readPhone: async (tenantId, written) => parsePhone(written, (await businessOf(tenantId))?.country ?? 'AR'),
    phoneKey,
    flowIsPublished: (tenantId, flowId) => database.inTenant(tenantId, (tx) => modules.flows.isPublished(tx, flowId)),
    breakerOf: (channelId) => work?.dispatcher.breakerOf(channelId) ?? 'closed',
    closeBreaker: (channelId) => work?.dispatcher.closeBreaker(channelId),
    listening: {
      node: node.id,
      io: { request: (call) => waitingEgress.request(call), readFile, now },
      count: (kind, listeners) => metrics.listeners.set({ kind }, listeners),
      stored: (kind, items) => metrics.listened.inc({ kind }, items),
      ended: (kind, how) => metrics.listenersEnded.inc({ kind, how }),
    },
    timeZone: async (tenantId) => (await businessOf(tenantId))?.timeZone ?? 'UTC',
    slugOf: async (tenantId) => (await businessOf(tenantId))?.slug ?? '',
    siteUrl: () => config.http.publicUrl ?? listeningAt,
    tellHeld: (tx, messages) => modules.conversations.tellHeld(tx, messages),
    openWindows: (tx, conversationIds, at) => modules.conversations.openWindows(tx, conversationIds, at),
    templateCategories: (tx, channelId, names) => prepared.templateCategories(tx, channelId, names),
    trafficToday: (tx, channelId) => analytics.trafficToday(tx, channelId),
    mailManagers: (tx, written) => identity.mailMembers(tx, 'channels.manage', written),
    unwanted: (tx, channelId, leaving) => modules.conversations.unwanted(tx, channelId, leaving),
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
    database,
    request: (call) => egress.request(call),
    seal,
    open,
    matches: matchesPattern,
    transcribes: config.transcription !== null,
    isPattern,
    beginIn: (tx, conversationId, { flowId, from }, byUserId) =>
      modules.conversations.centre.beginFlow(tx, conversationId, flowId, { kind: 'transfer', byUserId, end: 'handed_back' }, from),
    beginBy: (tx, where, begin) => modules.conversations.centre.beginByTrigger(tx, where, begin),
    taggedContacts: (tx, of) => modules.conversations.centre.taggedContacts(tx, of),
    tagsOf: (tx, contactId) => modules.conversations.centre.tagNamesOfContact(tx, contactId),
    mayBeWrittenTo: contacts.mayBeWrittenTo,
    peopleOfQueues: (tx, ids) => modules.routing.peopleIn(tx, ids),
    openQueues: (tx, ids) => modules.routing.openNow(tx, ids),
    channel: (tenantId, channelId) => modules.channels.facts(tenantId, channelId),
    checkTemplate: prepared.checkTemplate,
    unknownTemplates: prepared.unknownTemplates,
    channelsOfCampaign: async (tenantId, campaignId) => (await campaigns.campaign(tenantId, campaignId))?.channelIds ?? [],
    fileIsThere: async (tx, fileId) => (await modules.files.describe(tx, fileId)) !== null,
    linked: linkedFiles(files),
    isSuspended,
    newToken,
    hashToken,
    mayManage: async (tenantId, maker) => (await identity.grantNow(tenantId, { ...maker, host: null }))?.permissions.has('flows.manage') === true,
    readPhone: parsePhone,
    business: async (tenantId) => (await businessOf(tenantId)) ?? { name: '', locale: 'es', timeZone: 'UTC', country: 'AR' },
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
    promisesOtherwise: promiseOtherwise,
    changed: (tx, campaignId) => modules.routing.campaignChanged(tx, campaignId),
  })
  const presences = createPresences({ now, newId, database, hints, changed: (tx, presence) => modules.routing.presenceChanged(tx, presence) })
  modules.conversations = createConversations({
    database,
    now,
    newId,
    log,
    channel: (tenantId, channelId) => modules.channels.facts(tenantId, channelId),
    meet: contacts.resolve,
    readdress: contacts.readdress,
    attachAliases: attachAliases(contacts),
    addressFor: contacts.addressFor,
    findOrCreateByPhone: contacts.findOrCreateByPhone,
    channelNamed: modules.channels.named,
    contactAtChat: contacts.atChat,
    setMarketing: contacts.setMarketing,
    refusingMarketing: contacts.refusingMarketing,
    noteMissed: contacts.noteMissed,
    noteReached: contacts.noteReached,
    unreachableSince: contacts.unreachableSince,
    identitiesAt: contacts.identitiesAt,
    moveToStage: contacts.moveToStage,
    planTask: modules.tasks.planByFlow,
    updateContact: async (tx, contactId, change) => void (await contacts.update(tx, contactId, change)),
    flowAnswers: (tx, { channel, ...situation }, content) => answering.answerMessage(tx, flowSituation(channel, situation), content),
    flowBegins: async (tx, where, content) => !(await isSuspended(tx.tenantId)) && modules.flows.wantsToBegin(tx, flowPlace(where), content),
    flowHasBegun: (tx, flowId, contactId) => modules.flows.hasBegun(tx, flowId, contactId),
    eraseCopies: (tx, said) => modules.webchat.erase(tx, said),
    forgetFlow: (tx, conversationId) => modules.flows.forgetRuns(tx, conversationId),
    stopFlow: (tx, conversationId) => modules.flows.stopRun(tx, conversationId),
    readers: identity.readers,
    isMember: (tx, userId) => identity.isActiveMember(tx, userId),
    mayBegin: (answers, asking) => modules.channels.mayBegin(answers, asking),
    mayGoOn: (answers, asking) => modules.channels.mayGoOn(answers, asking),
    service: servedWhileSuspended(campaigns.serviceOf, isSuspended),
    tellsClosed: campaigns.tellsOnce,
    flowWasWanted: (tx, conversationId) => modules.flows.runsByRequest(tx, conversationId),
    person: contacts.person,
    setBlocked: contacts.setBlocked,
    tellBlocked: (tenantId, channelId, address, blocked) => modules.channels.tellBlocked(tenantId, channelId, address, blocked),
    business: async (tenantId) => (await businessOf(tenantId)) ?? { timeZone: 'UTC', locale: 'es' },
    follow: followConversation([
      campaigns.follow,
      (tx, moved) => modules.routing.follow(tx, moved),
      (tx, moved) => sla.follow(tx, moved),
      beginFlowsBy(() => modules.flows),
      tellGuardian(() => modules.channels.guardian),
    ]),
    signFile: (tenantId, fileId) => modules.files.url(tenantId, fileId),
    describeFile: (tx, fileId) => modules.files.describe(tx, fileId),
    fitFile: (tx, fileId, kind, rule) => modules.files.fit(tx, fileId, kind, rule),
    letGoOfFiles: (tx, fileIds) => {
      const { conversations, flows } = modules
      const users = [conversations.filesInUse, conversations.filesScheduled, flows.filesAmong, identity.photosAmong, prepared.filesAmong]
      return letGoOfFiles(tx, { files: modules.files, users }, fileIds)
    },
    retagged: (tx, where, tags) => modules.flows.followTags(tx, where, tags),
    replyUsed: prepared.used,
    checkTemplate: prepared.checkTemplate,
    templateCategories: prepared.templateCategories,
    fitVoice: (tx, fileId) => modules.files.transcodeVoice(tx, fileId),
    lookAtFiles: (tx, fileIds) => modules.files.looks(tx, fileIds),
    markRead: modules.channels.markRead,
    showTyping: modules.channels.showTyping,
    keepTyping: createFlowTyping({ database, now, log, isSuspended, conversations: () => modules.conversations, channels: () => modules.channels }),
    tellTyping: (tenantId, conversationId) => hints.changed('contact.typing', `${tenantId} ${conversationId}`),
    pauseChannel: modules.channels.pause,
    alertChannel: modules.channels.alert,
  })
  modules.routing = createRouting({
    now,
    newId,
    campaigns: { find: campaigns.campaign, ofChannel: campaigns.campaignOfChannel },
    promisesOtherwise: promiseInQueueOtherwise({ campaigns, now }),
    conversations: modules.conversations.centre,
    readConversation: modules.conversations.readConversation,
    repliers: identity.repliers,
    holdStill: presences.holdStill,
    languageOf: async (tx, contactId) => (await contacts.person(tx, contactId)).language,
    flowIsPublished: (tx, flowId) => modules.flows.isPublished(tx, flowId),
  })
  const { channels, flows, conversations, simulator, webchat, routing, tasks } = modules
  const sla = createSla({
    now,
    newId,
    campaign: campaigns.campaign,
    levelOfQueue: routing.serviceLevelOf,
    waitsForPerson: conversations.centre.waitsForPerson,
  })
  const jobs = jobsWithConversations({ now, newId, log, database, isSuspended, identity, conversations })
  const operations = createOperations({ now, requeue: conversations.requeue, showCancelled: conversations.showCancelled })
  const removal = createRemoval({
    adminUrl,
    now,
    files,
    channelsOf: async (tenantId) => (await channels.everyChannel()).filter((channel) => channel.tenantId === tenantId).map(({ id }) => id),
    onGone: ({ tenantId, channelIds }) => {
      audit.chainer.nudge()
      for (const id of channelIds) hints.changed('channel', id)
      hints.changed('tenant', tenantId)
    },
  })
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

  // Work: what arrives and falls due, what goes out, what events lead to.
  work = createWork(
    lanesOf({
      config,
      database,
      clock,
      log,
      egress,
      audit,
      tenancy,
      identity,
      contacts,
      files,
      prepared,
      channels,
      simulator,
      webchat,
      flows,
      answering,
      campaigns,
      presences,
      conversations,
      routing,
      sla,
      tasks,
      jobs,
      removal,
      isSuspended,
    }),
    {
      node: node.id,
      held,
      database,
      clock,
      hints,
      log,
      metrics,
      underPressure: () => ingest.underPressure(),
      routeOf: routeWithinTerms({ channels, tenancy, remembered: businessOf, isSuspended }),
      mayRepeat: channels.mayRepeat,
      onSettled: async (tx, sender, settled, outcomes) => {
        await conversations.onSettled(tx, sender, settled, outcomes)
        await channels.guardian.settled(tx, sender, settled)
      },
      consumers: [...analytics.consumers, routing.consumer],
    },
  )
  const sequencer = createSequencer({ database, hints, log })

  // The web.
  let working = false
  const web = createWeb({ config, log, metrics, limiter, now, database, working: () => working, identity })
  const { http } = web
  const host = createHost(hostActs({ adminUrl, database, now, audit, tenancy, identity, conversations, channels, files, furnish: furnished, removal }))
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
    prepared,
    routing,
    sla,
    tasks,
    jobs,
    operations,
    analytics,
    presences,
    audit,
  ])
    module.registerRoutes(http)
  simulator.routes(http)
  webchat.routes(http)
  channels.registerWebhooks(http)
  if (movable) registerTestClock(http, movable)
  const { corsOrigins, trustProxy } = config.http
  const limits = createSocketLimits({ limiter, metrics, trustProxy })
  const browsers = createBrowsers(http.app.server, {
    database,
    now,
    hints,
    log,
    metrics,
    limits,
    corsOrigins,
    identity,
    conversations,
    jobs,
    presences,
    analytics,
  })
  const visitors = webchat.sockets(http.app.server)
  // First run: the demo tenant and its owner, before the port opens.
  const demo = createDemo({ database, tenancy, identity, channels, conversations, analytics, furnish: furnished, removal })
  const { adminEmail } = config
  const first = await firstRun(
    { adminUrl, database, tenancy, identity, demo, furnish: furnished },
    { demo: config.demo, adminEmail, adminPassword: config.secrets.adminPassword },
  )

  return {
    migrations,
    ...first,
    listen: async (port, host) => {
      listeningAt = localUrl(config, await http.listen(port, host))
      // Not before: a port that is taken is tried again as another one.
      sequencer.start()
      audit.chainer.start()
      // Also who does no jobs hears what others did, and tells them what people do here.
      await node.start()
      await presences.noticeRestart()
    },
    startWork: async () => {
      await startRounds({ database, clock })
      work.start()
      if (config.role === 'all' || config.role === 'sessions') channels.listeners.start()
      void containers?.tidy(channels.everyChannel)
      working = true
      log.info({ version: productVersion, node: node.id, migrations: migrations.applied }, 'at work')
    },
    stop: async () => {
      await Promise.all([web.close({ close: async () => void (await Promise.all([browsers.close(), visitors.close()])) }), channels.listeners.stop()])
      await Promise.all([byQr.close(), containers?.close()])
      await ingest.drain()
      await Promise.all([work.stop(), sequencer.stop(), audit.chainer.stop()])
      await node.stop()
      await Promise.all([egress.close(), waitingEgress.close()])
      await closeFileStore()
      await database.close()
      log.info({ node: node.id }, 'stopped')
      log.flush()
    },
    operations: commandLineActs({ database, adminEmail, tenancy, identity, audit, channels, demo, made: first.demo, furnish: furnished, moveFiles }),
  }
}
