// The server's time: clocks of browsers are often minutes off, and deadlines are told in the server's.

let ahead = 0;

/** Takes the time the server says it is. */
export function learn(serverTime) {
    const told = Date.parse(serverTime);
    if (!Number.isNaN(told)) ahead = told - Date.now();
}

/** Milliseconds since 1970, by the server's clock. */
export const now = () => Date.now() + ahead;
