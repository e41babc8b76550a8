import Foundation
import Supervision

extension AccessConfiguration {
    /// What the environment says.
    ///
    /// `AUTH_MODE` (`open` by default on loopback, else `users`); `PARLEY_AUTH_SECRET`, or a secret that is kept in the folder of
    /// data; `PARLEY_ADMIN_EMAIL` and `PARLEY_ADMIN_PASSWORD`; for `jwks`, `AUTH_ISSUER`, `AUTH_AUDIENCE`, `AUTH_JWKS_URL`, and
    /// perhaps `AUTH_ROLE_CLAIM`, `AUTH_ROLES` (`boss=admin,lead=supervisor`) and `AUTH_WORKSPACE_CLAIM`. What is secret may also
    /// come from the file that the same name with `_FILE` behind it names.
    ///
    /// Throws `configuration`.
    /// - Parameters:
    ///   - isLoopback: whether only this machine can connect.
    ///   - folder: where the secret is kept that is made when none is given.
    package static func fromEnvironment(
        _ environment: [String: String], isLoopback: Bool, folder: String
    ) throws(AccessError) -> AccessConfiguration {
        let settings = AccessSettings(environment)
        let mode = try settings.mode(isLoopback: isLoopback)
        var configuration = AccessConfiguration(mode: mode, secret: try settings.signingSecret(folder: folder))
        configuration.firstAdmin = try settings.firstAdmin()
        if mode == .jwks { configuration.issuers = [try settings.issuer()] }
        return configuration
    }
}
