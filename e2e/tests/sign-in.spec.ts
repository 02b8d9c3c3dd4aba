// Signing in by a link that comes by e-mail.

import { expect, test, type Demo } from "../demo.js";

/** Gives an address on the page for signing in. */
async function askWith({ page, origin }: Demo, address: string): Promise<void> {
  await page.goto(`${origin}/my/sign-in?lang=en`);
  await page.getByLabel("E-mail address").fill(address);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look into your mailbox");
}

/** Asks for a link and finds it in the captured mail. */
async function askForLink(demo: Demo): Promise<string> {
  await demo.open();
  const address = await demo.page.locator("li.holder .address").first().innerText();
  await askWith(demo, address);
  const mail = demo.mails().filter({ hasText: "A sign-in link" }).first();
  // The answer does not wait for the mail: it comes as fast to an address that gets none.
  await expect(async () => {
    await demo.open();
    await expect(mail).toContainText(address, { timeout: 1 });
  }).toPass({ timeout: 20_000 });
  await mail.getByRole("link").click();
  await demo.page.getByRole("link", { name: "As text" }).click();
  const text = await demo.page.locator("pre.mail").innerText();
  const link = text.match(/https?:\/\/[^\s<>]+\/my\/sign-in\/[^\s<>]+/)?.[0];
  expect(link, text).toBeDefined();
  return link!;
}

test("the link signs in by its button, once", async ({ demo, page }) => {
  const link = await askForLink(demo);
  expect(link.startsWith(demo.origin), link).toBe(true);
  for (const look of ["first", "second"]) {
    await page.goto(link);
    await expect(page.getByRole("button", { name: "Sign in" }), `the ${look} look uses nothing up`).toBeVisible();
  }
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/my\/messages/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a used link opens nothing, for another visitor neither", async ({ demo, page, browser }) => {
  const link = await askForLink(demo);
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/my\/messages/);
  const other = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  const visitor = await other.newPage();
  await visitor.goto(link);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("This link no longer works");
  await visitor.goto(`${demo.origin}/my/messages`);
  await expect(visitor).toHaveURL(/\/my\/sign-in/);
  await other.close();
});

test("a link is too old after its ten minutes", async ({ demo, page }) => {
  const link = await askForLink(demo);
  await demo.open();
  await demo.move("+1 day");
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link no longer works");
});

test("an unknown address gets the same page, and no mail", async ({ demo }) => {
  await askWith(demo, "nobody-here@example.org");
  // Once the mail of somebody who asked later is there, this one's would be as well.
  await askForLink(demo);
  await demo.open();
  await expect(demo.mails().filter({ hasText: "nobody-here@example.org" })).toHaveCount(0);
});

test("what is not an address is said beside the field", async ({ demo, page }) => {
  await page.goto(`${demo.origin}/my/sign-in?lang=en`);
  await page.getByLabel("E-mail address").fill("not an address");
  await page.getByRole("button", { name: "Send me a link" }).click();
  const field = page.getByLabel("E-mail address");
  await expect(field).toHaveValue("not an address");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(/This is not an e-mail address\./);
});
