/** The page behind the ribbon's function commands (manifest.xml, FunctionFile). */
import { createSession } from '../app/createSession';
import type { Session } from '../app/session';
import { startAnalystWorker } from '../app/startAnalystWorker';
import { systemTimers, today } from '../app/systemClock';
import { createWorkerAnalyst } from '../app/workerAnalyst';
import { clearHighlights, highlightCredits } from './ribbon';

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

const onHighlight = command((session) => highlightCredits(session, { asOf: today() }, systemTimers));
const onClear = command((session) => clearHighlights(session, systemTimers));

void Office.onReady(() => {
  Office.actions.associate('highlightCredits', onHighlight);
  Office.actions.associate('clearHighlights', onClear);
});
