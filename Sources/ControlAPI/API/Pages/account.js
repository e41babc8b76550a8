// Who uses the console. The access token lives in memory; the refresh token is a cookie this page cannot read.

import { Api, ApiError } from "./api.js";

/** The claims of a JWT, unchecked: the server checks them, the page only greets by them. */
function claims(token) {
    try {
        const [, payload] = token.split(".");
        const bytes = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
        return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0))));
    } catch {
        return {};
    }
}

/** Events: "changed" (somebody signed in or out). */
export class Account extends EventTarget {
    api = new Api();
    /** {id, name, role}, or undefined while nobody is signed in. */
    person;
    /** Whether the server lets everybody in (loopback only). */
    isOpen = false;
    #renewing;

    constructor() {
        super();
        this.api.renew = () => this.#renew();
    }

    get signedIn() {
        return Boolean(this.api.token);
    }

    /** Finds out who this is: by the cookie of an earlier visit, or because the server asks nobody. */
    async begin() {
        const me = await this.api.request("GET", "/api/auth/me");
        this.isOpen = me.auth_mode === "open";
        this.person = { id: me.id, name: me.name ?? me.id, role: me.role };
    }

    /** Throws an ApiError when the server does not know them. */
    async signIn(email, password) {
        const answer = await this.api.request("POST", "/api/auth/login", { body: { email, password, cookie: true }, renews: false })
            .catch((error) => {
                if (error.status !== 401) throw error;
                throw new ApiError(401, { detail: "The e-mail address or the password is wrong." });
            });
        this.#take(answer);
    }

    async signOut() {
        await this.api.request("POST", "/api/auth/logout", { renews: false }).catch(() => {});
        this.#forget();
    }

    /** Requests that fail together share one renewal. */
    #renew() {
        this.#renewing ??= this.#refresh().finally(() => {
            this.#renewing = undefined;
        });
        return this.#renewing;
    }

    async #refresh() {
        const response = await fetch("/api/auth/refresh", { method: "POST", credentials: "same-origin" })
            .catch(() => undefined);
        if (response?.ok) {
            this.#take(await response.json());
            return true;
        }
        // Too many requests, or no server, say nothing about who this is.
        if ([400, 401, 403].includes(response?.status)) this.#forget();
        return false;
    }

    #take({ access_token: token, user }) {
        const told = { ...claims(token), ...user };
        const id = told.id ?? told.sub;
        const before = this.person?.id;
        this.api.token = token;
        this.person = { id, name: told.name ?? told.email ?? id, role: told.role ?? "supervisor" };
        if (before !== id) this.dispatchEvent(new Event("changed"));
    }

    #forget() {
        this.api.token = undefined;
        this.person = undefined;
        this.dispatchEvent(new Event("changed"));
    }
}
