import type { FastifyReply } from 'fastify'
import type { HostPorts } from './ports.ts'

/** Streams everything a tenant has, one row a line. */
export const exportTenant = async (ports: HostPorts, id: string, reply: FastifyReply): Promise<void> => {
  const { slug, name } = await ports.tenants.read(id)
  // Recorded before the first byte leaves: whoever breaks the download off has read it nevertheless.
  await ports.record(id, { action: 'tenant.exported', subject: { kind: 'tenant', id, name } })
  void reply
    .type('application/x-ndjson; charset=utf-8')
    .header('Content-Disposition', `attachment; filename="${slug}.jsonl"`)
    .header('Cache-Control', 'no-store')
    .send(ports.exportRows(id))
}
