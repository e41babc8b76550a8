import Document
import Supervision

extension Surface {
    /// Users and keys.
    static let people: [Operation] = [
        Operation(
            "listUsers", .get, "/api/users", "Every user", in: "Users and keys", for: .admins("user:admin"),
            answers: [Operation.Answer(200, "The users", .object([.required("users", .list(of: user))]))]),
        Operation(
            "createUser", .post, "/api/users", "Add a user", in: "Users and keys", for: .admins("user:admin"),
            answers: [Operation.Answer(201, "The user", user)]
        ).taking(newUser).counted(.write).keyed().failing(.conflict),
        Operation(
            "getUser", .get, "/api/users/{user_id}", "One user", in: "Users and keys", for: .admins("user:admin"),
            answers: [Operation.Answer(200, "The user", user)]),
        Operation(
            "changeUser", .patch, "/api/users/{user_id}", "Change a user's name, role, password or state",
            in: "Users and keys", for: .admins("user:admin"), answers: [Operation.Answer(200, "The user", user)]
        ).taking(userChange).counted(.write).keyed().failing(.conflict),
        Operation(
            "deleteUser", .delete, "/api/users/{user_id}", "Remove a user", in: "Users and keys",
            for: .admins("user:admin"), answers: [Operation.Answer(204, "Removed")]
        ).counted(.write).failing(.conflict),
        Operation(
            "listKeys", .get, "/api/api-keys", "Every API key, without its secret", in: "Users and keys",
            for: .admins("key:admin"),
            answers: [Operation.Answer(200, "The keys", .object([.required("api_keys", .list(of: key))]))]),
        Operation(
            "createKey", .post, "/api/api-keys", "Make an API key; its secret is shown this once", in: "Users and keys",
            for: .admins("key:admin"), answers: [Operation.Answer(201, "The key and its secret", newKey)]
        ).taking(keyWish).counted(.write).keyed().failing(.notFound),
        Operation(
            "revokeKey", .delete, "/api/api-keys/{key_id}", "Revoke an API key", in: "Users and keys",
            for: .admins("key:admin"), answers: [Operation.Answer(204, "Revoked")]
        ).counted(.write),
    ]

    /// Names of all roles.
    static let roles = Role.allCases.map(\.rawValue)
    /// Those a user may have.
    private static let userRoles = [Role.operator, .supervisor, .admin].map(\.rawValue)

    private static let password = Schema(.text(TextRule(length: 10...1_024)))
    private static let skills = Schema.list(of: .text(upTo: 64), count: 0...32)
        .described("What calls an operator takes, such as `spanish`.")

    static let user = Schema.object([
        .required("id", .text), .required("email", .words), .required("name", .words),
        .required("role", .text(oneOf: userRoles)), .optional("is_active", .boolean), .optional("created_at", .moment),
        .optional("skills", .list(of: .text)), .optional("status", availability),
    ])

    private static let newUser = Schema.object([
        .required("email", .text(.email)), .required("name", .text(upTo: 200)),
        .required("role", .text(oneOf: userRoles)),
        .required("password", password), .optional("skills", skills),
    ])

    private static let userChange = Schema.object([
        .optional("name", .text(upTo: 200)), .optional("role", .text(oneOf: userRoles)),
        .optional("password", password), .optional("is_active", .boolean), .optional("skills", skills),
    ])

    private static let keyFields: [SchemaField] = [
        .required("id", .text), .required("name", .words), .required("role", .text(oneOf: roles)),
        .optional("owner", .text), .optional("grants", .list(of: .text)), .required("is_publishable", .boolean),
        .optional("origins", .list(of: .text)), .required("created_at", .moment), .optional("expires_at", .moment),
        .optional("last_used_at", .moment),
    ]

    private static let key = Schema.object(keyFields)
    private static let newKey = Schema.object(keyFields + [.required("secret", .text)])

    private static let keyWish = Schema.object([
        .required("name", .text(upTo: 200)), .optional("role", .text(oneOf: roles)),
        .optional("owner", .identifier.described("The supervisor for whom it acts.")),
        .optional("grants", .list(of: .text(upTo: 64), count: 1...64)), .optional("expires_at", .moment),
        .optional(
            "is_publishable",
            .boolean.described("May stand in a page: it only begins sessions, and only from its origins.")),
        .optional("origins", .list(of: .text(upTo: 200), count: 0...32)),
    ])
}
