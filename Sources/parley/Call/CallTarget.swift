import Transport

/// A room of a server, and the word that opens it.
struct CallTarget: Sendable {
    let server: ServerURL
    /// Never written anywhere.
    let token: String
}
