import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { MachineDefinition } from '@township-graph/shared/state-machine';
import { ADMISSION_MACHINE } from './admission/admission.status';
import { APPLICATION_MACHINE } from './application/application.moves';
import { APPOINTMENT_MOVES } from './appointment/appointment.status';
import { DELEGATION_MACHINE } from './delegation/delegation.machine';
import { MATTER_CHANGE_MACHINE } from './matter-change/matter-change.status';
import { TICKET_MOVES } from './queue/queue-ticket.status';
import { RATING_MACHINE } from './rating/rating.moves';
import { WINDOW_MOVES } from './service-window/service-window.status';
import { DUTY_REFUSAL_MACHINE } from './unapproved-duty/duty-refusal.status';

// biome-ignore lint/suspicious/noExplicitAny: of whatever states and facts
type AnyMachine = MachineDefinition<any, any, any>;

const README = readFileSync(path.resolve(__dirname, '../README.md'), 'utf8');
const DIAGRAMS = [...README.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, text]) => text!);

/** The arrows of the diagram, or of the part of one, that has this line in it. */
function arrowsOf(line: string): string[] {
  const diagram = DIAGRAMS.find((text) => text.includes(line))!;
  const part = diagram.split(/(?=state "\w+ )/).find((text) => text.includes(line))!;
  return [...part.matchAll(/^\s*([A-Z_]+) --> ([A-Z_]+)/gm)].map(([, from, to]) => `${from} --> ${to}`);
}

/** Every change of state that the table has, but for these actions. */
function changesOf({ moves }: AnyMachine, besides: readonly string[]): string[] {
  const named = Object.entries(moves).filter(([action]) => !besides.includes(action));
  return named.flatMap(([, { from, to }]) => from.map((each: string) => `${each} --> ${to ?? each}`));
}

const unlike = (arrows: readonly string[]) => [...new Set(arrows)].filter((arrow) => !isLoop(arrow)).sort();
const isLoop = (arrow: string) => arrow.split(' --> ')[0] === arrow.split(' --> ')[1];

/** Those that the words beneath a diagram tell of. */
const OF_APPLICATIONS = ['withdraw', 'terminate', 'archive', 'forward', 'transfer', 'return', 'refuse', 'returnUnsupplemented'];
const OF_ADMISSIONS = ['returnAdmission', 'rejectAdmission', 'withdrawAdmission', 'reclaimAdmission', 'abolishAdmission'];
const OF_CHANGES = ['returnMatterChange', 'rejectMatterChange', 'withdrawMatterChange'];

test.each<[string, string, AnyMachine, readonly string[]]>([
  ['applications', 'submitApplication (onlySave)', APPLICATION_MACHINE, OF_APPLICATIONS],
  ['ratings', 'rateApplication, 1 to 3', RATING_MACHINE, []],
  ['numbers', 'takeNumber, checkInAppointment', TICKET_MOVES, []],
  ['appointments', 'bookAppointment', APPOINTMENT_MOVES, []],
  ['windows', 'openWindow', WINDOW_MOVES, []],
  ['delegations', 'grantDelegation, addDelegationRecipients', DELEGATION_MACHINE, []],
  ['admissions', 'draftAdmission', ADMISSION_MACHINE, OF_ADMISSIONS],
  ['refused duties', 'refuseUnapprovedDuty', DUTY_REFUSAL_MACHINE, []],
  ['changes', 'proposeMatterChange', MATTER_CHANGE_MACHINE, OF_CHANGES],
])('the diagram of %s shows the moves that there are, and no other', (_name, line, machine, besides) => {
  const shown = unlike(arrowsOf(line));
  const all = unlike(changesOf(machine, []));
  expect(shown.filter((arrow) => !all.includes(arrow))).toEqual([]);
  expect(unlike(changesOf(machine, besides)).filter((arrow) => !shown.includes(arrow))).toEqual([]);
  expect(shown.length).toBeGreaterThan(0);
});
