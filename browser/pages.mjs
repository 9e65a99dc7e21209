// Opens pages of a running server in Chromium and says what is wrong with them, as JSON on standard
// output.
//
//   node browser/pages.mjs http://127.0.0.1:8080 pictures /path …
//
// For each page, at the widths of a telephone, a tablet and a desk: violations of WCAG 2.1 AA and of
// best practice, complaints of the browser (its policy, its scripts), what was asked of others,
// whether it must be moved sideways, and a picture in the folder. At the desk also what the keyboard
// reaches, in order.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { start, violations } from './chromium.mjs';

const WIDTHS = [360, 768, 1440];
const [base, pictures, ...paths] = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });

const browser = await start();

const name = (path) => path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home';

async function seen(path) {
  const result = { path, violations: [], requests: [], complaints: [], sideways: [], hidden_focus: [] };
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'it-IT' });
  const page = await context.newPage();
  page.on('request', (request) => {
    const to = request.url();
    if (!to.startsWith(base) && !to.startsWith('data:')) result.requests.push(to);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.url() !== base + path) result.complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) result.complaints.push(message.text());
  });
  page.on('pageerror', (error) => result.complaints.push(String(error)));
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(base + path, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    const room = await page.evaluate(() => document.documentElement.scrollWidth);
    if (room > width) result.sideways.push({ width, room });
    await page.screenshot({ path: join(pictures, `${name(path)}-${width}.png`), fullPage: true });
    await examine(page, result, `${width}`);
    // What opens is looked at open, too.
    await page.evaluate(() => { for (const door of document.querySelectorAll('details')) door.open = true; });
    const opened = await page.evaluate(() => document.documentElement.scrollWidth);
    if (opened > width) result.sideways.push({ width, room: opened, opened: true });
    await examine(page, result, `${width}, all open`);
  }
  await page.goto(base + path, { waitUntil: 'load' });
  await keyboard(page, result);
  result.works = await alive(page, path);
  result.plain = await plain(path);
  result.title = await page.title();
  await context.close();
  return result;
}

async function examine(page, result, where) {
  for (const { id, impact, help, nodes } of await violations(page)) {
    const places = nodes.map(({ target, html, any }) => ({
      target, html: html.slice(0, 200), why: any.map((check) => check.message).join(' ').slice(0, 200),
    }));
    result.violations.push({ where, id, impact, help, nodes: nodes.length, places: places.slice(0, 4) });
  }
}

// Tab from the first thing to the last: the skip link comes first, everything that has the focus is
// seen, and the order is that of the page.
async function keyboard(page, result) {
  const order = [];
  for (let i = 0; i < 250; i += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const box = element.getBoundingClientRect();
      const all = [...document.querySelectorAll('*')];
      return {
        at: all.indexOf(element),
        what: (element.getAttribute('aria-label') || element.innerText || element.name || element.tagName).trim().slice(0, 60),
        seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight,
        ring: getComputedStyle(element).outlineStyle !== 'none',
      };
    });
    if (!stop) break;
    if (order.some((other) => other.at === stop.at)) break;
    order.push(stop);
  }
  result.focus = order.map(({ what }) => what);
  result.in_order = order.every((stop, i) => i === 0 || stop.at > order[i - 1].at);
  result.hidden_focus = order.filter(({ seen, ring }) => !seen || !ring).map(({ what }) => what);
}

// What the scripts add: a reading as one types, a tree that opens and closes, Escape that closes.
async function alive(page, path) {
  const typed = page.locator('input[hx-get]').first();
  if (await typed.count()) {
    await typed.fill('duecento');
    const reading = page.locator(`${await typed.getAttribute('hx-target')} strong`);
    await reading.filter({ hasText: 'duecento' }).waitFor({ timeout: 5000 });
    if (!(await typed.evaluate((input) => document.activeElement === input))) return false;
  }
  const tree = page.locator('[role=treegrid]').first();
  if (await tree.count()) {
    const row = tree.locator('tbody tr').first();
    const shown = () => tree.locator('tbody tr:not([hidden])').count();
    await row.focus();
    const before = await shown();
    await page.keyboard.press('ArrowLeft');
    if ((await shown()) >= before) return false;
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const second = await tree.locator('tbody tr:not([hidden])').nth(1).evaluate((other) => other === document.activeElement);
    if ((await shown()) !== before || !second) return false;
  }
  const figure = page.locator('details.t-figure').first();
  if (await figure.count()) {
    await figure.locator('summary').press('Enter');
    if (!(await figure.evaluate((door) => door.open))) return false;
    await page.screenshot({ path: join(pictures, `${name(path)}-open.png`) });
    await page.keyboard.press('Escape');
    if (await figure.evaluate((door) => door.open)) return false;
  }
  return true;
}

// Without scripts: every row of the tree is there, what is typed has a button that reads it, and
// what opens opens.
async function plain(path) {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'it-IT' });
  const page = await context.newPage();
  await page.goto(base + path, { waitUntil: 'load' });
  const rows = await page.locator('table[data-tree] tbody tr').all();
  const buttons = await page.locator('button.t-plain').all();
  const seen = await Promise.all([...rows, ...buttons].map((element) => element.isVisible()));
  const readers = await page.locator('[hx-get]').count();
  const figure = page.locator('details.t-figure').first();
  let opens = true;
  if (await figure.count()) {
    await figure.locator('summary').click();
    opens = await figure.locator('.t-figure-box').isVisible();
  }
  await context.close();
  return seen.every(Boolean) && buttons.length >= readers && opens;
}

try {
  const pages = [];
  for (const path of paths) pages.push(await seen(path));
  console.log(JSON.stringify(pages, null, 1));
} finally {
  await browser.close();
}
