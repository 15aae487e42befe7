/** A review stays explainable while the workbook is only looked at again (design.md 10): its stories are told from the ledger it was made of. */
import { AS_OF, billing, desk } from './billing';

it('tells the story of a listed credit after another look, in the same words', async () => {
  const { scan, session, excel } = await desk(billing());
  const { review } = await scan();
  const account = review?.credits.find((credit) => credit.key === '00123')?.account ?? -1;
  const before = await session.story(account);
  expect(before.lines.length).toBeGreaterThan(0);
  await session.look({ asOf: AS_OF, corrections: { 'role:Transactions': 'ignored' } });
  expect(await session.story(account)).toEqual(before);
  excel.close();
});
