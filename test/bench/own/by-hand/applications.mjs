import {
  dayOf,
  inside,
  instant,
  maskedName,
  maskedNumber,
  maskedPhone,
  named,
  now,
  personsBy,
  prepared,
  shownGroup,
  today,
} from './written.mjs';

const SEEN = 'divisionCode >= :from AND divisionCode < :to AND divisionCode >= :below AND divisionCode < :above';
const OPEN = `state IN ('SUBMITTED', 'PRE_REVIEW', 'RECEIVED', 'CORRECTION', 'ACCEPTED', 'REVIEWING', 'SUSPENDED')`;
const OVERDUE = `dueAt IS NOT NULL AND dueAt < :now AND decidedAt IS NULL AND state <> 'SUSPENDED'`;
const DUE = 'dueAt IS NOT NULL AND decidedAt IS NULL';

const IMMEDIATE = `AVG(CASE WHEN handlingKind = 'IMMEDIATE' THEN 1.0 ELSE 0.0 END)`;
const ON_TIME = 'AVG(CASE WHEN decidedAt IS NULL THEN NULL WHEN isOnTime THEN 1.0 ELSE 0.0 END)';
const SATISFACTION = 'AVG(CASE WHEN ratingGrade IS NULL THEN NULL WHEN ratingGrade <= 3 THEN 1.0 ELSE 0.0 END)';
const RATING_RATE = 'AVG(CASE WHEN completedAt IS NULL THEN NULL WHEN ratingGrade IS NULL THEN 0.0 ELSE 1.0 END)';
const workdays = (limit) => `CASE WHEN ${limit}Unit = 'DAY' THEN ${limit}Value * 5.0 / 7.0 ELSE ${limit}Value * 1.0 END`;
const COMPRESSION = `1.0 - SUM(CASE WHEN statutoryValue > 0 THEN ${workdays('promised')} END)
  / SUM(CASE WHEN statutoryValue > 0 THEN ${workdays('statutory')} END)`;

const SQL = {
  taken: `SELECT state AS code, COUNT(*) AS applications, ${personsBy('applicantIdNumber')} FROM application
    WHERE ${SEEN} AND openedOn >= :since GROUP BY state ORDER BY state`,
  overdueCount: `SELECT COUNT(*) AS total FROM application WHERE ${SEEN} AND ${OVERDUE}`,
  overdue: `SELECT acceptanceNumber, matterName, dueAt FROM application WHERE ${SEEN} AND ${OVERDUE} ORDER BY dueAt, id LIMIT 20`,
  rated: `SELECT ${SATISFACTION} AS satisfaction, ${RATING_RATE} AS activeRatingRate, ${ON_TIME} AS onTimeShare,
    ${personsBy('applicantIdNumber')} FROM application WHERE ${SEEN}`,
  queues: `SELECT name, (SELECT COUNT(*) FROM queue_ticket q WHERE q.servicePointId = s.id AND q.day = :day
      AND q.state IN ('WAITING', 'TRANSFERRED')) AS waiting,
    (SELECT MIN(q.takenAt) FROM queue_ticket q WHERE q.servicePointId = s.id AND q.day = :day
      AND q.state IN ('WAITING', 'TRANSFERRED')) AS since
    FROM service_point s WHERE divisionCode >= :below AND divisionCode < :above AND tier = 'TOWNSHIP_CENTER'
    ORDER BY divisionCode, tier, id LIMIT 20`,
  openCount: `SELECT COUNT(*) AS total FROM application WHERE ${SEEN} AND ${OPEN} AND ${DUE}`,
  open: `SELECT a.id, a.acceptanceNumber, a.matterName, a.state, a.handlerTier, a.channel, a.openedOn, a.dueAt, a.divisionCode,
    a.applicantKind, a.applicantName, a.applicantOrganization, a.applicantIdNumber, a.applicantPhone, a.implementingName, s.name AS point
    FROM (SELECT * FROM application WHERE ${SEEN} AND ${OPEN} AND ${DUE} ORDER BY dueAt, id LIMIT 20) a
      LEFT JOIN service_point s ON s.id = a.servicePointId ORDER BY a.dueAt, a.id`,
  deadlines: `SELECT subjectId, kind, dueAt, metAt IS NOT NULL OR state IN ('LAPSED', 'SUSPENDED') AS stands, state, light,
      light = 'YELLOW' OR nextAt <= :now AS warned
    FROM case_deadline WHERE subjectId IN (SELECT value FROM json_each(:ids)) ORDER BY startedAt, id`,
  months: `SELECT SUBSTR(openedOn, 1, 7) AS month, COUNT(*) AS applications, COUNT(decidedAt) AS decided,
    SUM(CASE WHEN ${OVERDUE} THEN 1 ELSE 0 END) AS overdue, ${IMMEDIATE} AS immediateShare, ${ON_TIME} AS onTimeShare,
    ${COMPRESSION} AS promisedCompression, ${SATISFACTION} AS satisfaction, ${personsBy('applicantIdNumber')}
    FROM application WHERE ${SEEN} GROUP BY month ORDER BY month`,
};

const MONTHLY = ['applications', 'decided', 'overdue', 'immediateShare', 'onTimeShare', 'promisedCompression', 'satisfaction'];

/** What a clerk and a county ask of applications. */
export function applicationAnswers({ matters }, { divisionNames }) {
  const sql = prepared(matters, SQL);
  const given = (division, viewer) => ({ ...inside(division), ...viewer.within('matters:read') });

  return {
    board({ division, since }, viewer) {
      const seen = given(division, viewer);
      const late = { ...seen, now: now() };
      const rated = shownGroup(sql.rated.get(seen), [], ['satisfaction', 'activeRatingRate', 'onTimeShare']);
      return {
        taken: sql.taken.all({ ...seen, since }).map((row) => shownGroup(row, ['code'], ['applications'])),
        overdue: {
          totalCount: sql.overdueCount.get(late).total,
          nodes: sql.overdue.all(late).map((row) => ({ ...row, dueAt: instant(row.dueAt) })),
        },
        rated: [{ satisfaction: rated.satisfaction, activeRatingRate: rated.activeRatingRate, onTimeShare: rated.onTimeShare }],
        queues: {
          nodes: sql.queues.all({ ...inside(division), day: today() }).map(({ name, waiting, since }) => ({
            name,
            queue: { waiting, longestWaitMinutes: since ? Math.floor((Date.now() - Date.parse(instant(since))) / 60_000) : 0 },
          })),
        },
      };
    },

    applications({ division }, viewer) {
      const seen = given(division, viewer);
      const rows = sql.open.all(seen);
      const names = divisionNames(rows.map(({ divisionCode }) => divisionCode));
      const deadlines = new Map(rows.map(({ id }) => [id, []]));
      for (const row of sql.deadlines.all({ ids: JSON.stringify(rows.map(({ id }) => id)), now: now() }))
        deadlines.get(row.subjectId).push(deadlineNow(row));
      const nodes = rows.map((row) => ({
        acceptanceNumber: row.acceptanceNumber,
        matterName: row.matterName,
        state: row.state,
        handlerTier: row.handlerTier,
        channel: row.channel,
        openedOn: row.openedOn,
        dueAt: instant(row.dueAt),
        applicant: {
          kind: row.applicantKind,
          name: maskedName(row.applicantName),
          organizationName: row.applicantOrganization,
          idNumber: maskedNumber(row.applicantIdNumber),
          phone: maskedPhone(row.applicantPhone),
        },
        division: named(names.get(row.divisionCode)),
        implementingOrganization: { name: row.implementingName },
        servicePoint: named(row.point),
        deadlines: deadlines.get(row.id),
      }));
      return { applications: { totalCount: sql.openCount.get(seen).total, nodes } };
    },

    'application-months'({ division }, viewer) {
      const rows = sql.months.all({ ...given(division, viewer), now: now() });
      return { applicationStatistics: rows.map((row) => shownGroup(row, ['month'], MONTHLY)) };
    },
  };
}

/** A deadline as it stands now: nobody waits for a job to turn its light. */
function deadlineNow({ kind, dueAt, stands, state, light, warned }) {
  const dueOn = dayOf(dueAt);
  if (stands) return { kind, dueOn, state, light };
  const isOver = dueAt < now();
  return { kind, dueOn, state: isOver ? 'OVERDUE' : 'RUNNING', light: isOver ? 'RED' : warned ? 'YELLOW' : 'GREEN' };
}
