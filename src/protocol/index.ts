/**
 * The published language between the device and the receiver, protocol v1.
 * Both sides import these shapes; only additions are allowed within a version.
 */
export * from './access';
export * from './agent';
export * from './content';
export * from './conversation';
export * from './decode';
export * from './deviceKey';
export * from './mail';
export { parseContent, safeHref } from './parseContent';
export * from './paths';
export * from './problem';
export * from './session';
export * from './submission';
export * from './version';
