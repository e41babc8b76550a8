// Requests to the control API. Every failure is an ApiError with a sentence for people.

const PATIENCE = 15_000;
const PAGE = 200;

/** What the API answered instead of what was asked for (RFC 9457); `status` 0: it was not reached at all. */
export class ApiError extends Error {
    constructor(status, problem = {}) {
        super(problem.detail ?? problem.title ?? `The server answered ${status}.`);
        this.status = status;
        this.code = problem.code ?? "";
        this.problem = problem;
    }
}

const unreachable = { detail: "The server cannot be reached. Check that it is running, then try again." };

/** The API as one person or one caller sees it. */
export class Api {
    /** The access token; kept in memory only. */
    token;
    /** Brings a new token, or resolves with false: then nobody is signed in. */
    renew = async () => false;

    /** The answer's JSON; a request whose token has run out is made once more with a new one. */
    async request(method, path, { body, headers = {}, key, renews = true } = {}) {
        const response = await this.#once(method, path, body, headers, key);
        if (response.status === 401 && renews && (await this.renew())) {
            return this.#read(await this.#once(method, path, body, headers, key));
        }
        return this.#read(response);
    }

    createSession(channel) {
        return this.request("POST", "/api/sessions", { body: { channel } });
    }

    session(id) {
        return this.request("GET", `/api/sessions/${encodeURIComponent(id)}`);
    }

    /** Every session that may be seen, page after page; `found` is told of each page as it comes. */
    async sessions(found, limit = 5_000) {
        let cursor, count = 0;
        do {
            const query = new URLSearchParams({ limit: PAGE, ...(cursor && { cursor }) });
            const page = await this.request("GET", `/api/sessions?${query}`);
            found(page.sessions);
            count += page.sessions.length;
            cursor = page.next_cursor;
        } while (cursor && count < limit);
    }

    /** `mayRecord`: the caller has agreed to be recorded. */
    voiceToken(id, mayRecord) {
        const body = { session_id: id, ...(mayRecord && { recording_consent: true }) };
        return this.request("POST", "/api/voice/token", { body });
    }

    chat(id, message) {
        const body = { session_id: id, message, client_message_id: crypto.randomUUID() };
        return this.request("POST", "/api/chat", { body });
    }

    /** A ticket for one stream: good for a minute, once. */
    async ticket(resource) {
        const { ticket } = await this.request("POST", "/api/stream-tickets", { body: { resource } });
        return ticket;
    }

    /** Asks for something to be done in a session; resolves with the command as accepted. */
    command(id, command) {
        const path = `/api/sessions/${encodeURIComponent(id)}/commands`;
        return this.request("POST", path, { body: command, key: crypto.randomUUID() });
    }

    async #once(method, path, body, extra, key) {
        const headers = { ...extra };
        if (body !== undefined) headers["content-type"] = "application/json";
        if (this.token) headers.authorization = `Bearer ${this.token}`;
        if (key) headers["idempotency-key"] = key;
        try {
            return await fetch(path, {
                method, headers, body: body === undefined ? undefined : JSON.stringify(body),
                credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE),
            });
        } catch {
            throw new ApiError(0, unreachable);
        }
    }

    async #read(response) {
        const answer = await response.json().catch(() => ({}));
        if (!response.ok) throw new ApiError(response.status, answer);
        return answer;
    }
}
