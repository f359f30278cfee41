import { inside, maskedName, named, prepared, shownGroup } from './written.mjs';

/** Who serves there, and who has the home there. */
const SEEN = `((divisionCode >= :from AND divisionCode < :to) OR (homeDivisionCode >= :from AND homeDivisionCode < :to))
  AND divisionCode >= :below AND divisionCode < :above`;
const STAFF_SEEN = '((s.divisionCode >= :from AND s.divisionCode < :to) OR (s.homeDivisionCode >= :from AND s.homeDivisionCode < :to))';

const placed = (first) => `SELECT p.kind, p.postTitle, p.state, p.payBearer, p.startsOn, p.endsOn, p.homeName, p.hostName, p.hostCreditCode,
    p.divisionCode, s.id AS staffId, s.name, s.establishmentKind, s.joinedOn
  FROM (SELECT * FROM placement WHERE ${SEEN} ORDER BY startsOn DESC, id DESC LIMIT ${first}) p
    LEFT JOIN staff_member s ON s.id = p.staffMemberId AND ${STAFF_SEEN} ORDER BY p.startsOn DESC, p.id DESC`;

const STAFF = {
  groups: `SELECT divisionCode, establishmentKind, COUNT(*) AS people,
    SUM(CASE WHEN homeDivisionCode <> divisionCode THEN 1 ELSE 0 END) AS servingElsewhere,
    SUM(CASE WHEN isLeading = 1 THEN 1 ELSE 0 END) AS leading, COUNT(*) AS persons
    FROM staff_member WHERE ${SEEN} AND leftOn IS NULL GROUP BY divisionCode, establishmentKind ORDER BY divisionCode, establishmentKind`,
  placementCount: `SELECT COUNT(*) AS total FROM placement WHERE ${SEEN}`,
  placements: placed(20),
  fewPlacements: placed(10),
};

/** What is published of a round, for all that have a part in it; what is said of persons is not among it. */
const RESULT_SEEN = `((r.divisionCode >= :from AND r.divisionCode < :to) OR EXISTS (SELECT 1 FROM round_participant p WHERE p.roundId = r.roundId
  AND r.isPublished AND r.subjectKind <> 'STAFF_MEMBER' AND p.divisionCode >= :from AND p.divisionCode < :to))`;

const RESULTS = {
  count: `SELECT COUNT(*) AS total FROM appraisal_result r WHERE r.roundId = :round AND ${RESULT_SEEN}`,
  ranking: `SELECT rank, scoreHundredths, level, bonus, deductions, parts, subjectKey FROM appraisal_result r
    WHERE r.roundId = :round AND ${RESULT_SEEN} ORDER BY rankOrder, id LIMIT 20`,
  ofStaff: `SELECT subjectKey, r.year, scoreHundredths, level, a.name FROM appraisal_result r LEFT JOIN appraisal_round a ON a.id = r.roundId
    WHERE r.subjectKind = 'STAFF_MEMBER' AND r.subjectKey IN (SELECT value FROM json_each(:ids)) AND ${RESULT_SEEN}
    ORDER BY r.year, r.id`,
};

const ORGANIZATION_GRADES = [null, 'EXCELLENT', 'GOOD', 'ORDINARY', 'POOR'];
const INSTITUTION_GRADES = [null, 'EXCELLENT', 'QUALIFIED', 'BASICALLY_QUALIFIED', 'UNQUALIFIED'];

/** What a county asks of its staff and of what their work came to. */
export function peopleAnswers({ secondment, assessment }, { divisionNames, organsCalled }) {
  const staff = prepared(secondment, STAFF);
  const results = prepared(assessment, RESULTS);
  const given = (division, viewer) => ({ ...inside(division), ...viewer.within('personnel:read') });

  return {
    staffing({ division }, viewer) {
      const rows = staff.groups.all(given(division, viewer));
      return {
        staffingStatistics: rows.map((row) => {
          const atHome = row.people - row.servingElsewhere;
          const growth = atHome === 0 ? null : row.servingElsewhere / atHome;
          const measures = ['people', 'servingElsewhere', 'leading', 'growth'];
          return shownGroup({ ...row, growth }, ['divisionCode', 'establishmentKind'], measures);
        }),
      };
    },

    placements({ division }, viewer) {
      const seen = given(division, viewer);
      const rows = staff.placements.all(seen);
      const names = divisionNames(rows.map(({ divisionCode }) => divisionCode));
      const nodes = rows.map(({ kind, postTitle, state, payBearer, startsOn, endsOn, homeName, hostName, divisionCode, ...person }) => ({
        kind,
        postTitle,
        state,
        payBearer,
        period: { from: startsOn, to: endsOn },
        from: { name: homeName },
        to: { name: hostName },
        division: named(names.get(divisionCode)),
        staffMember: person.name && { name: maskedName(person.name), establishmentKind: person.establishmentKind },
      }));
      return { placements: { totalCount: staff.placementCount.get(seen).total, nodes } };
    },

    results({ division }, viewer) {
      const rows = staff.fewPlacements.all(given(division, viewer));
      const ids = JSON.stringify(rows.map(({ staffId }) => staffId).filter(Boolean));
      const rights = viewer.within('assessment:read');
      // The latest comes last and stays.
      const latest = new Map(results.ofStaff.all({ ids, ...rights }).map((result) => [result.subjectKey, result]));
      const organs = organsCalled(rows.map(({ hostCreditCode }) => hostCreditCode));
      const nodes = rows.map(({ postTitle, hostName, hostCreditCode, staffId, name, joinedOn }) => ({
        postTitle,
        to: { name: hostName, parent: named(organs.get(hostCreditCode)?.parent) },
        staffMember: name && { name: maskedName(name), joinedOn, appraisalResults: { nodes: staffResult(latest.get(staffId)) } },
      }));
      return { placements: { nodes } };
    },

    ranking({ round }, viewer) {
      const given = { round, ...viewer.within('assessment:read') };
      const rows = results.ranking.all(given);
      const names = divisionNames(rows.map(({ subjectKey }) => subjectKey));
      const nodes = rows.map(({ rank, scoreHundredths, level, bonus, deductions, parts, subjectKey }) => ({
        rank,
        score: decimal(scoreHundredths),
        grade: level && { organization: ORGANIZATION_GRADES[level] },
        bonus,
        deductions,
        parts: JSON.parse(parts).map(({ indicator, weight, score = null }) => ({ indicator, weight, score })),
        subject: { code: subjectKey, name: names.get(subjectKey) },
      }));
      return { appraisalRanking: { totalCount: results.count.get(given).total, nodes } };
    },
  };
}

function staffResult(result) {
  if (!result) return [];
  const { year, scoreHundredths, level, name } = result;
  return [{ year, score: decimal(scoreHundredths), grade: level && { institution: INSTITUTION_GRADES[level] }, round: named(name) }];
}

const decimal = (hundredths) => (hundredths === null ? null : (hundredths / 100).toFixed(2));
