import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { disposeModel } from '../../foundation/disposeModel';
import { mailingSheet, OtherWays } from '../../questions/mailing';
import type { PanelContext } from '../panel/panelContext';
import { usePartSheet } from '../panel/useChunk';
import { createMailing } from './createMailing';

/** Draws the other ways for the submission that the screen is about. */
export function MailScreens(context: PanelContext): JSX.Element | null {
  const { panel, port, workspace, frame } = context;
  const screen = panel.screen.value;
  const id = screen.name === 'mail' ? screen.submission : undefined;
  usePartSheet(context, mailingSheet);
  const model = useMemo(() => id && createMailing(port, workspace.ownerSpace(), id), [id, workspace]);
  useEffect(() => () => model && disposeModel(model), [model]);
  return model ? <OtherWays key={id} model={model} frame={frame} /> : null;
}
