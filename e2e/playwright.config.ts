// How the pages are tried in a real browser: the distribution's Chromium, nothing from outside. What is green only
// at its second try is named as flaky at the end (decision 0024).

import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests",
  outputDir: "results",
  forbidOnly: true,
  fullyParallel: true,
  retries: 1,
  workers: 2,
  // Patience costs nothing where all is well, and a machine may be slow.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    // The pages promise to work without scripts, so no test gives them any.
    javaScriptEnabled: false,
    locale: "en-GB",
    // A page that scrolls smoothly to its fragment does not come to rest without scripts.
    contextOptions: { reducedMotion: "reduce" },
    timezoneId: "Europe/Warsaw",
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
});
