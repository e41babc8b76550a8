// The sign-in page, over everything while nobody is signed in.

import { element } from "./elements.js";

/** Shows it; `done` is called when somebody has signed in. */
export function offerSignIn(account, done) {
    const dialog = element("sign-in"), form = element("sign-in-form"), error = element("sign-in-error");
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    form.addEventListener("submit", async (event) => {
        event.preventDefault();
        const submit = form.querySelector("button");
        submit.disabled = true;
        error.textContent = "";
        try {
            await account.signIn(form.email.value.trim(), form.password.value);
            form.reset();
            dialog.close();
            done();
        } catch (failure) {
            error.textContent = failure.message;
            form.password.select();
        } finally {
            submit.disabled = false;
        }
    });
    return () => {
        if (!dialog.open) dialog.showModal();
    };
}
