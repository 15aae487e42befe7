/** Twins of the sample, of each kind of hazard, of a writer and of a text file; those of all other fixtures are judged with LibreOffice at hand (test/office). */
import { FEW } from './twinFile';
import { testTwins } from './twinTests';

testTwins(FEW);
