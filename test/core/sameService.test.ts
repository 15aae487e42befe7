/** The same charge twice on one account, each paid by its own check (exports.md hazard 6): settled, not a hidden duplicate. One charge paid twice still is. */
import { findingsOf, reviewOf } from './harness';

const line = (check: number, day: string): string => `
2026-01-05 charge 1000 claim=CL1
${day} contractual 400 Aetna claim=CL1
${day} payment 480 Aetna check=${check} claim=CL1 allowed=600 pr=120
2026-02-20 payment 120 patient check=${check + 5_000}`;

it('two vaccines at one price, two checks, all paid: nothing is said', () => {
  const reviewed = reviewOf(`account A1 payer1=Aetna${line(1001, '2026-02-01')}${line(1002, '2026-02-10')}`);
  expect(reviewed.review.credits).toEqual([]);
});

it('the second charge is missing: 480.00 was paid twice, and the patient 120.00 twice', () => {
  const reviewed = reviewOf(`account A1 payer1=Aetna${line(1001, '2026-02-01')}
2026-02-10 payment 480 Aetna check=1002 claim=CL1 allowed=600 pr=120
2026-02-20 payment 120 patient check=7000`);
  expect(findingsOf(reviewed).map((text) => text.slice(0, 3))).toEqual(['C01', 'C27']);
});

it('the payer paid the second charge twice over: 480.00 is in credit', () => {
  const reviewed = reviewOf(`account A1 payer1=Aetna${line(1001, '2026-02-01')}${line(1002, '2026-02-10')}
2026-02-15 payment 480 Aetna check=1003 claim=CL1 allowed=600 pr=120`);
  expect(reviewed.review.credits.map(({ credit }) => credit)).toEqual([48_000]);
});
