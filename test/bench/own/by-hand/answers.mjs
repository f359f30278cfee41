import { DIRECTORY, MATTERS } from './sql.mjs';

const KINDS = {
  ADJUDICATION: '行政裁决',
  CONFIRMATION: '行政确认',
  LICENSING: '行政许可',
  OTHER_POWER: '其他行政权力',
  PAYMENT: '行政给付',
  PUBLIC_SERVICE: '公共服务',
};
const LEVELS = { COUNTY: '县级', TOWNSHIP: '镇（乡、街道）级', VILLAGE: '村（社区）级' };

/** The one mask that the questions need. */
const masked = (name) => (name ? `${name[0]}*` : null);
const named = (name) => (name ? { name } : null);
const limit = (value, unit) => (value === null || unit === null ? null : { value, unit });
const inside = (code) => ({ below: code, above: `${code}:` });

/** The eight questions, each answered by hand. */
export class Answers {
  constructor(directory, matters) {
    const prepared = (database, texts) => Object.fromEntries(Object.entries(texts).map(([name, sql]) => [name, database.prepare(sql)]));
    this.directory = prepared(directory, DIRECTORY);
    this.catalogue = prepared(matters, MATTERS);
  }

  card({ code }, viewer) {
    const { division, childCount, organizationCount } = this.directory;
    const { name, level, parent } = division.get({ code });
    return {
      division: {
        name,
        level,
        parent: named(parent),
        children: { totalCount: childCount.get({ code, day: today() }).total },
        organizations: { totalCount: organizationCount.get({ code }).total },
        servicePoints: { nodes: this.catalogue.pointNames.all({ code }).map(({ name }) => ({ name })) },
        matters: this.handled(code, 3, viewer, ({ name, handlingKind, promisedValue, promisedUnit, implementingName }) => ({
          name,
          handlingKind,
          promisedLimit: limit(promisedValue, promisedUnit),
          implementingOrganization: { name: implementingName },
        })),
      },
    };
  }

  matters({ division: code, first }, viewer) {
    const { name } = this.directory.division.get({ code });
    const matters = this.handled(code, first, viewer, (row) => ({
      name: row.name,
      implementationCode: row.implementationCode,
      handlingKind: row.handlingKind,
      promisedLimit: limit(row.promisedValue, row.promisedUnit),
      onSiteVisits: row.onSiteVisits,
      implementingOrganization: { name: row.implementingName },
    }));
    return { division: { name, matters } };
  }

  handled(division, first, { from, to }, shape) {
    const given = { division, day: today(), from, to };
    const { total } = this.catalogue.handledCount.get(given);
    return { totalCount: total, nodes: this.catalogue.handled.all({ ...given, first }).map(shape) };
  }

  guide({ division, words }, { from, to }) {
    const given = {
      day: today(),
      from,
      to,
      ...inside(division),
      first: words.slice(0, 2),
      second: words.slice(1, 3),
      pattern: `%${words}%`,
    };
    const nodes = this.catalogue.guide.all(given).map((row) => ({
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
  }

  statistics({ division }, { from, to }) {
    const groups = this.catalogue.statistics.all({ day: today(), from, to, ...inside(division) });
    return {
      matterStatistics: groups.map(({ kind, exerciseLevel, ...measures }) => ({
        dimensions: [
          { dimension: 'KIND', code: kind, label: KINDS[kind] },
          { dimension: 'EXERCISE_LEVEL', code: exerciseLevel, label: LEVELS[exerciseLevel] },
        ],
        ...measures,
      })),
    };
  }

  points({ division, first }) {
    const below = { from: division, to: `${division}:` };
    const rows = this.catalogue.points.all({ ...below, first });
    const names = new Map(
      this.directory.names
        .all({ codes: JSON.stringify(rows.map(({ divisionCode }) => divisionCode)) })
        .map(({ code, name }) => [code, name]),
    );
    const nodes = rows.map(({ divisionCode, openingHours, ...shown }) => ({
      ...shown,
      openingHours: JSON.parse(openingHours),
      division: { code: divisionCode, name: names.get(divisionCode) ?? null },
    }));
    return { servicePoints: { totalCount: this.catalogue.pointCount.get(below).total, nodes } };
  }

  divisions({ code }, viewer) {
    const { division, childCount, children } = this.directory;
    const given = { code, day: today() };
    const shape = ({ name, implementationCode, implementingName }) => ({
      name,
      implementationCode,
      implementingOrganization: { name: implementingName },
    });
    const nodes = children
      .all({ ...given, first: 10 })
      .map(({ code, name, level }) => ({ code, name, level, matters: this.handled(code, 3, viewer, shape) }));
    return { division: { name: division.get({ code }).name, children: { totalCount: childCount.get(given).total, nodes } } };
  }

  viewer(_given, { name, divisions, scopes }) {
    const seen = divisions.map((code) => {
      const { name, level } = this.directory.division.get({ code });
      return { code, until: null, division: { name, level } };
    });
    return { viewer: { name, organizationCode: null, divisions: seen, scopes } };
  }

  organizations({ division }) {
    const rows = this.directory.organizations.all({ from: division, to: `${division}:`, pattern: '%派出所%' });
    const nodes = rows.map(({ name, parent, dispatchedBy, center, lead }) => ({
      name,
      parent: named(parent),
      dispatchedBy: named(dispatchedBy),
      functionalCenter: center && { name: center, lead: masked(lead) },
    }));
    return { organizations: { nodes } };
  }
}

const feeOf = ({ charged, standard = null }) => ({ charged, standard });

/** The day in China. */
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
