// One page with every letter in every language as pictures: as wide as a phone and as a desktop reader, light and dark.
//
//   npm run letters -- FOLDER [WORD …]      writes FOLDER/index.html; with words, only letters whose names hold one of them
//
// The letters are written by `cargo run -p tenure-post --example letters`. A letter that is wider than its window is
// named, and the exit status is then 1. CHROMIUM names another browser than the one found.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [out, ...wanted] = process.argv.slice(2);
if (!out) {
  console.error("usage: npm run letters -- FOLDER [WORD …]");
  process.exit(2);
}
const folder = resolve(out);
const letters = join(folder, "letters");
const pictures = join(folder, "pictures");
mkdirSync(pictures, { recursive: true });

/** Whether this machine has a font for a language; where nobody can say, it has. */
function hasFontFor(language) {
  try {
    return execFileSync("fc-list", [`:lang=${language}`, "family"], { encoding: "utf8" }).trim() !== "";
  } catch {
    return true;
  }
}

if (!hasFontFor("ja")) {
  console.error("no font here has Japanese signs, so those letters show boxes: apt-get install fonts-noto-cjk");
}

const root = resolve(import.meta.dirname ?? ".", "..");
execFileSync("cargo", ["run", "-q", "-p", "tenure-post", "--example", "letters", "--", letters], {
  cwd: root,
  stdio: "inherit",
});

const WINDOWS = [
  { name: "desktop", width: 640, colorScheme: "light" },
  { name: "desktop-dark", width: 640, colorScheme: "dark" },
  { name: "phone", width: 375, colorScheme: "light" },
  { name: "phone-dark", width: 375, colorScheme: "dark" },
];

const names = readdirSync(letters)
  .filter((name) => name.endsWith(".html"))
  .map((name) => name.slice(0, -".html".length))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .sort();

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
let tooWide = 0;
for (const window of WINDOWS) {
  const context = await browser.newContext({
    viewport: { width: window.width, height: 600 },
    colorScheme: window.colorScheme,
    javaScriptEnabled: true,
    offline: true,
  });
  const page = await context.newPage();
  for (const name of names) {
    await page.goto(pathToFileURL(join(letters, `${name}.html`)).href);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > window.width) {
      tooWide += 1;
      console.error(`${name} is ${width} pixels wide in a ${window.name} of ${window.width}`);
    }
    // A digest of a hundred licenses need not be shown to its end.
    const clip = { x: 0, y: 0, width: window.width, height: Math.min(await height(page), 1600) };
    await page.screenshot({ path: join(pictures, `${name}.${window.name}.jpg`), type: "jpeg", quality: 80, fullPage: true, clip });
  }
  await context.close();
}
await browser.close();

function height(page) {
  return page.evaluate(() => document.documentElement.scrollHeight);
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const subject = (name) => readFileSync(join(letters, `${name}.txt`), "utf8").split("\n")[0];
const figures = names.map((name) => {
  const shots = WINDOWS.map(
    (window) =>
      `<a href="pictures/${name}.${window.name}.jpg"><img loading="lazy" src="pictures/${name}.${window.name}.jpg" alt="${window.name}" width="${window.width / 2}"></a>`,
  );
  return `<section><h2>${escaped(name)}</h2><p>${escaped(subject(name))} · <a href="letters/${name}.html">page</a> · <a href="letters/${name}.txt">text</a></p><div>${shots.join("")}</div></section>`;
});
writeFileSync(
  join(folder, "index.html"),
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Letters</title>
<style>body{font:15px/1.5 sans-serif;margin:24px;background:#ddd}div{display:flex;gap:8px;align-items:flex-start;flex-wrap:wrap}img{display:block}h2{margin:32px 0 0}p{margin:0 0 8px}</style>
<h1>${names.length} letters</h1>${figures.join("\n")}</html>`,
);
console.log(`${names.length} letters in ${join(folder, "index.html")}`);
process.exit(tooWide === 0 ? 0 : 1);
