// The Library: pages of help for everybody, and those that a holder keeps.

import type { Page } from "@playwright/test";

import { looksFine, printed } from "../barriers.js";
import { expect, test, type Demo } from "../demo.js";

const WORDS = {
  en: {
    title: "Library",
    add: "+ Add to library",
    kept: "In my library",
    remove: "Remove from my library",
    mine: "My library",
    none: "You keep no page yet.",
    back: "All pages of help",
    schedule: "Messages you can expect",
    email: "E-mail address",
    send: "Send me a link",
    code: "Code from the letter",
    signIn: "Sign in",
  },
  pl: {
    title: "Biblioteka",
    add: "+ Dodaj do biblioteki",
    kept: "W mojej bibliotece",
    remove: "Usuń z mojej biblioteki",
    mine: "Moja biblioteka",
    none: "Nie masz tu jeszcze żadnej strony.",
    back: "Wszystkie strony pomocy",
    schedule: "Jakich wiadomości się spodziewać",
    email: "Adres e-mail",
    send: "Wyślij mi link",
    code: "Kod z wiadomości",
    signIn: "Zaloguj się",
  },
} as const;

const main = (page: Page) => page.getByRole("main");
const heading = (page: Page) => main(page).getByRole("heading", { level: 1 });

/** Goes in as a sample holder, and opens the Library. */
async function openLibrary(demo: Demo, language: "en" | "pl"): Promise<void> {
  await demo.open();
  await demo.be(await demo.page.locator("li.holder .address").first().innerText());
  await demo.page.goto(`${demo.origin}/library?lang=${language}`);
}

/** The code of the letter that an address asked for. */
async function codeFor(demo: Demo, address: string): Promise<string> {
  const text = await demo.letter("A sign-in link", address);
  const code = text.match(/\b\d{4} \d{4}\b/)?.[0];
  expect(code, text).toBeDefined();
  return code!;
}

// These pages have no script of their own, as access.spec.ts sees: each language has one of the two ways to read them.
for (const [language, scripts] of [["en", false], ["pl", true]] as const) {
  const words = WORDS[language];
  test.describe(`in ${language}, scripts ${scripts ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled: scripts, viewport: { width: scripts ? 1280 : 360, height: 800 } });

    test("a page is kept, found in My library, and given back", async ({ demo, page }) => {
      await openLibrary(demo, language);
      await expect(heading(page)).toHaveText(words.title);
      const mine = page.getByRole("region", { name: words.mine });
      await expect(mine).toContainText(words.none);
      const card = main(page).locator("li.card").first();
      const title = await card.getByRole("link").innerText();
      await card.getByRole("button", { name: words.add }).click();
      await expect(heading(page)).toHaveText(title);
      await expect(main(page)).toContainText(words.kept);
      await page.goto(`${demo.origin}/my/library`);
      await expect(mine.getByRole("listitem")).toHaveCount(1);
      await mine.getByRole("link", { name: title }).click();
      await main(page).getByRole("button", { name: words.remove }).click();
      await expect(main(page).getByRole("button", { name: words.add })).toBeVisible();
      await main(page).getByRole("link", { name: words.back }).click();
      await expect(mine).toContainText(words.none);
    });

    test("whoever is not signed in signs in, and comes back to the page", async ({ demo, page, origin }) => {
      await demo.open();
      const address = await page.locator("li.holder .address").first().innerText();
      await page.goto(`${origin}/library/renewing?lang=${language}`);
      const title = await heading(page).innerText();
      await main(page).getByRole("button", { name: words.add }).click();
      await expect(page).toHaveURL(/\/my\/sign-in/);
      await page.getByLabel(words.email).fill(address);
      await main(page).getByRole("button", { name: words.send }).click();
      await page.getByLabel(words.code).fill(await codeFor(demo, address));
      await main(page).getByRole("button", { name: words.signIn }).click();
      // Back on the page, which is kept: who asked for it need not ask again.
      await expect(heading(page)).toHaveText(title);
      await expect(main(page)).toContainText(words.kept);
    });

    test("the schedule stands among the pages, and leads to the public one", async ({ page, origin }) => {
      await page.goto(`${origin}/library/messages?lang=${language}`);
      await main(page).getByRole("link", { name: words.schedule }).first().click();
      await expect(page).toHaveURL(/\/messages-schedule$/);
      await expect(heading(page)).toHaveText(words.schedule);
    });

    test("every page of help opens and is printed without its buttons", async ({ page, origin }) => {
      await page.goto(`${origin}/library?lang=${language}`);
      const paths = await main(page).locator("li.card h3 a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      expect(paths.length).toBeGreaterThan(3);
      for (const path of paths) {
        const answer = await page.goto(`${origin}${path}`);
        expect(answer?.status(), `${path}`).toBe(200);
        const text = await printed(page);
        expect(text, `${path}`).toContain(await heading(page).innerText());
        expect(text, `${path}`).not.toContain(words.add);
      }
    });
  });
}

// What looks at a page is a script itself; the pages need none.
test.describe("to be read by everybody", () => {
  test.use({ javaScriptEnabled: true });

  for (const language of ["en", "pl"] as const) {
    test(`no page has a barrier, in ${language}`, async ({ demo, page, origin }) => {
      test.slow();
      await page.goto(`${origin}/library?lang=${language}`);
      await looksFine(page, language);
      await openLibrary(demo, language);
      await looksFine(page, language);
      await main(page).getByRole("button", { name: WORDS[language].add }).first().click();
      await looksFine(page, language);
      await page.goto(`${origin}/my/library`);
      await looksFine(page, language);
      await page.goto(`${origin}/library/messages`);
      await looksFine(page, language);
    });
  }
});
