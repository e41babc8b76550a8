// The switch between dark, light and what the system says.

const order = ["", "dark", "light"];
const names = { "": "as the system", dark: "dark", light: "light" };

/** Makes `button` go through the three. */
export function offerAppearance(button) {
    const root = document.documentElement;
    const show = () => {
        const name = names[root.dataset.theme ?? ""];
        button.setAttribute("aria-label", `Colours: ${name}`);
        button.title = `Colours: ${name}`;
        button.dataset.theme = root.dataset.theme ?? "";
    };
    button.addEventListener("click", () => {
        const next = order[(order.indexOf(root.dataset.theme ?? "") + 1) % order.length];
        if (next) root.dataset.theme = next;
        else delete root.dataset.theme;
        try {
            if (next) localStorage.setItem("parley-theme", next);
            else localStorage.removeItem("parley-theme");
        } catch {
            // Then it holds for this page only.
        }
        show();
    });
    show();
}
