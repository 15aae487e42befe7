/** The workbench page: the embedded Excel in its worker, the grid, and the pane of Excel as it is. */
import { createRoot } from 'react-dom/client';
import { createSession } from '../app/createSession';
import { startAnalystWorker } from '../app/startAnalystWorker';
import { slipsOf } from '../app/twin/slips';
import { createWorkerAnalyst } from '../app/workerAnalyst';
import { startBrowserExcel } from '../host/browser';
import { officeReady } from '../taskpane/office';
import { Pane } from '../taskpane/Pane';
import { savedName } from '../taskpane/parts/userName';
import { Themed } from '../taskpane/Themed';
import { today } from '../taskpane/today';
import type { MakeSession } from '../taskpane/usePane';
import type { Looked } from './copies';
import { Stopped } from './Stopped';
import { Workbench } from './Workbench';

const CLIENT = 'excel-web-16.00.js';

const makeSession: MakeSession = (onWaiting) => createSession({ analyst: createWorkerAnalyst(startAnalystWorker), onWaiting, user: savedName() });

/** A look of its own, so that the pane's is not disturbed; for a twin also what was mis-keyed. */
async function look(forTwin: boolean): Promise<Looked> {
  const analyst = createWorkerAnalyst(startAnalystWorker);
  try {
    const asOf = today();
    const session = createSession({ analyst });
    const seen = { look: await session.look({ asOf }), asOf };
    return forTwin ? { ...seen, slips: slipsOf(await session.scan({ asOf }, () => undefined, new AbortController().signal)) } : seen;
  } finally {
    analyst.dispose();
  }
}

async function start(root: HTMLElement): Promise<void> {
  const page = createRoot(root);
  try {
    const excel = await startBrowserExcel(new URL(CLIENT, document.baseURI).href);
    await officeReady();
    page.render(
      <Themed officeBackground="">
        <Workbench
          book={excel}
          look={look}
          pane={(generation, onSample) => <Pane key={generation} makeSession={makeSession} today={today()} onSample={onSample} />}
        />
      </Themed>,
    );
  } catch (error) {
    page.render(
      <Themed officeBackground="">
        <Stopped error={error} />
      </Themed>,
    );
  }
}

/** Works offline from the second visit on. Where a browser has no service worker the page works as before, online. */
function keepForOffline(): void {
  if (!('serviceWorker' in navigator) || location.protocol === 'file:') return;
  navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI)).catch((error: unknown) => {
    document.documentElement.dataset.offline = error instanceof Error ? error.name : 'failed';
  });
}

keepForOffline();
const root = document.getElementById('root');
if (root) void start(root);
