const Sequencer = require('@jest/test-sequencer').default;

/** What takes longest. Begun last, one of these would keep one worker busy while the others have nothing left to do. */
const LONGEST = ['test/crash/crash', 'test/access/scope', 'test/start', 'gateway/src/execution/differential', 'test/crash/scheduler'];

/** Jest's own order, by the size of a file where it does not know better, after those. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const index = LONGEST.findIndex((name) => path.includes(`/${name}.`));
      return index < 0 ? LONGEST.length : index;
    };
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
};
