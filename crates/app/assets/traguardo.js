// What pages do beyond plain HTML. Everything works without it.
'use strict';

document.documentElement.classList.add('js');

// Menus: one open at a time; Escape closes it and gives the focus back.
document.addEventListener('click', (event) => {
  const within = event.target.closest('.t-menu, .t-figure');
  for (const menu of document.querySelectorAll('.t-menu[open], .t-figure[open]')) {
    if (menu !== within) menu.open = false;
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const menu = document.querySelector('.t-menu[open], .t-figure[open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});

// What a partial update wants said, said by the live region of the page.
function announce(text) {
  const region = document.getElementById('annuncio');
  region.textContent = '';
  requestAnimationFrame(() => { region.textContent = text; });
}
let focused = null;
document.addEventListener('htmx:before:swap', () => {
  focused = document.activeElement?.id || null;
});
document.addEventListener('htmx:after:swap', (event) => {
  for (const element of document.querySelectorAll('[data-announce]')) {
    announce(element.dataset.announce);
    element.removeAttribute('data-announce');
  }
  // Whoever stood on what was replaced stands on what took its place.
  if (document.activeElement === document.body && focused) {
    const again = document.getElementById(focused);
    if (again) again.focus({ preventScroll: true });
  }
  enhance(event.target instanceof Element ? event.target : document.body);
});
document.addEventListener('htmx:error', () => {
  const words = document.body.dataset.offline;
  if (words) announce(words);
});

// A form left with changes asks before the page goes away.
let changed = false;
document.addEventListener('input', (event) => {
  if (event.target.closest('form[data-keep]')) changed = true;
});
document.addEventListener('submit', () => { changed = false; });
window.addEventListener('beforeunload', (event) => {
  if (changed) event.preventDefault();
});

// The tree: rows open and close, arrows move between them, one row is in the order of Tab.
function grow(table) {
  const rows = [...table.tBodies[0].rows];
  const level = (row) => Number(row.dataset.level);
  const under = (row) => {
    const from = rows.indexOf(row);
    const end = rows.findIndex((other, i) => i > from && level(other) <= level(row));
    return rows.slice(from + 1, end < 0 ? rows.length : end);
  };
  const parent = (row) => rows.slice(0, rows.indexOf(row)).reverse().find((other) => level(other) < level(row));
  const show = () => {
    let shut = Infinity;
    for (const row of rows) {
      if (level(row) <= shut) shut = Infinity;
      row.hidden = level(row) > shut;
      if (!row.hidden && row.getAttribute('aria-expanded') === 'false') shut = level(row);
    }
  };
  const set = (row, open) => {
    if (!row.dataset.branch) return;
    row.setAttribute('aria-expanded', String(open));
    show();
  };
  const stand = (row, focus = true) => {
    for (const other of rows) other.tabIndex = other === row ? 0 : -1;
    if (focus) row.focus();
  };
  table.setAttribute('role', 'treegrid');
  for (const row of rows) {
    row.setAttribute('aria-level', row.dataset.level);
    for (const cell of row.querySelectorAll('td')) cell.setAttribute('role', 'gridcell');
    const button = row.querySelector('.t-tree-toggle');
    if (row.dataset.branch) {
      row.setAttribute('aria-expanded', row.dataset.branch);
      button.hidden = false;
      button.addEventListener('click', () => {
        set(row, row.getAttribute('aria-expanded') !== 'true');
        stand(row);
      });
    }
  }
  show();
  stand(rows[0], false);
  table.addEventListener('keydown', (event) => {
    const row = event.target;
    if (!(row instanceof HTMLTableRowElement) || event.altKey || event.ctrlKey || event.metaKey) return;
    const seen = rows.filter((other) => !other.hidden);
    const at = seen.indexOf(row);
    const open = row.getAttribute('aria-expanded');
    const to = {
      ArrowDown: () => seen[at + 1],
      ArrowUp: () => seen[at - 1],
      Home: () => seen[0],
      End: () => seen.at(-1),
      ArrowRight: () => (open === 'false' ? set(row, true) : open && under(row)[0]),
      ArrowLeft: () => (open === 'true' ? set(row, false) : parent(row)),
      Enter: () => row.querySelector('a').click(),
    }[event.key];
    if (!to) return;
    event.preventDefault();
    const next = to();
    if (next instanceof HTMLTableRowElement) stand(next);
  });
}

// Links with data-dialog open the dialog that holds the same question as their page.
document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-dialog]');
  const dialog = link && document.getElementById(link.dataset.dialog);
  if (!dialog?.showModal || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  dialog.showModal();
});

function enhance(root) {
  for (const table of root.querySelectorAll('table[data-tree]:not([role=treegrid])')) {
    if (table.tBodies[0]?.rows.length) grow(table);
  }
}
enhance(document);
