import type { Json } from '#platform/foreign-json/loose-json'

/** How containers are made, as the host has set it. `address`: where their ports are opened, and where they are found. */
export type ContainerSettings = { image: string; address: string; ports: { first: number; last: number }; memoryMegabytes: number }

type Wanted = { name: string; port: number; apiKey: string; labels: Record<string, string>; settings: ContainerSettings }

/** The port that WAHA listens on, and where it keeps what links its devices (reference 1, 6). */
export const innerPort = '3000/tcp'
const sessionsFolder = '/app/.sessions'

/**
 * A container for sessions: its own network and volume, limits of memory, processor and processes, short logs, no more rights than it has, and no screens of its own (reference 6, 7). Nothing of
 * it comes from a tenant.
 */
export const containerSpec = ({ name, port, apiKey, labels, settings: { image, address, memoryMegabytes } }: Wanted): Json => ({
  Image: image,
  Labels: labels,
  Env: [
    `WAHA_API_KEY=${apiKey}`,
    'WAHA_DASHBOARD_ENABLED=False',
    'WHATSAPP_SWAGGER_ENABLED=False',
    'WAHA_PRINT_QR=False',
    'WAHA_LOG_FORMAT=JSON',
    // Sessions begin again by themselves with the container.
    'WAHA_WORKER_RESTART_SESSIONS=True',
    // Files wait for a day for whoever fetches them, instead of three minutes.
    'WHATSAPP_FILES_LIFETIME=86400',
  ],
  ExposedPorts: { [innerPort]: {} },
  HostConfig: {
    NetworkMode: name,
    PortBindings: { [innerPort]: [{ HostIp: address, HostPort: String(port) }] },
    // Where webhooks go when the product runs on the machine itself.
    ExtraHosts: ['host.docker.internal:host-gateway'],
    Mounts: [{ Type: 'volume', Source: name, Target: sessionsFolder, VolumeOptions: { Labels: labels } }],
    RestartPolicy: { Name: 'unless-stopped' },
    Memory: memoryMegabytes * 1024 * 1024,
    NanoCpus: 1_000_000_000,
    PidsLimit: 512,
    SecurityOpt: ['no-new-privileges'],
    LogConfig: { Type: 'json-file', Config: { 'max-size': '5m', 'max-file': '2' } },
  },
})

/** The key that a container was made with: the Engine is the only place that keeps it. */
export const apiKeyIn = (env: string[]): string => env.find((line) => line.startsWith('WAHA_API_KEY='))?.slice('WAHA_API_KEY='.length) ?? ''
