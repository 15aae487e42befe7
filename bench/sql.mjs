/** The five kinds in SQL, over t(i, acct, payer, typ, post, svc, c, chk, carc) with c in integer cents, and a(acct, guar, pat). */
const sumOf = (type) => `SUM(CASE WHEN typ='${type}' THEN c ELSE 0 END)`;

/** Each payer's part of each account. */
export const PARTS = `
CREATE TABLE b AS SELECT acct, payer, ${sumOf('CHG')} chg, ${sumOf('PMT')}-${sumOf('REV')} pay, ${sumOf('ADJ')} adj, ${sumOf('REF')} rfd, ${sumOf('XFR')} xfr
FROM t GROUP BY acct, payer`;

export const ACCOUNTS = `
CREATE TABLE s AS SELECT q.acct, a.guar, a.pat, q.chg, q.pay, q.adj, q.rfd, q.bal
FROM (SELECT acct, SUM(chg) chg, SUM(pay) pay, SUM(adj) adj, SUM(rfd) rfd, SUM(chg+xfr-pay-adj+rfd) bal FROM b GROUP BY acct) q JOIN a ON a.acct=q.acct`;

export const TOTALS = 'SELECT SUM(chg), SUM(pay), SUM(adj), SUM(rfd) FROM s';

export const FLAGS = `
WITH live AS (
  SELECT i, acct, payer, c, post FROM t
  WHERE typ='PMT' AND NOT EXISTS (SELECT 1 FROM t r WHERE r.typ='REV' AND r.acct=t.acct AND r.payer=t.payer AND r.c=t.c AND r.chk=t.chk)
), paid AS (
  SELECT acct, payer, c FROM live GROUP BY acct, payer, c HAVING COUNT(*)>1
), again AS (
  SELECT l.i, l.acct, l.payer, l.c, l.post, LAG(l.post) OVER (PARTITION BY l.acct, l.payer, l.c ORDER BY l.post, l.i) earlier
  FROM paid JOIN live l ON l.acct=paid.acct AND l.payer=paid.payer AND l.c=paid.c
), contractual AS (
  SELECT i, acct, payer, c, svc, post FROM t WHERE typ='ADJ' AND carc='45'
), written AS (
  SELECT acct, payer, c, svc FROM contractual GROUP BY acct, payer, c, svc HAVING COUNT(*)>1
), nth AS (
  SELECT d.i, d.acct, d.payer, d.c, ROW_NUMBER() OVER (PARTITION BY d.acct, d.payer, d.c, d.svc ORDER BY d.post, d.i) n
  FROM written w JOIN contractual d ON d.acct=w.acct AND d.payer=w.payer AND d.c=w.c AND d.svc=w.svc
), credit AS (
  SELECT acct, guar, pat, -bal c FROM s WHERE bal<0
), debt AS (
  SELECT acct, guar, pat, bal c FROM s WHERE bal>0
), beside AS (
  SELECT credit.acct x, debt.acct y, credit.c c FROM credit JOIN debt ON debt.guar=credit.guar AND debt.guar<>'' AND debt.c=credit.c
  UNION
  SELECT credit.acct, debt.acct, credit.c FROM credit JOIN debt ON debt.pat=credit.pat AND debt.c=credit.c
)
SELECT 1 k, acct x, '' y, -bal c, -1 i FROM s WHERE bal<0
UNION ALL
SELECT 2, b.acct, b.payer, -(b.chg+b.xfr-b.pay-b.adj+b.rfd), -1 FROM b JOIN s ON s.acct=b.acct WHERE b.chg+b.xfr-b.pay-b.adj+b.rfd<0 AND s.bal>=0
UNION ALL
SELECT 3, acct, payer, c, i FROM again WHERE earlier IS NOT NULL AND post-earlier<=30
UNION ALL
SELECT 4, acct, payer, c, i FROM nth WHERE n>1
UNION ALL
SELECT 5, x, y, c, -1 FROM beside
ORDER BY 4 DESC, 1, 2, 3, 5`;
