import { writesOf } from '@township-graph/shared/command/subgraph-writes';
import { Deadlines } from '@township-graph/shared/deadlines/deadlines';
import { demoOrganization, departmentOf } from '@township-graph/shared/demo/roster';
import type { GraphClient } from '@township-graph/shared/graph-client/graph-client';
import { insertAll } from '@township-graph/shared/insert-all';
import { ScopedRepository } from '@township-graph/shared/scoped-repository';
import type { ENGINES } from '@township-graph/shared/testing/database';
import type { Viewer } from '@township-graph/shared/viewer';
import { Establishment } from '../establishment/establishment.entity';
import { periodsFrom } from '../periods';
import { Placement } from '../placement/placement.entity';
import { PlacementKind } from '../placement/placement.enums';
import { placementParts } from '../selection-parts';
import { selectionRepositories } from '../selection-repositories';
import { HomeMove } from '../staff-member/home-move';
import { StaffMember } from '../staff-member/staff-member.entity';
import { COUNTY, COUNTY_DESK, OURS, secondmentDesk } from './secondment-desk';
import { staffRow } from './staff-row';

const organ = ({ creditCode, name }: { creditCode: string | null; name: string }) => ({ creditCode: creditCode!, name });

/** An institution of a township, with whom people are placed. */
export const hostOf = (divisionCode: string) => organ(demoOrganization(divisionCode, 'CENTER_PUBLIC_SERVICE'));

export const HOME = organ(departmentOf(COUNTY, '农业农村'));

/** A desk with people who can be selected and placed; commands are the county's where nobody else is named. */
export async function selectionDesk(engine: (typeof ENGINES)[number], at?: string, graph?: GraphClient) {
  const desk = await secondmentDesk(engine, at, graph);
  const { opened, clock } = desk;
  const { manager } = opened.database;
  const { commands } = writesOf('secondment', { database: opened.database, clock });
  const staffMembers = new ScopedRepository(manager, StaffMember, { division: 'divisionCode', readScope: 'personnel:read' }, clock);
  const means = { commands, homeMove: new HomeMove(staffMembers, clock), deadlines: new Deadlines(clock), periods: periodsFrom({}), clock };
  const { appraisals } = placementParts({ ...selectionRepositories(manager, clock), staffMembers }, means);
  let serial = 0;

  const done = (name: string, input: object, shown: string, viewer: Viewer = COUNTY_DESK) => desk.done(name, input, shown, viewer);
  const refused = (name: string, input: object, viewer: Viewer = COUNTY_DESK) => desk.refused(name, input, viewer);
  const read = (query: string, viewer: Viewer = COUNTY_DESK) => desk.answered(query, viewer);
  /** Somebody of an institution of the county whom nobody pays wholly, but for what is said otherwise. */
  const staff = async (said: Partial<Parameters<typeof staffRow>[0]> = {}): Promise<string> => {
    serial += 1;
    const id = `staff-${serial}`;
    await insertAll(manager, StaffMember, [staffRow({ id, fundingKind: 'SELF', ...said })]);
    return id;
  };
  /** Wholly paid posts of the township's institution. */
  const posts = async (divisionCode: string, approved: number): Promise<void> => {
    const { creditCode: organCreditCode, name: organName } = hostOf(divisionCode);
    const approval = { approvalAuthority: '示例编委', approvalNumber: '示例编〔2026〕1号', approvedOn: '2026-01-01' };
    const whose = { organCreditCode, organName, organKind: 'PUBLIC_INSTITUTION', divisionCode, kind: 'INSTITUTION', fundingKind: 'FULL' };
    await insertAll(manager, Establishment, [{ id: `posts-${divisionCode}`, ...whose, ...approval, approved, version: 1 }]);
  };
  /** Who was selected, as an appointment leaves them. */
  const selected = async (
    from: string,
    to: string,
    staffMemberId?: string,
  ): Promise<{ readonly id: string; readonly staffMemberId: string }> => {
    const who = staffMemberId ?? (await staff());
    const place = {
      kind: 'STATIONED',
      divisionCode: OURS,
      organization: hostOf(OURS),
      postTitle: '示例岗位',
      document: '示例组〔2026〕3号',
    };
    const { id } = await done('beginPlacement', { staffMemberId: who, ...place, from, to }, 'placement { id }');
    await manager.update(Placement, { id }, { kind: PlacementKind.SELECTION });
    return { id, staffMemberId: who };
  };
  return { ...desk, manager, commands, appraisals, done, refused, read, staff, posts, selected };
}

export type SelectionDesk = Awaited<ReturnType<typeof selectionDesk>>;
