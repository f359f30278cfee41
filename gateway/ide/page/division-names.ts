import { useEffect, useState } from 'react';
import { askGraph } from './graph';

/** Names by code; a division that has no name here is shown by its code alone. */
export type DivisionNames = Readonly<Record<string, string>>;

/** Asks the graph what the divisions are called, all in one request. A graph without divisions leaves codes as they are. */
export function useDivisionNames(codes: readonly string[]): DivisionNames {
  const [names, setNames] = useState<DivisionNames>({});
  const wanted = codes.filter((code) => /^\d{2,12}$/.test(code)).join(' ');

  useEffect(() => {
    let current = true;
    const asked = wanted ? wanted.split(' ') : [];
    if (asked.length > 0) {
      const fields = asked.map((code, index) => `d${index}: division(code: "${code}") { name }`);
      void askGraph({ query: `query DivisionNames { ${fields.join(' ')} }` }).then(({ data }) => {
        if (current) setNames(namesOf(asked, data ?? {}));
      });
    }
    return () => {
      current = false;
    };
  }, [wanted]);

  return names;
}

function namesOf(codes: readonly string[], data: Record<string, unknown>): DivisionNames {
  return Object.fromEntries(
    codes.flatMap((code, index) => {
      const division = data[`d${index}`];
      if (typeof division !== 'object' || division === null || !('name' in division)) return [];
      return typeof division.name === 'string' ? [[code, division.name]] : [];
    }),
  );
}
