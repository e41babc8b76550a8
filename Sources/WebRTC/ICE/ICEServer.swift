import TURN
package import Wire

/// A STUN or TURN server, as a URL and credentials name it. Neither its description nor its mirror shows a password.
package struct ICEServer: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case stun
        case turn(username: String, credential: String)
    }

    package var kind: Kind
    /// `.udp`, `.turnTCP` or `.turnTLS`.
    package var transport: TransportProtocol
    /// A name, or an address without brackets; the driver resolves it.
    package var host: String
    package var port: UInt16

    package init(_ kind: Kind, transport: TransportProtocol = .udp, host: String, port: UInt16) {
        self.kind = kind
        self.transport = transport
        self.host = host
        self.port = port
    }

    var credentials: TURNCredentials? {
        switch kind {
        case .stun: nil
        case .turn(let username, let credential): TURNCredentials(username: username, password: credential)
        }
    }
}

extension ICEServer.Kind: CustomStringConvertible, CustomReflectable {
    package var description: String {
        switch self {
        case .stun: "stun"
        case .turn(let username, _): "turn as \(username)"
        }
    }

    package var customMirror: Mirror { Mirror(self, children: ["kind": description]) }
}
