/** The pane in Excel: waits for Office, then shows the pane, or says why there is none. */
import { createRoot } from 'react-dom/client';
import { createSession } from '../app/createSession';
import { startAnalystWorker } from '../app/startAnalystWorker';
import { createWorkerAnalyst } from '../app/workerAnalyst';
import { officeBackground, officeReady } from './office';
import { Pane } from './Pane';
import { savedName } from './parts/userName';
import { NoExcelScreen } from './screens/NoExcelScreen';
import { Themed } from './Themed';
import { today } from './today';
import type { MakeSession } from './usePane';

const makeSession: MakeSession = (onWaiting) => createSession({ analyst: createWorkerAnalyst(startAnalystWorker), onWaiting, user: savedName() });

async function start(root: HTMLElement): Promise<void> {
  const { state } = await officeReady();
  createRoot(root).render(
    <Themed officeBackground={officeBackground()}>
      {state === 'excel' ? <Pane makeSession={makeSession} today={today()} /> : <NoExcelScreen state={state} />}
    </Themed>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
