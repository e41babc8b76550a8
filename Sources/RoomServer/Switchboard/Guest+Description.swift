import Contract

// What a participant says of itself, and how much of it: everybody is told again and again.
extension Guest {
    /// LiveKit's limits, in bytes: metadata, all attributes together, the name.
    static let limits = (metadata: 512 << 10, attributes: 64 << 10, name: 256)

    /// Whether its description stays within the limits with this update.
    func mayBecome(_ update: Livekit_UpdateParticipantMetadata) -> Bool {
        Self.mayDescribe(
            metadata: update.metadata, name: update.name,
            attributes: info.attributes.merging(update.attributes) { _, new in new })
    }

    static func mayDescribe(metadata: String, name: String, attributes: [String: String]) -> Bool {
        let size = attributes.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
        return size <= limits.attributes && metadata.utf8.count <= limits.metadata && name.utf8.count <= limits.name
    }

    /// Takes over what is not empty; an attribute without a value goes.
    func become(_ update: Livekit_UpdateParticipantMetadata) {
        if !update.metadata.isEmpty { info.metadata = update.metadata }
        if !update.name.isEmpty { info.name = update.name }
        for (key, value) in update.attributes { info.attributes[key] = value.isEmpty ? nil : value }
    }
}
