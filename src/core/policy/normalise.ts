/**
 * The one spelling under which codes, descriptions and payer names are looked up in the policy (domain.md 2.1 step 1 and 6 P20).
 */

/** Lower case words with single spaces; accents and punctuation gone, camel case opened: "Blue-Cross of  TX." becomes "blue cross of tx". */
export function normalKey(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/w\/o/g, 'wo');
  return plain.replace(/[^a-z0-9]+/g, ' ').trim();
}
