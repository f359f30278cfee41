import { LANKAO } from '@township-graph/shared/demo/divisions';
import { departmentOf } from '@township-graph/shared/demo/roster';
import type { EntityManager } from 'typeorm';
import type { Workplaces } from '../cases/workplace';
import { demoComplaints } from './demo-complaints';
import { DemoDesk } from './demo-desk';
import { demoFaultInquiry } from './demo-fault-inquiry';
import { demoInspections } from './demo-inspections';
import { publishAndWrite } from './demo-publicity';

/** What lies on the desks of 兰考 beside cases: little of each, at whatever scale; publicity is of the cases that were loaded. */
export async function loadDesks(tx: EntityManager, now: Date, { LANKAO: townships }: Workplaces): Promise<void> {
  const desk = new DemoDesk(tx, now);
  const county = (department: string) => ({ divisionCode: LANKAO, creditCode: departmentOf(LANKAO, department).creditCode! });
  await publishAndWrite(desk);
  await demoInspections(desk, county('市场监管'), townships);
  await demoComplaints(desk, county('城管'), townships);
  await demoFaultInquiry(desk, county('司法'), townships[0]!);
}
