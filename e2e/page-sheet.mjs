// One page with every page of Tenure as pictures: a phone and a desk, light and dark; and what a printer makes of some.
//
//   npm run pages -- FOLDER [LANGUAGE …]    writes FOLDER/index.html; without languages, in English and Polish
//
// It walks through a demo of its own for each language, as a holder does, and takes pictures where it stops. A page that
// is wider than its window is named, and the exit status is then 1. TENURE_BIN names the program, CHROMIUM the browser.

import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";

const [out, ...wanted] = process.argv.slice(2);
if (!out) {
  console.error("usage: npm run pages -- FOLDER [LANGUAGE …]");
  process.exit(2);
}
const folder = resolve(out);
const pictures = join(folder, "pictures");
mkdirSync(pictures, { recursive: true });

const PROGRAM = process.env.TENURE_BIN ?? resolve(import.meta.dirname ?? ".", "../target/debug/tenure");
const BROWSER = process.env.CHROMIUM ?? "/usr/bin/chromium";
const LANGUAGES = wanted.length === 0 ? ["en", "pl"] : wanted;
/** In winter, in the morning of Europe. */
const BEGINNING = "2026-12-01T09:30:00Z";
const WINDOWS = [
  { name: "desk", width: 1280, colorScheme: "light" },
  { name: "desk-dark", width: 1280, colorScheme: "dark" },
  { name: "phone", width: 360, colorScheme: "light" },
  { name: "phone-dark", width: 360, colorScheme: "dark" },
];
/** No picture is longer than this: a list need not be shown to its end. */
const MOST_PIXELS = 4000;

let tooWide = 0;
const stops = [];

/** A demo, and where it listens. */
async function startDemo() {
  const program = spawn(PROGRAM, ["demo", "--listen", "127.0.0.1:0", "--at", BEGINNING], { stdio: ["ignore", "pipe", "inherit"] });
  const origin = await new Promise((heard, failed) => {
    let said = "";
    program.stdout.on("data", (words) => {
      said += words;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+(?=\/demo\n)/);
      if (found) heard(found[0]);
    });
    program.once("error", failed);
    program.once("exit", (code) => failed(new Error(`${PROGRAM} demo ended with ${code}`)));
  });
  return { origin, end: () => program.kill("SIGTERM") };
}

/** Somebody who walks through the pages in one language, and takes pictures. */
class Walk {
  constructor(page, origin, language) {
    Object.assign(this, { page, origin, language });
  }

  /** Opens a page in the language of the walk. */
  async go(path) {
    const url = new URL(path, this.origin);
    url.searchParams.set("lang", this.language);
    await this.page.goto(url.href);
  }

  /** Takes the pictures of the page as it is. */
  async look(name) {
    const stop = `${name}.${this.language}`;
    for (const window of WINDOWS) {
      await this.page.emulateMedia({ colorScheme: window.colorScheme });
      await this.page.setViewportSize({ width: window.width, height: 800 });
      const size = await this.page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return { width: scrollWidth, height: scrollHeight };
      });
      if (size.width > window.width) {
        tooWide += 1;
        console.error(`${stop} is ${size.width} pixels wide on a ${window.name} of ${window.width}`);
      }
      const clip = { x: 0, y: 0, width: window.width, height: Math.min(size.height, MOST_PIXELS) };
      await this.page.screenshot({ path: join(pictures, `${stop}.${window.name}.png`), fullPage: true, clip });
    }
    stops.push(stop);
  }

  /** Opens a page and takes its pictures. */
  async see(name, path) {
    await this.go(path);
    await this.look(name);
  }

  /** What a printer would make of the page as it is. */
  async print(name) {
    await this.page.emulateMedia({ colorScheme: "light" });
    await this.page.pdf({ path: join(folder, `${name}.${this.language}.pdf`), format: "A4", preferCSSPageSize: true });
  }

  /** Fills fields by their names. */
  async fill(fields) {
    for (const [name, value] of Object.entries(fields)) {
      await this.page.locator(`main [name=${name}]`).first().fill(value);
    }
  }

  /** Fills fields and presses the button of the form that holds the last of them. */
  async send(fields) {
    await this.fill(fields);
    const last = this.page.locator(`main [name=${Object.keys(fields).at(-1)}]`).first();
    await this.press(last.locator("xpath=ancestor::form").locator("button[type=submit]"));
  }

  /** Presses a button or a link that leads to another page. */
  async press(what) {
    await Promise.all([this.page.waitForLoadState("load"), what.first().click()]);
    await this.page.waitForLoadState("load");
  }

  main(selector) {
    return this.page.locator(`main ${selector}`);
  }

  /** What stands ready in a form of the demo. */
  async ready(form, ...names) {
    await this.go("/demo");
    const value = (name) => this.page.locator(`form[action="/demo/${form}"] [name=${name}]`).inputValue();
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await value(name)])));
  }

  async moveClock(move, times = 1) {
    for (let time = 0; time < times; time++) {
      await this.go("/demo");
      await this.press(this.main(`button[value=${move}]`));
    }
  }

  /** Goes into the portal as a sample holder. */
  async be(address) {
    await this.go("/demo");
    await this.press(this.main(`li.holder:has-text("${address}") button`));
  }

  /** The text of the newest captured mail to an address whose text holds something. */
  async mail(address, wantedText) {
    for (let turn = 0; turn < 50; turn++) {
      await this.go("/demo");
      const rows = this.main(`#mail li:has-text("${address}") a`);
      for (let row = 0; row < (await rows.count()); row++) {
        const path = await rows.nth(row).getAttribute("href");
        await this.go(`${path}/text`);
        const text = await this.main("pre.mail").innerText();
        const found = text.match(wantedText)?.[0];
        if (found) return { found, path };
        await this.go("/demo");
      }
      await this.page.waitForTimeout(200);
    }
    throw new Error(`no mail to ${address} has ${wantedText}`);
  }
}

async function publicPages(walk) {
  await walk.see("home", "/");
  await walk.see("schedule", "/messages-schedule");
  await walk.print("schedule");
  await walk.see("not-found", "/there-is-no-such-page");
  await walk.see("library-stranger", "/library");
  await walk.see("library-page-stranger", "/library/renewing");
  await walk.see("replace-door", "/replace");
  await walk.page.locator(".languages summary").click();
  await walk.look("languages");
}

async function register(walk, ready) {
  await walk.see("register", "/register");
  await walk.send({ serial: "ABCD", email: "anna" });
  await walk.look("register-again");
  await walk.send({ serial: "ABCD-EFGH-JKMN-PQRS", email: "anna@example.com" });
  await walk.look("register-doubtful");
  await walk.go("/register");
  await walk.send(ready);
  await walk.look("registered");
}

async function renew(walk, { previous, serial, email }) {
  await walk.see("renew-without", "/renew/without");
  await walk.see("renew", "/renew");
  await walk.main("details summary").click();
  await walk.send({ key_text: "e30.e30.AA", email: "anna" });
  await walk.look("renew-again");
  await walk.go("/renew");
  await walk.send({ previous, email });
  await walk.look("renew-held");
  await walk.send({ serial: "ABCD" });
  await walk.look("renew-held-again");
  await walk.send({ serial });
  await walk.look("renew-sum");
  await walk.print("renew-sum");
  await walk.press(walk.main("form button"));
  await walk.look("renewed");
  await walk.go("/renew");
  await walk.send({ previous, email });
  await walk.look("refused");
}

async function signIn(walk, address) {
  await walk.page.context().clearCookies();
  await walk.see("sign-in", "/my/sign-in");
  await walk.send({ email: "anna" });
  await walk.look("sign-in-again");
  await walk.see("sign-in-then", "/my/sign-in?to=/my/licenses");
  await walk.send({ email: address });
  await walk.look("sign-in-sent");
  await walk.send({ code: "0000 0000" });
  await walk.look("sign-in-wrong-code");
  const asked = await walk.page.context().storageState();
  const { found, path } = await walk.mail(address, /http:\S+\/my\/sign-in\/\S+/);
  await walk.see("demo-mail", path);
  await walk.page.context().clearCookies();
  await walk.see("sign-in-elsewhere", found);
  await walk.page.context().addCookies(asked.cookies);
  await walk.see("sign-in-confirm", found);
  await walk.press(walk.main("form button"));
  await walk.page.context().clearCookies();
  await walk.see("sign-in-failed", found);
}

async function messages(walk) {
  await walk.see("messages", "/my/messages");
  await walk.see("messages-none-such", "/my/messages?kind=theft-attempt");
  await walk.go("/my/messages");
  await walk.press(walk.main("ul.rows a"));
  await walk.go(new URL(walk.page.url()).pathname);
  await walk.look("message");
  await walk.print("message");
}

async function licenses(walk, rich) {
  await walk.see("licenses", "/my/licenses");
  await walk.see("licenses-expired", "/my/licenses?tab=expired");
  await walk.see("licenses-blocked", "/my/licenses?tab=blocked");
  await walk.press(walk.main("li.license h2 a"));
  await walk.go(new URL(walk.page.url()).pathname);
  await walk.look("license-blocked");
  await walk.go("/my/licenses");
  await walk.press(walk.main("li.license h2 a"));
  const license = new URL(walk.page.url()).pathname;
  await walk.see("license", license);
  await walk.print("license");
  await walk.see("certificate", `${license}/certificate`);
  await walk.print("certificate");
  await walk.see("renew-own", "/renew");
  await walk.be(rich);
  await walk.see("replace", "/replace");
  await walk.press(walk.main("li.license .card-end a"));
  await walk.look("replace-confirm");
  await walk.press(walk.main("form button"));
  await walk.look("replaced");
  await walk.see("license-attempted", "/my/licenses?tab=blocked");
  await walk.press(walk.main("li.license h2 a"));
  await walk.go(new URL(walk.page.url()).pathname);
  await walk.look("license-attempted");
}

async function library(walk) {
  await walk.see("library", "/library");
  await walk.press(walk.main("form.card-end button"));
  await walk.look("library-page-kept");
  await walk.see("library-kept", "/library");
  await walk.see("library-schedule", "/library/messages");
  await walk.see("my-library", "/my/library");
}

async function profile(walk) {
  await walk.see("profile", "/my/profile");
  await walk.press(walk.main('button[value="make"]'));
  await walk.look("profile-calendar");
}

async function decline(walk, address) {
  const { found } = await walk.mail(address, /http:\S+\/decline\/\S+/);
  await walk.see("decline", found);
  await walk.press(walk.main("form button"));
  await walk.look("declined");
}

/** The pages for those who try too often: last, for nobody can try anything after it. */
async function tooMany(walk) {
  await walk.page.context().clearCookies();
  for (let attempt = 0; attempt < 40; attempt++) {
    await walk.go("/register");
    await walk.send({ serial: "2222-3333-4444-5555", email: "stranger@example.com" });
    if (attempt === 0) await walk.look("unmatched-or-doubtful");
    if (await walk.main("[name=serial_as_written]").count()) {
      await walk.main("[name=serial_as_written]").first().check();
      await walk.press(walk.main("form button"));
    }
    if (attempt === 0) await walk.look("unmatched");
    if (await walk.main('a[href="/my/sign-in"]').count()) break;
  }
  await walk.look("too-many");
}

async function walkThrough(browser, language) {
  const demo = await startDemo();
  const context = await browser.newContext({ javaScriptEnabled: false, reducedMotion: "reduce", locale: language, timezoneId: "Europe/Warsaw" });
  const walk = new Walk(await context.newPage(), demo.origin, language);
  try {
    await walk.see("demo-empty", "/demo");
    await publicPages(walk);
    const fresh = await walk.ready("register", "serial", "email");
    const old = await walk.ready("renew", "previous", "serial", "email");
    await register(walk, fresh);
    await decline(walk, fresh.email);
    await walk.be(old.email);
    await walk.see("messages-empty", "/my/messages");
    await walk.see("licenses-none-blocked", "/my/licenses?tab=blocked");
    await walk.page.context().clearCookies();
    await renew(walk, old);
    await walk.go("/demo");
    await walk.press(walk.page.locator('form[action="/demo/theft"] button'));
    await walk.look("demo-theft");
    await walk.moveClock("month", 1);
    await walk.look("demo-month");
    await walk.be(old.email);
    await messages(walk);
    await library(walk);
    await profile(walk);
    await licenses(walk, fresh.email);
    await signIn(walk, fresh.email);
    await tooMany(walk);
  } finally {
    await context.close();
    demo.end();
  }
}

const browser = await chromium.launch({ executablePath: BROWSER, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
try {
  for (const language of LANGUAGES) {
    await walkThrough(browser, language);
  }
} finally {
  await browser.close();
}

const figures = stops.map((stop) => {
  const shots = WINDOWS.map(({ name, width }) => `<a href="pictures/${stop}.${name}.png"><img loading="lazy" src="pictures/${stop}.${name}.png" alt="${name}" width="${width === 360 ? 270 : 480}"></a>`);
  return `<section><h2>${stop}</h2><div>${shots.join("")}</div></section>`;
});
writeFileSync(
  join(folder, "index.html"),
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pages</title>
<style>body{font:15px/1.5 sans-serif;margin:24px;background:#ccc}div{display:flex;gap:8px;align-items:flex-start;flex-wrap:wrap}img{display:block}h2{margin:32px 0 8px}</style>
<h1>${stops.length} pages</h1>${figures.join("\n")}</html>`,
);
console.log(`${stops.length} pages in ${join(folder, "index.html")}`);
process.exit(tooWide === 0 ? 0 : 1);
