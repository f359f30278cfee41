import { loadersOnDemand } from './loaders-on-demand';
import { ANONYMOUS, type Viewer } from './viewer';

const viewer: Viewer = { ...ANONYMOUS, subject: 'somebody' };

test('a group is made once for a request, when the first of its loaders is asked for', () => {
  const made: (string | null)[] = [];
  const loaders = loadersOnDemand(
    ({ subject }) => {
      made.push(subject);
      return { town: {}, village: {} };
    },
    () => ({ matter: {} }),
  );
  made.length = 0;
  const request = loaders(viewer);
  expect(request.matter).toBe(request.matter);
  expect(made).toEqual([]);
  expect(request.town).toBe(request.town);
  expect(request.village).toBeDefined();
  expect(made).toEqual(['somebody']);
});

test('what one request has loaded is not another’s', () => {
  const loaders = loadersOnDemand(() => ({ town: {} }));
  expect(loaders(viewer).town).not.toBe(loaders(viewer).town);
});

test('two loaders of one name are a mistake that is told at once', () => {
  expect(() =>
    loadersOnDemand(
      () => ({ town: {} }),
      () => ({ town: {} }),
    ),
  ).toThrow('two groups have a loader named town');
});
