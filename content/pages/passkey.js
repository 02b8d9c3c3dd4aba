// Signing in with a passkey and adding one. A comfort: without it the pages offer the letter, and nothing is lost.
"use strict";

(() => {
  const toOctets = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

  const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replaceAll("+", "-")
      .replaceAll("/", "_")
      .replaceAll("=", "");

  /** Asks the pages, and answers what they say; throws the name of the problem. */
  async function ask(path, body) {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.redirected) {
      location.assign("/my/sign-in?to=/my/profile");
      throw new Error("gone");
    }
    const told = await answer.json().catch(() => ({ problem: "failed" }));
    if (!answer.ok) {
      throw new Error(told.problem ?? "failed");
    }
    return told;
  }

  const described = (list) => (list ?? []).map((one) => ({ ...one, id: toOctets(one.id) }));

  /** Signs in: the authenticator shows the passkeys it has for this site. */
  async function enter(part) {
    const options = await ask("/my/passkeys/sign-in", {});
    const publicKey = {
      ...options,
      challenge: toOctets(options.challenge),
      allowCredentials: described(options.allowCredentials),
    };
    const given = await navigator.credentials.get({ publicKey });
    const { authenticatorData, clientDataJSON, signature, userHandle } = given.response;
    const response = {
      authenticatorData: toText(authenticatorData),
      clientDataJSON: toText(clientDataJSON),
      signature: toText(signature),
      userHandle: userHandle && toText(userHandle),
    };
    const to = part.dataset.to ?? "";
    return ask("/my/passkeys/sign-in/answer", { answer: proof(given, response), to });
  }

  /** Adds a passkey. */
  async function add(part) {
    const options = await ask("/my/passkeys/add", {});
    const publicKey = {
      ...options,
      challenge: toOctets(options.challenge),
      user: { ...options.user, id: toOctets(options.user.id) },
      excludeCredentials: described(options.excludeCredentials),
    };
    const given = await navigator.credentials.create({ publicKey });
    const response = {
      attestationObject: toText(given.response.attestationObject),
      clientDataJSON: toText(given.response.clientDataJSON),
      transports: given.response.getTransports?.() ?? [],
    };
    const name = part.querySelector("input")?.value ?? "";
    return ask("/my/passkeys/add/answer", { answer: proof(given, response), name });
  }

  const proof = (given, response) => ({
    id: given.id,
    rawId: toText(given.rawId),
    type: given.type,
    response,
    extensions: {},
  });

  /** Which words a failure has. */
  function reason(error) {
    if (error.name === "NotAllowedError" || error.name === "AbortError") {
      return "canceled";
    }
    return error.name === "InvalidStateError" ? "known" : error.message;
  }

  const deeds = { "sign-in": enter, add };

  for (const part of document.querySelectorAll("[data-passkey]")) {
    if (!window.PublicKeyCredential) {
      continue;
    }
    part.hidden = false;
    part.closest("section[hidden]")?.removeAttribute("hidden");
    const button = part.querySelector("button[type=button]");
    const said = part.querySelector("[role=alert]");
    const work = async () => {
      button.disabled = true;
      said.textContent = "";
      try {
        location.assign((await deeds[part.dataset.passkey](part)).to);
      } catch (error) {
        const words = part.querySelector(`template[data-problem="${CSS.escape(reason(error))}"]`);
        said.textContent = (words ?? part.querySelector("template[data-problem=failed]")).content.textContent;
        button.disabled = false;
        button.focus();
      }
    };
    button.addEventListener("click", work);
    part.querySelector("input")?.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        work();
      }
    });
  }
})();
