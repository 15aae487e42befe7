/** The page behind the ribbon's function commands (manifest.xml, FunctionFile). */
import { createSession } from '../app/createSession';
import type { Session, Timers } from '../app/session';
import { startAnalystWorker } from '../app/startAnalystWorker';
import { createWorkerAnalyst } from '../app/workerAnalyst';
import { dayOf, NO_DAY } from '../core/day';
import type { Day } from '../core/day';
import { clearHighlights, highlightCredits } from './ribbon';

const timers: Timers = {
  after: (milliseconds, action) => {
    const handle = setTimeout(action, milliseconds);
    return () => clearTimeout(handle);
  },
};

function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? NO_DAY;
}

/** Whatever happens, Excel is told that the command has ended: else the button stays dead. */
function command(work: (session: Session) => Promise<void>): (event: Office.AddinCommands.Event) => void {
  return (event) => {
    const analyst = createWorkerAnalyst(startAnalystWorker);
    const end = (): void => {
      analyst.dispose();
      event.completed();
    };
    work(createSession({ analyst })).then(end, end);
  };
}

const onHighlight = command((session) => highlightCredits(session, { asOf: today() }, timers));
const onClear = command((session) => clearHighlights(session, timers));

void Office.onReady(() => {
  Office.actions.associate('highlightCredits', onHighlight);
  Office.actions.associate('clearHighlights', onClear);
});
