import { inside, instant, maskedName, maskedNumber, maskedPhone, named, now, personsBy, prepared, shownGroup } from './written.mjs';

const SEEN = 'divisionCode >= :from AND divisionCode < :to AND divisionCode >= :below AND divisionCode < :above';
/** The organ's own division, and the one of who receives it. */
const CASE_SEEN = `((divisionCode >= :from AND divisionCode < :to) OR (receivingDivisionCode >= :from AND receivingDivisionCode < :to))`;
const CASES = `FROM enforcement_case WHERE ${CASE_SEEN} AND divisionCode >= :below AND divisionCode < :above`;

/** In the order of the procedure. */
const OPEN_STATES = [
  ...['CLUE', 'PRE_CHECK', 'FILED', 'INVESTIGATING', 'SUSPENDED', 'INVESTIGATED', 'LEGAL_REVIEW', 'REVIEWED'],
  ...['NOTIFIED', 'HEARING', 'HEARD', 'DELIBERATED', 'DECIDED', 'SERVED', 'EXECUTING'],
];
const OPEN = `state IN ('${OPEN_STATES.join(`', '`)}')`;

const LIGHT = `CASE WHEN state = 'SUSPENDED' THEN 'GREEN' WHEN dueAt < :now THEN 'RED'
  WHEN light = 'YELLOW' OR nextAt <= :now THEN 'YELLOW' ELSE 'GREEN' END`;
const share = (when, holds) => `AVG(CASE WHEN ${when} THEN CASE WHEN ${holds} THEN 1.0 ELSE 0.0 END END)`;

const SQL = {
  byState: `SELECT state, COUNT(*) AS cases ${CASES} AND ${OPEN} GROUP BY state`,
  byLight: `SELECT kind, ${LIGHT} AS shown, COUNT(*) AS clocks FROM case_deadline WHERE ${SEEN}
    AND subjectType IN ('EnforcementCase', 'CaseMeasure', 'CorrectionOrder') AND metAt IS NULL AND state <> 'LAPSED'
    GROUP BY kind, shown ORDER BY kind, shown`,
  load: `SELECT l.cases, o.name, o.kind, o.divisionCode FROM (
      SELECT c.officerId, COUNT(*) AS cases FROM case_officer c JOIN enforcement_case e ON e.id = c.caseId AND e.${OPEN}
      WHERE c.divisionCode >= :from AND c.divisionCode < :to AND c.divisionCode >= :below AND c.divisionCode < :above
        AND c.until IS NULL AND c.caseFunction = 'INVESTIGATOR'
      GROUP BY c.officerId ORDER BY cases DESC, c.officerId LIMIT 200) l
    LEFT JOIN officer o ON o.id = l.officerId AND o.divisionCode >= :from AND o.divisionCode < :to
    ORDER BY l.cases DESC, l.officerId`,
  openCount: `SELECT COUNT(*) AS total ${CASES} AND ${OPEN}`,
  open: `SELECT caseNumber, state, procedure, cause, openedOn, decideBy, partyKind, partyName, partyIdNumber, partyPhone, organName, divisionCode
    ${CASES} AND ${OPEN} ORDER BY openedOn DESC, id DESC LIMIT 20`,
  months: `SELECT SUBSTR(openedOn, 1, 7) AS month, COUNT(*) AS cases, COUNT(decidedAt) AS decided, COUNT(endedAt) AS closed,
    ${share(`procedure = 'ORDINARY' AND decidedAt IS NOT NULL`, 'isOnTime')} AS decidedOnTimeShare,
    AVG(CASE WHEN procedure = 'ORDINARY' THEN JULIANDAY(decidedAt) - JULIANDAY(filedAt) END) AS averageDaysToDecide,
    ${personsBy('partyKey')} ${CASES} GROUP BY month ORDER BY month`,
  complaints: `SELECT STRFTIME('%Y-%m', c.filedAt, '+8 hours') AS month, COUNT(*) AS complaints, COUNT(c.outcome) AS handled,
    ${share(`h.state <> 'LAPSED' AND (h.metAt IS NOT NULL OR h.dueAt < :now)`, 'h.metAt <= h.dueAt')} AS handledOnTimeShare,
    ${share('c.satisfaction IS NOT NULL', 'c.satisfaction <= 3')} AS satisfaction,
    COUNT(DISTINCT SUBSTR(COALESCE(c.complainantPhone, c.id), -4)) AS persons
    FROM complaint c LEFT JOIN case_deadline h ON h.subjectId = c.id AND h.kind = 'COMPLAINT_HANDLING'
    WHERE c.divisionCode >= :from AND c.divisionCode < :to AND c.divisionCode >= :below AND c.divisionCode < :above
    GROUP BY month ORDER BY month`,
  case: `SELECT e.caseNumber, e.state, e.divisionCode, e.organCreditCode, p.code, p.cause, p.legalBasis, p.sanction
    FROM enforcement_case e LEFT JOIN enforcement_power p ON p.id = e.powerId WHERE e.caseNumber = :number AND ${CASE_SEEN}`,
};

const CASE_MEASURES = ['cases', 'decided', 'closed', 'decidedOnTimeShare', 'averageDaysToDecide'];
const COMPLAINT_MEASURES = ['complaints', 'handled', 'handledOnTimeShare', 'satisfaction'];

/** What an enforcement team asks, and what is told with a case by those who own the rest. */
export function caseAnswers({ enforcement }, { divisionNames, divisionCalled, organsCalled, handled, implemented }) {
  const sql = prepared(enforcement, SQL);
  const given = (division, viewer) => ({ ...inside(division), ...viewer.within('enforcement:read') });

  return {
    'case-desk'({ division }, viewer) {
      const seen = given(division, viewer);
      const counted = new Map(sql.byState.all(seen).map(({ state, cases }) => [state, cases]));
      const loads = sql.load.all(seen);
      const names = divisionNames(loads.map(({ divisionCode }) => divisionCode));
      return {
        caseDesk: {
          openCases: OPEN_STATES.filter((state) => counted.has(state)).map((state) => ({ state, cases: counted.get(state) })),
          clocks: sql.byLight.all({ ...seen, now: now() }).map(({ kind, shown, clocks }) => ({ kind, light: shown, clocks })),
          officerLoad: loads.map(({ cases, name, kind, divisionCode }) => ({
            cases,
            officer: name && { name: maskedName(name), kind, division: named(names.get(divisionCode)) },
          })),
        },
      };
    },

    cases({ division }, viewer) {
      const seen = given(division, viewer);
      const rows = sql.open.all(seen);
      const names = divisionNames(rows.map(({ divisionCode }) => divisionCode));
      const nodes = rows.map(({ caseNumber, state, procedure, cause, openedOn, decideBy, organName, divisionCode, ...party }) => ({
        caseNumber,
        state,
        procedure,
        cause,
        openedOn,
        decideBy: instant(decideBy),
        party: partyOf(party),
        organ: named(organName),
        division: named(names.get(divisionCode)),
      }));
      return { enforcementCases: { totalCount: sql.openCount.get(seen).total, nodes } };
    },

    'case-months'({ division }, viewer) {
      const seen = given(division, viewer);
      return {
        enforcementStatistics: sql.months.all(seen).map((row) => shownGroup(row, ['month'], CASE_MEASURES)),
        complaintStatistics: sql.complaints.all({ ...seen, now: now() }).map((row) => shownGroup(row, ['month'], COMPLAINT_MEASURES)),
      };
    },

    case({ number }, viewer) {
      const row = sql.case.get({ number, ...viewer.within('enforcement:read') });
      if (!row) return { enforcementCase: null };
      const { caseNumber, state, divisionCode, organCreditCode, code, cause, legalBasis, sanction } = row;
      const { name, parent } = divisionCalled(divisionCode);
      const organOf = (creditCode) => {
        const { name, kind, parent } = organsCalled([creditCode]).get(creditCode);
        return { name, kind, parent: named(parent) };
      };
      const rights = viewer.within('matters:read');
      const short = ({ name, implementationCode }) => ({ name, implementationCode });
      const ofDivision = ({ implementingName, ...row }) => ({ ...short(row), implementingOrganization: { name: implementingName } });
      return {
        enforcementCase: {
          caseNumber,
          state,
          power: code && { code, cause, legalBasis, sanction },
          organ: organCreditCode && { ...organOf(organCreditCode), matters: implemented(organCreditCode, 3, rights, short) },
          division: { name, parent: named(parent), matters: handled(divisionCode, 3, rights, ofDivision) },
        },
      };
    },
  };
}

function partyOf({ partyKind: kind, partyName, partyIdNumber, partyPhone }) {
  if (kind === null) return null;
  const isOrganization = kind === 'ORGANIZATION';
  return {
    kind,
    name: isOrganization ? null : maskedName(partyName),
    organizationName: isOrganization ? partyName : null,
    idNumber: maskedNumber(partyIdNumber),
    phone: maskedPhone(partyPhone),
  };
}
