/** The least Excel we work with: ExcelApi 1.14 (design.md 2, Floor and runtime). */
import { HostFailure } from './failure';

export const FLOOR = '1.14';

/** Throws NotInExcel outside Excel, ApiNotFound below the floor. */
export function assertFloor(): void {
  if (typeof Office === 'undefined' || typeof Excel === 'undefined') throw new HostFailure('NotInExcel');
  if (!Office.context.requirements.isSetSupported('ExcelApi', FLOOR)) throw new HostFailure('ApiNotFound');
}
