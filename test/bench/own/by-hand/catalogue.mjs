import { DIRECTORY, MATTERS } from './catalogue-sql.mjs';
import { inside, maskedName, named, prepared, today } from './written.mjs';

const KINDS = {
  ADJUDICATION: '行政裁决',
  CONFIRMATION: '行政确认',
  LICENSING: '行政许可',
  OTHER_POWER: '其他行政权力',
  PAYMENT: '行政给付',
  PUBLIC_SERVICE: '公共服务',
};
const LEVELS = { COUNTY: '县级', TOWNSHIP: '镇（乡、街道）级', VILLAGE: '村（社区）级' };

const limit = (value, unit) => (value === null || unit === null ? null : { value, unit });

/** What the catalogue and the directory are asked. */
export function catalogueAnswers(databases, { divisionCalled, divisionNames, handled }) {
  const directory = prepared(databases.directory, DIRECTORY);
  const catalogue = prepared(databases.matters, MATTERS);

  return {
    card({ code }, viewer) {
      const { childCount, organizationCount } = directory;
      const { name, level, parent } = divisionCalled(code);
      return {
        division: {
          name,
          level,
          parent: named(parent),
          children: { totalCount: childCount.get({ code, day: today() }).total },
          organizations: { totalCount: organizationCount.get({ code }).total },
          servicePoints: { nodes: catalogue.pointNames.all({ code }).map(({ name }) => ({ name })) },
          matters: handled(
            code,
            3,
            viewer.within('matters:read'),
            ({ name, handlingKind, promisedValue, promisedUnit, implementingName }) => ({
              name,
              handlingKind,
              promisedLimit: limit(promisedValue, promisedUnit),
              implementingOrganization: { name: implementingName },
            }),
          ),
        },
      };
    },

    matters({ division: code, first }, viewer) {
      const { name } = divisionCalled(code);
      const matters = handled(code, first, viewer.within('matters:read'), (row) => ({
        name: row.name,
        implementationCode: row.implementationCode,
        handlingKind: row.handlingKind,
        promisedLimit: limit(row.promisedValue, row.promisedUnit),
        onSiteVisits: row.onSiteVisits,
        implementingOrganization: { name: row.implementingName },
      }));
      return { division: { name, matters } };
    },

    guide({ division, words }, viewer) {
      const given = {
        day: today(),
        ...viewer.within('matters:read'),
        ...inside(division),
        first: words.slice(0, 2),
        second: words.slice(1, 3),
        pattern: `%${words}%`,
      };
      const nodes = catalogue.guide.all(given).map((row) => ({
        name: row.name,
        kind: row.kind,
        exerciseLevel: row.exerciseLevel,
        state: row.state,
        legalBases: JSON.parse(row.legalBases).map(({ title, article }) => ({ title, article })),
        statutoryLimit: limit(row.statutoryValue, row.statutoryUnit),
        promisedLimit: limit(row.promisedValue, row.promisedUnit),
        handlingKind: row.handlingKind,
        onSiteVisits: row.onSiteVisits,
        materials: JSON.parse(row.materials).map(({ name, required }) => ({ name, required })),
        steps: JSON.parse(row.steps).map(({ name, content }) => ({ name, content })),
        fee: feeOf(JSON.parse(row.fee)),
        channels: JSON.parse(row.channels),
        instantApproval: row.instantApproval === 1,
        singleCertificate: row.singleCertificate === 1,
        selfService: row.selfService === 1,
        implementingOrganization: { name: row.implementingName },
      }));
      return { matters: { nodes } };
    },

    statistics({ division }, viewer) {
      const groups = catalogue.statistics.all({ day: today(), ...viewer.within('matters:read'), ...inside(division) });
      return {
        matterStatistics: groups.map(({ kind, exerciseLevel, ...measures }) => ({
          dimensions: [
            { dimension: 'KIND', code: kind, label: KINDS[kind] },
            { dimension: 'EXERCISE_LEVEL', code: exerciseLevel, label: LEVELS[exerciseLevel] },
          ],
          ...measures,
        })),
      };
    },

    points({ division, first }) {
      const below = { from: division, to: `${division}:` };
      const rows = catalogue.points.all({ ...below, first });
      const names = divisionNames(rows.map(({ divisionCode }) => divisionCode));
      const nodes = rows.map(({ divisionCode, openingHours, ...shown }) => ({
        ...shown,
        openingHours: JSON.parse(openingHours),
        division: { code: divisionCode, name: names.get(divisionCode) ?? null },
      }));
      return { servicePoints: { totalCount: catalogue.pointCount.get(below).total, nodes } };
    },

    divisions({ code }, viewer) {
      const { childCount, children } = directory;
      const given = { code, day: today() };
      const shape = ({ name, implementationCode, implementingName }) => ({
        name,
        implementationCode,
        implementingOrganization: { name: implementingName },
      });
      const nodes = children
        .all({ ...given, first: 10 })
        .map(({ code, name, level }) => ({ code, name, level, matters: handled(code, 3, viewer.within('matters:read'), shape) }));
      return { division: { name: divisionCalled(code).name, children: { totalCount: childCount.get(given).total, nodes } } };
    },

    viewer(_given, { name, divisions, scopes }) {
      const seen = divisions.map((code) => {
        const { name, level } = divisionCalled(code);
        return { code, until: null, division: { name, level } };
      });
      return { viewer: { name, organizationCode: null, divisions: seen, scopes } };
    },

    organizations({ division }) {
      const rows = directory.organizations.all({ from: division, to: `${division}:`, words: '派出所' });
      const nodes = rows.map(({ name, parent, dispatchedBy, center, lead }) => ({
        name,
        parent: named(parent),
        dispatchedBy: named(dispatchedBy),
        functionalCenter: center && { name: center, lead: maskedName(lead) },
      }));
      return { organizations: { nodes } };
    },
  };
}

const feeOf = ({ charged, standard = null }) => ({ charged, standard });
