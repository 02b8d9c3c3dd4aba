// A holder's two minutes: from a letter's link to what was wanted, with scripts and without.

import type { Page } from "@playwright/test";

import { expect, test, type Demo } from "../demo.js";

/** Presses the button of a captured letter, as its reader does; the text of the letter. */
async function followLetter(demo: Demo, kind: string, to: string): Promise<string> {
  await demo.open();
  const mail = demo.mails().filter({ hasText: kind }).filter({ hasText: to }).first();
  await mail.getByRole("link").click();
  await demo.page.getByRole("link", { name: "As text" }).click();
  const text = await demo.page.locator("pre.mail").innerText();
  const link = text.match(/http:\/\/[^\s<>]+\/(?:renew|replace|register)\b[^\s<>]*/)?.[0];
  expect(link, text).toBeDefined();
  expect(link!.startsWith(demo.origin), link).toBe(true);
  await demo.page.goto(`${link}?lang=en`);
  return text;
}

const press = (page: Page, button: string) =>
  page.getByRole("main").getByRole("button", { name: button, exact: true }).click();
const heading = (page: Page) => page.getByRole("main").getByRole("heading", { level: 1 });

for (const scripts of [true, false]) {
  test.describe(`scripts are ${scripts ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled: scripts, viewport: { width: scripts ? 1280 : 360, height: 800 } });

    test("from the reminder to the renewed license", async ({ demo, page }) => {
      await demo.open();
      const form = demo.form("Renew a license");
      const [old, serial, email] = [
        await form.getByLabel("Previous serial number").inputValue(),
        await form.getByLabel("New serial number").inputValue(),
        await form.getByLabel("E-mail address").inputValue(),
      ];
      for (let move = 0; move < 10 && !(await demo.mails().filter({ hasText: email }).count()); move++) {
        await demo.move("To the next message");
      }
      await followLetter(demo, "Renewal reminder", email);
      await page.getByLabel("Previous serial number").fill(old.toLowerCase().replaceAll("-", ""));
      await page.getByLabel("E-mail address").fill(email);
      await press(page, "Go on");
      await expect(heading(page)).toHaveText("The license you have");
      await page.getByLabel("New serial number").fill(serial);
      await press(page, "Show what I get");
      await press(page, "Renew now");
      await expect(heading(page)).toHaveText("Renewed");
      await expect(page.getByRole("link", { name: "Download key file" })).toBeVisible();
    });

    test("from the serial number to the key file, with a slip on the way", async ({ demo, page, origin }) => {
      await demo.open();
      const form = demo.form("Register a serial number");
      const serial = await form.getByLabel("Serial number").inputValue();
      const slip = serial.slice(0, 5) + (serial[5] === "7" ? "8" : "7") + serial.slice(6);
      const email = await form.getByLabel("E-mail address").inputValue();
      await page.goto(`${origin}/register?lang=en`);
      await page.getByLabel("Serial number").fill(slip);
      await page.getByLabel("E-mail address").fill(email);
      await press(page, "Register");
      await expect(page.getByRole("alert")).toContainText("Look at this number once more");
      await expect(page.getByRole("main")).toContainText(/group 2 of the four|groups of the four/);
      await expect(page.getByLabel("It is written exactly so")).not.toBeChecked();
      await page.getByLabel("Serial number").fill(serial.replaceAll("0", "O"));
      await press(page, "Register");
      await expect(heading(page)).toHaveText("Registered");
      await expect(page.getByRole("link", { name: "Download key file" })).toBeVisible();
    });

    test("from the theft notice to the replaced serial number", async ({ demo, page, origin }) => {
      await demo.open();
      const form = demo.form("Register a serial number");
      const serial = await form.getByLabel("Serial number").inputValue();
      const email = await form.getByLabel("E-mail address").inputValue();
      await demo.send("Register a serial number");
      await page.goto(`${origin}/register?lang=en`);
      await page.getByLabel("Serial number").fill(serial);
      await page.getByLabel("E-mail address").fill("stranger@example.com");
      await press(page, "Register");
      await expect(heading(page)).toHaveText("This did not work");
      await expect(async () => {
        await demo.open();
        await expect(demo.seen("Attempted theft of a license")).toBeVisible({ timeout: 200 });
      }).toPass();
      await followLetter(demo, "Attempted theft of a license", email);
      await expect(page.getByRole("main").getByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/my/sign-in?to=/replace");
      await demo.open();
      await demo.be(email);
      await page.goto(`${origin}/replace?lang=en`);
      await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
      await press(page, "Replace it now");
      await expect(heading(page)).toHaveText("Serial number replaced");
      await expect(page.getByRole("link", { name: "Download key file" })).toBeVisible();
    });
  });
}
