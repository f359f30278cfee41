/** Matters of the day that the viewer may see; `:day`, `:from` and `:to` are bound with each statement. Headings are no items. */
const VISIBLE = `(m.state <> 'DRAFT' OR (m.divisionCode >= :from AND m.divisionCode < :to))
  AND m.validFrom <= :day AND (m.validTo IS NULL OR m.validTo > :day) AND m.state IN ('PUBLISHED', 'SUSPENDED')
  AND NOT (m.rank = 'MAIN' AND EXISTS (
    SELECT 1 FROM matter c WHERE c.parentId = m.id AND c.validFrom <= :day
      AND (c.state <> 'DRAFT' OR (m.state = 'DRAFT' AND c.divisionCode = m.divisionCode))))`;

const SITED = 's.validFrom <= :day AND (s.validTo IS NULL OR s.validTo > :day)';
const HANDLED_AT = `FROM matter_site s JOIN matter m ON m.id = s.matterId WHERE s.divisionCode = :division AND ${SITED} AND ${VISIBLE}`;
const IMPLEMENTED_BY = `FROM matter m WHERE m.implementingCreditCode = :creditCode AND ${VISIBLE}`;
const EXISTING = '(validTo IS NULL OR validTo > :day)';

export const DIRECTORY = {
  childCount: `SELECT COUNT(*) AS total FROM division WHERE parentCode = :code AND ${EXISTING}`,
  children: `SELECT code, name, level FROM division WHERE parentCode = :code AND ${EXISTING} ORDER BY code LIMIT :first`,
  organizationCount: 'SELECT COUNT(*) AS total FROM organization WHERE divisionCode = :code AND validTo IS NULL',
  organizations: `SELECT o.name, p.name AS parent, d.name AS dispatchedBy, c.name AS center, c.leadName AS lead
    FROM organization o LEFT JOIN organization p ON p.id = o.parentId LEFT JOIN organization d ON d.id = o.dispatchedById
      LEFT JOIN functional_center c ON c.id = o.functionalCenterId
    WHERE o.divisionCode >= :from AND o.divisionCode < :to AND o.validTo IS NULL AND INSTR(o.name, :words) > 0
    ORDER BY o.divisionCode, o.sortOrder, o.id LIMIT 20`,
};

export const MATTERS = {
  pointNames: 'SELECT name FROM service_point WHERE divisionCode = :code ORDER BY tier, id LIMIT 20',
  pointCount: 'SELECT COUNT(*) AS total FROM service_point WHERE divisionCode >= :from AND divisionCode < :to',
  points: `SELECT name, tier, address, phone, windows, openingHours, divisionCode FROM service_point
    WHERE divisionCode >= :from AND divisionCode < :to ORDER BY divisionCode, tier, id LIMIT :first`,
  guide: `SELECT m.name, m.kind, m.exerciseLevel, m.state, m.statutoryValue, m.statutoryUnit, m.promisedValue, m.promisedUnit, m.handlingKind,
      m.onSiteVisits, m.instantApproval, m.singleCertificate, m.selfService, m.implementingName, g.legalBases, g.materials, g.steps, g.fee, g.channels
    FROM matter m JOIN matter_guide g ON g.matterId = m.id AND g.revision = m.revision
    WHERE ${VISIBLE}
      AND EXISTS (SELECT 1 FROM matter_site s WHERE s.matterId = m.id AND s.divisionCode >= :below AND s.divisionCode < :above AND ${SITED})
      AND m.nameKey IN (SELECT n.nameKey FROM search_name n JOIN search_token a ON a.nameKey = n.nameKey AND a.token = :first
        JOIN search_token b ON b.nameKey = n.nameKey AND b.token = :second WHERE n.searched LIKE :pattern)
    ORDER BY m.implementationCode, m.id LIMIT 1`,
  statistics: `SELECT m.kind, m.exerciseLevel, COUNT(*) AS matters, COUNT(DISTINCT m.basicCode) AS catalogueItems,
      AVG(CASE WHEN m.handlingKind = 'IMMEDIATE' THEN 1.0 ELSE 0.0 END) AS immediateShare,
      AVG(CASE WHEN m.promisedUnit = 'DAY' THEN m.promisedValue * 5.0 / 7.0 ELSE m.promisedValue * 1.0 END) AS averagePromisedDays,
      SUM(m.selfService) AS selfService
    FROM matter m WHERE ${VISIBLE}
      AND EXISTS (SELECT 1 FROM matter_site s WHERE s.matterId = m.id AND s.divisionCode >= :below AND s.divisionCode < :above AND ${SITED})
    GROUP BY m.kind, m.exerciseLevel ORDER BY m.kind, m.exerciseLevel`,
};

/** What other answers show of divisions, organisations and matters. */
export const SHOWN = {
  directory: {
    division: `SELECT d.name, d.level, p.name AS parent FROM division d LEFT JOIN division p ON p.code = d.parentCode WHERE d.code = :code`,
    names: 'SELECT code, name FROM division WHERE code IN (SELECT value FROM json_each(:codes))',
    organs: `SELECT o.creditCode, o.name, o.kind, p.name AS parent FROM organization o LEFT JOIN organization p ON p.id = o.parentId
      WHERE o.creditCode IN (SELECT value FROM json_each(:codes))`,
  },
  matters: {
    handledCount: `SELECT COUNT(*) AS total ${HANDLED_AT}`,
    handled: `SELECT m.name, m.implementationCode, m.handlingKind, m.promisedValue, m.promisedUnit, m.onSiteVisits, m.implementingName
      ${HANDLED_AT} ORDER BY m.implementationCode, m.id LIMIT :first`,
    implementedCount: `SELECT COUNT(*) AS total ${IMPLEMENTED_BY}`,
    implemented: `SELECT m.name, m.implementationCode ${IMPLEMENTED_BY} ORDER BY m.implementationCode, m.id LIMIT :first`,
  },
};
