// Before anything is drawn: the colours that were chosen on this machine.
try {
    const theme = localStorage.getItem("parley-theme");
    if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
} catch {
    // Without storage the system's colours stand.
}
