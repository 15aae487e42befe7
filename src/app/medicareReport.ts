/** The CMS-838 sheet, written only when asked for. */
import { cms838Edit, overpaymentContexts, overpaymentsOf } from '../outputs/cms838';
import { CMS838_SHEET } from '../outputs/own';
import type { OwnSheetWork, PublishContext } from './ownSheets';

export const medicareWork = (publish: PublishContext): OwnSheetWork => ({
  spec: CMS838_SHEET,
  change: async (standing) => {
    const found = overpaymentsOf(publish.review, publish.after('credits'));
    const answers = found.length === 0 ? [] : await publish.payments(overpaymentContexts(found));
    return cms838Edit(
      publish.review,
      found.map((each, at) => ({ ...each, facts: answers[at]?.facts ?? null })),
      standing,
    );
  },
});
