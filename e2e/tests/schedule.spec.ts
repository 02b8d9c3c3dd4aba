// The public page of what holders are told.

import { expect, test } from "../demo.js";

const TOLD = {
  en: {
    title: "Messages you can expect",
    home: "30 days before expiry, on the expiry date, and 20 and 40 days after expiry",
    business: "60 and 30 days before expiry, on the expiry date, and 20 and 40 days after expiry",
    deletion: "30 days before the expiry date of the blocked license",
    except: "Not sent for Mobile Security.",
  },
  pl: {
    title: "Jakich wiadomości się spodziewać",
    home: "30 dni przed wygaśnięciem, w dniu wygaśnięcia oraz 20 i 40 dni po wygaśnięciu",
    business: "60 i 30 dni przed wygaśnięciem, w dniu wygaśnięcia oraz 20 i 40 dni po wygaśnięciu",
    deletion: "30 dni przed datą wygaśnięcia zablokowanej licencji",
    except: "Nie dotyczy: Mobile Security.",
  },
} as const;

for (const [language, told] of Object.entries(TOLD)) {
  test(`the schedule is told in ${language}`, async ({ origin, page }) => {
    await page.goto(`${origin}/messages-schedule?lang=${language}`);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(told.title);
    for (const words of [told.home, told.business, told.deletion, told.except]) {
      await expect(page.getByRole("main")).toContainText(words);
    }
  });
}

test("the language of the browser is heard, and the switch wins and is remembered", async ({ browser, origin }) => {
  const context = await browser.newContext({ locale: "pl-PL", javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/messages-schedule`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TOLD.pl.title);
  const languages = page.getByRole("navigation", { name: "Język" });
  await languages.locator("summary").click();
  await languages.getByRole("link", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TOLD.en.title);
  await page.goto(`${origin}/messages-schedule`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TOLD.en.title);
  await context.close();
});

test("a footnote leads to its exception and back", async ({ origin, page }) => {
  await page.goto(`${origin}/messages-schedule?lang=en`);
  await page.getByRole("link", { name: "Footnote 1", exact: true }).click();
  await expect(page).toHaveURL(/#note-1$/);
  await page.getByRole("link", { name: "Back to where footnote 1 belongs" }).click();
  await expect(page).toHaveURL(/#see-1$/);
});
