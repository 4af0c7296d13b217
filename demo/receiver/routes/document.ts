import { openApiDocument } from '../openApi';
import { addRoute, type RouteScope } from './route';

/** Adds the description of every route that was added before it, and of itself. */
export function addDocumentRoute(scope: RouteScope): void {
  let document: unknown;
  addRoute(
    scope,
    {
      method: 'GET',
      path: '/openapi.json',
      summary: 'This description',
      caller: 'anyone',
      answers: { 200: { description: 'OpenAPI 3.1', type: 'application/json' } },
      problems: [],
    },
    async () => (document ??= openApiDocument(scope.contracts)),
  );
}
