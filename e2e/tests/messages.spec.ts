// Messages: what was sent, found again, read, kept as a file, printed.

import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

import { looksFine, printed } from "../barriers.js";
import { expect, test, type Demo } from "../demo.js";

const WORDS = {
  en: {
    title: "Messages",
    unread: "Unread",
    back: "All messages",
    markUnread: "Mark as unread",
    allRead: "Mark all as read",
    license: "License",
    kind: "Message",
    keyFile: "Key file",
    offer: "Protection for mobile devices",
    show: "Show",
    showAll: "Show all messages",
    eml: "Save the whole e-mail (.eml)",
  },
  pl: {
    title: "Wiadomości",
    unread: "Nieprzeczytana",
    back: "Wszystkie wiadomości",
    markUnread: "Oznacz jako nieprzeczytaną",
    allRead: "Oznacz wszystkie jako przeczytane",
    license: "Licencja",
    kind: "Wiadomość",
    keyFile: "Plik klucza",
    offer: "Ochrona urządzeń mobilnych",
    show: "Pokaż",
    showAll: "Pokaż wszystkie wiadomości",
    eml: "Zapisz cały e-mail (.eml)",
  },
} as const;

const main = (page: Page) => page.getByRole("main");
const rows = (page: Page): Locator => main(page).getByRole("listitem");
const heading = (page: Page) => main(page).getByRole("heading", { level: 1 });

/** Registers a license by the demo, and opens the messages of its holder; the holder's address. */
async function openMessages(demo: Demo, language: "en" | "pl" = "en"): Promise<string> {
  await demo.open();
  const address = await demo.form("Register a serial number").getByLabel("E-mail address").inputValue();
  await demo.send("Register a serial number");
  await demo.be(address);
  await demo.page.goto(`${demo.origin}/my/messages?lang=${language}`);
  return address;
}

// These pages have no script of their own, as access.spec.ts sees: each language has one of the two ways to read them.
for (const [language, scripts] of [["en", false], ["pl", true]] as const) {
  const words = WORDS[language];
  test.describe(`in ${language}, scripts ${scripts ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled: scripts, viewport: { width: scripts ? 1280 : 360, height: 800 } });

    test("a message is read, and marked as unread again", async ({ demo, page }) => {
      await openMessages(demo, language);
      const unread = rows(page).filter({ hasText: words.unread });
      const before = await unread.count();
      expect(before).toBeGreaterThan(1);
      const subject = await unread.first().getByRole("link").innerText();
      await unread.first().getByRole("link").click();
      await expect(heading(page)).toHaveText(subject);
      await main(page).getByRole("link", { name: words.back }).click();
      await expect(unread).toHaveCount(before - 1);
      await rows(page).first().getByRole("link").click();
      await main(page).getByRole("button", { name: words.markUnread }).click();
      await expect(heading(page)).toHaveText(words.title);
      await expect(unread).toHaveCount(before);
    });

    test("all are marked as read at once", async ({ demo, page }) => {
      await openMessages(demo, language);
      await main(page).getByRole("button", { name: words.allRead }).click();
      await expect(heading(page)).toHaveText(words.title);
      await expect(rows(page).filter({ hasText: words.unread })).toHaveCount(0);
      await expect(main(page).getByRole("button", { name: words.allRead })).toHaveCount(0);
    });

    test("one kind is chosen, and everything again", async ({ demo, page }) => {
      await openMessages(demo, language);
      const before = await rows(page).count();
      await page.getByLabel(words.kind, { exact: true }).selectOption(words.keyFile);
      await main(page).getByRole("button", { name: words.show, exact: true }).click();
      await expect(rows(page)).toHaveCount(1);
      await expect(page.getByLabel(words.kind, { exact: true })).toHaveValue("key-file");
      await main(page).getByRole("link", { name: words.showAll }).click();
      await expect(rows(page)).toHaveCount(before);
    });

    test("a choice that nothing matches says so, and leads back", async ({ demo, page }) => {
      await openMessages(demo, language);
      await page.goto(`${demo.origin}/my/messages?kind=theft-attempt`);
      await expect(rows(page)).toHaveCount(0);
      await main(page).getByRole("link", { name: words.showAll }).last().click();
      await expect(rows(page)).not.toHaveCount(0);
    });

    test("the mail is kept as a file, with its key file", async ({ demo, page }) => {
      const address = await openMessages(demo, language);
      await page.goto(`${demo.origin}/my/messages?kind=key-file`);
      await rows(page).first().getByRole("link").click();
      const saved = page.waitForEvent("download");
      await main(page).getByRole("link", { name: words.eml }).click();
      const download = await saved;
      expect(download.suggestedFilename()).toMatch(/\.eml$/);
      const mail = await readFile(await download.path(), "utf8");
      expect(mail).toContain(`To: <${address}>`);
      expect(mail).toContain("X-Tenure-Kind: key-file");
      expect(mail).toContain("multipart/alternative");
      const key = page.waitForEvent("download");
      await main(page).getByRole("link", { name: /\.key$/ }).click();
      expect((await key).suggestedFilename()).toMatch(/\.key$/);
    });

    test("what is printed is the letter, and not what surrounds it", async ({ demo, page }) => {
      await openMessages(demo, language);
      await rows(page).last().getByRole("link").click();
      const subject = await heading(page).innerText();
      const text = await printed(page);
      expect(text).toContain(subject);
      for (const aside of [words.back, words.eml, words.markUnread]) {
        expect(text).not.toContain(aside);
      }
    });
  });
}

test("a license is chosen, and only its messages stand there", async ({ demo, page }) => {
  await demo.open();
  const form = demo.form("Renew a license");
  const [fresh, address] = [
    await form.getByLabel("New serial number").inputValue(),
    await form.getByLabel("E-mail address").inputValue(),
  ];
  await demo.send("Renew a license");
  await demo.be(address);
  const choice = page.getByLabel("License", { exact: true });
  const option = await choice.locator("option").filter({ hasText: fresh.slice(-4) }).getAttribute("value");
  await choice.selectOption(option);
  await main(page).getByRole("button", { name: "Show", exact: true }).click();
  await expect(choice).toHaveValue(option!);
  const all = await rows(page).count();
  expect(all).toBeGreaterThan(0);
  await expect(rows(page).filter({ hasText: fresh.slice(-4) })).toHaveCount(all);
});

test("many messages are turned over page by page, there and back", async ({ demo, page, origin }) => {
  test.slow();
  await demo.open();
  const post = (path: string, form: Record<string, string>) =>
    page.request.post(`${origin}${path}`, { form, headers: { origin } });
  const form = demo.form("Try a wrong address");
  const attempt = { serial: await form.getByLabel("Serial number").inputValue(), email: "stranger@example.org" };
  // A warning each day: more than a page holds.
  for (let day = 0; day < 52; day++) {
    expect((await post("/demo/theft", attempt)).ok()).toBe(true);
    expect((await post("/demo/clock", { move: "day" })).ok()).toBe(true);
  }
  await demo.open();
  await demo.be(attempt.serial);
  await page.goto(`${origin}/my/messages?lang=en&kind=theft-attempt`);
  const subjects = () => rows(page).getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const newest = await subjects();
  expect(newest).toHaveLength(50);
  await page.getByRole("link", { name: "Older →" }).click();
  await expect(page).toHaveURL(/before=/);
  await page.waitForLoadState();
  const oldest = await subjects();
  expect(oldest.length).toBeGreaterThan(0);
  expect(oldest.filter((one) => newest.includes(one))).toEqual([]);
  await expect(page.getByRole("link", { name: "Older →" })).toHaveCount(0);
  await page.getByRole("link", { name: "← Newer" }).click();
  await expect(page).toHaveURL(/after=/);
  await page.waitForLoadState();
  expect(await subjects()).toEqual(newest);
});

// What looks at a page is a script itself; the pages need none.
test.describe("to be read by everybody", () => {
  test.use({ javaScriptEnabled: true });

  for (const language of ["en", "pl"] as const) {
    test(`no page has a barrier, in ${language}`, async ({ demo, page }) => {
      test.slow();
      await demo.open();
      await demo.be(await demo.page.locator("li.holder .address").first().innerText());
      await page.goto(`${demo.origin}/my/messages?lang=${language}`);
      await looksFine(page, language);
      await openMessages(demo, language);
      await looksFine(page, language);
      await rows(page).first().getByRole("link").click();
      await looksFine(page, language);
      await page.goto(`${demo.origin}/my/messages?kind=theft-attempt`);
      await looksFine(page, language);
    });
  }
});
