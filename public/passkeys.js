// Passkeys: what a form can't ask the browser for by itself. Where the browser knows them, the part of a form that a
// passkey fills in is shown; its button fetches a challenge, has it answered, and sends the form as a plain form.

async function answered({ dataset }) {
  const response = await fetch(dataset.passkey, { method: "POST" });
  if (!response.ok) throw response;
  const { challenge, options } = await response.json();
  const key = dataset.passkey.endsWith("/new-challenge")
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return { challenge, credential: JSON.stringify(key) };
}

if (globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const absent of document.querySelectorAll(".passkey-absent")) absent.hidden = true;
  for (const part of document.querySelectorAll("[data-passkey]")) {
    const [button, sorry] = [part.querySelector("button"), part.querySelector("[role=alert]")];
    const { form } = button;
    part.hidden = false;
    button.addEventListener("click", async (event) => {
      event.preventDefault();
      sorry.hidden = true;
      try {
        for (const [name, value] of Object.entries(await answered(part))) {
          form.elements[part.dataset.prefix + name].value = value;
        }
        form.submit();
      } catch (reason) {
        // What lacks a fresh proof is asked for it as every form is.
        if (reason.status === 403) form.submit();
        else sorry.hidden = false;
      }
    });
  }
}
document.documentElement.dataset.passkeys = "";
