// What every script here needs of Chromium: how it is started, and what is wrong with a page.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

export const start = () => chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
});

// Violations of WCAG 2.1 AA and of best practice, as the page stands.
export async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(
    (values) => axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }),
    RULES,
  );
  return found.violations;
}

// Opens the door of a body and enters by the keyboard alone; whether it leads to the home.
export async function keyboardSignsIn(page, door, login, password) {
  const TABS = 25;
  await page.goto(door);
  for (let pressed = 0; pressed < TABS; pressed++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.name === 'login')) break;
  }
  await page.keyboard.type(login);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  return new URL(page.url()).pathname === new URL(door).pathname.replace(/\/accesso$/, '');
}
