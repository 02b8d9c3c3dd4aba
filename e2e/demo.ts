// A demo of one's own for each test: the real program, on a free port, ended by its process.

import { expect, test as base, type Locator, type Page } from "@playwright/test";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The program under test. */
const TENURE = process.env.TENURE_BIN || fileURLToPath(new URL("../target/debug/tenure", import.meta.url));

/** Where each demo's clock begins: in winter, in the morning of Europe. */
const BEGINNING = "2026-12-01T09:30:00Z";

/** How long the program may take to say where it listens, in milliseconds. */
const START_PATIENCE_MS = 90_000;

/** How long a letter may be on its way, in milliseconds. */
const LETTER_PATIENCE_MS = 60_000;

/** How often the clock is moved at most while waiting for a message. */
const MOST_MOVES = 40;

export type Language = "en" | "pl";

/** The six kinds of the programme, as the English pages name them, in the order of the guided steps. */
export const PROGRAMME = [
  "Key file",
  "Protection for mobile devices",
  "Invitation to make an account",
  "Renewal reminder",
  "Attempted theft of a license",
  "Deletion of a blocked license",
];

export type Form = "Register a serial number" | "Renew a license" | "Try a wrong address";

/** Presses what leads to a page, and waits until that page is there as a whole. */
export async function follow(page: Page, what: Locator): Promise<void> {
  await Promise.all([page.waitForEvent("load"), what.click()]);
}

/** The demo page, by what a visitor does there. */
export class Demo {
  constructor(
    readonly page: Page,
    readonly origin: string,
  ) {}

  async open(language: Language = "en"): Promise<void> {
    const answer = await this.page.goto(`${this.origin}/demo?lang=${language}`);
    expect(answer?.status()).toBe(200);
  }

  /** A section of the page, by its heading. */
  section(heading: string): Locator {
    return this.page.getByRole("region", { name: heading, exact: true });
  }

  form(title: Form): Locator {
    return this.page.getByRole("form", { name: title, exact: true });
  }

  /** Sends a form, with other words in some of its fields. */
  async send(title: Form, fields: Record<string, string> = {}): Promise<void> {
    const form = this.form(title);
    for (const [label, value] of Object.entries(fields)) {
      await form.getByLabel(label, { exact: true }).fill(value);
    }
    await follow(this.page, form.getByRole("button"));
  }

  /** Presses a button of the clock. */
  async move(button: string): Promise<void> {
    await follow(this.page, this.section("The clock").getByRole("button", { name: button, exact: true }));
    await expect(this.section("The clock").getByRole("status")).toContainText("What happened");
  }

  /** The link to the mail of a kind, in the list of the programme; there once one was captured. */
  seen(kind: string): Locator {
    return this.section("The six messages of the programme").getByRole("link", { name: kind, exact: true });
  }

  /** Presses "To the next message" until one of this kind is captured. */
  async moveUntilSeen(kind: string): Promise<void> {
    for (let move = 0; move < MOST_MOVES && !(await this.seen(kind).count()); move++) {
      await this.move("To the next message");
    }
    await expect(this.seen(kind), `${kind} after at most ${MOST_MOVES} moves`).toBeVisible();
  }

  /** The newest captured mails, one row each. */
  mails(): Locator {
    return this.section("Captured mail").getByRole("listitem");
  }

  /** The newest decisions, one row each. */
  decisions(): Locator {
    return this.section("What was decided, and why").getByRole("listitem");
  }

  /** The card of a sample holder, by a text in it: an address or a serial number. */
  holder(text: string): Locator {
    return this.page.locator("li.holder", { hasText: text });
  }

  /** Goes into the portal as a sample holder. */
  async be(text: string): Promise<void> {
    await this.holder(text).getByRole("button", { name: "Be this holder" }).click();
    await expect(this.page).toHaveURL(/\/my\/messages$/);
    await this.page.goto(`${this.origin}/my/messages?lang=en`);
  }

  /** The text of the newest captured letter of a kind to an address, as soon as it is there. */
  async letter(kind: string, to: string): Promise<string> {
    // The demo is read in English, and one's own browser keeps its language.
    const reader = await this.page.context().browser()!.newContext({ javaScriptEnabled: false });
    const tab = await reader.newPage();
    const mail = tab.locator("#mail li", { hasText: kind }).filter({ hasText: to });
    await expect(async () => {
      await tab.goto(`${this.origin}/demo?lang=en`);
      expect(await mail.count(), `${kind} to ${to}`).toBeGreaterThan(0);
    }).toPass({ timeout: LETTER_PATIENCE_MS });
    await mail.first().getByRole("link").click();
    await tab.getByRole("link", { name: "As text" }).click();
    const text = await tab.locator("pre.mail").innerText();
    await reader.close();
    return text;
  }
}

/** Waits until the program says its address; fails with its own words if it ends or stays silent. */
async function address(program: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`${TENURE} demo ${what}; it said:\n${said}`));
    const patience = setTimeout(() => fail("did not say where it is"), START_PATIENCE_MS);
    const hear = (words: Buffer) => {
      said += words;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+(?=\/demo\n)/);
      if (found) {
        clearTimeout(patience);
        resolve(found[0]);
      }
    };
    program.stdout?.on("data", hear);
    program.stderr?.on("data", hear);
    program.once("error", (error) => fail(`cannot be started (${error.message})`));
    program.once("exit", (code) => fail(`ended with ${code}`));
  });
}

type Fixtures = {
  /** Where the demo listens: an address of numbers. */
  numbers: string;
  /** Where a test meets the demo; the same, unless the test needs a name. */
  origin: string;
  demo: Demo;
  /** Every request of a test stays at the demo's origin, and no page breaks its own content security policy. */
  staysHome: void;
};

export const test = base.extend<Fixtures>({
  numbers: async ({}, use) => {
    if (!existsSync(TENURE)) {
      throw new Error(`${TENURE} is not there: run ./test pages, or name the program in TENURE_BIN`);
    }
    const args = ["demo", "--listen", "127.0.0.1:0", "--at", BEGINNING];
    const program = spawn(TENURE, args, { stdio: ["ignore", "pipe", "pipe"] });
    try {
      await use(await address(program));
    } finally {
      program.kill("SIGTERM");
      if (program.exitCode === null && program.signalCode === null) {
        await once(program, "exit");
      }
    }
  },

  origin: async ({ numbers }, use) => {
    await use(numbers);
  },

  demo: async ({ page, origin }, use) => {
    await use(new Demo(page, origin));
  },

  staysHome: [
    async ({ context, origin, numbers }, use) => {
      const strangers: string[] = [];
      const violations: string[] = [];
      await context.route("**/*", (route) => {
        const url = route.request().url();
        if (url.startsWith(`${origin}/`) || url.startsWith(`${numbers}/`)) {
          return route.continue();
        }
        strangers.push(url);
        return route.abort();
      });
      context.on("console", (message) => {
        if (message.text().includes("Content Security Policy")) {
          violations.push(message.text());
        }
      });
      await use();
      expect(strangers, "requests that leave the origin").toEqual([]);
      expect(violations, "what the pages' own policy forbids them").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
