import type { Viewer } from '../src/viewer';
import type { asking } from './ask';

/** Commands by the names of their mutations. `shown`: what is asked of the payload, such as `complaint { id state }`. */
export function commanding(ask: ReturnType<typeof asking>) {
  const run = (name: string, input: object, shown: string, viewer: Viewer) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    return ask(`mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} } }`, viewer, { input });
  };
  const done = async (name: string, input: object, shown: string, viewer: Viewer) => {
    const { data, errors } = await run(name, input, shown, viewer);
    expect(errors).toBeUndefined();
    // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
    return Object.values(data[name])[0] as any;
  };
  const refused = async (name: string, input: object, viewer: Viewer) =>
    (await run(name, input, '__typename', viewer)).errors?.[0]?.extensions;
  return { run, done, refused };
}
