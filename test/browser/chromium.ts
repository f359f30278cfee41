import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

/** Where the machine keeps Chromium; `CHROMIUM_PATH` says otherwise. */
export const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** No sandbox (containers run as root) and no errands of Chromium's own, which would show up as foreign requests. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with a profile of its own that is thrown away in the end. */
export interface Chromium {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** Whether there is a Chromium to test with. */
export function chromiumInstalled(): boolean {
  return existsSync(CHROMIUM);
}

/** Starts Chromium with an empty profile. */
export async function startChromium(options: BrowserContextOptions = {}): Promise<Chromium> {
  const profile = await mkdtemp(join(tmpdir(), 'township-graph-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args: ARGUMENTS,
    headless: true,
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    ...options,
  });
  return {
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
