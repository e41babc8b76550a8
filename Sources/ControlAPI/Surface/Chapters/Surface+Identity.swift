import Document
import Supervision

extension Surface {
    /// Who is who.
    static let identity: [Operation] = [
        Operation(
            "login", .post, "/api/auth/login", "Sign in with an email address and a password", in: "Signing in",
            for: .open, answers: [Operation.Answer(200, "Signed in", signedIn)]
        ).taking(credentials).counted(.login).failing(.unauthenticated),
        Operation(
            "refresh", .post, "/api/auth/refresh", "Exchange a refresh token for new tokens", in: "Signing in",
            for: .open, answers: [Operation.Answer(200, "The new tokens; the old refresh token is void", signedIn)]
        ).taking(refreshToken, isRequired: false).counted(.read).failing(.unauthenticated),
        Operation(
            "logout", .post, "/api/auth/logout", "End a sign-in and everything that came of it", in: "Signing in",
            for: .open, answers: [Operation.Answer(204, "Signed out, or never signed in")]
        ).taking(refreshToken, isRequired: false).counted(.read),
        Operation(
            "keySet", .get, "/.well-known/jwks.json", "The public keys of the tokens issued here", in: "Signing in",
            for: .open, answers: [Operation.Answer(200, "A JWK set (RFC 7517)", .fields)]),
        Operation(
            "whoAmI", .get, "/api/auth/me", "Who the bearer of this token is", in: "Signing in",
            for: .roles([.caller, .operator, .supervisor, .admin, .worker], grant: "session:read"),
            answers: [Operation.Answer(200, "The principal", principal)]),
        Operation(
            "createStreamTicket", .post, "/api/stream-tickets", "Get a ticket that opens one feed", in: "Signing in",
            for: .roles([.caller, .operator, .supervisor, .admin, .worker], grant: "session:read"),
            answers: [
                Operation.Answer(
                    201, "The ticket: it opens the feed once, within 60 s",
                    .object([.required("ticket", .text), .required("expires_at", .moment)]))
            ]
        ).taking(
            .object([
                .required(
                    "resource",
                    .text(upTo: 200).described("The path of a feed, such as `/ws/sess_…`, `/ws`, `/api/feed/stream`."))
            ])
        ).counted(.token).failing(.notFound),
    ]

    private static let credentials = Schema.object([
        .required("email", .text(upTo: 254)), .required("password", .text(upTo: 1_024)),
        .optional(
            "cookie", .boolean.described("Keeps the refresh token in a cookie that scripts cannot read.")),
    ])

    private static let refreshToken = Schema.object([
        .optional("refresh_token", .text(upTo: 1_024).described("Missing: the one of the cookie."))
    ])

    private static let signedIn = Schema.object([
        .required("access_token", .text(upTo: 8_000)), .required("token_type", .text(oneOf: ["Bearer"])),
        .required("expires_in", .count.described("Seconds.")),
        .optional("refresh_token", .text(upTo: 1_024)), .optional("user", user),
    ])

    /// A person or a program as others see it.
    static let principal = Schema.object([
        .required("id", .text), .required("role", .text(oneOf: roles)), .required("name", .words),
        .required("workspace_id", .text), .optional("session_id", .text),
        .optional("grants", .list(of: .text)), .required("auth_mode", .text(oneOf: ["open", "users", "jwks"])),
    ])
}
