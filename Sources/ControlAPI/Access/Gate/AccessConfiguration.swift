/// How people and programs are let in.
package struct AccessConfiguration: Sendable {
    package var mode: AuthMode
    /// What our own tokens are signed with.
    package var secret: SigningSecret
    /// Whom else to believe. Only in `AuthMode.jwks`.
    package var issuers: [ExternalIssuer] = []
    /// `iss` and `aud` of our own tokens.
    package var name = "parley"
    /// The admin who is made when there is no user.
    package var firstAdmin: FirstAdmin?

    package init(mode: AuthMode, secret: SigningSecret) {
        self.mode = mode
        self.secret = secret
    }
}
