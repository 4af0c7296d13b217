import Fastify, {
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import type { TSchema } from 'typebox';
import { DEFAULT_LIMITS, HINT_ASSET_TYPES } from '../../src/protocol/index';
import { refusalOf, shapeAnswers } from './answers';
import { createTokenCheck } from './auth';
import { checkDigest } from './contentDigest';
import { parseJson } from './jsonBody';
import type { Ports } from './ports';
import { problemBody, Refusal } from './problem';
import { addAccessRoutes } from './routes/access';
import { addAgentContentRoutes } from './routes/agentContent';
import { addAgentQuestionRoutes } from './routes/agentQuestions';
import { addAttachmentRoutes } from './routes/attachments';
import { addChangesRoutes } from './routes/changes';
import { addDeviceKeyRoutes } from './routes/deviceKeys';
import { addDocumentRoute } from './routes/document';
import { addEventsRoute } from './routes/events';
import { addHintAssetRoutes } from './routes/hintAssets';
import { addHintDesignRoutes } from './routes/hintDesign';
import { addHintDraftRoutes } from './routes/hintDrafts';
import { addHintFiguresRoutes } from './routes/hintFigures';
import { addHintRoutes } from './routes/hints';
import { addMailRoutes, MAIL_BYTES, MAIL_TYPE } from './routes/mails';
import { addMeRoute } from './routes/me';
import { addOutgoingRoutes } from './routes/outgoing';
import { addQuestionRoutes } from './routes/questions';
import { headerOf, refuseOtherMethods, type RouteScope } from './routes/route';
import { addSubmissionRoutes } from './routes/submissions';
import { createValidator } from './validator';

const IDLE_LOOK_MS = 50;

/** Options that the process around the receiver hands to Fastify. */
export const serverOptions: FastifyServerOptions = {
  bodyLimit: DEFAULT_LIMITS.bodyBytes,
  requestTimeout: 300_000,
  connectionTimeout: 30_000,
  forceCloseConnections: 'idle',
  requestIdHeader: false,
  genReqId: (request) => {
    const given = request.headers['x-request-id'];
    return typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : crypto.randomUUID();
  },
  frameworkErrors: (error, request, { raw }) => {
    const body = problemBody(refusalOf(error, DEFAULT_LIMITS.bodyBytes), { path: '', requestId: request.id });
    raw
      .writeHead(body.status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
      .end(JSON.stringify(body));
  },
};

/** Creates a receiver below `/v1`, not listening: tests call it with `inject`, a process lets it listen. */
export function createReceiver(ports: Ports): FastifyInstance {
  const app = Fastify(serverOptions);
  app.register(receiver(ports), { prefix: '/v1' });
  return app;
}

/** The receiver as a part that can stand beside others on one port. */
export function receiver(ports: Ports): FastifyPluginAsync {
  return async (app) => {
    const stopping = new AbortController();
    const rawBodies = new WeakMap<FastifyRequest, Uint8Array>();
    app.addHook('preClose', async () => stopping.abort());
    letGoWhenStopping(app);
    readBodies(app, rawBodies);
    app.setValidatorCompiler(({ schema, httpPart }) => createValidator(schema as TSchema, httpPart)); // every schema here is a TypeBox one
    shapeAnswers(app, ports);
    addRoutes({
      app,
      ports,
      rawBodies,
      tokens: createTokenCheck(ports.settings, ports.clock),
      contracts: [],
      stopping: stopping.signal,
    });
  };
}

/** A connection that is being answered when a receiver stops is kept by its client for a minute: each is closed as soon as it is idle. */
function letGoWhenStopping(app: FastifyInstance): void {
  let looking: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    looking = setInterval(() => app.server.closeIdleConnections(), IDLE_LOOK_MS);
  });
  app.addHook('onClose', async () => clearInterval(looking));
}

function addRoutes(scope: RouteScope): void {
  addMeRoute(scope);
  addDeviceKeyRoutes(scope);
  addSubmissionRoutes(scope);
  addAttachmentRoutes(scope);
  addQuestionRoutes(scope);
  addChangesRoutes(scope);
  addEventsRoute(scope);
  addHintRoutes(scope);
  addHintDesignRoutes(scope);
  addHintDraftRoutes(scope);
  addHintFiguresRoutes(scope);
  addHintAssetRoutes(scope);
  addAgentQuestionRoutes(scope);
  addAgentContentRoutes(scope);
  addMailRoutes(scope);
  addAccessRoutes(scope);
  addOutgoingRoutes(scope);
  addDocumentRoute(scope);
  refuseOtherMethods(scope, (allow) => {
    throw new Refusal('method-not-allowed', `Only ${allow}`, { headers: { allow } });
  });
}

/**
 * JSON is read strictly and its bytes are kept for the digest; pieces of attachments stay a stream, pictures of hints are bytes.
 * The digest is compared before the JSON is read: what was damaged on the way may be sent again, what is not JSON may not.
 */
function readBodies(app: FastifyInstance, rawBodies: WeakMap<FastifyRequest, Uint8Array>): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, bytes: Buffer) => {
      rawBodies.set(request, bytes);
      checkDigest(bytes, headerOf(request, 'content-digest'), false);
      return parseJson(bytes);
    },
  );
  app.addContentTypeParser<Buffer>(
    MAIL_TYPE,
    { parseAs: 'buffer', bodyLimit: MAIL_BYTES },
    async (_request: FastifyRequest, bytes: Buffer) => bytes,
  );
  app.addContentTypeParser<Buffer>(
    [...HINT_ASSET_TYPES],
    { parseAs: 'buffer' },
    async (request: FastifyRequest, bytes: Buffer) => {
      rawBodies.set(request, bytes);
      return bytes;
    },
  );
  app.addContentTypeParser('application/offset+octet-stream', async (_request: FastifyRequest, body: unknown) => body);
}
