// The holder's pages: Messages and Licenses.

import { readFile } from "node:fs/promises";

import { expect, follow, test } from "../demo.js";

test("a message is unread until it is opened", async ({ demo, page }) => {
  await demo.open();
  const address = await demo.form("Register a serial number").getByLabel("E-mail address").inputValue();
  await demo.send("Register a serial number");
  await demo.be(address);
  const unread = page.getByRole("main").getByRole("listitem").filter({ hasText: "Unread" });
  const before = await unread.count();
  expect(before).toBeGreaterThan(0);
  await unread.first().getByRole("link").click();
  await expect(page.locator("article.letter")).toBeVisible();
  await page.getByRole("link", { name: "All messages" }).click();
  await expect(unread).toHaveCount(before - 1);
});

test("whoever is signed in is not asked to sign in, and finds the way back from every page", async ({ demo, page }) => {
  await demo.open();
  const address = await page.locator("li.holder .address").first().innerText();
  await demo.be(address);
  await page.goto(`${demo.origin}/?lang=en`);
  await expect(page.getByRole("main").getByRole("link", { name: "Sign in" })).toHaveCount(0);
  await page.getByRole("main").getByRole("link", { name: "To my messages" }).click();
  await expect(page).toHaveURL(/\/my\/messages$/);
  await page.goto(`${demo.origin}/renew?lang=en`);
  await page.getByRole("contentinfo").getByRole("link", { name: "My Example Software" }).click();
  await expect(page).toHaveURL(/\/my\/messages$/);
});

test("the key file of a license is downloaded as an attachment", async ({ demo, page }) => {
  await demo.open();
  const address = await demo.form("Register a serial number").getByLabel("E-mail address").inputValue();
  await demo.send("Register a serial number");
  await demo.be(address);
  await page.getByRole("link", { name: "Licenses", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Licenses");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download key file" }).first().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.key$/);
  const parts = (await readFile(await download.path(), "utf8")).trim().split(".");
  expect(parts, "header, claims and signature").toHaveLength(3);
  expect(JSON.parse(Buffer.from(parts[1], "base64url").toString())).toMatchObject({ iss: "Example Software" });
});

test("the portal shows serial numbers only masked", async ({ demo, page }) => {
  await demo.open();
  const form = demo.form("Register a serial number");
  const [address, serial] = [
    await form.getByLabel("E-mail address").inputValue(),
    await form.getByLabel("Serial number").inputValue(),
  ];
  await demo.send("Register a serial number");
  await demo.be(address);
  await page.goto(`${demo.origin}/my/licenses`);
  await expect(page.getByRole("main")).toContainText(serial.slice(-4));
  await expect(page.getByRole("main")).not.toContainText(serial);
});

test("nobody sees the portal without signing in, and signing out ends the visit", async ({ demo, page }) => {
  await page.goto(`${demo.origin}/my/messages`);
  await expect(page).toHaveURL(/\/my\/sign-in/);
  await demo.open();
  const address = await demo.page.locator("li.holder .address").first().innerText();
  await demo.be(address);
  await follow(page, page.getByRole("button", { name: "Sign out" }));
  await page.goto(`${demo.origin}/my/licenses`);
  await expect(page).toHaveURL(/\/my\/sign-in/);
});
