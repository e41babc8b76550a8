/// Where the server listens and whom it trusts.
package struct RoomServerOptions: Sendable {
    /// An address of this host; `0.0.0.0` for all of them.
    package var host: String
    /// Zero lets the system choose.
    package var httpPort: UInt16
    package var mediaPort: UInt16
    /// API secrets by API key.
    package var secrets: [String: String]

    package init(
        host: String = "127.0.0.1", httpPort: UInt16 = 7880, mediaPort: UInt16 = 7882, secrets: [String: String]
    ) {
        self.host = host
        self.httpPort = httpPort
        self.mediaPort = mediaPort
        self.secrets = secrets
    }
}
