// Somebody gives a serial number with an address that is not its holder's.

import { expect, test } from "../demo.js";

const NEUTRAL = "No license has this serial number and this address.";
const STRANGER = "stranger-of-the-test@example.org";

test("a wrong address gets the answer of an unknown serial number, and the holder is warned", async ({
  demo,
  page,
}) => {
  await demo.open();
  await demo.send("Try a wrong address", { "An e-mail address that is not the holder’s": STRANGER });
  const form = demo.form("Try a wrong address");
  await expect(form).toContainText(NEUTRAL);
  const answer = await form.locator(".problem").allInnerTexts();
  await demo.seen("Attempted theft of a license").click();
  await page.getByRole("link", { name: "Raw source" }).click();
  await expect(page.locator("pre.mail")).toContainText("X-Tenure-Kind: theft-attempt");
  await expect(page.locator("pre.mail"), "what a stranger typed is never repeated").not.toContainText(STRANGER);

  await demo.open();
  const unknown = { "Serial number": "2222-3333-4444-5555", "An e-mail address that is not the holder’s": STRANGER };
  await demo.send("Try a wrong address", unknown);
  expect(await form.locator(".problem").allInnerTexts()).toEqual(answer);
});

test("a second wrong address within a day sends no second mail at once", async ({ demo }) => {
  await demo.open();
  await demo.send("Try a wrong address");
  const warnings = demo.mails().filter({ hasText: "Attempted theft of a license" });
  await expect(warnings).toHaveCount(1);
  await demo.send("Try a wrong address");
  await expect(warnings).toHaveCount(1);
});
