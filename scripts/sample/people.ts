/** Invented patients only: the surnames say so. */
import { randomOf } from './random';

const SURNAMES = [
  'EXAMPLETON',
  'SAMPLEWOOD',
  'TESTERBY',
  'MOCKRIDGE',
  'DEMOVILLE',
  'FICTWORTH',
  'PLACEHOLT',
  'PRETENDHAM',
  'SPECIMORE',
  'TRIALSBY',
  'IMAGINSON',
  'NONESUCH',
  'MAKEBELLE',
  'INVENTLEY',
  'DRAFTMOOR',
  'SANDBOXER',
  'PROTOTYLE',
  'HYPOTHORPE',
  'NOTREALIS',
  'FAUXBURY',
  'STANDINGER',
  'DUMMFIELD',
  'MODELSON',
];
const FIRST = [
  'MAYA',
  'LEO',
  'RUTH',
  'OMAR',
  'NINA',
  'CARL',
  'IVY',
  'HUGO',
  'ELSA',
  'RAUL',
  'JUNE',
  'AMIR',
  'TESS',
  'IGOR',
  'LENA',
  'PAUL',
  'ROSA',
  'KENJI',
  'ADA',
  'FINN',
  'MIRA',
  'SETH',
  'ZOE',
  'ERIC',
  'DINA',
  'COLE',
  'VERA',
  'ALAN',
  'GWEN',
  'TROY',
  'SARA',
  'NEIL',
  'ANNA',
  'BEN',
  'CORA',
  'DEAN',
  'EDIE',
];
const STATES = ['TX', 'TX', 'TX', 'TX', 'CA', 'FL', 'GA', 'NY', 'OH', 'AZ'];

export interface Person {
  readonly name: string;
  readonly mrn: string;
  /** Day serial. */
  readonly dob: number;
  readonly guarantorId: string;
  readonly guarantorName: string;
  readonly state: string;
  readonly memberId: string;
}

/** Number n of the invented people; 0 … 850 are all different. `born` is the year of birth. */
export function person(n: number, born?: number): Person {
  const random = randomOf(`person ${n}`);
  const name = `${SURNAMES[n % SURNAMES.length]}, ${FIRST[n % FIRST.length]} ${'ABCDEFGHJKLMNPRSTW'[random.int(0, 17)]}`;
  const year = born ?? random.int(1948, 1999);
  return {
    name,
    mrn: `0${String(41000 + n * 7)}`,
    dob: serial(year, random.int(1, 12), random.int(1, 28)),
    guarantorId: `G${String(5000 + n)}`,
    guarantorName: name,
    state: random.pick(STATES),
    memberId: `${random.pick(['W', 'X', 'K', 'Y'])}${random.digits(9)}`,
  };
}

/** A child whose bills go to a parent. */
export function childOf(parent: Person, n: number, born = 2017): Person {
  const self = person(n, born);
  const first = self.name.split(', ')[1] ?? '';
  return { ...self, name: `${parent.name.split(',')[0]}, ${first}`, guarantorId: parent.guarantorId, guarantorName: parent.name, state: parent.state };
}

/** Excel day serial of a civil date. */
export function serial(year: number, month: number, date: number): number {
  return Math.round(Date.UTC(year, month - 1, date) / 86_400_000) + 25569;
}
