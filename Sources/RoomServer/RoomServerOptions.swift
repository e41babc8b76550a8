/// Where the server listens and whom it trusts.
package struct RoomServerOptions: Sendable {
    /// An address of this host; `0.0.0.0` for all of them.
    package var host: String
    /// Zero lets the system choose.
    package var httpPort: UInt16
    package var mediaPort: UInt16
    /// API secrets by API key.
    package var secrets: [String: String]

    /// A TCP port for media of clients that UDP does not reach; `nil` for none, zero lets the system choose.
    package var tcpPort: UInt16?
    /// Whether the UDP port is announced; without it media goes over TCP or relays only.
    package var offersUDP = true
    /// Whether `/rtc/v1`, signalling with one peer connection, is there beside `/rtc`.
    package var offersSinglePeer = true
    /// STUN and TURN servers that clients are told of.
    package var iceServers: [AnnouncedServer] = []
    /// Clients are told to use relays only.
    package var forceRelay = false

    package init(
        host: String = "127.0.0.1", httpPort: UInt16 = 7880, mediaPort: UInt16 = 7882, secrets: [String: String]
    ) {
        self.host = host
        self.httpPort = httpPort
        self.mediaPort = mediaPort
        self.secrets = secrets
    }
}
