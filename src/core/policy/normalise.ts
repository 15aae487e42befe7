/**
 * The one spelling under which codes, descriptions and payer names are looked up in the policy (domain.md 2.1 step 1 and 6 P20).
 */

/** Upper case, accents and punctuation gone, "&" read as AND, single spaces: "Blue-Cross of  Texas." becomes "BLUE CROSS OF TEXAS". */
export function normalKey(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().replace(/&/g, ' AND ').replace(/['’]/g, '');
  return plain.replace(/[^A-Z0-9]+/g, ' ').trim();
}
