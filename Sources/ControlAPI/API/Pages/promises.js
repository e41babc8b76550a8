// Two things promises lack.

/** A promise that others resolve or reject; nobody has to listen to its failure. */
export function deferred() {
    const made = {};
    made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
    made.promise.catch(() => {});
    return made;
}

/** The value of `promise`, or `error` when it takes longer than `milliseconds`. */
export function within(milliseconds, promise, error) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(error), milliseconds);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
