// The profile, each part to its end.

import AxeBuilder from "@axe-core/playwright";
import { readFile } from "node:fs/promises";

import { expect, follow, test, type Demo } from "../demo.js";

/** Signs in as a sample holder and opens the profile. */
async function openProfile(demo: Demo, language: "en" | "pl" = "en"): Promise<void> {
  await demo.open();
  await demo.be(await demo.page.locator("li.holder .address").first().innerText());
  await demo.page.goto(`${demo.origin}/my/profile?lang=${language}`);
}

test("name, language and zone are saved", async ({ demo, page }) => {
  await openProfile(demo);
  await page.getByLabel("Your name or company").fill("Ewa Nowak");
  await page.getByLabel("Your time zone").selectOption("Asia/Tokyo");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status")).toHaveText("Saved.");
  await expect(page.getByLabel("Your name or company")).toHaveValue("Ewa Nowak");
  await expect(page.getByLabel("Your time zone")).toHaveValue("Asia/Tokyo");
});

test("an offer is declined and taken again; a duty has no switch", async ({ demo, page }) => {
  await openProfile(demo);
  const offer = page.getByRole("checkbox", { name: "Protection for mobile devices" });
  await expect(offer).toBeChecked();
  await offer.uncheck();
  await follow(page, page.getByRole("button", { name: "Save choice" }));
  await expect(offer).not.toBeChecked();
  await offer.check();
  await follow(page, page.getByRole("button", { name: "Save choice" }));
  await expect(offer).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Key file" })).toHaveCount(0);
});

test("another device is signed out from here", async ({ demo, page, browser, origin }) => {
  await demo.open();
  const address = await page.locator("li.holder .address").first().innerText();
  const elsewhere = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  const other = await elsewhere.newPage();
  await other.goto(`${origin}/demo?lang=en`);
  await follow(other, other.locator("li.holder", { hasText: address }).getByRole("button", { name: "Be this holder" }));
  await openProfile(demo);
  await expect(page.getByText("This device")).toHaveCount(1);
  await follow(page, page.getByRole("button", { name: "Sign out all other devices" }));
  await other.goto(`${origin}/my/messages`);
  await expect(other).toHaveURL(/\/my\/sign-in/);
  await elsewhere.close();
});

test("a calendar is made, read and revoked", async ({ demo, page }) => {
  await openProfile(demo);
  await page.getByRole("button", { name: "Make a calendar" }).click();
  const address = await page.getByLabel("Address of your calendar").inputValue();
  const calendar = await page.request.get(address);
  expect(await calendar.text()).toContain("BEGIN:VEVENT");
  await follow(page, page.getByRole("button", { name: "Revoke the address" }));
  expect((await page.request.get(address)).status()).toBe(404);
});

test("one's data are downloaded", async ({ demo, page }) => {
  await openProfile(demo);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download my data" }).click(),
  ]);
  const data = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(data.licenses.length).toBeGreaterThan(0);
});

test.describe("to be read by everybody", () => {
  test.use({ javaScriptEnabled: true });

  for (const language of ["en", "pl"] as const) {
    test(`in ${language}, on a phone and on a desk`, async ({ demo, page }) => {
      await openProfile(demo, language);
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      }
    });
  }
});
