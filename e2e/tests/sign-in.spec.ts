// Signing in by a link that comes by e-mail.

import AxeBuilder from "@axe-core/playwright";

import { expect, test, type Demo } from "../demo.js";

/** Gives an address on the page for signing in. */
async function askWith({ page, origin }: Demo, address: string): Promise<void> {
  await page.goto(`${origin}/my/sign-in?lang=en`);
  await page.getByLabel("E-mail address").fill(address);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look into your mailbox");
}

/** The code in a letter. */
function codeIn(text: string): string {
  const code = text.match(/\b\d{4} \d{4}\b/)?.[0];
  expect(code, text).toBeDefined();
  return code!;
}

/** The address of a sample holder. */
async function someone(demo: Demo): Promise<string> {
  await demo.open();
  return demo.page.locator("li.holder .address").first().innerText();
}

/** Asks for a link and finds it in the captured mail. */
async function askForLink(demo: Demo): Promise<string> {
  const address = await someone(demo);
  await askWith(demo, address);
  const text = await demo.letter("A sign-in link", address);
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
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("This link or code no longer works");
  await visitor.goto(`${demo.origin}/my/messages`);
  await expect(visitor).toHaveURL(/\/my\/sign-in/);
  await other.close();
});

test("a link is too old after its ten minutes", async ({ demo, page }) => {
  const link = await askForLink(demo);
  await demo.open();
  await demo.move("+1 day");
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link or code no longer works");
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

test.describe("with scripts, which axe needs", () => {
  test.use({ javaScriptEnabled: true });

  test("the code signs in on the page that is open", async ({ demo, page }) => {
    const address = await someone(demo);
    await askWith(demo, address);
    const code = codeIn(await demo.letter("A sign-in link", address));
    const wrong = code === "0000 0000" ? "1111 1111" : "0000 0000";
    await page.getByLabel("Code from the letter").fill(wrong);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByLabel("Code from the letter")).toHaveAccessibleDescription(/4 more tries/);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByLabel("Code from the letter").fill(code);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/my\/messages/);
  });

  test("a link that was forwarded signs nobody in, and says what to do", async ({ demo, page, browser }) => {
    const link = await askForLink(demo);
    const other = await browser.newContext({ locale: "en-GB" });
    const stranger = await other.newPage();
    await stranger.goto(link);
    await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Open this link where you asked for it");
    await expect(stranger.getByRole("main").getByRole("button")).toHaveCount(0);
    expect((await new AxeBuilder({ page: stranger }).analyze()).violations).toEqual([]);
    await other.close();
    await page.goto(link);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/my\/messages/);
  });
});

test("one comes back to where one was going, whatever the language", async ({ demo, page, origin }) => {
  const address = await someone(demo);
  await page.context().clearCookies();
  await page.goto(`${origin}/my/licenses`);
  await expect(page).toHaveURL(/\/my\/sign-in\?to=/);
  const languages = page.getByRole("navigation", { name: "Language" });
  await languages.locator("summary").click();
  await languages.getByRole("link", { name: "Polski" }).click();
  await page.getByLabel("Adres e-mail").fill(address);
  await page.getByRole("button", { name: "Wyślij mi link" }).click();
  await page.getByLabel("Kod z wiadomości").fill(codeIn(await demo.letter("A sign-in link", address)));
  await page.getByRole("button", { name: "Zaloguj się" }).click();
  await expect(page).toHaveURL(/\/my\/licenses$/);
});
