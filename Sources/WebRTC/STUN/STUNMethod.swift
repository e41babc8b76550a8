/// The methods in use (RFC 8489, section 18.2; RFC 8656, section 17).
package enum STUNMethod {
    package static let binding: UInt16 = 0x001
    package static let allocate: UInt16 = 0x003
    package static let refresh: UInt16 = 0x004
    /// Indication: data for a peer, through the server.
    package static let send: UInt16 = 0x006
    /// Indication: data of a peer, from the server.
    package static let data: UInt16 = 0x007
    package static let createPermission: UInt16 = 0x008
    package static let channelBind: UInt16 = 0x009
}
