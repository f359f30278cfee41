import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { DomainError } from './errors';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'gb18030';

/** A CSV text that can be read from its beginning as often as wanted. */
export interface CsvText {
  readonly bytes: number;
  /** Its decoded text in pieces; `onBytes` hears how far the reading has come. */
  read(onBytes?: (bytes: number) => void): AsyncIterable<string>;
}

/** A file: UTF-8 with or without a mark, UTF-16 with one, or GBK as spreadsheets on Chinese Windows save it. */
export async function csvFile(path: string): Promise<CsvText> {
  const file = await open(path).catch(() => {
    throw unreadable();
  });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw unreadable();
    const { size } = stat;
    const sample = Buffer.alloc(Math.min(size, 256 * 1024));
    await file.read(sample, 0, sample.length, 0);
    const encoding = encodingOf(sample);
    return { bytes: size, read: (onBytes) => decoded(createReadStream(path), encoding, onBytes) };
  } finally {
    await file.close();
  }
}

export function csvString(text: string): CsvText {
  return {
    bytes: Buffer.byteLength(text),
    async *read() {
      yield text;
    },
  };
}

/**
 * What the bytes are: their mark if they have one, UTF-8 if they are valid in it, GBK if valid in that.
 * A Chinese text in GBK is practically never valid UTF-8, so the order decides nothing wrongly.
 */
export function encodingOf(sample: Buffer): TextEncoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (isValid(sample, 'utf-8')) return 'utf-8';
  if (isValid(sample, 'gb18030') && !sample.includes(0)) return 'gb18030';
  throw unknownEncoding();
}

function isValid(bytes: Buffer, encoding: TextEncoding): boolean {
  try {
    // `stream`: the sample may end in the middle of a character.
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

async function* decoded(
  stream: AsyncIterable<Buffer>,
  encoding: TextEncoding,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      bytes += chunk.length;
      onBytes(bytes);
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    throw (error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? unknownEncoding() : error;
  }
}

const unreadable = () =>
  new DomainError('BAD_USER_INPUT', 'FILE_UNREADABLE', { zh: '文件不存在或无法读取', en: 'The file is missing or cannot be read' });

const unknownEncoding = () =>
  new DomainError('BAD_USER_INPUT', 'ENCODING_UNKNOWN', {
    zh: '无法识别文件编码：请另存为 UTF-8 或 GBK 的 CSV',
    en: 'The encoding is unknown: save the file as CSV in UTF-8 or GBK',
  });
