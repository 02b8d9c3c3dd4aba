// Licenses: what one has, had and will be told; its key file, its certificate, and the ways on.

import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

import { looksFine, printed } from "../barriers.js";
import { expect, test, type Demo } from "../demo.js";

const WORDS = {
  en: {
    active: "Active",
    expired: "Expired",
    blocked: "Blocked",
    noneExpired: "Nothing has expired.",
    keyFile: "Download key file",
    certificate: "Certificate to print",
    renew: "Renew or add devices",
    replace: "Replace the serial number",
    coming: "Coming up",
    past: "So far",
    reminder: "Renewal reminder",
    keyFileSent: "Key file",
    registered: "Registered",
    held: "The license you have",
    sure: "Replace this serial number?",
    backToLicense: "Back to the license",
    certificateTitle: "License certificate",
  },
  pl: {
    active: "Aktywne",
    expired: "Wygasłe",
    blocked: "Zablokowane",
    noneExpired: "Nic nie wygasło.",
    keyFile: "Pobierz plik klucza",
    certificate: "Certyfikat do druku",
    renew: "Odnów lub dodaj urządzenia",
    replace: "Wymień numer seryjny",
    coming: "Co nastąpi",
    past: "Co było",
    reminder: "Przypomnienie o odnowieniu",
    keyFileSent: "Plik klucza",
    registered: "Zarejestrowana",
    held: "Licencja, którą masz",
    sure: "Wymienić ten numer seryjny?",
    backToLicense: "Powrót do licencji",
    certificateTitle: "Certyfikat licencji",
  },
} as const;

const main = (page: Page) => page.getByRole("main");
const heading = (page: Page) => main(page).getByRole("heading", { level: 1 });
const card = (page: Page, serial: string): Locator => main(page).locator("li.license", { hasText: serial.slice(-4) });

/** Registers a license by the demo, and opens the licenses of its holder; its serial number. */
async function openLicenses(demo: Demo, language: "en" | "pl"): Promise<string> {
  await demo.open();
  const form = demo.form("Register a serial number");
  const serial = await form.getByLabel("Serial number").inputValue();
  const address = await form.getByLabel("E-mail address").inputValue();
  await demo.send("Register a serial number");
  await demo.be(address);
  await demo.page.goto(`${demo.origin}/my/licenses?lang=${language}`);
  return serial;
}

/** Renews a license by the demo, and opens the licenses of its holder; the old and the new serial number. */
async function openRenewed(demo: Demo, language: "en" | "pl"): Promise<[string, string]> {
  await demo.open();
  const form = demo.form("Renew a license");
  const old = await form.getByLabel("Previous serial number").inputValue();
  const fresh = await form.getByLabel("New serial number").inputValue();
  const address = await form.getByLabel("E-mail address").inputValue();
  await demo.send("Renew a license");
  await demo.be(address);
  await demo.page.goto(`${demo.origin}/my/licenses?lang=${language}`);
  return [old, fresh];
}

// These pages have no script of their own, as access.spec.ts sees: each language has one of the two ways to read them.
for (const [language, scripts] of [["en", false], ["pl", true]] as const) {
  const words = WORDS[language];
  const tab = (page: Page, name: string) => main(page).getByRole("navigation").getByRole("link", { name });

  test.describe(`in ${language}, scripts ${scripts ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled: scripts, viewport: { width: scripts ? 1280 : 360, height: 800 } });

    test("each tab has the licenses of its state, and says how many", async ({ demo, page }) => {
      const [old, fresh] = await openRenewed(demo, language);
      await expect(tab(page, words.active)).toHaveText(`${words.active} 1`);
      await expect(card(page, fresh)).toBeVisible();
      await expect(card(page, old)).toHaveCount(0);
      await tab(page, words.blocked).click();
      await expect(tab(page, words.blocked)).toHaveAttribute("aria-current", "page");
      await expect(card(page, old)).toBeVisible();
      await tab(page, words.expired).click();
      await expect(main(page)).toContainText(words.noneExpired);
    });

    test("an expired license is found under its tab, and can still be renewed", async ({ demo, page }) => {
      await demo.open();
      await demo.be("liam@example.ie");
      await page.goto(`${demo.origin}/my/licenses?lang=${language}`);
      await tab(page, words.expired).click();
      await main(page).locator("li.license").getByRole("link", { name: words.renew }).click();
      await expect(heading(page)).toHaveText(words.held);
    });

    test("the time line tells what was sent, what happened, and what comes", async ({ demo, page }) => {
      const serial = await openLicenses(demo, language);
      await card(page, serial).getByRole("heading").getByRole("link").click();
      const coming = page.getByRole("region", { name: words.coming }).getByRole("listitem");
      await expect(coming).toHaveCount(4);
      await expect(coming.first()).toContainText(words.reminder);
      const days = await coming.locator("time").evaluateAll((times) => times.map((time) => time.getAttribute("datetime")!));
      expect(days, "in the order in which they come").toEqual([...days].sort());
      const past = page.getByRole("region", { name: words.past });
      await expect(past.getByText(words.registered, { exact: true })).toBeVisible();
      await past.getByRole("link", { name: words.keyFileSent, exact: true }).click();
      await expect(page).toHaveURL(/\/my\/messages\//);
      await expect(page.locator("article.letter")).toBeVisible();
    });

    test("a renewed license leads to the new one, and back", async ({ demo, page }) => {
      const [old, fresh] = await openRenewed(demo, language);
      await card(page, fresh).getByRole("heading").getByRole("link").click();
      await main(page).getByRole("link", { name: old.slice(-4) }).click();
      await expect(main(page).locator("p.serial").first()).toContainText(old.slice(-4));
      await main(page).getByRole("link", { name: fresh.slice(-4) }).click();
      await expect(main(page).locator("p.serial").first()).toContainText(fresh.slice(-4));
    });

    test("the key file is downloaded from the license's page", async ({ demo, page }) => {
      const serial = await openLicenses(demo, language);
      await card(page, serial).getByRole("heading").getByRole("link").click();
      const saved = page.waitForEvent("download");
      await main(page).getByRole("link", { name: words.keyFile }).click();
      const download = await saved;
      expect(download.suggestedFilename()).toMatch(/\.key$/);
      expect((await readFile(await download.path(), "utf8")).trim().split(".")).toHaveLength(3);
    });

    test("the certificate has the whole serial number, and is printed alone", async ({ demo, page }) => {
      const serial = await openLicenses(demo, language);
      await card(page, serial).getByRole("link", { name: words.certificate }).click();
      await expect(heading(page)).toHaveText(words.certificateTitle);
      await expect(main(page)).toContainText(serial);
      const text = await printed(page);
      expect(text).toContain(serial);
      expect(text).not.toContain(words.backToLicense);
      await main(page).getByRole("link", { name: words.backToLicense }).click();
      await expect(main(page)).not.toContainText(serial);
    });

    test("a license leads to its renewal with nothing to type", async ({ demo, page }) => {
      const serial = await openLicenses(demo, language);
      await card(page, serial).getByRole("link", { name: words.renew }).click();
      await expect(heading(page)).toHaveText(words.held);
      await expect(main(page)).toContainText(serial.slice(-4));
    });

    test("a license leads to the replacement of its serial number, which asks first", async ({ demo, page }) => {
      const serial = await openLicenses(demo, language);
      await card(page, serial).getByRole("link", { name: words.replace }).click();
      await expect(heading(page)).toHaveText(words.sure);
      await page.goto(`${demo.origin}/my/licenses`);
      await expect(card(page, serial), "nothing has happened yet").toBeVisible();
    });
  });
}

// What looks at a page is a script itself; the pages need none.
test.describe("to be read by everybody", () => {
  test.use({ javaScriptEnabled: true });

  for (const language of ["en", "pl"] as const) {
    test(`no page has a barrier, in ${language}`, async ({ demo, page, origin }) => {
      test.slow();
      const [, fresh] = await openRenewed(demo, language);
      await looksFine(page, language);
      await page.goto(`${origin}/my/licenses?tab=expired`);
      await looksFine(page, language);
      await page.goto(`${origin}/my/licenses?tab=blocked`);
      await looksFine(page, language);
      await main(page).locator("li.license h2 a").click();
      await looksFine(page, language);
      await page.goto(`${origin}/my/licenses`);
      await card(page, fresh).getByRole("heading").getByRole("link").click();
      await looksFine(page, language);
      await main(page).getByRole("link", { name: WORDS[language].certificate }).click();
      await looksFine(page, language);
      await page.goto(`${origin}/replace`);
      await looksFine(page, language);
    });
  }
});
