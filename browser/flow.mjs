// Signs in to a running server with each account and walks every page that its links reach, as JSON
// on standard output.
//
//   node browser/flow.mjs http://127.0.0.1:8085 valdoro PASSWORD login …
//
// One page of each form of address is opened (numbers count as one form), each home for every
// account, at the widths of a telephone and of a desk: violations of WCAG 2.1 AA and of best practice,
// complaints of the browser, answers that are no page, whether it must be moved sideways, and what the
// keyboard reaches without its being seen. Signing in is done by the keyboard alone.

import { keyboardSignsIn, start, violations } from './chromium.mjs';

const WIDTHS = [360, 1440];
const TABS = 25;
const [base, body, password, ...logins] = process.argv.slice(2);

const browser = await start();
const result = { walked: [], problems: [] };
const seen = new Set();

// The form of an address: pages that differ by a number, a date or by what is asked of them are alike.
function form(address) {
  const { pathname, searchParams } = new URL(address, base);
  const path = pathname.split('/').map((part) => (/^\d+$/.test(part) ? '#' : part)).join('/');
  const asked = [...searchParams.keys()].some((name) => name !== 'al' && name !== 'fatto');
  return path.replace(/\/regole\/.*/, '/regole/#') + (asked ? '?' : '');
}

// What is a page of the body, and no file.
function isPage(address) {
  const { origin, pathname, searchParams } = new URL(address, base);
  const inside = pathname === `/${body}` || pathname.startsWith(`/${body}/`);
  const isFile = /\.(csv|xlsx|ods|toml|json|pdf|docx|html|svg|zip)$/.test(pathname) || searchParams.has('formato');
  return origin === new URL(base).origin && inside && !isFile;
}

async function look(page, address, problem) {
  const links = new Set();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    let answer;
    try {
      answer = await page.goto(base + address, { waitUntil: 'load' });
    } catch (error) {
      // A link to a file to keep: no page.
      if (String(error).includes('Download is starting')) return [];
      throw error;
    }
    if (answer.status() !== 200) {
      problem(`${width}: status ${answer.status()}`);
      return [];
    }
    await page.evaluate(() => document.fonts.ready);
    const room = await page.evaluate(() => document.documentElement.scrollWidth);
    if (room > width) problem(`${width}: ${room} wide`);
    for (const { id, nodes } of await violations(page)) problem(`${width}: ${id}: ${nodes[0].html.slice(0, 200)}`);
    for (const lost of await unseen(page)) problem(`${width}: focus not seen: ${lost}`);
    const hrefs = await page.evaluate(() => [...document.querySelectorAll('a[href]')]
      .filter((a) => !a.hasAttribute('download')).map((a) => new URL(a.getAttribute('href'), document.baseURI).href.split('#')[0]));
    for (const href of hrefs) if (isPage(href)) links.add(href.slice(base.length));
  }
  return [...links];
}

// What the keyboard reaches, and nobody sees that it does.
async function unseen(page) {
  const lost = [];
  for (let pressed = 0; pressed < TABS; pressed++) {
    await page.keyboard.press('Tab');
    const what = await page.evaluate(() => {
      const here = document.activeElement;
      if (!here || here === document.body) return null;
      const look = getComputedStyle(here);
      const box = here.getBoundingClientRect();
      const marked = (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0) || look.boxShadow !== 'none';
      const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
      return marked && inside ? null : here.outerHTML.slice(0, 160);
    });
    if (what) lost.push(what);
  }
  return lost;
}

async function walk(login) {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'it-IT' });
  const page = await context.newPage();
  // A machine that does other things too is slow, not wrong.
  page.setDefaultTimeout(180_000);
  let here = '';
  const problem = (what) => result.problems.push(`${login} ${here}: ${what}`);
  page.on('pageerror', (error) => problem(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problem(message.text());
  });
  if (!(await keyboardSignsIn(page, `${base}/${body}/accesso`, login, password))) {
    problem('the keyboard does not sign in');
    return;
  }
  seen.delete(form(`/${body}`));
  const ahead = [`/${body}`];
  let count = 0;
  while (ahead.length) {
    here = ahead.shift();
    if (seen.has(form(here))) continue;
    seen.add(form(here));
    count += 1;
    ahead.push(...(await look(page, here, problem)));
  }
  result.walked.push({ login, pages: count });
  await context.close();
}

try {
  for (const login of logins) await walk(login);
  console.log(JSON.stringify({ ...result, forms: [...seen].sort() }, null, 1));
} finally {
  await browser.close();
}
