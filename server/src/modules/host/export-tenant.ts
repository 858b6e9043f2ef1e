import type { FastifyReply } from 'fastify'
import type { HostPorts } from './ports.ts'

/** Streams everything a tenant has as one archive. */
export const exportTenant = async (ports: HostPorts, id: string, reply: FastifyReply): Promise<void> => {
  const { slug, name } = await ports.tenants.read(id)
  // Recorded before the first byte leaves: whoever breaks the download off has read it nevertheless.
  await ports.record(id, { action: 'tenant.exported', subject: { kind: 'tenant', id, name } })
  void reply
    .type('application/zip')
    .header('Content-Disposition', `attachment; filename="${slug}.zip"`)
    .header('Cache-Control', 'no-store')
    .send(ports.archive({ id, name, slug }))
}
