import { hmac } from '#platform/crypto/signature'
import type { EgressAnswer } from '#platform/egress/types'
import { createEgress } from '#platform/egress/egress'
import type { Log } from '#platform/log'
import type { Channels } from '#channels'
import { createContainers } from '../adapters/channels/waha/containers/containers.ts'
import { openDocker } from '../adapters/channels/waha/containers/docker.ts'
import type { WahaRoot } from '../adapters/channels/waha/call.ts'
import type { Config } from '../config.ts'

/** ms between two tries to put containers in order while the Engine does not answer. */
const TIDY_AGAIN_MS = 60_000

type Ports = { config: Config; log: Log; onResult(result: EgressAnswer['result']): void; port(): number }

/** Containers of WAHA on the Docker Engine that the host has set; null without one. They are called by a way out of their own, which leads to the containers' address and nowhere else that is private. */
export const wahaContainers = ({ config: { http, providers, containers: settings, secrets }, log, onResult, port }: Ports) => {
  if (providers.dockerHost === null) return null
  const docker = openDocker(providers.dockerHost)
  const egress = createEgress({ allow: [settings.address], trustedOrigins: [], onResult })
  // Several installations may use one Engine.
  const installation = hmac(secrets.jwtSecret, 'waha containers').toString('hex').slice(0, 12)
  const containers = createContainers({ docker, installation, settings })
  let timer: NodeJS.Timeout | undefined
  const hosting: NonNullable<WahaRoot['hosting']> = {
    ...containers,
    request: (call) => egress.request(call),
    callbackUrl: () => settings.callbackUrl ?? http.publicUrl ?? `http://host.docker.internal:${port()}`,
  }

  /** Removes containers whose channel is gone; those of channels that are there are found by their listeners. */
  const tidy = async (everyChannel: Channels['everyChannel']): Promise<void> => {
    try {
      const removed = await containers.sweep(async () => {
        const channels = (await everyChannel()).filter(({ kind }) => kind === 'waha')
        const [ids, tenants] = [new Set(channels.map(({ id }) => id)), new Set(channels.map(({ tenantId }) => tenantId))]
        return ({ shared, channelId, tenantId }) => (shared ? tenants.has(tenantId) : ids.has(channelId))
      })
      if (removed > 0) log.info({ removed }, 'containers without a channel were removed')
    } catch (error) {
      log.warn({ err: error }, 'containers could not be put in order')
      timer = setTimeout(() => void tidy(everyChannel), TIDY_AGAIN_MS).unref()
    }
  }
  return {
    hosting,
    tidy,
    close: async (): Promise<void> => {
      clearTimeout(timer)
      await Promise.all([egress.close(), docker.close()])
    },
  }
}
