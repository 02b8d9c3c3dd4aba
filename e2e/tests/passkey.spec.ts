// Passkeys, with an authenticator that Chromium plays: added, used, removed; and what is there without scripts.

import AxeBuilder from "@axe-core/playwright";
import type { CDPSession, Page } from "@playwright/test";

import { expect, test, type Demo } from "../demo.js";

// Passkeys are bound to a name, and an address of numbers is none.
test.use({ origin: [async ({ numbers }, use) => use(numbers.replace("127.0.0.1", "localhost")), {}] });

/** A device with a fingerprint reader that always says yes. */
async function device(page: Page): Promise<{ session: CDPSession; id: string }> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { session, id: authenticatorId };
}

/** Signs in as a sample holder and opens the profile. */
async function openProfile(demo: Demo, language: "en" | "pl" = "en"): Promise<void> {
  await demo.open();
  await demo.be(await demo.page.locator("li.holder .address").first().innerText());
  await demo.page.goto(`${demo.origin}/my/profile?lang=${language}`);
}

/** Adds a passkey in the profile that is open. */
async function addPasskey(page: Page, name: string): Promise<void> {
  const part = page.getByRole("region", { name: "Passkeys" });
  await part.getByLabel("Name of the new passkey").fill(name);
  await part.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(page).not.toHaveURL(/\/my\//);
}

async function barriers(page: Page): Promise<unknown[]> {
  return (await new AxeBuilder({ page }).analyze()).violations;
}

test.describe("with scripts", () => {
  test.use({ javaScriptEnabled: true });

  test("a passkey is added, signs in, leads on, and no longer does when it is removed", async ({ demo, page }) => {
    await device(page);
    await openProfile(demo);
    await addPasskey(page, "My phone");
    const part = page.getByRole("region", { name: "Passkeys" });
    await expect(part.getByRole("listitem")).toContainText(["My phone"]);
    await expect(part).toContainText("Not used yet");
    const exported = await (await page.request.get(`${demo.origin}/my/profile/export`)).json();
    expect(exported.passkeys).toMatchObject([{ name: "My phone", used_at: null }]);
    expect(await barriers(page)).toEqual([]);

    await signOut(page);
    await page.goto(`${demo.origin}/my/sign-in?to=/my/profile&lang=en`);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expect(page).toHaveURL(/\/my\/profile$/);
    await expect(part).toContainText("Last used:");

    await part.getByRole("button", { name: /^Remove/ }).click();
    await expect(part.getByRole("listitem")).toHaveCount(0);
    await signOut(page);
    await page.goto(`${demo.origin}/my/sign-in?lang=pl`);
    await page.getByRole("button", { name: "Zaloguj się kluczem dostępu" }).click();
    await expect(page.getByRole("alert")).toContainText("Tym kluczem nie można się tu zalogować.");
    expect(await barriers(page)).toEqual([]);
    await page.goto(`${demo.origin}/my/profile`);
    await expect(page).toHaveURL(/\/my\/sign-in/);
  });

  test("who came to keep a page of the Library is back on it, and it is kept", async ({ demo, page }) => {
    await device(page);
    await openProfile(demo);
    await addPasskey(page, "Key");
    await signOut(page);
    await page.goto(`${demo.origin}/library/renewing?lang=en`);
    const main = page.getByRole("main");
    await main.getByRole("button", { name: "+ Add to library" }).click();
    await expect(page).toHaveURL(/\/my\/sign-in/);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expect(page).toHaveURL(/\/library\/renewing$/);
    await expect(main).toContainText("In my library");
  });

  test("an answer works once", async ({ demo, page }) => {
    await device(page);
    await openProfile(demo);
    await addPasskey(page, "Key");
    await signOut(page);
    await page.goto(`${demo.origin}/my/sign-in?lang=en`);
    const [answer] = await Promise.all([
      page.waitForRequest(/sign-in\/answer$/),
      page.getByRole("button", { name: "Sign in with a passkey" }).click(),
    ]);
    await expect(page).toHaveURL(/\/my\/messages/);
    const headers = { "Content-Type": "application/json", Origin: demo.origin };
    const again = await page.request.post(answer.url(), { headers, data: answer.postDataJSON() });
    expect([again.status(), await again.json()]).toEqual([410, { problem: "gone" }]);
  });

  test("a wrong answer uses the challenge up", async ({ demo, page }) => {
    await device(page);
    await openProfile(demo);
    await addPasskey(page, "Key");
    await signOut(page);
    await page.goto(`${demo.origin}/my/sign-in?lang=en`);
    let kept: Record<string, any> = {};
    await page.route(/sign-in\/answer$/, async (route) => {
      kept = route.request().postDataJSON();
      const signature = kept.answer.response.signature;
      const other = signature.slice(0, -4) + (signature.endsWith("AAAA") ? "BBBB" : "AAAA");
      const response = { ...kept.answer.response, signature: other };
      await route.continue({ postData: JSON.stringify({ ...kept, answer: { ...kept.answer, response } }) });
    });
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expect(page.getByRole("alert")).toContainText("This passkey does not sign in here.");
    const headers = { "Content-Type": "application/json", Origin: demo.origin };
    const right = await page.request.post(`${demo.origin}/my/passkeys/sign-in/answer`, { headers, data: kept });
    expect(right.status()).toBe(410);
  });

  test("a device that has a passkey gets no second one, and whoever cancels is told so", async ({ demo, page }) => {
    const { session, id } = await device(page);
    await openProfile(demo);
    await addPasskey(page, "");
    const part = page.getByRole("region", { name: "Passkeys" });
    await expect(part.getByRole("listitem")).toContainText([/Chrome, Linux/]);
    await part.getByRole("button", { name: "Add a passkey" }).click();
    await expect(part.getByRole("alert")).toHaveText("This device already has a passkey of yours.");
    await session.send("WebAuthn.setUserVerified", { authenticatorId: id, isUserVerified: false });
    await signOut(page);
    await page.goto(`${demo.origin}/my/sign-in?lang=en`);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expect(page.getByRole("alert")).toContainText("Nothing has happened");
  });

  test("under an address of numbers no passkey is offered, and no script runs", async ({ page, numbers }) => {
    const answer = await page.goto(`${numbers}/my/sign-in?lang=en`);
    expect(answer?.status()).toBe(200);
    await expect(page.locator("script, [data-passkey]")).toHaveCount(0);
  });

  for (const language of ["en", "pl"] as const) {
    test(`the profile and the sign-in fit a phone, in ${language}`, async ({ demo, page }) => {
      await openProfile(demo, language);
      for (const path of ["/my/profile", "/my/sign-in"]) {
        await page.goto(`${demo.origin}${path}?lang=${language}`);
        await page.setViewportSize({ width: 320, height: 800 });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, path).toBeLessThanOrEqual(0);
        expect(await barriers(page)).toEqual([]);
      }
    });
  }
});

test("without scripts there is the way by e-mail alone", async ({ demo, page }) => {
  await openProfile(demo);
  await expect(page.getByRole("heading", { name: "Passkeys" })).toBeHidden();
  await page.goto(`${demo.origin}/my/sign-in?lang=en`);
  await expect(page.getByRole("button", { name: "Send me a link" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in with a passkey" })).toBeHidden();
});
