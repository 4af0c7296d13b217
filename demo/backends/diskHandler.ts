import { createDiskKeeper, type DiskKeeper } from './disk/diskKeeper';
import { createEdge, type EdgeOptions } from './edge/edge';
import { createNodeHandler, type NodeHandler } from './edge/nodeHandler';

/**
 * Creates a handler for Node or Express that keeps everything in a folder. `keeper.reply` is for your own inbox.
 *
 * @example
 * const { handler, keeper } = createDiskHandler({ folder: '/var/lib/support', whoIs });
 * app.use('/support', handler); // before express.json()
 */
export function createDiskHandler(options: Omit<EdgeOptions, 'keeper'> & { readonly folder: string }): {
  readonly handler: NodeHandler;
  readonly keeper: DiskKeeper;
} {
  const keeper = createDiskKeeper(options.folder);
  return { keeper, handler: createNodeHandler(createEdge({ ...options, keeper })) };
}
