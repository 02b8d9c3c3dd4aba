// Erasing one's data: from the profile to the receipt, with scripts and without.

import AxeBuilder from "@axe-core/playwright";

import { expect, follow, test, type Demo } from "../demo.js";

/** Signs in as a sample holder and opens the page that erases: the holder's address. */
async function openErase(demo: Demo, language: "en" | "pl" = "en"): Promise<string> {
  await demo.open();
  const address = await demo.page.locator("li.holder .address").first().innerText();
  await demo.be(address);
  await demo.page.goto(`${demo.origin}/my/profile?lang=${language}`);
  await follow(demo.page, demo.page.getByRole("link", { name: language === "en" ? "Erase my data" : "Usuń moje dane" }));
  return address;
}

/** Nothing that a rule of accessibility forbids, and nothing wider than the screen. */
async function expectFit(demo: Demo): Promise<void> {
  await demo.page.waitForLoadState();
  for (const width of [320, 360, 1280]) {
    await demo.page.setViewportSize({ width, height: 800 });
    const wide = await demo.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide, `at ${width} px`).toBeLessThanOrEqual(0);
  }
  const found = await new AxeBuilder({ page: demo.page }).analyze();
  expect(found.violations).toEqual([]);
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a holder erases everything, and is nobody afterwards", async ({ demo, page }) => {
      const address = await openErase(demo);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Erase my data");
      await page.getByRole("button", { name: "Erase my data for good" }).click();
      await expect(page.getByRole("alert")).toContainText("Fill this in");
      await page.getByLabel("E-mail address").fill("somebody@example.com");
      await page.getByRole("button", { name: "Erase my data for good" }).click();
      await expect(page.getByRole("alert")).toContainText("not the address that you are signed in with");
      await page.getByLabel("E-mail address").fill(` ${address.toUpperCase()} `);
      await page.getByRole("button", { name: "Erase my data for good" }).click();
      await expect(page).toHaveURL(/\/erased\/ers_/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your data has been erased");
      await page.goto(`${demo.origin}/my/messages`);
      await expect(page).toHaveURL(/\/my\/sign-in/);
      await demo.open();
      await expect(page.getByText(address, { exact: true })).toHaveCount(0);
    });
  });
}

test("whoever changes their mind loses nothing", async ({ demo, page }) => {
  await openErase(demo);
  await page.getByRole("link", { name: "Keep everything as it is" }).click();
  await expect(page).toHaveURL(/\/my\/profile$/);
});

test.describe("to be read by everybody", () => {
  test.use({ javaScriptEnabled: true });

  for (const language of ["en", "pl"] as const) {
    test(`in ${language}, on a phone and on a desk`, async ({ demo, page }) => {
      const address = await openErase(demo, language);
      await expectFit(demo);
      const go = page.getByRole("button", { name: language === "en" ? "Erase my data for good" : "Usuń moje dane na zawsze" });
      await follow(page, go);
      await expectFit(demo);
      await page.locator("#email").fill(address);
      await go.click();
      await expect(page).toHaveURL(/\/erased\/ers_/);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await expectFit(demo);
    });
  }
});
