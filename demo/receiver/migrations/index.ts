import { accessChain } from './accessChain';
import { agentAttachments } from './agentAttachments';
import { deviceKeys } from './deviceKeys';
import { answerMail } from './answerMail';
import { cleanedAttachments } from './cleanedAttachments';
import { hintActChain } from './hintActChain';
import { hintAssets } from './hintAssets';
import { hintDrafts } from './hintDrafts';
import { hints } from './hints';
import { mail } from './mail';
import { outgoing } from './outgoing';
import { retention } from './retention';
import { rowSecurity } from './rowSecurity';
import { start } from './start';
import { writers } from './writers';

/** Every migration, oldest first. Never changed once released: a new one is added below. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: 'start', sql: start },
  { name: 'agentAttachments', sql: agentAttachments },
  { name: 'accessChain', sql: accessChain },
  { name: 'deviceKeys', sql: deviceKeys },
  { name: 'cleanedAttachments', sql: cleanedAttachments },
  { name: 'retention', sql: retention },
  { name: 'rowSecurity', sql: rowSecurity },
  { name: 'mail', sql: mail },
  { name: 'outgoing', sql: outgoing },
  { name: 'answerMail', sql: answerMail },
  { name: 'writers', sql: writers },
  { name: 'hints', sql: hints },
  { name: 'hintAssets', sql: hintAssets },
  { name: 'hintDrafts', sql: hintDrafts },
  { name: 'hintActChain', sql: hintActChain },
];
