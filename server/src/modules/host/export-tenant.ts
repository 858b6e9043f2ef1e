import type { FastifyReply } from 'fastify'
import type { HostPorts } from './ports.ts'

/** Streams everything a tenant has, one row a line. */
export const exportTenant = async (ports: HostPorts, id: string, reply: FastifyReply): Promise<void> => {
  const { slug } = await ports.tenants.read(id)
  void reply
    .type('application/x-ndjson; charset=utf-8')
    .header('Content-Disposition', `attachment; filename="${slug}.jsonl"`)
    .header('Cache-Control', 'no-store')
    .send(ports.exportRows(id))
}
