import { SHOWN } from './catalogue-sql.mjs';
import { prepared, today } from './written.mjs';

/** What answers about other things show of divisions, organisations and matters. */
export function shownWith({ directory, matters }) {
  const { division, names, organs } = prepared(directory, SHOWN.directory);
  const { handledCount, handled, implementedCount, implemented } = prepared(matters, SHOWN.matters);

  return {
    divisionCalled: (code) => division.get({ code }),

    divisionNames: (codes) => new Map(names.all({ codes: JSON.stringify(codes) }).map(({ code, name }) => [code, name])),

    /** Organisations by their credit codes. */
    organsCalled: (codes) => new Map(organs.all({ codes: JSON.stringify(codes) }).map((organ) => [organ.creditCode, organ])),

    /** What is handled at that very division; `rights` are the bounds within which drafts are seen. */
    handled(code, first, rights, shape) {
      const given = { division: code, day: today(), ...rights };
      return { totalCount: handledCount.get(given).total, nodes: handled.all({ ...given, first }).map(shape) };
    },

    /** What is decided in the name of that organisation. */
    implemented(creditCode, first, rights, shape) {
      const given = { creditCode, day: today(), ...rights };
      return { totalCount: implementedCount.get(given).total, nodes: implemented.all({ ...given, first }).map(shape) };
    },
  };
}
