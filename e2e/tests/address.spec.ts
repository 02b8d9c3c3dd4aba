// Changing one's address: asked for in the profile, confirmed by the letter to the new one, undone from the old one.

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { Demo, expect, follow, test } from "../demo.js";

const NEW = "moved.here@example.net";

/** Signs in as a sample holder and opens the profile: the holder's address. */
async function openProfile(demo: Demo, language: "en" | "pl" = "en"): Promise<string> {
  await demo.open();
  const address = await demo.page.locator("li.holder .address").first().innerText();
  await demo.be(address);
  await demo.page.goto(`${demo.origin}/my/profile?lang=${language}`);
  return address;
}

/** Reads the newest letter to an address that has a link of ours, in a tab of its own: the link. */
async function linkIn(demo: Demo, to: string, beginning: string): Promise<string> {
  const tab = new Demo(await demo.page.context().newPage(), demo.origin);
  let link: string | undefined;
  await expect(async () => {
    await tab.open();
    const count = await tab.mails().count();
    for (let number = 0; number < count && !link; number++) {
      await tab.open();
      const mail = tab.mails().nth(number);
      if (!(await mail.innerText()).includes(to)) {
        continue;
      }
      await mail.getByRole("link").click();
      await tab.page.getByRole("link", { name: "As text" }).click();
      const text = await tab.page.locator("pre.mail").innerText();
      link = text.match(new RegExp(`https?://[^\\s<>]+${beginning}[^\\s<>]+`))?.[0];
    }
    expect(link, `a letter to ${to} with ${beginning}`).toBeDefined();
  }).toPass({ timeout: 60_000 });
  await tab.page.close();
  return link!;
}

/** Asks for the new address and opens the letter's link. */
async function askAndOpen(demo: Demo): Promise<void> {
  const { page } = demo;
  await page.getByLabel("New e-mail address").fill(NEW);
  await page.getByRole("button", { name: "Send the letter" }).click();
  await expect(page.getByRole("status")).toHaveText("The letter is on its way.");
  await expect(page.getByText(NEW)).toBeVisible();
  await page.goto(await linkIn(demo, NEW, "/address/"));
}

/** Nothing is wider than the screen, and axe finds nothing. */
async function isReadable(page: Page, what: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${what} at ${width} px`).toBeLessThanOrEqual(0);
    expect((await new AxeBuilder({ page }).analyze()).violations, what).toEqual([]);
  }
}

for (const scripts of [false, true]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("an address is changed, and undone from the old one", async ({ demo, page, browser }) => {
      const old = await openProfile(demo);
      await askAndOpen(demo);
      await page.getByRole("button", { name: "Change the address" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("The address is changed");
      await page.getByRole("link", { name: "To my profile" }).click();
      await expect(page.locator("dd.address")).toHaveText(NEW);
      await expect(page.getByText("From there the change can be undone")).toBeVisible();
      // Whoever reads the old mailbox is not signed in anywhere.
      const undo = await linkIn(demo, old, "/address/undo/");
      const elsewhere = await browser.newContext({ javaScriptEnabled: scripts, locale: "en-GB" });
      const owner = await elsewhere.newPage();
      await owner.goto(undo);
      await owner.getByRole("button", { name: "Undo the change" }).click();
      await expect(owner.getByRole("heading", { level: 1 })).toHaveText("The change is undone");
      await elsewhere.close();
      await page.goto(`${demo.origin}/my/profile`);
      await expect(page).toHaveURL(/\/my\/sign-in/);
    });
  });
}

test("a wish is sent again, given up, and what is not an address is said beside the field", async ({ demo, page }) => {
  const old = await openProfile(demo);
  const field = page.getByLabel("New e-mail address");
  for (const [typed, said] of [
    ["not an address", /^This is not an e-mail address\./],
    [old.toUpperCase(), /^This is your address already\.$/],
  ] as const) {
    await field.fill(typed);
    await page.getByRole("button", { name: "Send the letter" }).click();
    await expect(field).toHaveValue(typed);
    await expect(field).toHaveAccessibleDescription(said);
  }
  await field.fill(NEW);
  await page.getByRole("button", { name: "Send the letter" }).click();
  const first = await linkIn(demo, NEW, "/address/");
  await follow(page, page.getByRole("button", { name: "Send again" }));
  await expect(page.getByRole("status")).toHaveText("The letter is on its way.");
  await page.goto(first);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link no longer works");
  await page.getByRole("link", { name: "To my profile" }).click();
  await page.getByRole("button", { name: "Cancel the change" }).click();
  await expect(field).toBeVisible();
});

test("a letter opened elsewhere leads through signing in", async ({ demo, page, browser }) => {
  await openProfile(demo);
  await askAndOpen(demo);
  const link = page.url();
  const other = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  const stranger = await other.newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Sign in to confirm");
  await expect(stranger.getByRole("main").getByRole("button")).toHaveCount(0);
  await stranger.getByRole("link", { name: "Sign in here" }).click();
  await expect(stranger).toHaveURL(/\/my\/sign-in\?to=%2Faddress%2F/);
  await other.close();
});

test("while it can be undone no serial number is replaced, and the page says until when", async ({ demo, page }) => {
  await openProfile(demo);
  await askAndOpen(demo);
  await follow(page, page.getByRole("button", { name: "Change the address" }));
  await page.goto(`${demo.origin}/replace?lang=en`);
  await expect(page.getByText("The address of your licenses was changed").first()).toBeVisible();
  await expect(page.getByText("Possible from").first()).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: /Replace/ })).toHaveCount(0);
});

test.describe("to be read by everybody", () => {
  test.use({ javaScriptEnabled: true });

  for (const language of ["en", "pl"] as const) {
    test(`in ${language}, on a phone and on a desk`, async ({ demo, page }) => {
      test.slow();
      const old = await openProfile(demo);
      await askAndOpen(demo);
      const confirm = page.url();
      const show = async (url: string) => {
        await page.goto(`${url}?lang=${language}`);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
      };
      await show(confirm);
      await isReadable(page, "the question");
      await show(`${demo.origin}/my/profile`);
      await isReadable(page, "the profile, waiting");
      await show(confirm);
      await follow(page, page.getByRole("main").getByRole("button"));
      await isReadable(page, "the new address");
      await show(confirm);
      await isReadable(page, "a used link");
      await show(`${demo.origin}/my/profile`);
      await isReadable(page, "the profile, changed");
      const undo = await linkIn(demo, old, "/address/undo/");
      await page.context().clearCookies();
      await show(undo);
      await isReadable(page, "the question of undoing");
      await follow(page, page.getByRole("main").getByRole("button"));
      await isReadable(page, "the old address again");
    });
  }
});
