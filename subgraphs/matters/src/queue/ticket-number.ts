import { KIND_CODES, MatterKind } from '../matter/matter.enums';

/** Who came by appointment. */
const APPOINTMENT = 'Y';
/** Who names no kind of matter. */
const GENERAL = 'A';

/** A for whatever it may be, B onwards for the kinds in the order of their codes, so that a letter never changes its meaning. */
const LETTERS = new Map(Object.keys(KIND_CODES).map((kind, index) => [kind as MatterKind, String.fromCharCode(66 + index)]));

/** The series that a number is of: each has its own 001. */
export function categoryOf(kind: MatterKind | null, hasAppointment: boolean): string {
  if (hasAppointment) return APPOINTMENT;
  return kind ? LETTERS.get(kind)! : GENERAL;
}

/** A001, as it is printed and called. */
export function ticketNumber(category: string, sequence: number): string {
  return `${category}${String(sequence).padStart(3, '0')}`;
}
