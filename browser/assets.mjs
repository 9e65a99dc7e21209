// Writes anew what the server's pages take from others, from the packages pinned in package.json:
//
//   cd browser && npm ci && node assets.mjs
//
// `crates/app/assets/vendored.txt` then holds the digest of each file; a test compares them.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, 'node_modules');
const assets = join(here, '../crates/app/assets');

// The icons of `crates/app/src/web/page.rs` and of the templates; a test finds one that is missing.
const ICONS = [
  'arrow-down', 'arrow-left', 'arrow-right', 'arrow-up', 'ban', 'burger', 'calendar', 'chart-line',
  'check', 'check-circle', 'chevron-left', 'chevron-right', 'clip', 'clock', 'close', 'close-circle',
  'comment', 'copy', 'delete', 'download', 'error', 'expand', 'external-link', 'file', 'file-csv',
  'file-pdf-ext', 'file-xlsx', 'flag', 'folder', 'funnel', 'help-circle', 'horn', 'inbox',
  'info-circle', 'less-circle', 'link', 'list', 'lock', 'logout', 'mail', 'minus', 'note', 'pa',
  'pencil', 'plus', 'plus-circle', 'presentation', 'print', 'refresh', 'restore', 'search',
  'settings', 'share', 'star-full', 'upload', 'user', 'warning-circle', 'zoom-in',
];

const files = {
  'bootstrap-italia/bootstrap-italia.min.css': 'bootstrap-italia/dist/css/bootstrap-italia.min.css',
  'bootstrap-italia/LICENSE': 'bootstrap-italia/LICENSE',
  'htmx/htmx.min.js': 'htmx.org/dist/htmx.min.js',
  'htmx/LICENSE': 'htmx.org/LICENSE',
};

const digests = [];
function write(name, content) {
  const path = join(assets, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  digests.push(`${createHash('sha256').update(content).digest('hex')}  ${name}`);
}

// The face of the video player, which no page has, is inside the style as data: browsers read it
// at once, and our policy stops it.
const PLAYER = /@font-face\{font-family:VideoJS;[^}]*\}/;

for (const [name, source] of Object.entries(files)) {
  const content = readFileSync(join(packages, source));
  write(name, name.endsWith('.css') ? content.toString().replace(PLAYER, '') : content);
}

const sprite = readFileSync(join(packages, 'bootstrap-italia/dist/svg/sprites.svg'), 'utf8');
const symbols = ICONS.map((name) => {
  const found = sprite.match(new RegExp(`<symbol id="it-${name}"[^]*?</symbol>`));
  if (!found) throw new Error(`bootstrap-italia has no icon ${name}`);
  return found[0];
});
write('bootstrap-italia/icons.svg', `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`);

const versions = ['bootstrap-italia', 'htmx.org'].map((name) => {
  const { version, license } = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'));
  return `# ${name} ${version} ${license}`;
});
writeFileSync(join(assets, 'vendored.txt'), `${[...versions, ...digests.sort()].join('\n')}\n`);
