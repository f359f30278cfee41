import type { EntityManager } from 'typeorm';

/** A delegation that ends, as those who handle applications need to know it. */
export interface HandedBack {
  readonly delegationId: string;
  /** The matters that townships handled by it: the department's one, or of a direct grant one a township. */
  readonly matterIds: readonly string[];
  /** The townships that handled them, with all below. */
  readonly divisionCodes: readonly string[];
  /** The day from which on they are the department's; it may lie ahead. */
  readonly from: string;
  /** Who takes them over. */
  readonly department: { readonly creditCode: string; readonly name: string; readonly divisionCode: string };
}

/** Told, in the transaction that ends a delegation, that open applications go to the department; says how many. */
export interface OpenApplications {
  handBack(tx: EntityManager, ended: HandedBack): Promise<number>;
}

/** While nobody keeps applications, there are none to hand back. */
export const NO_OPEN_APPLICATIONS: OpenApplications = { handBack: async () => 0 };
