let pairs: ReadonlyMap<string, readonly [number, number]> | undefined;

/** A text as spreadsheets on Chinese Windows save it; Node.js only decodes, so the table is made by decoding every pair. */
export function gbk(text: string): Buffer {
  pairs ??= everyPair();
  const bytes = [...text].flatMap((character) => {
    const found = character < '\u0080' ? [character.charCodeAt(0)] : pairs!.get(character);
    if (!found) throw new RangeError(`gbk: ${character} is not in GBK`);
    return found;
  });
  return Buffer.from(bytes);
}

function everyPair(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Buffer.from([lead, trail]));
      if ([...character].length === 1 && !table.has(character)) table.set(character, [lead, trail]);
    }
  return table;
}
