// Requests to the control API. Every failure is an Error with a sentence for people.

export class ApiError extends Error {
    constructor(status, message) {
        super(message);
        this.status = status;
    }
}

async function request(method, path, body) {
    let response;
    try {
        response = await fetch(path, {
            method,
            headers: body ? { "content-type": "application/json" } : {},
            body: body ? JSON.stringify(body) : undefined,
            signal: AbortSignal.timeout(15_000),
        });
    } catch {
        throw new ApiError(0, "The server cannot be reached. Check that it is running, then try again.");
    }
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) {
        throw new ApiError(response.status, answer.detail ?? answer.title ?? `The server answered ${response.status}.`);
    }
    return answer;
}

export const createSession = (channel) => request("POST", "/api/sessions", { channel });
export const listSessions = () => request("GET", "/api/sessions");
export const voiceToken = (sessionId) => request("POST", "/api/voice/token", { session_id: sessionId });
export const chat = (sessionId, message) => request("POST", "/api/chat", { session_id: sessionId, message });
