import Foundation
import Supervision

/// The environment's variables about who is let in.
struct AccessSettings {
    private let environment: [String: String]

    init(_ environment: [String: String]) {
        self.environment = environment
    }

    func mode(isLoopback: Bool) throws(AccessError) -> AuthMode {
        guard let name = value("AUTH_MODE") else { return isLoopback ? .open : .users }
        guard let mode = AuthMode(rawValue: name.lowercased()) else {
            throw .configuration("AUTH_MODE must be open, users or jwks")
        }
        try mode.check(isLoopback: isLoopback)
        return mode
    }

    func signingSecret(folder: String) throws(AccessError) -> SigningSecret {
        if let secret = try secret("PARLEY_AUTH_SECRET") { return try SigningSecret(Array(secret.utf8)) }
        return try SigningSecret.kept(in: folder + "/auth-secret")
    }

    /// `nil` unless an address is given.
    func firstAdmin() throws(AccessError) -> FirstAdmin? {
        guard let email = value("PARLEY_ADMIN_EMAIL") else { return nil }
        guard let password = try secret("PARLEY_ADMIN_PASSWORD") else {
            throw .configuration("PARLEY_ADMIN_EMAIL needs PARLEY_ADMIN_PASSWORD, or PARLEY_ADMIN_PASSWORD_FILE")
        }
        guard let address = try? EmailAddress(email) else {
            throw .configuration("PARLEY_ADMIN_EMAIL is no email address")
        }
        return FirstAdmin(email: address, password: Redacted(password))
    }

    func issuer() throws(AccessError) -> ExternalIssuer {
        guard let name = value("AUTH_ISSUER"), let audience = value("AUTH_AUDIENCE"), let url = value("AUTH_JWKS_URL")
        else { throw .configuration("AUTH_MODE=jwks needs AUTH_ISSUER, AUTH_AUDIENCE and AUTH_JWKS_URL") }
        var issuer = try ExternalIssuer(name: name, audience: audience, keysURL: url)
        issuer.roleClaim = value("AUTH_ROLE_CLAIM") ?? issuer.roleClaim
        issuer.workspaceClaim = value("AUTH_WORKSPACE_CLAIM") ?? issuer.workspaceClaim
        if let text = value("AUTH_ROLES") { issuer.roles = try Self.roles(text) }
        return issuer
    }

    /// A variable, or what the file holds that its `_FILE` names, without the end of its line.
    private func secret(_ name: String) throws(AccessError) -> String? {
        if let value = value(name) { return value }
        guard let path = value(name + "_FILE") else { return nil }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw .configuration("the file of \(name)_FILE cannot be read")
        }
        let trimmed = text.trimmingCharacters(in: .newlines)
        guard !trimmed.isEmpty else { throw .configuration("the file of \(name)_FILE is empty") }
        return trimmed
    }

    /// What is set and not empty.
    private func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// Such as `boss=admin,lead=supervisor`.
    private static func roles(_ text: String) throws(AccessError) -> [String: Role] {
        var roles: [String: Role] = [:]
        for pair in text.split(separator: ",") {
            let parts = pair.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2, let role = Role(rawValue: parts[1]), role != .caller else {
                throw .configuration("AUTH_ROLES must look like boss=admin,lead=supervisor")
            }
            roles[parts[0]] = role
        }
        return roles
    }
}
