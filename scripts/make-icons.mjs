// Draws the ribbon icons as PNG files, from a few shapes, at every size the ribbon uses. Run: node scripts/make-icons.mjs
// Mid-tone colours with a light rim stay legible on light and on dark ribbons; the background is transparent.
import { deflateSync } from 'node:zlib';
import { mkdirSync, writeFileSync } from 'node:fs';

export const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 128];
/** Of the installed workbench. */
const APP_SIZES = [192, 512];
const SUPERSAMPLE = 8;
const INK = [92, 102, 116];
const TEAL = [0, 128, 122];
const AMBER = [222, 138, 18];
const WHITE = [255, 255, 255];

// Shapes on a 16 x 16 grid: each answers whether a point lies inside.
const rect = (x, y, w, h, r, color) => ({
  color,
  inside: (px, py) => {
    const dx = Math.max(x + r - px, px - (x + w - r), 0);
    const dy = Math.max(y + r - py, py - (y + h - r), 0);
    return px >= x && px <= x + w && py >= y && py <= y + h && Math.hypot(dx, dy) <= r + 1e-9;
  },
});
const disc = (cx, cy, radius, color) => ({ color, inside: (px, py) => Math.hypot(px - cx, py - cy) <= radius });
const stroke = (x1, y1, x2, y2, width, color) => ({
  color,
  inside: (px, py) => {
    const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
    const t = Math.max(0, Math.min(1, ((px - x1) * (x2 - x1) + (py - y1) * (y2 - y1)) / length));
    return Math.hypot(px - x1 - t * (x2 - x1), py - y1 - t * (y2 - y1)) <= width / 2;
  },
});

const sheet = [rect(1, 1.5, 12, 13, 1.2, INK), rect(2, 2.5, 10, 11, 0.6, WHITE)];
const line = (y, color = INK, w = 8) => rect(3, y, w, 1.4, 0.5, color);
const ICONS = {
  review: [
    ...sheet,
    line(4),
    line(7, AMBER),
    line(10, INK, 4),
    disc(11, 11, 3.9, WHITE),
    disc(11, 11, 3.2, TEAL),
    disc(11, 11, 1.7, WHITE),
    stroke(13, 13, 15.2, 15.2, 1.8, TEAL),
  ],
  highlight: [...sheet, line(4), rect(2, 6.2, 10, 3, 0, AMBER), line(11), rect(9, 8.6, 6.4, 6.4, 3.2, WHITE), disc(12.2, 11.8, 2.7, AMBER)],
  clear: [
    ...sheet,
    line(4),
    line(7),
    line(10, INK, 4),
    disc(11.6, 11.6, 4.2, WHITE),
    stroke(9.4, 9.4, 13.8, 13.8, 1.9, [196, 49, 75]),
    stroke(13.8, 9.4, 9.4, 13.8, 1.9, [196, 49, 75]),
  ],
  write: [
    ...sheet,
    line(4),
    line(7),
    line(10, INK, 4),
    stroke(14, 6, 9.2, 13, 3.4, WHITE),
    stroke(14, 6, 9.4, 12.6, 2.1, TEAL),
    stroke(9.3, 12.8, 8.6, 14.2, 1.2, INK),
  ],
};

function pixels(shapes, size) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  const scale = 16 / size;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const total = [0, 0, 0, 0];
      for (let s = 0; s < SUPERSAMPLE * SUPERSAMPLE; s++) {
        const px = (x + ((s % SUPERSAMPLE) + 0.5) / SUPERSAMPLE) * scale;
        const py = (y + (Math.floor(s / SUPERSAMPLE) + 0.5) / SUPERSAMPLE) * scale;
        const top = shapes.findLast((shape) => shape.inside(px, py));
        if (top) [total[0], total[1], total[2], total[3]] = [total[0] + top.color[0], total[1] + top.color[1], total[2] + top.color[2], total[3] + 1];
      }
      const at = y * (size * 4 + 1) + 1 + x * 4;
      const covered = Math.max(total[3], 1);
      for (let c = 0; c < 3; c++) rows[at + c] = Math.round(total[c] / covered);
      rows[at + 3] = Math.round((total[3] * 255) / (SUPERSAMPLE * SUPERSAMPLE));
    }
  }
  return rows;
}

function png(shapes, size) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels(shapes, size), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const TABLE = Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});
const crc = (data) => (data.reduce((c, byte) => TABLE[(c ^ byte) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

mkdirSync(new URL('../assets/icons/', import.meta.url), { recursive: true });
for (const [name, shapes] of Object.entries(ICONS)) {
  for (const size of SIZES) writeFileSync(new URL(`../assets/icons/${name}-${size}.png`, import.meta.url), png(shapes, size));
}
for (const size of APP_SIZES) writeFileSync(new URL(`../assets/icons/review-${size}.png`, import.meta.url), png(ICONS.review, size));
