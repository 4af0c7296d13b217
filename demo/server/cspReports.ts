import type { FastifyInstance } from 'fastify';

const KEPT = 200;

/** Collects violation reports of the demo's pages in memory, so that a test can say there were none. DELETE forgets them. */
export function addCspReports(app: FastifyInstance): void {
  const reports: unknown[] = [];
  app.addContentTypeParser(
    ['application/csp-report', 'application/reports+json'],
    { parseAs: 'string' },
    async (_request: unknown, body: string) => parsed(body),
  );
  app.post('/csp-report', async (request, reply) => {
    if (reports.push(request.body) > KEPT) reports.shift();
    return reply.code(204).send();
  });
  app.get('/csp-report', async () => reports);
  app.delete('/csp-report', async (_request, reply) => {
    reports.length = 0;
    return reply.code(204).send();
  });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return { unreadable: true };
  }
}
